package org.borderwatch.server.route.match;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.network.RoadNetwork;

/** The line of an edge, cut by fractions of its length. */
final class EdgeLine {
  private final RoadNetwork network;
  private final int edge;
  private final double[] share;

  EdgeLine(RoadNetwork network, int edge) {
    this.network = network;
    this.edge = edge;
    this.share = new double[network.vertices(edge)];
    for (int i = 1; i < share.length; i++) {
      share[i] = share[i - 1] + vertex(i - 1).metresTo(vertex(i));
    }
    double length = share[share.length - 1];
    for (int i = 1; i < share.length; i++) {
      share[i] = length > 0 ? share[i] / length : 1;
    }
  }

  /** From one fraction to another, also backwards. */
  List<LonLat> between(double from, double to) {
    List<LonLat> line = new ArrayList<>();
    line.add(at(from));
    if (from <= to) {
      for (int i = 0; i < share.length; i++) {
        if (share[i] > from && share[i] < to) {
          line.add(vertex(i));
        }
      }
    } else {
      for (int i = share.length - 1; i >= 0; i--) {
        if (share[i] < from && share[i] > to) {
          line.add(vertex(i));
        }
      }
    }
    line.add(at(to));
    return line;
  }

  private LonLat at(double fraction) {
    int after = 1;
    while (after < share.length - 1 && share[after] < fraction) {
      after++;
    }
    double before = share[after - 1];
    double t = share[after] > before ? (fraction - before) / (share[after] - before) : 0;
    double within = Math.max(0, Math.min(1, t));
    LonLat a = vertex(after - 1);
    LonLat b = vertex(after);
    return new LonLat(
        a.lon() + within * (b.lon() - a.lon()), a.lat() + within * (b.lat() - a.lat()));
  }

  private LonLat vertex(int i) {
    return new LonLat(network.vertexLon(edge, i), network.vertexLat(edge, i));
  }
}
