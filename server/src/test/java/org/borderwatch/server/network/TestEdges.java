package org.borderwatch.server.network;

import java.util.Random;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.data.network.WayClass;

/** Edges for tests, short to write. */
final class TestEdges {
  static final double CLOSED = Double.POSITIVE_INFINITY;

  private TestEdges() {}

  /** A two-way trail whose seconds are its metres, which are thought to be 100,000 a degree. */
  static NetworkEdge trail(int from, int to, double... lonLat) {
    double metres = 0;
    for (int i = 2; i < lonLat.length; i += 2) {
      metres += 1e5 * Math.hypot(lonLat[i] - lonLat[i - 2], lonLat[i + 1] - lonLat[i - 1]);
    }
    metres = Math.rint(metres * 1e3) / 1e3;
    return new NetworkEdge(
        from,
        to,
        WayClass.PATH,
        null,
        null,
        null,
        lonLat,
        new float[0],
        metres,
        metres,
        metres,
        CLOSED,
        CLOSED,
        "test/" + from + "-" + to);
  }

  /** A road with a name, heights and one direction for vehicles. */
  static NetworkEdge road(int from, int to, double... lonLat) {
    float[] heights = new float[lonLat.length / 2];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = 100 + 10 * (i % 2);
    }
    return new NetworkEdge(
        from,
        to,
        WayClass.PRIMARY,
        "Đường 4B",
        "QL.4B",
        "asphalt",
        lonLat,
        heights,
        1_000,
        700,
        710,
        60,
        CLOSED,
        "way/1/0");
  }

  /** A random network: {@code edges} bent lines among {@code nodes} places around Lạng Sơn. */
  static void random(Random random, int nodes, int edges, NetworkReceiver receiver) {
    double[] lon = new double[nodes];
    double[] lat = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      lon[i] = 106.6 + 0.05 * random.nextDouble();
      lat[i] = 21.8 + 0.05 * random.nextDouble();
      receiver.node(new NetworkNode(i, lon[i], lat[i], Float.NaN, i % 7 == 0 ? "gate" : null));
    }
    for (int i = 0; i < edges; i++) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(nodes);
      int bends = random.nextInt(12);
      double[] line = new double[2 * (bends + 2)];
      for (int b = 0; b < bends + 2; b++) {
        double along = b / (bends + 1.0);
        double aside = b == 0 || b == bends + 1 ? 0 : 0.002 * random.nextGaussian();
        line[2 * b] = lon[from] + along * (lon[to] - lon[from]) + aside;
        line[2 * b + 1] = lat[from] + along * (lat[to] - lat[from]) - aside;
      }
      NetworkEdge edge = i % 3 == 0 ? road(from, to, line) : trail(from, to, line);
      receiver.edge(edge.lengthMetres() > 0 ? edge : road(from, to, line));
    }
  }
}
