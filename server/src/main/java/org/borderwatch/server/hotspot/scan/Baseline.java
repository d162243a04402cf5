package org.borderwatch.server.hotspot.scan;

import org.jspecify.annotations.Nullable;

/**
 * What is expected by place and step, as whole numbers of units that sum up to {@link #total}: sums
 * are exact in any order, so equal populations make equal expectations and ties are ties.
 *
 * <p>A Poisson unit is a power of two of the population, so small that all are about 2^51; a
 * permutation unit is cases of a place times cases of a step. Immutable, hence thread-safe.
 */
final class Baseline {
  private static final int UNIT_BITS = 51;

  private final int steps;
  private final long[][] sums;
  private final long total;
  private final int cases;

  private Baseline(int steps, long[][] sums, long total, int cases) {
    this.steps = steps;
    this.sums = sums;
    this.total = total;
    this.cases = cases;
  }

  static Baseline of(ScanCases data, ScanStatistic statistic) {
    return statistic == ScanStatistic.POISSON
        ? poisson(data, data.population())
        : permutation(data);
  }

  private static Baseline poisson(ScanCases data, double @Nullable [] population) {
    if (population == null) {
      throw new IllegalArgumentException(
          "The poisson statistic needs a population; give one, or take permutation");
    }
    double sum = 0;
    for (double number : population) {
      sum += number;
    }
    int shift = UNIT_BITS - Math.getExponent(sum);
    long[] units = new long[population.length];
    for (int i = 0; i < units.length; i++) {
      double scaled = Math.rint(Math.scalb(population[i], shift));
      units[i] = population[i] > 0 ? Math.max(1, (long) scaled) : 0;
    }
    return of(data, units);
  }

  private static Baseline permutation(ScanCases data) {
    int steps = data.steps();
    long[] byPlace = new long[data.places().size()];
    long[] byStep = new long[steps];
    int[] cases = data.cases();
    for (int i = 0; i < cases.length; i++) {
      byPlace[i / steps] += cases[i];
      byStep[i % steps] += cases[i];
    }
    long[] units = new long[cases.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = byPlace[i / steps] * byStep[i % steps];
    }
    return of(data, units);
  }

  private static Baseline of(ScanCases data, long[] units) {
    int steps = data.steps();
    int places = data.places().size();
    long[][] sums = new long[places][steps + 1];
    long total = 0;
    for (int place = 0; place < places; place++) {
      for (int step = 0; step < steps; step++) {
        sums[place][step + 1] = sums[place][step] + units[place * steps + step];
      }
      total += sums[place][steps];
    }
    return new Baseline(steps, sums, total, data.total());
  }

  /** Units of all places and steps. */
  long total() {
    return total;
  }

  /** Units of a place over all steps. */
  long ofPlace(int place) {
    return sums[place][steps];
  }

  /** Units of a place at one step. */
  long of(int place, int step) {
    return sums[place][step + 1] - sums[place][step];
  }

  /** Adds a place to the running sums over steps of a circle, the first of which is 0. */
  void add(int place, long[] into) {
    long[] ofPlace = sums[place];
    for (int step = 0; step < into.length; step++) {
      into[step] += ofPlace[step];
    }
  }

  /** How many cases are expected where there are so many units. */
  double expected(long units) {
    return (double) units / total * cases;
  }
}
