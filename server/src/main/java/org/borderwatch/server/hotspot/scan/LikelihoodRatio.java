package org.borderwatch.server.hotspot.scan;

/**
 * How much likelier the cases are with a higher rate inside than outside, as a logarithm: c ln(c/E)
 * + (C-c) ln((C-c)/(C-E)) for c > E, otherwise 0, with 0 ln 0 = 0 (Kulldorff 1997). Grows with c,
 * falls with E.
 */
final class LikelihoodRatio {
  /**
   * Ratios that differ by less, relatively, are taken as equal when chance is compared with what
   * was observed: sums in another order must not change p.
   */
  private static final double TOLERANCE = 1e-9;

  private LikelihoodRatio() {}

  static double of(long cases, double expected, long total) {
    if (!(cases > expected)) {
      return 0;
    }
    long outside = total - cases;
    double inside = cases * Math.log(cases / expected);
    return outside == 0
        ? inside
        : Math.max(0, inside + outside * Math.log(outside / (total - expected)));
  }

  static boolean reaches(double ratio, double observed) {
    return ratio >= observed * (1 - TOLERANCE);
  }
}
