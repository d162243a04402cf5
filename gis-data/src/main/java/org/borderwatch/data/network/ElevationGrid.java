package org.borderwatch.data.network;

/** Heights of the ground. Thread-safe. */
@FunctionalInterface
public interface ElevationGrid {
  /** Knows nothing. */
  ElevationGrid UNKNOWN = (lon, lat) -> Float.NaN;

  /** Metres above the sea; NaN where it isn't known. */
  float heightMetres(double lon, double lat);
}
