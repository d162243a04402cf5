package org.borderwatch.server.geo;

/**
 * WGS 84 to VN-2000 / UTM zone 48N (EPSG:3405), the grid of Viet Nam's official maps.
 *
 * <p>The seven parameters of the transformation "VN-2000 to WGS 84 (2)" (EPSG:6960, Ministry of
 * Natural Resources and Environment 2007; accuracy 1 m), turned round; VN-2000 has the ellipsoid of
 * WGS 84, so the projection is {@link UtmZone}. Equal to PROJ and PostGIS to a tenth of a
 * millimetre. Stateless, hence thread-safe.
 */
public final class VietnamDatum {
  public static final String EPSG = "EPSG:3405";

  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SQUARE = FLATTENING * (2 - FLATTENING);
  private static final double SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - FLATTENING);
  private static final double SECOND_SQUARE = SQUARE / (1 - SQUARE);

  private static final double EAST_METRES = -191.90441429;
  private static final double NORTH_METRES = -39.30318279;
  private static final double UP_METRES = -111.45032835;
  private static final double TURN_X = arcSeconds(-0.00928836);
  private static final double TURN_Y = arcSeconds(0.01975479);
  private static final double TURN_Z = arcSeconds(-0.00427372);
  private static final double SCALE = 1 + 0.252906278e-6;

  private VietnamDatum() {}

  /**
   * Where a point of WGS 84 in degrees lies in the plane of EPSG:3405: metres east go to {@code
   * target[at]}, north to {@code target[at + 1]}.
   */
  public static void metres(double lon, double lat, double[] target, int at) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    double radius = SEMI_MAJOR_METRES / Math.sqrt(1 - SQUARE * Math.sin(phi) * Math.sin(phi));
    double x = (radius * Math.cos(phi) * Math.cos(lambda) - EAST_METRES) / SCALE;
    double y = (radius * Math.cos(phi) * Math.sin(lambda) - NORTH_METRES) / SCALE;
    double z = (radius * (1 - SQUARE) * Math.sin(phi) - UP_METRES) / SCALE;
    // The coordinate frame's rotation is inverted by its transpose; angles are below 1e-7.
    double east = x - TURN_Z * y + TURN_Y * z;
    double north = TURN_Z * x + y - TURN_X * z;
    double up = -TURN_Y * x + TURN_X * y + z;
    UtmZone.VIET_NAM.metres(
        Math.toDegrees(Math.atan2(north, east)), latitude(Math.hypot(east, north), up), target, at);
  }

  /** Degrees north of a point near the ellipsoid (Bowring 1976; exact to 1e-11 degrees here). */
  private static double latitude(double outMetres, double upMetres) {
    double reduced = Math.atan2(upMetres * SEMI_MAJOR_METRES, outMetres * SEMI_MINOR_METRES);
    double sin = Math.sin(reduced);
    double cos = Math.cos(reduced);
    return Math.toDegrees(
        Math.atan2(
            upMetres + SECOND_SQUARE * SEMI_MINOR_METRES * sin * sin * sin,
            outMetres - SQUARE * SEMI_MAJOR_METRES * cos * cos * cos));
  }

  private static double arcSeconds(double seconds) {
    return Math.toRadians(seconds / 3600);
  }
}
