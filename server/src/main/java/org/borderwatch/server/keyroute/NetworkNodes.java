package org.borderwatch.server.keyroute;

import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.SnappedPoint;
import org.borderwatch.server.network.Weight;

/**
 * Which node of a network stands for a place. Immutable, hence thread-safe.
 *
 * @param snapMetres how far a place may lie from the nearest way
 */
record NetworkNodes(RoadNetwork network, Weight weight, double snapMetres) {
  /** The nearer end of the nearest way that is open for the weight, if it is near enough. */
  int near(double lon, double lat) {
    return network.nearest(lon, lat, snapMetres, weight).map(this::end).orElse(TripEnds.NOWHERE);
  }

  private int end(SnappedPoint at) {
    return at.fraction() < 0.5 ? network.from(at.edge()) : network.to(at.edge());
  }

  /**
   * The same however far the place is: then the nearest node of the largest connected part, where
   * whoever comes from there enters. As the crow flies on a sphere. O(nodes).
   */
  int entrance(double lon, double lat) {
    int near = near(lon, lat);
    if (near != TripEnds.NOWHERE) {
      return near;
    }
    WeightedGraph graph = network.graph(weight);
    double cosLat = Math.cos(Math.toRadians(lat));
    int nearest = TripEnds.NOWHERE;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < network.nodes(); v++) {
      if (network.part(v) != 0 || graph.firstArc(v) == graph.firstArc(v + 1)) {
        continue;
      }
      double halfLat = Math.sin(Math.toRadians(network.lat(v) - lat) / 2);
      double halfLon = Math.sin(Math.toRadians(network.lon(v) - lon) / 2);
      double square =
          halfLat * halfLat + cosLat * Math.cos(Math.toRadians(network.lat(v))) * halfLon * halfLon;
      if (square < least) {
        least = square;
        nearest = v;
      }
    }
    return nearest;
  }
}
