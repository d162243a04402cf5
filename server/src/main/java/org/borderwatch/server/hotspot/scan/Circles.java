package org.borderwatch.server.hotspot.scan;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.borderwatch.server.compute.Crew;

/**
 * The circles round every place, each holding the one before it: members by distance from the
 * centre, and how many of them each circle has.
 *
 * <p>Places at the same distance enter together, and distances are the same when they differ by
 * 1e-6 m + 1e-9 of themselves at most. Circles of one centre with the same members are one. O(n^2
 * log n) for n places.
 */
final class Circles {
  /** Members and circles of all centres together: about 2 GB. */
  private static final long MOST = 400_000_000;

  private static final double MICROMETRES = 1e6;
  private static final int INDEX_BITS = 15;

  private final int[][] members;
  private final int[][] ends;
  private final int[] first;

  private Circles(int[][] members, int[][] ends) {
    this.members = members;
    this.ends = ends;
    this.first = new int[members.length + 1];
    for (int centre = 0; centre < members.length; centre++) {
      first[centre + 1] = first[centre] + ends[centre].length;
    }
  }

  /**
   * All circles within the bounds of the settings.
   *
   * @param share of a place in all expected cases, in any unit
   * @param mostShare of a circle, in the same
   */
  static Circles of(
      Places places, IntToLongFunction share, double mostShare, ScanSettings settings, Crew crew) {
    int size = places.size();
    int[][] members = new int[size][];
    int[][] ends = new int[size][];
    crew.each(
        size,
        centre -> {
          long[] byDistance = byDistance(places, centre, settings.maxRadiusMetres());
          int[] order = new int[byDistance.length];
          double[] metres = new double[order.length];
          int kept = 0;
          long held = 0;
          while (kept < order.length && held <= mostShare) {
            order[kept] = (int) (byDistance[kept] & ((1 << INDEX_BITS) - 1));
            metres[kept] = places.metres(centre, order[kept]);
            held += share.applyAsLong(order[kept++]);
          }
          // The last may have entered with others that are too many together.
          int[] grown =
              settings.radiiMetres().length > 0
                  ? atRadii(metres, kept, settings)
                  : atDistances(metres, kept);
          int within = 0;
          long sum = 0;
          int member = 0;
          while (within < grown.length) {
            while (member < grown[within]) {
              sum += share.applyAsLong(order[member++]);
            }
            if (sum > mostShare) {
              break;
            }
            within++;
          }
          ends[centre] = spread(Arrays.copyOf(grown, within), settings.maxCircles());
          members[centre] =
              Arrays.copyOf(order, within == 0 ? 0 : ends[centre][ends[centre].length - 1]);
        });
    long all = 0;
    for (int centre = 0; centre < size; centre++) {
      all += members[centre].length + ends[centre].length;
    }
    if (all > MOST) {
      throw new IllegalArgumentException(
          "The circles hold %d places in all; expected %d at most: take larger cells or a smaller radius"
              .formatted(all, MOST));
    }
    return new Circles(members, ends);
  }

  /** Micrometres and number of each place within the radius, nearest first. */
  private static long[] byDistance(Places places, int centre, double maxRadiusMetres) {
    long[] keys = new long[places.size()];
    int size = 0;
    for (int place = 0; place < keys.length; place++) {
      double metres = places.metres(centre, place);
      if (isWithin(metres, maxRadiusMetres)) {
        keys[size++] = Math.min(1L << 47, Math.round(metres * MICROMETRES)) << INDEX_BITS | place;
      }
    }
    keys = Arrays.copyOf(keys, size);
    Arrays.sort(keys);
    return keys;
  }

  private static boolean isWithin(double metres, double radiusMetres) {
    return metres <= radiusMetres + 1e-6 + 1e-9 * radiusMetres;
  }

  /** How many members each circle has when every distance makes one. */
  private static int[] atDistances(double[] metres, int kept) {
    int[] ends = new int[kept];
    int size = 0;
    int end = 0;
    while (end < kept) {
      double radius = metres[end];
      while (end < kept && isWithin(metres[end], radius)) {
        end++;
      }
      ends[size++] = end;
    }
    return Arrays.copyOf(ends, size);
  }

  private static int[] atRadii(double[] metres, int kept, ScanSettings settings) {
    int[] ends = new int[settings.radiiMetres().length];
    int size = 0;
    int end = 0;
    for (double radius : settings.radiiMetres()) {
      if (!isWithin(radius, settings.maxRadiusMetres())) {
        break;
      }
      int before = end;
      while (end < kept && isWithin(metres[end], radius)) {
        end++;
      }
      if (end > before) {
        ends[size++] = end;
      }
    }
    return Arrays.copyOf(ends, size);
  }

  private static int[] spread(int[] ends, int most) {
    if (ends.length <= most) {
      return ends;
    }
    int[] spread = new int[most];
    for (int i = 0; i < most; i++) {
      spread[i] = ends[most == 1 ? 0 : (int) ((long) i * (ends.length - 1) / (most - 1))];
    }
    return spread;
  }

  int centres() {
    return members.length;
  }

  /** Places by distance from the centre, which is the first. */
  int[] members(int centre) {
    return members[centre];
  }

  /** How many members each circle of the centre has, growing. */
  int[] ends(int centre) {
    return ends[centre];
  }

  /** The number of a centre's first circle among all circles; those of the next centre follow. */
  int first(int centre) {
    return first[centre];
  }

  /** How many circles there are. */
  int size() {
    return first[members.length];
  }
}
