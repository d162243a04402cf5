package org.borderwatch.server.patrol.forecast;

/**
 * How rates differ from place to place: the gamma distribution that makes the counts of all places
 * most likely, when each is Poisson with its rate times its exposure.
 *
 * <p>Maximum likelihood by expectation and maximisation: given the prior each place's rate is gamma
 * of shape {@code a + y} and rate {@code b + e}; the next prior is the gamma with the mean and the
 * mean logarithm of these. Places without exposure say nothing. Source: Clayton and Kaldor (1987),
 * Empirical Bayes Estimates of Age-standardized Relative Risks, Biometrics 43. O(n x steps).
 * Stateless.
 */
final class GammaPrior {
  private static final int MOST_STEPS = 1_000;
  private static final double LEAST_SHAPE = 0.02;

  /** Rates that hardly differ: the count of a place is then worth little against it. */
  private static final double MOST_SHAPE = 1_000;

  private GammaPrior() {}

  /**
   * The prior.
   *
   * @param events 0 or more, weighted ones need not be whole
   * @param exposure expected events at rate 1, 0 or more
   * @throws IllegalArgumentException when there are no events or no exposure
   */
  static GammaDistribution of(double[] events, double[] exposure) {
    double allEvents = 0;
    double allExposure = 0;
    int places = 0;
    for (int i = 0; i < events.length; i++) {
      if (exposure[i] > 0) {
        allEvents += events[i];
        allExposure += exposure[i];
        places++;
      }
    }
    if (!(allEvents > 0 && allExposure > 0)) {
      throw new IllegalArgumentException(allEvents + " events in " + allExposure + " hours");
    }
    double shape = 1;
    double rate = allExposure / allEvents;
    for (int step = 0; step < MOST_STEPS; step++) {
      double mean = 0;
      double meanLog = 0;
      for (int i = 0; i < events.length; i++) {
        if (exposure[i] > 0) {
          mean += (shape + events[i]) / (rate + exposure[i]);
          meanLog += GammaDistribution.digamma(shape + events[i]) - Math.log(rate + exposure[i]);
        }
      }
      mean /= places;
      meanLog /= places;
      double next = shape(Math.log(mean) - meanLog);
      boolean done = Math.abs(next - shape) <= 1e-7 * shape;
      shape = next;
      rate = shape / mean;
      if (done) {
        break;
      }
    }
    return new GammaDistribution(shape, rate);
  }

  /** The shape {@code a} with {@code ln a - digamma(a) = gap}: falling in a, so by halving. */
  private static double shape(double gap) {
    double low = Math.log(LEAST_SHAPE);
    double high = Math.log(MOST_SHAPE);
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (middle - GammaDistribution.digamma(Math.exp(middle)) > gap) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }
}
