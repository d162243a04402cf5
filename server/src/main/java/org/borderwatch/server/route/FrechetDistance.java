package org.borderwatch.server.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far two lines stray from each other when both are walked from begin to end: the discrete
 * Fréchet distance in metres of UTM 48N, in whichever direction is the smaller.
 *
 * <p>Both are looked at in at most {@value #MOST_PLACES} places at even distances, so the result is
 * above the true one by at most half such a step. Lines of several parts are walked one part after
 * the other.
 */
final class FrechetDistance {
  private static final int MOST_PLACES = 1_000;
  private static final double LEAST_STEP_METRES = 10;

  private FrechetDistance() {}

  /** Metres between two lines. */
  static double metres(List<List<LonLat>> a, List<List<LonLat>> b) {
    return metres(PlaneLines.of(a), PlaneLines.of(b));
  }

  private static double metres(PlaneLines a, PlaneLines b) {
    double longest = Math.max(a.lengthMetres(), b.lengthMetres());
    double step = Math.max(LEAST_STEP_METRES, longest / MOST_PLACES);
    List<Coordinate> first = places(a, step);
    List<Coordinate> other = places(b, step);
    double there = discrete(first, other);
    Collections.reverse(other);
    return Math.min(there, discrete(first, other));
  }

  /**
   * The discrete distance of two rows of places (Eiter and Mannila 1994), one row of the table at a
   * time. JTS gives the same (a test holds it), but took 14 s for the groups of 21 routes.
   */
  static double discrete(List<Coordinate> a, List<Coordinate> b) {
    double[] reached = new double[b.size()];
    for (int i = 0; i < a.size(); i++) {
      double diagonal = Double.POSITIVE_INFINITY;
      for (int j = 0; j < reached.length; j++) {
        double before = i == 0 ? Double.POSITIVE_INFINITY : reached[j];
        double beside = j == 0 ? Double.POSITIVE_INFINITY : reached[j - 1];
        double least = i == 0 && j == 0 ? 0 : Math.min(diagonal, Math.min(before, beside));
        reached[j] = Math.max(least, a.get(i).distance(b.get(j)));
        diagonal = before;
      }
    }
    return reached[reached.length - 1];
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
}
