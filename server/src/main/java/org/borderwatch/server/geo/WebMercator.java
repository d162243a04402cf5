package org.borderwatch.server.geo;

/**
 * Spherical Web Mercator (EPSG:3857) in pixels: at zoom z the world is 256 * 2^z pixels wide, x
 * grows to the east and y to the south from the north-western corner.
 *
 * <p>A point belongs to the pixel {@code floor(x), floor(y)}: every count that is shown uses these
 * two methods, so that sums over tiles agree exactly.
 */
public final class WebMercator {
  public static final int TILE_SIZE = 256;

  /** North of this, and south of its negative, nothing is on the map. */
  public static final double MAX_LATITUDE = 85.0511287798066;

  private static final double EQUATOR_METRES = 2 * Math.PI * 6_378_137.0;

  private WebMercator() {}

  /** The width of the world in pixels at {@code zoom}. */
  public static double worldPixels(int zoom) {
    return (double) TILE_SIZE * (1L << zoom);
  }

  /** Pixels east of the 180th meridian. */
  public static double pixelX(double lon, int zoom) {
    return (lon + 180) / 360 * worldPixels(zoom);
  }

  /** Pixels south of the northern edge. */
  public static double pixelY(double lat, int zoom) {
    double sin = Math.sin(Math.toRadians(lat));
    return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * worldPixels(zoom);
  }

  /** Degrees east of pixel column {@code x}. */
  public static double lon(double x, int zoom) {
    return x / worldPixels(zoom) * 360 - 180;
  }

  /** Degrees north of pixel row {@code y}. */
  public static double lat(double y, int zoom) {
    double mercator = Math.PI * (1 - 2 * y / worldPixels(zoom));
    return Math.toDegrees(Math.atan(Math.sinh(mercator)));
  }

  /** Metres on the ground (sphere of 6,378,137 m) along one pixel at that latitude. */
  public static double metresPerPixel(double lat, int zoom) {
    return EQUATOR_METRES * Math.cos(Math.toRadians(lat)) / worldPixels(zoom);
  }
}
