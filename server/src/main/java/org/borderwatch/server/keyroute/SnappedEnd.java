package org.borderwatch.server.keyroute;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.graph.WayFinder;
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

  /**
   * A place for each of several so that they all lie on ways that hang together, as near as
   * possible in sum; where no such places are within {@code maxMetres}, the nearest of each. Data
   * hold pieces of way that hang together with nothing, and whoever points at a place seldom means
   * them.
   *
   * @param nearest place of each
   * @param lonLat degrees east and north of each
   */
  static List<SnappedEnd> joined(
      RoadNetwork network,
      Weight weight,
      List<SnappedEnd> nearest,
      List<double[]> lonLat,
      double maxMetres,
      BitSet closed) {
    WayFinder finder = network.finder(weight);
    if (nearest.stream().mapToInt(one -> finder.part(one.end())).distinct().count() < 2) {
      return nearest;
    }
    List<Map<Integer, SnappedEnd>> byPart = new ArrayList<>();
    for (double[] at : lonLat) {
      Map<Integer, SnappedEnd> first = new HashMap<>();
      for (SnappedPoint one : network.nearestAll(at[0], at[1], maxMetres)) {
        if (network.isOpen(one.edge(), weight) && !closed.get(one.edge())) {
          SnappedEnd end = new SnappedEnd(one, end(network, weight, one));
          first.putIfAbsent(finder.part(end.end()), end);
        }
      }
      byPart.add(first);
    }
    return byPart.get(0).keySet().stream()
        .filter(part -> byPart.stream().allMatch(places -> places.containsKey(part)))
        .map(part -> byPart.stream().map(places -> places.get(part)).toList())
        .min(Comparator.comparingDouble(SnappedEnd::metres))
        .orElse(nearest);
  }

  private static double metres(List<SnappedEnd> ends) {
    return ends.stream().mapToDouble(end -> end.at().distanceMetres()).sum();
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
