package org.borderwatch.server.detection;

/** Takes weighted points, one after the other. */
@FunctionalInterface
public interface PointSink {
  /** Degrees east and north, WGS 84, and what the point counts for. */
  void point(double lon, double lat, int weight);
}
