package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;

/**
 * Where ways could be: places about 600 m apart in a belt along the border of Lạng Sơn, each joined
 * to the six around it, and places that were added by hand. A plane graph, so that ways that are
 * laid along it never cross without a junction. Not thread-safe while places are added.
 */
final class Mesh {
  /** How deep the belt is. */
  static final double DEPTH_METRES = 22_000;

  private static final double SPACING_METRES = 600;
  private static final double ROW_METRES = SPACING_METRES * 0.866;
  private static final double JITTER = 0.27;
  private static final double FROM_KM = 1_056;
  private static final double TO_KM = 1_296;
  private static final double WEST = 106.30;
  private static final double EAST = 107.45;
  private static final double SOUTH = 21.40;
  private static final double NORTH = 22.55;
  private static final double NEAREST_METRES = 150;

  private final List<LonLat> places = new ArrayList<>();
  private final List<Double> heights = new ArrayList<>();
  private final List<Double> offsets = new ArrayList<>();
  private final List<int[]> neighbours = new ArrayList<>();
  private final Relief relief;
  private final int meshed;

  Mesh(long seed, LandBorder border, BorderLocator locator) {
    relief = new Relief(seed);
    double lonMetres = LineFrame.lonMetres((SOUTH + NORTH) / 2);
    int columns = (int) ((EAST - WEST) * lonMetres / SPACING_METRES);
    int rows = (int) ((NORTH - SOUTH) * LineFrame.METRES_PER_DEGREE_LAT / ROW_METRES);
    int[][] number = new int[rows][columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(number[row], -1);
      for (int column = 0; column < columns; column++) {
        Draws draws = Draws.of(seed, Draws.Link.MESH, (long) row * 4_096 + column);
        double x = (column + row % 2 * 0.5 + draws.between(-JITTER, JITTER)) * SPACING_METRES;
        double y = row * ROW_METRES + draws.between(-JITTER, JITTER) * SPACING_METRES;
        LonLat place =
            new LonLat(WEST + x / lonMetres, SOUTH + y / LineFrame.METRES_PER_DEGREE_LAT);
        if (border.isInside(place.lon(), place.lat())) {
          BorderPosition at = locator.locate(place.lon(), place.lat());
          if (isInBelt(at)) {
            number[row][column] = put(place, at.offsetM());
          }
        }
      }
    }
    meshed = places.size();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        // Each pair once: to the east, and to the two above.
        int shift = row % 2;
        join(number, row, column, row, column + 1);
        join(number, row, column, row + 1, column + shift - 1);
        join(number, row, column, row + 1, column + shift);
      }
    }
  }

  private static boolean isInBelt(BorderPosition at) {
    return at.with() == Neighbour.CN
        && at.km() > FROM_KM
        && at.km() < TO_KM
        && at.offsetM() > NEAREST_METRES
        && at.offsetM() < DEPTH_METRES;
  }

  private void join(int[][] number, int row, int column, int otherRow, int otherColumn) {
    if (otherRow < number.length && otherColumn >= 0 && otherColumn < number[row].length) {
      int a = number[row][column];
      int b = number[otherRow][otherColumn];
      if (a >= 0 && b >= 0) {
        join(a, b);
      }
    }
  }

  private void join(int a, int b) {
    neighbours.set(a, with(neighbours.get(a), b));
    neighbours.set(b, with(neighbours.get(b), a));
  }

  private static int[] with(int[] all, int one) {
    int[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = one;
    return more;
  }

  private int put(LonLat place, double offsetMetres) {
    places.add(place);
    heights.add(relief.heightMetres(place.lon(), place.lat()));
    offsets.add(offsetMetres);
    neighbours.add(new int[0]);
    return places.size() - 1;
  }

  /** Adds a place and joins it to those given; its number. */
  int add(LonLat place, double offsetMetres, int... joined) {
    int added = put(place, offsetMetres);
    for (int other : joined) {
      join(added, other);
    }
    return added;
  }

  /** The nearest place of the mesh itself; -1 when none is within {@code mostMetres}. */
  int nearest(LonLat to, double mostMetres) {
    int nearest = -1;
    double least = mostMetres;
    for (int i = 0; i < meshed; i++) {
      double metres = metres(places.get(i), to);
      if (metres < least) {
        least = metres;
        nearest = i;
      }
    }
    return nearest;
  }

  int size() {
    return places.size();
  }

  LonLat place(int i) {
    return places.get(i);
  }

  double heightMetres(int i) {
    return heights.get(i);
  }

  /** From the border, inward. */
  double offsetMetres(int i) {
    return offsets.get(i);
  }

  int[] neighbours(int i) {
    return neighbours.get(i);
  }

  double metres(int a, int b) {
    return metres(places.get(a), places.get(b));
  }

  /** Rise over run from one to the other. */
  double slope(int a, int b) {
    return (heights.get(b) - heights.get(a)) / Math.max(1, metres(a, b));
  }

  /** Over a plane, good to a few in a thousand at these distances. */
  static double metres(LonLat a, LonLat b) {
    double dx = (a.lon() - b.lon()) * LineFrame.lonMetres((a.lat() + b.lat()) / 2);
    double dy = (a.lat() - b.lat()) * LineFrame.METRES_PER_DEGREE_LAT;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
