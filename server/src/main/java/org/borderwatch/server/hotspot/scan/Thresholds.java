package org.borderwatch.server.hotspot.scan;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How many cases a cylinder needs to reach a likelihood ratio, given that at least so many were
 * expected: a table that saves nearly all logarithms.
 *
 * <p>Expected cases are rounded down to one of 64 bins an octave, likelihood ratios down to a
 * quarter. As the ratio grows with cases and falls with what was expected, a cylinder with fewer
 * cases than the table says can't reach it; one with as many has to be computed. A table is made
 * when first asked for, in O(cases + bins). Thread-safe.
 */
final class Thresholds {
  private static final double LEVELS_PER_UNIT = 4;
  private static final int LEVELS = 400;
  private static final double BINS_PER_OCTAVE = 64;
  private static final double LEAST_LOG2 = -10;
  private static final int BINS = (int) ((32 - LEAST_LOG2) * BINS_PER_OCTAVE);

  /** More than any rounding of a ratio, of what is expected or of its logarithm. */
  private static final double MARGIN = 1e-9;

  private final int total;
  private final AtomicReferenceArray<int[]> tables = new AtomicReferenceArray<>(LEVELS);

  Thresholds(int total) {
    this.total = total;
  }

  /** The bin of what is expected: 0 for next to nothing. */
  static int bin(double expected) {
    double octaves = Math.log(expected) / Math.log(2) - LEAST_LOG2 - MARGIN;
    return octaves < 0 || expected == 0
        ? 0
        : Math.min(BINS - 1, 1 + (int) (octaves * BINS_PER_OCTAVE));
  }

  /** How many bins further at least that is which is so many times as much; may be negative. */
  static int bins(double times) {
    return (int) Math.floor((Math.log(times) / Math.log(2) - MARGIN) * BINS_PER_OCTAVE);
  }

  /** A bin so many further; next to nothing stays next to nothing. */
  static int shifted(int bin, int bins) {
    return bin == 0 ? 0 : Math.max(0, Math.min(BINS - 1, bin + bins));
  }

  /** By bin: the least cases with which a cylinder may have a larger ratio. */
  int[] above(double ratio) {
    int level = (int) Math.min(LEVELS - 1, ratio * LEVELS_PER_UNIT);
    int[] table = tables.get(level);
    if (table == null) {
      table = table(level / LEVELS_PER_UNIT);
      tables.set(level, table);
    }
    return table;
  }

  private int[] table(double ratio) {
    int[] table = new int[BINS];
    int cases = 1;
    for (int bin = 1; bin < BINS; bin++) {
      double least = Math.pow(2, LEAST_LOG2 + (bin - 1) / BINS_PER_OCTAVE);
      while (cases <= total
          && (cases <= least || LikelihoodRatio.of(cases, least, total) < ratio - MARGIN)) {
        cases++;
      }
      table[bin] = cases;
    }
    table[0] = 1;
    return table;
  }
}
