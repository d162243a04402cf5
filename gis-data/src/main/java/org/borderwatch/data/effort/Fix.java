package org.borderwatch.data.effort;

import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Detection;

/**
 * Where a patrol was at a moment.
 *
 * @param second seconds since 1970
 * @param lon degrees east, WGS 84, rounded to 1e-7
 * @param lat degrees north, WGS 84, rounded to 1e-7
 */
public record Fix(long second, double lon, double lat) {
  public Fix {
    lon = Detection.roundDegrees(lon);
    lat = Detection.roundDegrees(lat);
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a position: " + lon + ", " + lat);
    }
  }

  public LonLat place() {
    return new LonLat(lon, lat);
  }

  /** Metres along the surface to another. */
  public double metresTo(Fix other) {
    return place().metresTo(other.place());
  }
}
