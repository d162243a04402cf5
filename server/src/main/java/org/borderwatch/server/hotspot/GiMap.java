package org.borderwatch.server.hotspot;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.local.Correction;
import org.borderwatch.server.hotspot.local.GiScores;
import org.borderwatch.server.hotspot.local.GiStar;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.hotspot.local.Permutations;
import org.borderwatch.server.hotspot.local.SignificanceClasses;
import org.jspecify.annotations.Nullable;

/**
 * A map of hot and cold places: Gi* with the classes of every correction.
 *
 * @param values that were scored; NaN where there is none
 * @param neighbours of each place
 * @param scores of each place
 * @param significance of all of them together
 * @param classes of each place, by correction
 * @param pSim by permutation, or null where none was asked for
 */
record GiMap(
    double[] values,
    Neighbours neighbours,
    GiScores scores,
    SignificanceClasses significance,
    Map<Correction, byte[]> classes,
    double @Nullable [] pSim) {

  /** Scores {@code values}; O(pairs), and that times the permutations. */
  static GiMap of(
      double[] values, Neighbours neighbours, OptionalInt permutations, long seed, Crew crew) {
    GiScores scores = GiStar.of(values, neighbours, crew);
    SignificanceClasses significance = SignificanceClasses.of(scores, crew);
    Map<Correction, byte[]> classes = new EnumMap<>(Correction.class);
    for (Correction correction : Correction.values()) {
      classes.put(correction, significance.classes(correction));
    }
    double[] pSim =
        permutations.isPresent()
            ? Permutations.pSim(values, neighbours, permutations.getAsInt(), seed, crew)
            : null;
    return new GiMap(values, neighbours, scores, significance, classes, pSim);
  }

  /** Class of a place by a correction. */
  int place(Correction correction, int place) {
    return Objects.requireNonNull(classes.get(correction))[place];
  }

  /** How many places have each class by a correction: of -3 first, of 3 last. */
  int[] sizes(Correction correction) {
    int[] sizes = new int[7];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        sizes[place(correction, i) + 3]++;
      }
    }
    return sizes;
  }
}
