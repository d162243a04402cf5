package org.borderwatch.bench.patrol;

import java.util.SplittableRandom;

/**
 * Draws that belong to a place and a time, not to the order in which they are asked for: whatever a
 * strategy does, the same visit meets the same luck. So differences between strategies are tight
 * (common random numbers).
 */
record Chance(long seed) {
  /** A stream that belongs to these numbers. */
  SplittableRandom of(int... about) {
    long mixed = seed;
    for (int number : about) {
      mixed = new SplittableRandom(mixed ^ (0x9E3779B97F4A7C15L * (number + 1))).nextLong();
    }
    return new SplittableRandom(mixed);
  }

  /** A Poisson count that belongs to these numbers, and grows with the mean. */
  int poisson(double mean, int... about) {
    return poisson(mean, of(about).nextDouble());
  }

  /** The count below which the share {@code u} of a Poisson distribution lies. */
  static int poisson(double mean, double u) {
    double term = Math.exp(-mean);
    double sum = term;
    int count = 0;
    while (u >= sum && count < 10 * mean + 50) {
      count++;
      term *= mean / count;
      sum += term;
    }
    return count;
  }
}
