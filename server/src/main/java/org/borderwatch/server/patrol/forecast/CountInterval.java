package org.borderwatch.server.patrol.forecast;

/**
 * Between which numbers a count lies that is Poisson about a gamma-distributed mean: quantiles of
 * the negative binomial, found by adding up its probabilities. O(count).
 *
 * @param low least count whose cumulative probability reaches {@code (1 - level) / 2}
 * @param high least count whose cumulative probability reaches {@code (1 + level) / 2}
 */
record CountInterval(long low, long high) {
  /** Beyond it the gamma distribution says the same. */
  private static final double MANY = 50_000;

  /**
   * The interval that holds a new count with at least this probability.
   *
   * @param level above 0 and below 1
   */
  static CountInterval of(GammaDistribution mean, double level) {
    double lower = (1 - level) / 2;
    double upper = (1 + level) / 2;
    if (mean.mean() > MANY) {
      return new CountInterval(
          (long) Math.floor(mean.quantile(lower)), (long) Math.ceil(mean.quantile(upper)));
    }
    double seen = 1 / (1 + mean.rate());
    double logFirst = mean.shape() * -Math.log1p(1 / mean.rate());
    long low = -1;
    double reached = 0;
    double logTerm = logFirst;
    for (long k = 0; ; k++) {
      reached += Math.exp(logTerm);
      if (low < 0 && reached >= lower) {
        low = k;
      }
      if (reached >= upper || k > 100 * MANY) {
        return new CountInterval(Math.max(0, low), k);
      }
      logTerm += Math.log((mean.shape() + k) / (k + 1) * seen);
    }
  }

  boolean holds(double count) {
    return count >= low && count <= high;
  }
}
