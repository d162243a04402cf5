package org.borderwatch.server.hotspot.local;

import org.borderwatch.data.Word;

/**
 * How p values of many tests are made larger, so that few places, or few of those shown, are called
 * hot by chance alone. Each is a step-up rule: with m tests, the p value of rank k (1 the smallest)
 * counts as {@code p * factor(k, m)}, and as no more than any larger one does.
 */
public enum Correction implements Word {
  /** None: with m tests and nothing there, m alpha places pass. */
  RAW {
    @Override
    double factor(int rank, Tests tests) {
      return 1;
    }
  },

  /**
   * Share of false discoveries, for tests that are independent or help each other: m / k. Source:
   * Benjamini and Hochberg (1995), Controlling the False Discovery Rate, JRSS B 57.
   */
  BH {
    @Override
    double factor(int rank, Tests tests) {
      return (double) tests.count() / rank;
    }
  },

  /**
   * Share of false discoveries, however tests depend on each other: m / k (1 + 1/2 + ... + 1/m).
   * Source: Benjamini and Yekutieli (2001), The Control of the False Discovery Rate in Multiple
   * Testing under Dependency, Annals of Statistics 29.
   */
  BY {
    @Override
    double factor(int rank, Tests tests) {
      return (double) tests.count() / rank * tests.harmonic();
    }
  },

  /** Chance of even one false discovery: m. */
  BONFERRONI {
    @Override
    double factor(int rank, Tests tests) {
      return tests.count();
    }
  };

  /** At least 1, and no larger for a larger rank. */
  abstract double factor(int rank, Tests tests);

  /** How many tests there are, and the sum of 1 / k up to there. */
  record Tests(int count, double harmonic) {
    static Tests of(int count) {
      double harmonic = 0;
      for (int k = count; k >= 1; k--) {
        harmonic += 1.0 / k;
      }
      return new Tests(count, harmonic);
    }
  }
}
