package org.borderwatch.data.network;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Lengths along the WGS 84 ellipsoid, within a millionth of the geodesic everywhere.
 *
 * <p>Short steps, as ways have them, take the middle latitude's two radii of curvature, which costs
 * 20 nanoseconds; longer ones, and those near the poles, are left to GeographicLib.
 */
public final class GroundLength {
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  /** Up to here the neglected term, (step / radius)^2 tan^2(lat) / 24, stays below 5e-7. */
  private static final double LONGEST_STEP_DEGREES = 0.03;

  private static final double HIGHEST_LAT = 80;
  private static final double RADIAN = Math.PI / 180;

  private GroundLength() {}

  /** Metres between two positions in degrees. */
  public static double metres(double lon1, double lat1, double lon2, double lat2) {
    double lonStep = lon2 - lon1;
    double latStep = lat2 - lat1;
    double lat = (lat1 + lat2) / 2;
    if (!(Math.abs(lonStep) < LONGEST_STEP_DEGREES)
        || !(Math.abs(latStep) < LONGEST_STEP_DEGREES)
        || !(Math.abs(lat) < HIGHEST_LAT)) {
      return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
    }
    double sin = Math.sin(lat * RADIAN);
    double sinSquared = sin * sin;
    double square = 1 - ECCENTRICITY_SQUARED * sinSquared;
    double normal = SEMI_MAJOR_METRES / Math.sqrt(square);
    double meridional = normal * (1 - ECCENTRICITY_SQUARED) / square;
    double east = normal * Math.sqrt(1 - sinSquared) * lonStep * RADIAN;
    double north = meridional * latStep * RADIAN;
    return Math.sqrt(east * east + north * north);
  }

  /** Metres along a line: degrees east and north of each vertex in turn. */
  public static double metres(double[] lonLat) {
    double sum = 0;
    for (int i = 2; i < lonLat.length; i += 2) {
      sum += metres(lonLat[i - 2], lonLat[i - 1], lonLat[i], lonLat[i + 1]);
    }
    return sum;
  }
}
