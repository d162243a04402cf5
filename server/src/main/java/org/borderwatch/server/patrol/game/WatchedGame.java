package org.borderwatch.server.patrol.game;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A zero-sum game between patrols and somebody who has watched them: each patrol guards one of
 * several places, and who crosses at a place that isn't guarded gains its value, or nothing where
 * it is. The patrols draw where they go, so that the best place left to cross is worth as little as
 * possible (the security game of Kiekintveld and others 2009, zero-sum).
 *
 * <p>The best coverage makes all places that are guarded at all worth the same, {@code v}: {@code 1
 * - v / value}, which sum to the number of patrols. O(n log n), exact but for rounding.
 *
 * @param coverage probability that each place is guarded; they sum to the number of patrols
 * @param value what the best place is then worth to whoever crosses
 */
public record WatchedGame(double[] coverage, double value) {
  /**
   * The best coverage.
   *
   * @param values of the places, finite and not negative
   * @param patrols how many go at once, at most as many as there are places
   */
  public static WatchedGame solve(double[] values, int patrols) {
    int n = values.length;
    if (patrols < 0 || patrols > n) {
      throw new IllegalArgumentException(patrols + " patrols, " + n + " places");
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -values[i]));
    double value = value(values, order, patrols);
    double[] coverage = new double[n];
    double left = patrols;
    for (int i : order) {
      coverage[i] = values[i] > value ? Math.min(1, 1 - value / values[i]) : 0;
      left -= coverage[i];
    }
    spread(coverage, left);
    return new WatchedGame(coverage, value);
  }

  private static double value(double[] values, Integer[] order, int patrols) {
    double inverses = 0;
    for (int k = 1; k <= order.length; k++) {
      double least = values[order[k - 1]];
      if (least == 0) {
        break;
      }
      inverses += 1 / least;
      double value = Math.max(0, (k - patrols) / inverses);
      if (k == order.length || value >= values[order[k]]) {
        return value;
      }
    }
    return 0;
  }

  /** Patrols that nothing of value is left for go where nobody goes yet, to all places alike. */
  private static void spread(double[] coverage, double left) {
    long empty = Arrays.stream(coverage).filter(share -> share == 0).count();
    if (left > 1e-9 && empty > 0) {
      for (int i = 0; i < coverage.length; i++) {
        if (coverage[i] == 0) {
          coverage[i] = Math.min(1, left / empty);
        }
      }
    }
  }

  /** What the best place is worth when places are guarded so often. */
  public static double bestResponse(double[] values, double[] coverage) {
    double best = 0;
    for (int i = 0; i < values.length; i++) {
      best = Math.max(best, values[i] * (1 - coverage[i]));
    }
    return best;
  }
}
