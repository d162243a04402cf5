package org.borderwatch.server.patrol.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.locationtech.jts.geom.Geometry;

/**
 * A piece of the border with the trails that lead to it, that one team can guard. The areas of a
 * plan lie side by side and don't overlap.
 *
 * @param id stable for the same piece, such as {@code CN-1131.2-1136.4}
 * @param name on the map: {@code K1}, {@code K2} by value where the plan chose it, else the id
 * @param rank from 1 where the plan chose it
 * @param with the neighbour
 * @param fromKm where it begins along that neighbour's line
 * @param untilKm where it ends
 * @param stretch code of the station whose stretch most of it is; empty where none answers
 * @param shape polygon to draw, degrees, longitude first
 * @param waypoints where trails come to the border in it, along the line: at least one
 * @param crossings expected, by shift, in the order of the shifts
 * @param reachMinutes from a post by its code, for those within reach
 * @param ways the way from a post by its code: longitude and latitude in turn
 */
public record PatrolArea(
    String id,
    String name,
    Optional<Integer> rank,
    Neighbour with,
    double fromKm,
    double untilKm,
    Optional<String> stretch,
    Geometry shape,
    List<LonLat> waypoints,
    List<Crossings> crossings,
    Map<String, Double> reachMinutes,
    Map<String, double[]> ways) {
  public PatrolArea {
    waypoints = List.copyOf(waypoints);
    crossings = List.copyOf(crossings);
    reachMinutes = Map.copyOf(reachMinutes);
    ways = Map.copyOf(ways);
  }

  /** Metres of border. */
  public double lengthMetres() {
    return (untilKm - fromKm) * 1000;
  }

  /** Minutes from a post; infinite where it is out of reach. */
  public double reachMinutes(String station) {
    return reachMinutes.getOrDefault(station, Double.POSITIVE_INFINITY);
  }
}
