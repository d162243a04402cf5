package org.borderwatch.server.study;

import java.util.Set;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.Weight;

/**
 * What was seen by cell, step of time and source. What belongs to cell {@code i} and step {@code t}
 * stands at {@code i * steps + t}. Immutable.
 */
public final class CellCounts {
  private final int cells;
  private final int steps;
  private final long[] counts;

  CellCounts(int cells, int steps, long[] counts) {
    this.cells = cells;
    this.steps = steps;
    this.counts = counts;
  }

  /** Events or people of these sources by cell and step. */
  public double[] bySteps(Weight weight, Set<Source> sources) {
    double[] sums = new double[cells * steps];
    int offset = weight == Weight.PERSONS ? 1 : 0;
    for (Source source : sources) {
      int at = 2 * source.ordinal() + offset;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += counts[i * EventTally.PER_STEP + at];
      }
    }
    return sums;
  }

  /** Events or people of these sources by cell. */
  public double[] byCells(Weight weight, Set<Source> sources) {
    return overSteps(bySteps(weight, sources), steps);
  }

  /** The same with all steps as one. */
  CellCounts overSteps() {
    int perCell = EventTally.PER_STEP;
    long[] sums = new long[cells * perCell];
    for (int i = 0; i < counts.length; i++) {
      sums[i / (steps * perCell) * perCell + i % perCell] += counts[i];
    }
    return new CellCounts(cells, 1, sums);
  }

  /** All events or people of these sources. */
  public double total(Weight weight, Set<Source> sources) {
    double total = 0;
    for (double one : bySteps(weight, sources)) {
      total += one;
    }
    return total;
  }

  /** Sums over the steps. */
  public static double[] overSteps(double[] bySteps, int steps) {
    double[] sums = new double[steps == 0 ? 0 : bySteps.length / steps];
    for (int i = 0; i < bySteps.length; i++) {
      sums[i / steps] += bySteps[i];
    }
    return sums;
  }
}
