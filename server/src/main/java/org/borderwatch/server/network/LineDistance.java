package org.borderwatch.server.network;

import org.borderwatch.server.detection.DetectionFilter.LonLatBox;

/**
 * How far points are from a line, in metres. The plane touches the ellipsoid in the middle of the
 * line: for lines of up to 20 km and points as near as that, good to a few tenths of a percent.
 * Immutable and thread-safe.
 */
final class LineDistance {
  private final double lon;
  private final double lat;
  private final MetresOfDegrees metres;

  /** East and north of each vertex in turn. */
  private final double[] line;

  private final double west;
  private final double south;
  private final double east;
  private final double north;

  /** Of an edge. */
  LineDistance(RoadNetwork network, int edge) {
    int vertices = network.vertices(edge);
    double minLon = Double.POSITIVE_INFINITY;
    double minLat = Double.POSITIVE_INFINITY;
    double maxLon = Double.NEGATIVE_INFINITY;
    double maxLat = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < vertices; v++) {
      minLon = Math.min(minLon, network.vertexLon(edge, v));
      maxLon = Math.max(maxLon, network.vertexLon(edge, v));
      minLat = Math.min(minLat, network.vertexLat(edge, v));
      maxLat = Math.max(maxLat, network.vertexLat(edge, v));
    }
    west = minLon;
    south = minLat;
    east = maxLon;
    north = maxLat;
    lon = (west + east) / 2;
    lat = (south + north) / 2;
    metres = MetresOfDegrees.at(lat);
    line = new double[2 * vertices];
    for (int v = 0; v < vertices; v++) {
      line[2 * v] = (network.vertexLon(edge, v) - lon) * metres.east();
      line[2 * v + 1] = (network.vertexLat(edge, v) - lat) * metres.north();
    }
  }

  /** Metres from a point in degrees to the line. */
  double metres(double pointLon, double pointLat) {
    double x = (pointLon - lon) * metres.east();
    double y = (pointLat - lat) * metres.north();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 3 < line.length; i += 2) {
      best = Math.min(best, square(x, y, i));
    }
    return Math.sqrt(best);
  }

  private double square(double x, double y, int i) {
    double dx = line[i + 2] - line[i];
    double dy = line[i + 3] - line[i + 1];
    double length = dx * dx + dy * dy;
    double along = length > 0 ? ((x - line[i]) * dx + (y - line[i + 1]) * dy) / length : 0;
    double at = Math.max(0, Math.min(1, along));
    double offX = x - line[i] - at * dx;
    double offY = y - line[i + 1] - at * dy;
    return offX * offX + offY * offY;
  }

  /** Metres from the first vertex to each vertex along the line. */
  double[] along() {
    double[] along = new double[line.length / 2];
    for (int v = 1; v < along.length; v++) {
      along[v] =
          along[v - 1]
              + Math.hypot(line[2 * v] - line[2 * v - 2], line[2 * v + 1] - line[2 * v - 1]);
    }
    return along;
  }

  /** A box that holds every point so near to the line. */
  LonLatBox around(double withinMetres) {
    // A little more: a degree has fewer metres at the far side of the box.
    double lonMargin = 1.05 * withinMetres / metres.east();
    double latMargin = 1.05 * withinMetres / metres.north();
    return new LonLatBox(
        Math.max(-180, west - lonMargin),
        Math.max(-90, south - latMargin),
        Math.min(180, east + lonMargin),
        Math.min(90, north + latMargin));
  }
}
