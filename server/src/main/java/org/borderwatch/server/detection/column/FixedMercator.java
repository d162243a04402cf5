package org.borderwatch.server.detection.column;

import org.borderwatch.server.geo.WebMercator;

/**
 * Positions as Web Mercator in fixed point: the world is 2^32 units wide, and 2^31 is taken off so
 * that plain comparison of ints works. x grows to the east, y to the south.
 *
 * <p>Degrees are stored to 1e-7 and a unit is never wider than 0.84e-7 degrees, so each stored
 * degree has a unit of its own: nothing is lost, and comparing units is comparing degrees. The
 * pixel of a unit at any zoom to 22 is that of {@link WebMercator}, exactly, since both are the
 * same double times a power of two.
 */
public final class FixedMercator {
  /** log2 of the units in the width of the world. */
  public static final int BITS = 32;

  /** Nothing beyond is stored. */
  public static final double MAX_LATITUDE = 85;

  /** The zoom at which a pixel is a unit. */
  private static final int UNIT_ZOOM = 24;

  private static final long HALF = 1L << 31;
  private static final double PER_DEGREE = 1e7;

  private FixedMercator() {}

  /** Units east for degrees of -180 to 180, rounded to 1e-7. */
  public static int x(double lon) {
    return fixed(WebMercator.pixelX(lon, UNIT_ZOOM));
  }

  /** Units south for degrees of -85 to 85, rounded to 1e-7. */
  public static int y(double lat) {
    return fixed(WebMercator.pixelY(lat, UNIT_ZOOM));
  }

  /** The degrees east that {@code x} was made of, exactly. */
  public static double lon(int x) {
    return rounded(WebMercator.lon(x + HALF + 0.5, UNIT_ZOOM));
  }

  /** The degrees north that {@code y} was made of, exactly. */
  public static double lat(int y) {
    return rounded(WebMercator.lat(y + HALF + 0.5, UNIT_ZOOM));
  }

  /** The smallest unit of all stored degrees that are at least {@code lon}. */
  public static int firstX(double lon) {
    return x(atLeast(lon));
  }

  /** The greatest unit of all stored degrees that are at most {@code lon}. */
  public static int lastX(double lon) {
    return x(-atLeast(-lon));
  }

  /**
   * The smallest unit of all stored degrees that are at most {@code lat}; 2^31 when there are none.
   */
  public static long firstY(double lat) {
    double north = Math.min(MAX_LATITUDE, -atLeast(-lat));
    return north < -MAX_LATITUDE ? HALF : unit(WebMercator.pixelY(north, UNIT_ZOOM));
  }

  /** The greatest unit of all stored degrees that are at least {@code lat}; -2^31 - 1 when none. */
  public static long lastY(double lat) {
    double south = Math.max(-MAX_LATITUDE, atLeast(lat));
    return south > MAX_LATITUDE ? -HALF - 1 : unit(WebMercator.pixelY(south, UNIT_ZOOM));
  }

  private static int fixed(double units) {
    return (int) Math.max(-HALF, Math.min(HALF - 1, unit(units)));
  }

  private static long unit(double units) {
    return (long) Math.floor(units) - HALF;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * PER_DEGREE) / PER_DEGREE;
  }

  /** The smallest k / 1e7 that is at least {@code degrees}, compared as doubles. */
  private static double atLeast(double degrees) {
    double whole = Math.rint(degrees * PER_DEGREE);
    double near = whole / PER_DEGREE;
    return near >= degrees ? near : (whole + 1) / PER_DEGREE;
  }
}
