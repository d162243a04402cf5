package org.borderwatch.server.hotspot;

/** What was done, in the words of the field. */
final class GiMethod {
  private static final String GI =
      "Getis-Ord Gi* (Ord and Getis 1995), binary distance band with the place itself, two-sided";

  private GiMethod() {}

  static String of(Smoothing smoothing, boolean rates) {
    if (!rates) {
      return GI + ", of counts";
    }
    return smoothing == Smoothing.EB
        ? GI + ", of rates smoothed by empirical Bayes (Marshall 1991)"
        : GI + ", of raw rates";
  }
}
