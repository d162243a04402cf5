package org.borderwatch.server.detection.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows that are about to become a block. Used again for the next; not for several threads. */
final class RowStage {
  private static final int FIELDS = RowBuffer.FIELDS;

  private int[] rows = new int[Block.MAX_ROWS * FIELDS];
  private long[] byTime = new long[0];
  private int size;

  int size() {
    return size;
  }

  void add(RowPieces pieces, int row) {
    room();
    pieces.copy(row, rows, size++ * FIELDS);
  }

  void add(RowBuffer buffer, int row) {
    room();
    buffer.copy(row, rows, size++ * FIELDS);
  }

  /** Adds a row, its fields in the order of {@link RowBuffer}. */
  void add(int... fields) {
    room();
    System.arraycopy(fields, 0, rows, size++ * FIELDS, FIELDS);
  }

  /** Field of the row that stands {@code place}-th in time; only after {@link #sortByTime}. */
  int get(int place, int field) {
    return rows[(int) byTime[place] * FIELDS + field];
  }

  /** Adds every row to {@code buffer}. */
  void copyTo(RowBuffer buffer) {
    for (int row = 0; row < size; row++) {
      buffer.add(rows, row * FIELDS);
    }
  }

  /**
   * Time in the upper half, the row in the lower: one sort of longs. Equal times keep their order.
   */
  void sortByTime() {
    byTime = new long[size];
    for (int row = 0; row < size; row++) {
      byTime[row] = (long) rows[row * FIELDS + RowBuffer.SECONDS] << 32 | row;
    }
    Arrays.sort(byTime);
  }

  /** A column in the order of time; only after {@link #sortByTime}. */
  int[] column(int field) {
    int[] column = new int[size];
    for (int place = 0; place < size; place++) {
      column[place] = get(place, field);
    }
    return column;
  }

  /** The rows whose people don't fit a byte; null when there are none. */
  @Nullable Crowds crowds() {
    int[] places = new int[size];
    int found = 0;
    for (int place = 0; place < size; place++) {
      if (get(place, RowBuffer.PERSONS) >= Block.CROWD) {
        places[found++] = place;
      }
    }
    if (found == 0) {
      return null;
    }
    int[] crowded = Arrays.copyOf(places, found);
    return new Crowds(
        crowded,
        pick(crowded, RowBuffer.PERSONS),
        pick(crowded, RowBuffer.WOMEN),
        pick(crowded, RowBuffer.CHILDREN));
  }

  private int[] pick(int[] places, int field) {
    return Arrays.stream(places).map(place -> get(place, field)).toArray();
  }

  private void room() {
    if ((size + 1) * FIELDS > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
  }
}
