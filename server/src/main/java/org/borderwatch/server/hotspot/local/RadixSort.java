package org.borderwatch.server.hotspot.local;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;

/**
 * Sorts numbers and what belongs to them, stable, the least digit of 11 bits first. O(n) for each
 * digit in which the numbers differ; twice the memory of what it sorts. The order doesn't depend on
 * the crew.
 */
final class RadixSort {
  private static final int BITS = 11;
  private static final int RADIX = 1 << BITS;
  private static final int LEAST_PART = 1 << 14;

  private long[] keys;
  private int[] index;
  private final Crew crew;
  private final int parts;

  private RadixSort(long[] keys, int[] index, Crew crew) {
    this.keys = keys;
    this.index = index;
    this.crew = crew;
    this.parts = Math.max(1, Math.min(crew.threads(), keys.length / LEAST_PART));
  }

  /**
   * What belongs to each key, by rising key; those of equal keys as they came.
   *
   * @param keys taken without sign; left in any order
   * @param index by key; left in any order
   */
  static int[] sort(long[] keys, int[] index, Crew crew) {
    RadixSort sort = new RadixSort(keys, index, crew);
    sort.byEachDigit();
    return sort.index;
  }

  /** A number that rises, without sign, as the doubles do; zeros of both signs are one. */
  static long key(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }

  private void byEachDigit() {
    int n = keys.length;
    long[] otherKeys = new long[n];
    int[] otherIndex = new int[n];
    int[][] counts = new int[parts][RADIX];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      if (!places(counts, shift)) {
        continue;
      }
      long[] fromKeys = keys;
      int[] fromIndex = index;
      long[] toKeys = otherKeys;
      int[] toIndex = otherIndex;
      int digitShift = shift;
      crew.each(
          parts,
          part -> {
            int[] at = counts[part];
            for (int i = from(part), end = from(part + 1); i < end; i++) {
              int to = at[digit(fromKeys[i], digitShift)]++;
              toKeys[to] = fromKeys[i];
              toIndex[to] = fromIndex[i];
            }
          });
      otherKeys = fromKeys;
      otherIndex = fromIndex;
      keys = toKeys;
      index = toIndex;
    }
  }

  /** Where the keys of each part and digit begin; false when all keys have the same digit. */
  private boolean places(int[][] counts, int shift) {
    long[] here = keys;
    crew.each(
        parts,
        part -> {
          int[] count = counts[part];
          Arrays.fill(count, 0);
          for (int i = from(part), end = from(part + 1); i < end; i++) {
            count[digit(here[i], shift)]++;
          }
        });
    int before = 0;
    for (int digit = 0; digit < RADIX; digit++) {
      int first = before;
      for (int[] count : counts) {
        int size = count[digit];
        count[digit] = before;
        before += size;
      }
      if (first == 0 && before == here.length) {
        return false;
      }
    }
    return true;
  }

  private int from(int part) {
    return (int) ((long) keys.length * part / parts);
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (RADIX - 1);
  }
}
