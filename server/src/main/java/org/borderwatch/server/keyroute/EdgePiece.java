package org.borderwatch.server.keyroute;

import org.borderwatch.server.network.RoadNetwork;

/**
 * A piece of an edge's line, in the direction in which one goes along it.
 *
 * @param lonLat degrees east and north of each vertex in turn, two vertices or more
 * @param metres of each vertex along the piece, the first 0
 * @param heightMetres above the sea of each vertex; NaN where it isn't known
 */
public record EdgePiece(double[] lonLat, double[] metres, float[] heightMetres) {
  /**
   * From one share of an edge's length to another, both from its first vertex; backwards where the
   * second is smaller. Shares of what lies between two vertices are measured in the plane that
   * touches there, and scaled so that the whole edge has its length.
   */
  public static EdgePiece of(RoadNetwork network, int edge, double from, double to) {
    double[] along = along(network, edge);
    double low = Math.min(from, to);
    double high = Math.max(from, to);
    int first = 0;
    while (first < along.length && along[first] <= low) {
      first++;
    }
    int end = first;
    while (end < along.length && along[end] < high) {
      end++;
    }
    int size = end - first + 2;
    double[] lonLat = new double[2 * size];
    double[] metres = new double[size];
    float[] heights = new float[size];
    for (int i = 0; i < size; i++) {
      int place = from <= to ? i : size - 1 - i;
      double share = i == 0 ? low : i == size - 1 ? high : along[first + i - 1];
      int after = Math.min(first + Math.max(0, i - 1), along.length - 1);
      put(network, edge, along, share, after, lonLat, heights, place);
      metres[place] = (from <= to ? share - low : high - share) * network.lengthMetres(edge);
    }
    return new EdgePiece(lonLat, metres, heights);
  }

  /** Share of the edge's length that lies before each vertex. */
  private static double[] along(RoadNetwork network, int edge) {
    double[] along = new double[network.vertices(edge)];
    for (int i = 1; i < along.length; i++) {
      double lat = network.vertexLat(edge, i);
      double lastLat = network.vertexLat(edge, i - 1);
      double east =
          (network.vertexLon(edge, i) - network.vertexLon(edge, i - 1))
              * Math.cos(Math.toRadians((lat + lastLat) / 2));
      along[i] = along[i - 1] + Math.hypot(east, lat - lastLat);
    }
    double whole = along[along.length - 1];
    for (int i = 1; i < along.length; i++) {
      along[i] = whole > 0 ? along[i] / whole : (double) i / (along.length - 1);
    }
    along[along.length - 1] = 1;
    return along;
  }

  /** The place at {@code share}, which lies between vertex {@code after} and the one before. */
  private static void put(
      RoadNetwork network,
      int edge,
      double[] along,
      double share,
      int after,
      double[] lonLat,
      float[] heights,
      int place) {
    double span = along[after] - along[after - 1];
    double t = span > 0 ? Math.min(1, Math.max(0, (share - along[after - 1]) / span)) : 0;
    lonLat[2 * place] =
        between(network.vertexLon(edge, after - 1), network.vertexLon(edge, after), t);
    lonLat[2 * place + 1] =
        between(network.vertexLat(edge, after - 1), network.vertexLat(edge, after), t);
    float before = network.vertexHeightMetres(edge, after - 1);
    float behind = network.vertexHeightMetres(edge, after);
    heights[place] = t == 0 ? before : t == 1 ? behind : (float) between(before, behind, t);
  }

  private static double between(double one, double other, double t) {
    return t == 1 ? other : one + t * (other - one);
  }
}
