package org.borderwatch.server.study;

/**
 * Which of many points is the nearest: a k-d tree over points of a plane or of the unit sphere,
 * where the shorter of two chords is the shorter way. Among equals it gives the smallest number.
 * O(n log n) to make, O(log n) to ask. Immutable, hence thread-safe.
 */
final class NearestPoint {
  /** The points in the order of the tree: the middle of a range splits it. */
  private final int[] numbers;

  private final double[][] at;

  private NearestPoint(double[][] at) {
    this.at = at;
    this.numbers = new int[at[0].length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    split(0, numbers.length, 0);
  }

  static NearestPoint inPlane(double[] x, double[] y) {
    return new NearestPoint(new double[][] {x, y});
  }

  static NearestPoint onEarth(double[] lon, double[] lat) {
    double[][] at = new double[3][lon.length];
    for (int i = 0; i < lon.length; i++) {
      double[] place = onSphere(lon[i], lat[i]);
      for (int axis = 0; axis < place.length; axis++) {
        at[axis][i] = place[axis];
      }
    }
    return new NearestPoint(at);
  }

  private static double[] onSphere(double lon, double lat) {
    double lambda = Math.toRadians(lon);
    double phi = Math.toRadians(lat);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }

  /** Of points in a plane: the nearest to this one. */
  int toMetres(double x, double y) {
    return nearest(new double[] {x, y});
  }

  /** Of points on Earth: the nearest to this one in degrees. */
  int toDegrees(double lon, double lat) {
    return nearest(onSphere(lon, lat));
  }

  private void split(int from, int until, int axis) {
    if (until - from < 2) {
      return;
    }
    int middle = (from + until) / 2;
    select(from, until - 1, middle, at[axis]);
    int next = (axis + 1) % at.length;
    split(from, middle, next);
    split(middle + 1, until, next);
  }

  /** Puts into its place what belongs at {@code middle}, the smaller before, the greater after. */
  private void select(int from, int last, int middle, double[] key) {
    int low = from;
    int high = last;
    while (low < high) {
      double pivot = key[numbers[(low + high) / 2]];
      int i = low;
      int j = high;
      while (i <= j) {
        while (key[numbers[i]] < pivot) {
          i++;
        }
        while (key[numbers[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int swap = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = swap;
        }
      }
      if (middle <= j) {
        high = j;
      } else if (middle >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private int nearest(double[] place) {
    if (numbers.length == 0) {
      throw new IllegalStateException("there is no point");
    }
    Found found = new Found();
    search(place, 0, numbers.length, 0, found);
    return found.number;
  }

  private static final class Found {
    private int number = Integer.MAX_VALUE;
    private double square = Double.POSITIVE_INFINITY;
  }

  private void search(double[] place, int from, int until, int axis, Found found) {
    if (from >= until) {
      return;
    }
    int middle = (from + until) / 2;
    look(place, numbers[middle], found);
    double beyond = place[axis] - at[axis][numbers[middle]];
    int next = (axis + 1) % at.length;
    boolean isBefore = beyond < 0;
    search(place, isBefore ? from : middle + 1, isBefore ? middle : until, next, found);
    if (beyond * beyond <= found.square) {
      search(place, isBefore ? middle + 1 : from, isBefore ? until : middle, next, found);
    }
  }

  private void look(double[] place, int number, Found found) {
    double square = 0;
    for (int axis = 0; axis < at.length; axis++) {
      double apart = place[axis] - at[axis][number];
      square += apart * apart;
    }
    if (square < found.square || (square == found.square && number < found.number)) {
      found.square = square;
      found.number = number;
    }
  }
}
