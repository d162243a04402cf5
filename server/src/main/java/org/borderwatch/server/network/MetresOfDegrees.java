package org.borderwatch.server.network;

/**
 * How long a degree is at a latitude of the ellipsoid WGS 84.
 *
 * @param east metres of a degree of longitude
 * @param north metres of a degree of latitude
 */
record MetresOfDegrees(double east, double north) {
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SQUARE = FLATTENING * (2 - FLATTENING);

  /** From the radii of curvature across the meridian and along it. */
  static MetresOfDegrees at(double lat) {
    double sin = Math.sin(Math.toRadians(lat));
    double w = 1 - SQUARE * sin * sin;
    double across = SEMI_MAJOR_METRES / Math.sqrt(w);
    double along = SEMI_MAJOR_METRES * (1 - SQUARE) / (w * Math.sqrt(w));
    double east = Math.toRadians(across) * Math.cos(Math.toRadians(lat));
    return new MetresOfDegrees(Math.max(east, 1e-9), Math.toRadians(along));
  }
}
