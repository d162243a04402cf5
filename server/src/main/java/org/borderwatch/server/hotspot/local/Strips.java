package org.borderwatch.server.hotspot.local;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.borderwatch.server.compute.Crew;

/**
 * Points in strips as high as the reach, from south to north, each ordered by x, so that those near
 * a point stand together in a few runs, one a strip, which move on as the point does.
 *
 * <p>There is no grid, so it doesn't mind how far apart the points lie. O(n) to order them; a
 * search looks at 6/pi = 1.9 times as many points as it finds where they lie evenly. 20 bytes a
 * point, twice that while they are ordered.
 */
final class Strips {
  private static final int POINTS_A_PART = 512;

  /** Which point stands at each position. */
  final int[] point;

  final double[] x;
  final double[] y;

  private final double reach;

  /** Strip s stands from {@code start[s]} to before {@code start[s + 1]}. */
  private final int[] start;

  private final double[] south;
  private final double[] north;

  /** Looks at what is near each point; every thread has its own. */
  interface Visitor {
    /** A point, whose runs follow. */
    void begin(int position);

    /** Points within reach may stand from here to before {@code until}; not all that do are. */
    void run(int from, int until);

    /** All runs of the point were seen. */
    void end();
  }

  /**
   * Orders points.
   *
   * @param chosen numbers of those that count; left in any order
   * @param reach metres, above 0
   */
  Strips(double[] xMetres, double[] yMetres, int[] chosen, double reach, Crew crew) {
    this.reach = reach;
    int n = chosen.length;
    double first = Arrays.stream(chosen).mapToDouble(i -> yMetres[i]).min().orElse(0);
    long[] keys = new long[n];
    each(n, crew, i -> keys[i] = RadixSort.key(xMetres[chosen[i]]));
    int[] byX = RadixSort.sort(keys, chosen, crew);
    each(n, crew, i -> keys[i] = strip(yMetres[byX[i]], first, reach));
    point = RadixSort.sort(keys, byX, crew);
    x = inOrder(xMetres, crew);
    y = inOrder(yMetres, crew);
    int[] begins = new int[n + 1];
    int strips = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || strip(y[i], first, reach) != strip(y[i - 1], first, reach)) {
        begins[strips++] = i;
      }
    }
    begins[strips] = n;
    start = Arrays.copyOf(begins, strips + 1);
    south = new double[strips];
    north = new double[strips];
    for (int s = 0; s < strips; s++) {
      south[s] = Double.POSITIVE_INFINITY;
      north[s] = Double.NEGATIVE_INFINITY;
      for (int i = start[s]; i < start[s + 1]; i++) {
        south[s] = Math.min(south[s], y[i]);
        north[s] = Math.max(north[s], y[i]);
      }
    }
  }

  /** What belongs to each point, in the order of positions. */
  double[] inOrder(double[] byPoint, Crew crew) {
    double[] ordered = new double[point.length];
    each(point.length, crew, i -> ordered[i] = byPoint[point[i]]);
    return ordered;
  }

  private static long strip(double y, double first, double height) {
    return (long) ((y - first) / height);
  }

  private static void each(int n, Crew crew, IntConsumer one) {
    int block = 1 << 14;
    crew.each(
        (n + block - 1) / block,
        part -> {
          for (int i = part * block, end = Math.min(n, i + block); i < end; i++) {
            one.accept(i);
          }
        });
  }

  /** Shows every point to a visitor, with the runs that hold all within reach of it. */
  void visit(Crew crew, Supplier<Visitor> visitors) {
    int parts = (point.length + POINTS_A_PART - 1) / POINTS_A_PART;
    crew.each(
        parts,
        () -> {
          Visitor visitor = visitors.get();
          return (IntConsumer) part -> visitPart(part, visitor);
        });
  }

  private void visitPart(int part, Visitor visitor) {
    int from = part * POINTS_A_PART;
    int until = Math.min(point.length, from + POINTS_A_PART);
    int strip = Arrays.binarySearch(start, from);
    strip = strip < 0 ? -strip - 2 : strip;
    for (; from < until; strip++) {
      int end = Math.min(until, start[strip + 1]);
      visitStrip(strip, from, end, visitor);
      from = end;
    }
  }

  /** Points of one strip, from west to east: the runs in the strips around it only move on. */
  private void visitStrip(int strip, int from, int until, Visitor visitor) {
    int lowest = strip;
    while (lowest > 0 && south[strip] - north[lowest - 1] <= reach) {
      lowest--;
    }
    int highest = strip;
    while (highest + 1 < south.length && south[highest + 1] - north[strip] <= reach) {
      highest++;
    }
    int[] west = new int[highest - lowest + 1];
    int[] east = new int[west.length];
    for (int i = 0; i < west.length; i++) {
      west[i] = firstWithin(start[lowest + i], start[lowest + i + 1], x[from]);
      east[i] = west[i];
    }
    for (int at = from; at < until; at++) {
      visitor.begin(at);
      for (int i = 0; i < west.length; i++) {
        int last = start[lowest + i + 1];
        int first = west[i];
        while (first < last && x[at] - x[first] > reach) {
          first++;
        }
        int next = Math.max(first, east[i]);
        while (next < last && x[next] - x[at] <= reach) {
          next++;
        }
        west[i] = first;
        east[i] = next;
        if (first < next
            && y[at] - north[lowest + i] <= reach
            && south[lowest + i] - y[at] <= reach) {
          visitor.run(first, next);
        }
      }
      visitor.end();
    }
  }

  /** The first position of a strip that isn't further west than the reach. */
  private int firstWithin(int from, int until, double eastOf) {
    int low = from;
    int high = until;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (eastOf - x[middle] > reach) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
