package org.borderwatch.server.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.locationtech.jts.algorithm.distance.DiscreteFrechetDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * How far two lines stray from each other when both are walked from begin to end: the discrete
 * Fréchet distance of JTS in metres of UTM 48N, in whichever direction is the smaller.
 *
 * <p>Both are looked at in at most {@value #MOST_PLACES} places at even distances, so the result is
 * above the true one by at most half such a step. Lines of several parts are walked one part after
 * the other.
 */
final class FrechetDistance {
  private static final int MOST_PLACES = 1_000;
  private static final double LEAST_STEP_METRES = 10;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private FrechetDistance() {}

  /** Metres between two lines. */
  static double metres(List<List<LonLat>> a, List<List<LonLat>> b) {
    return metres(PlaneLines.of(a), PlaneLines.of(b));
  }

  private static double metres(PlaneLines a, PlaneLines b) {
    double longest = Math.max(a.lengthMetres(), b.lengthMetres());
    double step = Math.max(LEAST_STEP_METRES, longest / MOST_PLACES);
    List<Coordinate> other = places(b, step);
    LineString first = line(places(a, step));
    double there = DiscreteFrechetDistance.distance(first, line(other));
    Collections.reverse(other);
    return Math.min(there, DiscreteFrechetDistance.distance(first, line(other)));
  }

  private static List<Coordinate> places(PlaneLines lines, double step) {
    List<Coordinate> places = new ArrayList<>();
    places.add(new Coordinate(lines.fromEast(0), lines.fromNorth(0)));
    double since = 0;
    for (int piece = 0; piece < lines.pieces(); piece++) {
      double metres = lines.lengthMetres(piece);
      double next = step - since;
      for (; next < metres; next += step) {
        double t = next / metres;
        places.add(
            new Coordinate(
                lines.fromEast(piece) + t * (lines.toEast(piece) - lines.fromEast(piece)),
                lines.fromNorth(piece) + t * (lines.toNorth(piece) - lines.fromNorth(piece))));
      }
      since = metres - (next - step);
    }
    int end = lines.pieces() - 1;
    places.add(new Coordinate(lines.toEast(end), lines.toNorth(end)));
    return places;
  }

  private static LineString line(List<Coordinate> places) {
    return FACTORY.createLineString(places.toArray(Coordinate[]::new));
  }
}
