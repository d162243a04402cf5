package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.Optional;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.SnappedPoint;
import org.borderwatch.server.network.Weight;

/**
 * A place on the stored network, and the same in its graph.
 *
 * @param at where it is, and how far from where one asked
 */
public record SnappedEnd(SnappedPoint at, WayEnd end) {
  /** How far from a way a place may lie, unless somebody says otherwise. */
  static final double USUAL_METRES = 2000;

  static final double MOST_METRES = 50_000;

  /**
   * The nearest place on a way that is open for {@code weight} in one direction at least, and not
   * among those that are closed; empty when none is so near.
   *
   * @param closed numbers of edges
   */
  public static Optional<SnappedEnd> nearest(
      RoadNetwork network, Weight weight, double lon, double lat, double maxMetres, BitSet closed) {
    Optional<SnappedPoint> nearest = network.nearest(lon, lat, maxMetres, weight);
    if (nearest.isPresent() && closed.get(nearest.get().edge())) {
      nearest =
          network.nearestAll(lon, lat, maxMetres).stream()
              .filter(one -> network.isOpen(one.edge(), weight) && !closed.get(one.edge()))
              .findFirst();
    }
    return nearest.map(at -> new SnappedEnd(at, end(network, weight, at)));
  }

  private static WayEnd end(RoadNetwork network, Weight weight, SnappedPoint at) {
    int edge = at.edge();
    return WayEnd.onEdge(
        edge,
        network.from(edge),
        network.to(edge),
        at.fraction(),
        network.cost(edge, weight, true),
        network.cost(edge, weight, false));
  }
}
