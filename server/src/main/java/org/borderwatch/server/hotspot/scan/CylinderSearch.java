package org.borderwatch.server.hotspot.scan;

import java.util.Arrays;
import org.borderwatch.server.compute.Progress;

/**
 * The largest likelihood ratio among all cylinders, for several sets of cases at once.
 *
 * <p>Sets stand side by side as lanes: number i of an array is step i / lanes of lane i % lanes, so
 * that inner loops are long and free of branches. A circle's running sums over steps grow by its
 * new members; a window is a difference of two of them. Of all windows of one length only the one
 * with most cases is looked at, against the {@link Thresholds} of the lane that is furthest behind;
 * a shorter window has no more cases than a longer one, so lengths that need more are left out.
 * Logarithms are for those that may be a new maximum. Not for several threads.
 */
final class CylinderSearch {
  private static final int CENTRES_BETWEEN_CHECKS = 16;

  private final Circles circles;
  private final Baseline baseline;
  private final Windows windows;
  private final Thresholds thresholds;
  private final int steps;
  private final int lanes;
  private final int longest;
  private final int total;

  /** Running sums over steps of all cases of each lane; empty where they are as observed. */
  private final long[] stepSums;

  /** By length, the least cases of a window as observed. */
  private final long[] fewest;

  /** By length, how many bins more are expected than as observed. */
  private final int[] shift;

  private final int[][] placeSums;
  private final int[] later;
  private final int[] spare;
  private final int[] sums;
  private final long[] units;
  private int unitMembers;
  private final double[] maxima;
  private int[] table = {};

  CylinderSearch(
      Circles circles,
      Baseline baseline,
      Windows windows,
      Thresholds thresholds,
      ScanCases data,
      int longest,
      boolean ownMargins,
      int lanes) {
    this.circles = circles;
    this.baseline = baseline;
    this.windows = windows;
    this.thresholds = thresholds;
    this.steps = data.steps();
    this.lanes = lanes;
    this.longest = longest;
    this.total = data.total();
    this.sums = new int[(steps + 1) * lanes];
    this.placeSums = new int[circles.centres()][sums.length];
    this.later = new int[sums.length];
    this.spare = new int[sums.length];
    this.units = new long[steps + 1];
    this.maxima = new double[lanes];
    this.stepSums = new long[ownMargins ? sums.length : 0];
    this.fewest = new long[longest];
    this.shift = new int[longest];
    if (ownMargins) {
      setSteps(0, data.cases());
      for (int length = 1; length <= longest; length++) {
        fewest[length - 1] = fewestCases(length, 1);
      }
    }
  }

  private void setSteps(int lane, int[] cases) {
    for (int step = 0; step < steps; step++) {
      long sum = stepSums[step * lanes + lane];
      for (int cell = step; cell < cases.length; cell += steps) {
        sum += cases[cell];
      }
      stepSums[(step + 1) * lanes + lane] = sum;
    }
  }

  private long fewestCases(int length, int used) {
    long fewest = Long.MAX_VALUE;
    for (int until = length; until <= steps; until++) {
      for (int lane = 0; lane < used; lane++) {
        fewest = Math.min(fewest, stepsCases(lane, until - length, until));
      }
    }
    return fewest;
  }

  private long stepsCases(int lane, int from, int until) {
    return stepSums[until * lanes + lane] - stepSums[from * lanes + lane];
  }

  /** Sets the cases of a lane, by place and step. */
  void set(int lane, int[] cases) {
    if (stepSums.length > 0) {
      setSteps(lane, cases);
    }
    int cell = 0;
    for (int[] ofPlace : placeSums) {
      int sum = 0;
      for (int at = lane + lanes; at < ofPlace.length; at += lanes) {
        sum += cases[cell++];
        ofPlace[at] = sum;
      }
    }
  }

