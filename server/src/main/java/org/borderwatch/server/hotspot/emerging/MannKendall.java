package org.borderwatch.server.hotspot.emerging;

import java.util.Arrays;
import org.borderwatch.server.hotspot.local.StandardNormal;

/**
 * Whether a series rises or falls, whatever the shape: Mann-Kendall's test for a trend.
 *
 * <p>S is the number of pairs of which the later is larger, less those of which it is smaller. With
 * no trend its mean is 0 and its variance {@code (n (n - 1) (2 n + 5) - sum t (t - 1) (2 t + 5)) /
 * 18} over groups of t equal values; {@code z = (S - sign S) / sqrt(variance)}, p two-sided of the
 * normal distribution. Good from about ten values on. A series shorter than 2 or all of one value
 * says nothing: S 0, z 0, p 1. NaN (no value in that step) is left out. O(n^2) for S, n the length:
 * a microsecond for two years of months, 0.1 s for ten thousand steps.
 *
 * <p>Source: Mann (1945), Nonparametric Tests Against Trend, Econometrica 13; Kendall (1975), Rank
 * Correlation Methods. Immutable, hence thread-safe.
 *
 * @param s pairs that rise less pairs that fall
 * @param variance of s when there is no trend, with ties
 * @param z above 0 for a series that rises
 * @param p two-sided
 */
public record MannKendall(long s, double variance, double z, double p) {
  /** Of a series in order of time. */
  public static MannKendall of(double[] series) {
    double[] values = Arrays.stream(series).filter(value -> !Double.isNaN(value)).toArray();
    int n = values.length;
    long s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += (values[j] > values[i] ? 1 : 0) - (values[j] < values[i] ? 1 : 0);
      }
    }
    Arrays.sort(values);
    double variance = pairs(n);
    for (int from = 0; from < n; ) {
      int until = from + 1;
      while (until < n && values[until] == values[from]) {
        until++;
      }
      variance -= pairs(until - from);
      from = until;
    }
    variance /= 18;
    double z = s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
    return new MannKendall(s, variance, z, StandardNormal.twoSidedP(z));
  }

  private static double pairs(int n) {
    return n < 2 ? 0 : (double) n * (n - 1) * (2.0 * n + 5);
  }
}
