package org.borderwatch.data.network;

/**
 * How fast people walk on a slope: Tobler's hiking function, 6 exp(-3.5 |s + 0.05|) km/h for a
 * slope of s metres of climb per metre of way; 6 km/h where it falls by 5 %, 5.036742 on the flat.
 *
 * <p>It holds for ways, paths included, as they are mapped. Off them people are slower, by the
 * factor {@link #OFF_PATH}: that goes for the leg from a place to the nearest way, not for edges.
 *
 * <p>Source: W. Tobler (1993), Three presentations on geographical analysis and modeling, NCGIA
 * Technical Report 93-1.
 */
public final class WalkingPace {
  /** The share of the speed that is left where there is no path. */
  public static final double OFF_PATH = 0.6;

  private static final double BEST_KMH = 6;
  private static final double STEEPNESS = 3.5;
  private static final double BEST_SLOPE = -0.05;
  private static final double METRES_A_SECOND = 1 / 3.6;

  private WalkingPace() {}

  /**
   * Kilometres per hour.
   *
   * @param slope climb over distance: positive uphill; 0 where it isn't known
   */
  public static double kmh(double slope) {
    return BEST_KMH * Math.exp(-STEEPNESS * Math.abs(slope - BEST_SLOPE));
  }

  /** Seconds for so many metres at one slope. */
  public static double seconds(double metres, double slope) {
    return metres / (kmh(slope) * METRES_A_SECOND);
  }

  /** Seconds across country, on the flat, for so many metres. */
  public static double offPathSeconds(double metres) {
    return seconds(metres, 0) / OFF_PATH;
  }
}
