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

  /** What lies within a distance of the land border, on either side. */
  static NetworkClip nearBorder(BorderLocator border, double km) {
    if (!(km > 0)) {
      throw new IllegalArgumentException("not a distance: " + km + " km");
    }
    return (lon, lat) -> border.distanceMetres(lon, lat) - 1000 * km;
  }
}
