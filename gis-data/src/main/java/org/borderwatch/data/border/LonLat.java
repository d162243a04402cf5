package org.borderwatch.data.border;

/**
 * A position on the WGS 84 ellipsoid.
 *
 * @param lon degrees east
 * @param lat degrees north
 */
public record LonLat(double lon, double lat) {
  public LonLat {
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a position: lon " + lon + ", lat " + lat);
    }
  }

  /** Metres along the surface to another position: to within a millionth up to 300 km. */
  public double metresTo(LonLat other) {
    return EarthPoint.at(lon, lat).surfaceMetresTo(EarthPoint.at(other.lon, other.lat));
  }
}
