package org.borderwatch.server.report;

/**
 * How many times as many events there were as before, for two counts of independent events, for
 * each unit of time or of patrol.
 *
 * <p>The interval is that of the logarithm of the ratio, with standard error sqrt(1/current +
 * 1/previous); the p value is exact and two-sided: given the sum, the current count is binomial
 * with the current share of the exposure, one half for periods of equal length. With a count of
 * zero the ratio has no interval and the p value alone speaks. O(current + previous) at most.
 * Source: Breslow and Day (1987), Statistical Methods in Cancer Research II, section 2.3.
 *
 * @param value current / previous; NaN when previous is 0
 * @param low lower end of the 95 % interval; NaN when either count is 0
 * @param high upper end
 * @param p two-sided exact p value of "no change": twice the smaller tail, at most 1
 */
public record RateRatio(double value, double low, double high, double p) {
  private static final double Z_95 = 1.959963984540054;

  /** Of periods of equal length. */
  public static RateRatio of(long current, long previous) {
    return of(current, 1, previous, 1);
  }

  /**
   * Of rates.
   *
   * @param currentExposure what {@code current} came of, such as hours of patrol; above 0
   * @param previousExposure the same before; above 0
   */
  public static RateRatio of(
      long current, double currentExposure, long previous, double previousExposure) {
    if (current < 0 || previous < 0) {
      throw new IllegalArgumentException("counts are negative: " + current + ", " + previous);
    }
    if (!(currentExposure > 0 && previousExposure > 0)) {
      throw new IllegalArgumentException(
          "no exposure: " + currentExposure + ", " + previousExposure);
    }
    double value =
        previous == 0
            ? Double.NaN
            : ((double) current / previous) * (previousExposure / currentExposure);
    double p = exactP(current, previous, currentExposure / (currentExposure + previousExposure));
    if (current == 0 || previous == 0) {
      return new RateRatio(value, Double.NaN, Double.NaN, p);
    }
    double reach = Z_95 * Math.sqrt(1.0 / current + 1.0 / previous);
    return new RateRatio(value, value * Math.exp(-reach), value * Math.exp(reach), p);
  }

  /** Twice the smaller tail of the binomial of {@code a} among both, at most 1. */
  private static double exactP(long a, long b, double share) {
    // The tail away from what is expected, summed from the observed count outwards.
    return a <= (a + b) * share ? twiceLower(a, b, share) : twiceLower(b, a, 1 - share);
  }

  /** Twice the probability of at most {@code k} of {@code k + rest}. */
  private static double twiceLower(long k, long rest, double share) {
    long n = k + rest;
    if (n == 0) {
      return 1;
    }
    double odds = (1 - share) / share;
    double logTerm = logChoose(n, k) + k * Math.log(share) + rest * Math.log1p(-share);
    double ratio = 1;
    double sum = 1;
    for (long i = k; i > 0 && ratio > 1e-17; i--) {
      ratio *= i * odds / (n - i + 1);
      sum += ratio;
    }
    return Math.min(1, 2 * Math.exp(logTerm + Math.log(sum)));
  }

  private static double logChoose(long n, long k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  /** Exact sum for small numbers, Stirling's series beyond, good to 1e-12. */
  private static double logFactorial(long n) {
    if (n < 32) {
      double sum = 0;
      for (long i = 2; i <= n; i++) {
        sum += Math.log(i);
      }
      return sum;
    }
    double x = n + 1.0;
    double x3 = x * x * x;
    return (x - 0.5) * Math.log(x)
        - x
        + 0.5 * Math.log(2 * Math.PI)
        + 1 / (12 * x)
        - 1 / (360 * x3)
        + 1 / (1260 * x3 * x * x);
  }
}
