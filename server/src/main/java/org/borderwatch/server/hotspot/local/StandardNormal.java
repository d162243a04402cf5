package org.borderwatch.server.hotspot.local;

/**
 * How unusual a standard normal score is: {@code P(|Z| >= |z|) = erfc(|z| / sqrt 2)}, and back.
 *
 * <p>Relative error below 1e-15 for {@code |z| <= 37.5}; p is 1 only at 0 and 0 only beyond 38.5,
 * where it is less than the smallest double. Near 0 it is the alternating power series of erf,
 * elsewhere the trapezoidal rule on {@code erfc(x) = 2 x / pi exp(-x^2) integral of exp(-t^2) /
 * (t^2 + x^2)}, whose error falls as {@code exp(-pi^2 / h^2)}, here 7e-18. The square in the
 * exponent is split, so that its rounding isn't blown up in the tail. Source: Chiarella and Reichel
 * (1968), On the evaluation of integrals related to the error function, Mathematics of Computation
 * 22. Stateless.
 */
public final class StandardNormal {
  private static final double SMALL = 0.75;
  private static final double UNDERFLOW = 39;
  private static final double STEP = 0.5;
  private static final double SQRT_2_BY_PI = Math.sqrt(2 / Math.PI);

  /** Up to here the pole of the integrand lies inside the strip, and its residue is taken away. */
  private static final double POLE = Math.PI * Math.sqrt(2) / STEP;

  private static final double[] SERIES = series(13);
  private static final double[] NODES = new double[12];
  private static final double[] WEIGHTS = new double[12];

  static {
    for (int k = 0; k < NODES.length; k++) {
      double t = STEP * (k + 1);
      NODES[k] = t * t;
      WEIGHTS[k] = 2 * Math.exp(-t * t);
    }
  }

  private StandardNormal() {}

  /** Two-sided p value of a score; NaN of NaN. */
  public static double twoSidedP(double z) {
    double size = Math.abs(z);
    double half = size * size / 2;
    if (size < SMALL) {
      double sum = SERIES[SERIES.length - 1];
      for (int k = SERIES.length - 2; k >= 0; k--) {
        sum = sum * half + SERIES[k];
      }
      return 1 - size * sum;
    }
    if (size > UNDERFLOW) {
      return 0;
    }
    double sum = 1 / half;
    for (int k = 0; k < NODES.length; k++) {
      sum += WEIGHTS[k] / (NODES[k] + half);
    }
    double p = exponential(size) * (STEP / (Math.PI * Math.sqrt(2)) * size) * sum;
    return size < POLE ? p - 2 / Math.expm1(POLE * size) : p;
  }

  /** The size of score whose two-sided p value this is: 0 of 1, infinite of 0. */
  public static double sizeOfTwoSidedP(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + "; it must be 0 to 1");
    }
    if (p == 0 || p == 1) {
      return p == 0 ? Double.POSITIVE_INFINITY : 0;
    }
    // Newton's method on log p, which is concave: from above it comes down, and never passes.
    double log = Math.log(p);
    double z = Math.min(-log / SQRT_2_BY_PI, Math.sqrt(-2 * log));
    for (int round = 0; round < 64; round++) {
      double here = twoSidedP(z);
      double step = (log - Math.log(here)) * here / (SQRT_2_BY_PI * exponential(z));
      z -= step;
      if (!(Math.abs(step) > 1e-15 * z)) {
        break;
      }
    }
    return z;
  }

  /** exp(-z^2 / 2), whose argument is exact in the sixteenths and small in the rest. */
  private static double exponential(double z) {
    double sixteenths = Math.rint(16 * z) / 16;
    double rest = (z - sixteenths) * (z + sixteenths);
    return Math.exp(-0.5 * sixteenths * sixteenths) * Math.exp(-0.5 * rest);
  }

  /** Of {@code erf(z / sqrt 2) / z} in powers of {@code z^2 / 2}. */
  private static double[] series(int terms) {
    double[] series = new double[terms];
    double factor = SQRT_2_BY_PI;
    for (int k = 0; k < terms; k++) {
      series[k] = factor / (2 * k + 1);
      factor /= -(k + 1);
    }
    return series;
  }
}
