package org.borderwatch.server.patrol.forecast;

/**
 * The gamma distribution, {@code x^(shape-1) exp(-rate x)} up to a constant, with mean {@code shape
 * / rate}.
 *
 * <p>The regularised incomplete gamma function is the power series below {@code shape + 1} and the
 * continued fraction above (DLMF 8.11.4 and 8.9.2, Lentz's method); the logarithm of gamma is
 * Lanczos' approximation with g = 7 (relative error below 1e-14); quantiles are Newton's steps kept
 * in a bracket, from the start of Wilson and Hilferty (1931). Immutable.
 *
 * @param shape above 0
 * @param rate above 0
 */
record GammaDistribution(double shape, double rate) {
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };
  private static final double G = 7;
  private static final double EPSILON = 1e-15;
  private static final int MOST_TERMS = 100_000;

  /** Above it the normal distribution (by Wilson and Hilferty) is as good as any. */
  private static final double LARGE_SHAPE = 1e7;

  GammaDistribution {
    if (!(shape > 0 && rate > 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma of shape " + shape + " and rate " + rate);
    }
  }

  /** The one with this mean and variance, both above 0. */
  static GammaDistribution ofMoments(double mean, double variance) {
    return new GammaDistribution(mean * mean / variance, mean / variance);
  }

  double mean() {
    return shape / rate;
  }

  double variance() {
    return shape / (rate * rate);
  }

  /** The probability of no more than {@code x}. */
  double cdf(double x) {
    return x <= 0 ? 0 : regularised(shape, rate * x);
  }

  /**
   * The value that is exceeded with probability {@code 1 - p}.
   *
   * @param p above 0 and below 1
   */
  double quantile(double p) {
    double start = wilsonHilferty(p);
    if (shape > LARGE_SHAPE) {
      return start / rate;
    }
    double low = 0;
    double high = Math.max(2 * start, 1);
    while (regularised(shape, high) < p) {
      low = high;
      high *= 2;
    }
    // Close to 0 the distribution is x^shape / gamma(shape + 1).
    double x = start > 0 ? start : Math.exp((Math.log(p) + lnGamma(shape + 1)) / shape);
    x = x > low && x < high ? x : (low + high) / 2;
    for (int i = 0; i < 200; i++) {
      double off = regularised(shape, x) - p;
      if (off > 0) {
        high = x;
      } else {
        low = x;
      }
      double density = Math.exp((shape - 1) * Math.log(x) - x - lnGamma(shape));
      double next = x - off / density;
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - x) <= 1e-13 * next || next == 0) {
        return next / rate;
      }
      x = next;
    }
    return x / rate;
  }

  private double wilsonHilferty(double p) {
    double third = 1 / (9 * shape);
    double root = 1 - third + normalQuantile(p) * Math.sqrt(third);
    return root <= 0 ? 0 : shape * root * root * root;
  }

  /** Within 4.5e-4, enough to begin with: Abramowitz and Stegun 26.2.23. */
  private static double normalQuantile(double p) {
    double t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
    double z =
        t
            - (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    return p < 0.5 ? -z : z;
  }

  /** Logarithm of the gamma function of {@code x} above 0. */
  static double lnGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
    }
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x - 1 + G + 0.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /** Its derivative, the digamma function, within 1e-13: DLMF 5.5.2 and 5.11.2. */
  static double digamma(double x) {
    double at = x;
    double below = 0;
    while (at < 10) {
      below -= 1 / at;
      at++;
    }
    double square = 1 / (at * at);
    double series =
        square
            * (1 / 12.0
                - square
                    * (1 / 120.0
                        - square
                            * (1 / 252.0
                                - square
                                    * (1 / 240.0 - square * (1 / 132.0 - square * 0.0210928)))));
    return below + Math.log(at) - 0.5 / at - series;
  }

  /** P(a, x). */
  private static double regularised(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - lnGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < MOST_TERMS && term > EPSILON * sum; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return Math.min(1, front * sum);
    }
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < MOST_TERMS; n++) {
      double an = -n * (n - a);
      b += 2;
      d = 1 / keep(an * d + b);
      c = keep(b + an / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < EPSILON) {
        break;
      }
    }
    return Math.max(0, 1 - front * fraction);
  }

  /** Lentz: never divide by 0. */
  private static double keep(double number) {
    return Math.abs(number) < 1e-300 ? 1e-300 : number;
  }
}
