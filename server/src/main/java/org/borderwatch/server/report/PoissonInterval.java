package org.borderwatch.server.report;

/**
 * The exact 95 % interval of what was to be expected where so many events were counted: below it,
 * or above it, so extreme a count has 2.5 %.
 *
 * <p>Ends are found by halving on sums of the distribution; from {@value #MANY} events on by Byar's
 * approximation, which is then good to a hundred-thousandth. O(events) for each halving. Source:
 * Garwood (1936), Fiducial Limits for the Poisson Distribution, Biometrika 28; Breslow and Day
 * (1987), section 2.3.
 *
 * @param low at least 0
 * @param high above {@code low}
 */
public record PoissonInterval(double low, double high) {
  static final long MANY = 2_000;

  private static final double TAIL = 0.025;
  private static final double Z_95 = 1.959963984540054;

  public static PoissonInterval of(long events) {
    if (events < 0) {
      throw new IllegalArgumentException("a count is negative: " + events);
    }
    if (events >= MANY) {
      return new PoissonInterval(byar(events, -Z_95), byar(events + 1, Z_95));
    }
    double most = events + 10 * Math.sqrt(events + 1.0) + 10;
    double low = events == 0 ? 0 : mean(events - 1, 1 - TAIL, 0, events);
    return new PoissonInterval(low, mean(events, TAIL, events, most));
  }

  /** The mean at which at most {@code k} has probability {@code wanted}; it falls as means rise. */
  private static double mean(long k, double wanted, double least, double most) {
    double low = least;
    double high = most;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atMost(k, middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double atMost(long k, double mean) {
    if (mean <= 0) {
      return 1;
    }
    // From the largest term down: no overflow, and the small ones are added first to none.
    double log = -mean;
    for (long i = 1; i <= k; i++) {
      log += Math.log(mean / i);
    }
    double term = 1;
    double sum = 1;
    for (long i = k; i > 0 && term > 1e-17; i--) {
      term *= i / mean;
      sum += term;
    }
    return Math.min(1, Math.exp(log) * sum);
  }

  private static double byar(double events, double z) {
    double root = 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events));
    return events * root * root * root;
  }
}
