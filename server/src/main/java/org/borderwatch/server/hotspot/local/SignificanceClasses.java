package org.borderwatch.server.hotspot.local;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;

/**
 * Which places of a map of scores are hot or cold, once it is reckoned with that every place is a
 * test.
 *
 * <p>The tests are the places whose score isn't NaN, m of them. A place is significant at level
 * alpha when its adjusted p value is at most alpha; all corrections are step-up, see {@link
 * Correction}. So whatever is significant by BY is so by BH, and by BH so raw; and by Bonferroni so
 * by BH. Sorting is O(m), the rest a pass each. Immutable, hence thread-safe.
 */
public final class SignificanceClasses {
  private static final double[] LEVELS = {0.10, 0.05, 0.01};

  private final GiScores scores;

  /** Place by rising p value, without those that are NaN. */
  private final int[] ranked;

  /** The p values themselves, in that order: walked through for each level. */
  private final double[] rankedP;

  private final Correction.Tests tests;

  private SignificanceClasses(GiScores scores, int[] ranked) {
    this.scores = scores;
    this.ranked = ranked;
    this.rankedP = Arrays.stream(ranked).mapToDouble(place -> scores.p()[place]).toArray();
    this.tests = Correction.Tests.of(ranked.length);
  }

  /** Ranks the p values of a map. */
  public static SignificanceClasses of(GiScores scores, Crew crew) {
    double[] p = scores.p();
    int count = 0;
    for (double one : p) {
      count += Double.isNaN(one) ? 0 : 1;
    }
    long[] keys = new long[count];
    int[] places = new int[count];
    int next = 0;
    for (int i = 0; i < p.length; i++) {
      if (!Double.isNaN(p[i])) {
        keys[next] = RadixSort.key(p[i]);
        places[next++] = i;
      }
    }
    return new SignificanceClasses(scores, RadixSort.sort(keys, places, crew));
  }

  /** How many tests there are: the places whose score isn't NaN. */
  public int tests() {
    return ranked.length;
  }

  /**
   * Class of each place: 3, 2 or 1 for hot at 1, 5 or 10 %, -3 to -1 for cold, 0 for neither and
   * where the score is NaN.
   */
  public byte[] classes(Correction correction) {
    double[] limits = Arrays.stream(LEVELS).map(level -> limit(correction, level)).toArray();
    double[] z = scores.z();
    double[] p = scores.p();
    byte[] classes = new byte[p.length];
    for (int i = 0; i < p.length; i++) {
      if (p[i] <= limits[0]) {
        int size = p[i] <= limits[2] ? 3 : p[i] <= limits[1] ? 2 : 1;
        classes[i] = (byte) (z[i] > 0 ? size : -size);
      }
    }
    return classes;
  }

  /**
   * The adjusted p value of each place: the least level at which it is significant, at most 1; NaN
   * where the score is.
   */
  public double[] adjusted(Correction correction) {
    double[] adjusted = new double[scores.p().length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 1;
    for (int k = ranked.length; k >= 1; k--) {
      least = Math.min(least, adjusted(correction, k));
      adjusted[ranked[k - 1]] = least;
    }
    return adjusted;
  }

  /** Whether each place is significant, hot or cold. */
  public boolean[] significant(Correction correction, double alpha) {
    double limit = limit(correction, alpha);
    double[] p = scores.p();
    boolean[] significant = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      significant[i] = p[i] <= limit;
    }
    return significant;
  }

  /**
   * How large a score must be, hot or cold, to be significant. RAW and BONFERRONI know it before
   * they see data. That of BH and BY follows from the ranks: with k places significant it is the
   * score whose p value is {@code alpha / factor(k, m)}, and infinite when there is none. Infinite
   * too when there is no test.
   */
  public double criticalZ(Correction correction, double alpha) {
    int passing = passing(correction, alpha);
    boolean byRank = correction == Correction.BH || correction == Correction.BY;
    if (ranked.length == 0 || byRank && passing == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double factor = correction.factor(Math.max(1, passing), tests);
    return StandardNormal.sizeOfTwoSidedP(alpha / factor);
  }

  /** The largest p value that is significant; below 0 when none is. */
  private double limit(Correction correction, double alpha) {
    int passing = passing(correction, alpha);
    return passing == 0 ? -1 : rankedP[passing - 1];
  }

  /** How many of the ranked places are significant. */
  private int passing(Correction correction, double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha is " + alpha + "; it lies between 0 and 1.");
    }
    // No factor is below 1, so p values above alpha needn't be asked.
    int found = Arrays.binarySearch(rankedP, Math.nextUp(alpha));
    int k = found < 0 ? -found - 1 : found;
    while (k > 0 && adjusted(correction, k) > alpha) {
      k--;
    }
    return k;
  }

  /** Of one rank alone, before the smaller one of a larger rank replaces it. */
  private double adjusted(Correction correction, int rank) {
    return rankedP[rank - 1] * correction.factor(rank, tests);
  }
}
