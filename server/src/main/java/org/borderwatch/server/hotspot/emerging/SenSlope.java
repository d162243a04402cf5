package org.borderwatch.server.hotspot.emerging;

import java.util.Arrays;

/**
 * How much a series changes in a step: the median of the slopes of all pairs of steps, which a few
 * wild values don't move.
 *
 * <p>In units of the values a step. NaN (no value in that step) is left out, its step still passes.
 * With less than two values it is NaN. O(n^2 log n) time, 4 n^2 bytes for n steps. Source: Sen
 * (1968), Estimates of the Regression Coefficient Based on Kendall's Tau, JASA 63. Stateless.
 */
public final class SenSlope {
  private static final int MOST_STEPS = 10_000;

  private SenSlope() {}

  /**
   * Of a series in order of time, with steps of equal length.
   *
   * @param series at most 10,000 steps
   */
  public static double of(double[] series) {
    int n = series.length;
    if (n > MOST_STEPS) {
      throw new IllegalArgumentException(
          "The series has " + n + " steps; at most " + MOST_STEPS + ": choose a longer step.");
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double slope = (series[j] - series[i]) / (j - i);
        if (!Double.isNaN(slope)) {
          slopes[count++] = slope;
        }
      }
    }
    Arrays.sort(slopes, 0, count);
    return count == 0 ? Double.NaN : (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
  }
}
