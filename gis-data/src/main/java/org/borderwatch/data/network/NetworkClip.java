package org.borderwatch.data.network;

import org.borderwatch.data.border.BorderLocator;

/**
 * Which part of a network is taken: an edge that touches it is taken whole, and no other. Called by
 * several threads at once.
 */
@FunctionalInterface
public interface NetworkClip {
  /** All of it. */
  NetworkClip NONE = (lon, lat) -> 0;

  /**
   * How many metres a point lies outside; 0 or less inside. Between two points it differs by no
   * more than they are apart, so that what is far away is left out at one look.
   */
  double metresOutside(double lon, double lat);

  /** Whether a line, or a point, touches it: degrees east and north of each vertex in turn. */
  default boolean touches(double[] lonLat) {
    double before = metresOutside(lonLat[0], lonLat[1]);
    for (int i = 2; i < lonLat.length && before > 0; i += 2) {
      double metres = GroundLength.metres(lonLat[i - 2], lonLat[i - 1], lonLat[i], lonLat[i + 1]);
      double here = metresOutside(lonLat[i], lonLat[i + 1]);
      if (here > 0
          && before + here <= metres
          && metres > 1
          && touches(halves(lonLat[i - 2], lonLat[i - 1], lonLat[i], lonLat[i + 1]))) {
        return true;
      }
      before = here;
    }
    return before <= 0;
  }

  private static double[] halves(double lon1, double lat1, double lon2, double lat2) {
    return new double[] {lon1, lat1, (lon1 + lon2) / 2, (lat1 + lat2) / 2, lon2, lat2};
  }

  /** What lies within a distance of the land border, on either side. */
  static NetworkClip nearBorder(BorderLocator border, double km) {
    if (!(km > 0)) {
      throw new IllegalArgumentException("not a distance: " + km + " km");
    }
    return (lon, lat) -> border.distanceMetres(lon, lat) - 1000 * km;
  }
}
