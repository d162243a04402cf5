package org.borderwatch.server.hotspot.scan;

import org.borderwatch.server.compute.Crew;

/**
 * The least that is expected in any window of a length, by circle and length, as the bin of {@link
 * Thresholds}. Immutable, hence thread-safe.
 */
final class Windows {
  private static final long MOST = 200_000_000;

  private final short[] bins;

  private Windows(short[] bins) {
    this.bins = bins;
  }

  /** O(members + circles * steps * longest). */
  static Windows of(Circles circles, Baseline baseline, int steps, int longest, Crew crew) {
    if ((long) circles.size() * longest > MOST) {
      throw new IllegalArgumentException(
          "There are %d circles and %d lengths of windows; expected %d together at most: take fewer circles or shorter windows"
              .formatted(circles.size(), longest, MOST));
    }
    short[] bins = new short[circles.size() * longest];
    crew.each(
        circles.centres(),
        () -> {
          long[] units = new long[steps + 1];
          return centre -> {
            java.util.Arrays.fill(units, 0);
            int member = 0;
            int at = circles.first(centre) * longest;
            for (int end : circles.ends(centre)) {
              while (member < end) {
                baseline.add(circles.members(centre)[member++], units);
              }
              for (int length = 1; length <= longest; length++) {
                long least = Long.MAX_VALUE;
                for (int until = length; until <= steps; until++) {
                  least = Math.min(least, units[until] - units[until - length]);
                }
                bins[at++] = (short) Thresholds.bin(baseline.expected(least));
              }
            }
          };
        });
    return new Windows(bins);
  }

  int bin(int circleAndLength) {
    return bins[circleAndLength];
  }
}