  /** The largest ratio of each lane that is used; 0 where nothing exceeds what was expected. */
  double[] maxima(int used, Progress progress) {
    Arrays.fill(maxima, Double.POSITIVE_INFINITY);
    Arrays.fill(maxima, 0, used, 0);
    table = thresholds.above(0);
    for (int length = 1; stepSums.length > 0 && length <= longest; length++) {
      double times = (double) fewestCases(length, used) / fewest[length - 1];
      shift[length - 1] = Thresholds.bins(times);
    }
    for (int centre = 0; centre < circles.centres(); centre++) {
      if (centre % CENTRES_BETWEEN_CHECKS == 0) {
        progress.check();
      }
      search(centre);
    }
    return Arrays.copyOf(maxima, used);
  }

  private void search(int centre) {
    int[] members = circles.members(centre);
    int[] ends = circles.ends(centre);
    Arrays.fill(sums, 0);
    Arrays.fill(units, 0);
    unitMembers = 0;
    int member = 0;
    for (int circle = 0; circle < ends.length; circle++) {
      for (; member + 4 <= ends[circle]; member += 4) {
        add(
            placeSums[members[member]],
            placeSums[members[member + 1]],
            placeSums[members[member + 2]],
            placeSums[members[member + 3]],
            sums);
      }
      for (; member < ends[circle]; member++) {
        add(placeSums[members[member]], sums);
      }
      search(centre, circle);
    }
  }

  private static void add(int[] a, int[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += a[i];
    }
  }

  private static void add(int[] a, int[] b, int[] c, int[] d, int[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += a[i] + b[i] + c[i] + d[i];
    }
  }

  private void search(int centre, int circle) {
    int at = (circles.first(centre) + circle) * longest;
    Arrays.fill(spare, 0);
    for (int length = 1; length <= longest; length++) {
      note(length, needed(at, length));
    }
    if (anyEnough()) {
      raise(centre, circle);
    }
  }

  private int needed(int at, int length) {
    return table[Thresholds.shifted(windows.bin(at + length - 1), shift[length - 1])];
  }

  /** Lets the spare of a first step go below 0 where a window from there on has enough cases. */
  private void note(int length, int needed) {
    // The compiler makes vectors only of arrays that are read at the same place.
    int size = sums.length - length * lanes;
    System.arraycopy(sums, length * lanes, later, 0, size);
    int most = needed - 1;
    for (int i = 0; i < size; i++) {
      spare[i] |= most - later[i] + sums[i];
    }
  }

  private boolean anyEnough() {
    int all = 0;
    for (int i = 0; i < spare.length; i++) {
      all |= spare[i];
    }
    return all < 0;
  }

  /** Raises the maxima of lanes by the windows that have enough cases. */
  private void raise(int centre, int circle) {
    int[] members = circles.members(centre);
    int end = circles.ends(centre)[circle];
    while (unitMembers < end) {
      baseline.add(members[unitMembers++], units);
    }
    int at = (circles.first(centre) + circle) * longest;
    boolean raised = false;
    for (int start = 0; start < spare.length; start++) {
      if (spare[start] >= 0) {
        continue;
      }
      int lane = start % lanes;
      int from = start / lanes;
      for (int length = 1; length <= longest && from + length <= steps; length++) {
        int cases = sums[start + length * lanes] - sums[start];
        if (cases >= needed(at, length)) {
          double expected = expected(lane, from, from + length);
          double ratio = LikelihoodRatio.of(cases, expected, total);
          if (ratio > maxima[lane]) {
            maxima[lane] = ratio;
            raised = true;
          }
        }
      }
    }
    if (raised) {
      table = thresholds.above(Arrays.stream(maxima).min().orElseThrow());
    }
  }

  /** In the circle of which {@link #units} are the sums. */
  private double expected(int lane, int from, int until) {
    return baseline.expected(
        stepSums.length == 0
            ? units[until] - units[from]
            : units[steps] / total * stepsCases(lane, from, until));
  }
}
