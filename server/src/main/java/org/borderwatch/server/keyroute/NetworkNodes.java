package org.borderwatch.server.keyroute;

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
   * The same however far the place is: then the nearest node of the largest connected part that
   * vehicles reach, as who comes from afar comes by road; any node of it where none does. As the
   * crow flies on a sphere. O(edges).
   */
  int entrance(double lon, double lat) {
    int near = near(lon, lat);
    if (near != TripEnds.NOWHERE) {
      return near;
    }
    int byRoad = entrance(lon, lat, Weight.DRIVE_SECONDS);
    return byRoad != TripEnds.NOWHERE ? byRoad : entrance(lon, lat, weight);
  }

  private int entrance(double lon, double lat, Weight also) {
    int nearest = TripEnds.NOWHERE;
    double least = Double.POSITIVE_INFINITY;
    for (int edge = 0; edge < network.edges(); edge++) {
      boolean isCandidate =
          network.part(network.from(edge)) == 0
              && network.isOpen(edge, weight)
              && network.isOpen(edge, also);
      for (int end = 0; isCandidate && end < 2; end++) {
        int node = end == 0 ? network.from(edge) : network.to(edge);
        double chord = chord(lon, lat, network.lon(node), network.lat(node));
        if (chord < least) {
          least = chord;
          nearest = node;
        }
      }
    }
    return nearest;
  }

  /** Grows with the distance between two places. */
  private static double chord(double lon, double lat, double otherLon, double otherLat) {
    double halfLat = Math.sin(Math.toRadians(otherLat - lat) / 2);
    double halfLon = Math.sin(Math.toRadians(otherLon - lon) / 2);
    return halfLat * halfLat
        + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * halfLon * halfLon;
  }
}
