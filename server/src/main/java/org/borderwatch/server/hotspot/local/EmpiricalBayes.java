package org.borderwatch.server.hotspot.local;

/**
 * Rates made steady: a place with little exposure says little, so its rate is drawn towards that of
 * all, the more the less it was watched.
 *
 * <p>With events O and exposure P of each place, of n with exposure:
 *
 * <pre>m = sum O / sum P        s2 = sum P (O/P - m)^2 / sum P
 * A = s2 - m / (sum P / n), 0 when negative
 * rate = m + (O/P - m) A / (A + m / P)</pre>
 *
 * <p>A is how much rates truly differ; when it is 0, all is chance and every rate is m. The unit is
 * that of O over that of P (events an hour). A place without exposure has no rate, its events count
 * nowhere, and it is NaN. O(n). Source: Marshall (1991), Mapping Disease and Mortality Rates Using
 * Empirical Bayes Estimators, Applied Statistics 40(2), the global estimator. Stateless.
 */
public final class EmpiricalBayes {
  private EmpiricalBayes() {}

  /**
   * The smoothed rate of each place.
   *
   * @param events 0 or more
   * @param exposure 0 or more, such as hours of patrol
   */
  public static double[] smooth(double[] events, double[] exposure) {
    int n = events.length;
    if (exposure.length != n) {
      throw new IllegalArgumentException(
          "There are " + n + " events and " + exposure.length + " exposures; as many of both.");
    }
    double allEvents = 0;
    double allExposure = 0;
    int watched = 0;
    for (int i = 0; i < n; i++) {
      require("events", i, events[i]);
      require("exposure", i, exposure[i]);
      if (exposure[i] > 0) {
        allEvents += events[i];
        allExposure += exposure[i];
        watched++;
      }
    }
    double mean = allEvents / allExposure;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      if (exposure[i] > 0) {
        double difference = events[i] / exposure[i] - mean;
        squares += exposure[i] * difference * difference;
      }
    }
    double between = Math.max(0, squares / allExposure - mean / (allExposure / watched));
    double[] rates = new double[n];
    for (int i = 0; i < n; i++) {
      if (exposure[i] > 0) {
        // 0 even where both are, as nothing was seen anywhere.
        double trust = between == 0 ? 0 : between / (between + mean / exposure[i]);
        rates[i] = mean + (events[i] / exposure[i] - mean) * trust;
      } else {
        rates[i] = Double.NaN;
      }
    }
    return rates;
  }

  private static void require(String what, int place, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The " + what + " of place " + place + ": " + value + "; it must be a number from 0 on.");
    }
  }
}
