package org.borderwatch.server.detection.column;

import java.util.stream.IntStream;

/**
 * Sorts rows by their key along the curve: least significant digit first, {@value #DIGIT_BITS} bits
 * a pass, so that ten million rows take less than a second. O(n) for each pass, stable; needs 24
 * bytes a row while it works.
 */
final class CurveSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private long[] keys;
  private int[] order;

  private CurveSort(int size) {
    this.keys = new long[size];
    this.order = new int[size];
  }

  /** The rows of {@code rows} in the order of their keys. */
  static CurveSort of(RowPieces rows) {
    CurveSort sort = new CurveSort(rows.size());
    sort.computeKeys(rows);
    sort.sort();
    return sort;
  }

  int size() {
    return order.length;
  }

  /** Which row stands at {@code place}. */
  int row(int place) {
    return order[place];
  }

  long key(int place) {
    return keys[place];
  }

  private void computeKeys(RowPieces rows) {
    int step = RowBuffer.PIECE_ROWS;
    IntStream.range(0, (keys.length + step - 1) / step)
        .parallel()
        .forEach(
            part -> {
              int until = Math.min(keys.length, (part + 1) * step);
              for (int i = part * step; i < until; i++) {
                keys[i] = HilbertCurve.key(rows.get(i, RowBuffer.X), rows.get(i, RowBuffer.Y));
                order[i] = i;
              }
            });
  }

  private void sort() {
    long[] otherKeys = new long[keys.length];
    int[] otherOrder = new int[order.length];
    for (int shift = 0; shift < HilbertCurve.KEY_BITS; shift += DIGIT_BITS) {
      int[] next = starts(shift);
      for (int i = 0; i < keys.length; i++) {
        int place = next[digit(keys[i], shift)]++;
        otherKeys[place] = keys[i];
        otherOrder[place] = order[i];
      }
      long[] sortedKeys = otherKeys;
      otherKeys = keys;
      keys = sortedKeys;
      int[] sortedOrder = otherOrder;
      otherOrder = order;
      order = sortedOrder;
    }
  }

  private int[] starts(int shift) {
    int[] starts = new int[DIGITS + 1];
    for (long key : keys) {
      starts[digit(key, shift) + 1]++;
    }
    for (int i = 0; i < DIGITS; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (DIGITS - 1);
  }
}
