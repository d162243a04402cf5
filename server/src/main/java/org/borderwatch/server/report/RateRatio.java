package org.borderwatch.server.report;

/**
 * How many times as many events there were as before, for two counts of independent events over
 * periods of equal length.
 *
 * <p>The interval is that of the logarithm of the ratio, with standard error sqrt(1/current +
 * 1/previous); the p value is exact and two-sided: given the sum, the current count is binomial
 * with one half. With a count of zero the ratio has no interval and the p value alone speaks.
 * O(smaller count). Source: Breslow and Day (1987), Statistical Methods in Cancer Research II,
 * section 2.3.
 *
 * @param value current / previous; NaN when previous is 0
 * @param low lower end of the 95 % interval; NaN when either count is 0
 * @param high upper end
 * @param p two-sided exact p value of "no change"
 */
public record RateRatio(double value, double low, double high, double p) {
  private static final double Z_95 = 1.959963984540054;

  public static RateRatio of(long current, long previous) {
    if (current < 0 || previous < 0) {
      throw new IllegalArgumentException("counts are negative: " + current + ", " + previous);
    }
    double value = previous == 0 ? Double.NaN : (double) current / previous;
    double p = exactP(current, previous);
    if (current == 0 || previous == 0) {
      return new RateRatio(value, Double.NaN, Double.NaN, p);
    }
    double reach = Z_95 * Math.sqrt(1.0 / current + 1.0 / previous);
    return new RateRatio(value, value * Math.exp(-reach), value * Math.exp(reach), p);
  }

  /** Twice the tail of the binomial with one half, at most 1. Walks from the smaller count down. */
  private static double exactP(long a, long b) {
    long n = a + b;
    long k = Math.min(a, b);
    if (n == 0 || a == b) {
      return 1;
    }
    double logTerm = logChoose(n, k) - n * Math.log(2);
    double ratio = 1;
    double sum = 1;
    for (long i = k; i > 0 && ratio > 1e-17; i--) {
      ratio *= (double) i / (n - i + 1);
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
