package org.borderwatch.server.detection.column;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows one after the other, on their way into columns: each is {@value #FIELDS} ints side by side,
 * so that moving a row touches one or two cache lines. Grows in pieces. Not for several threads.
 */
public final class RowBuffer {
  static final int X = 0;
  static final int Y = 1;
  static final int SECONDS = 2;
  static final int ROW_NO = 3;
  static final int WORDS = 4;
  static final int BORDER_MM = 5;
  static final int STATION = 6;
  static final int PERSONS = 7;
  static final int WOMEN = 8;
  static final int CHILDREN = 9;
  static final int FIELDS = 10;

  /** Rows in a piece: 320 kB, small enough for the collector to move. */
  static final int PIECE_ROWS = 8192;

  private final List<int[]> pieces = new ArrayList<>();
  private int[] last = new int[0];
  private int used = PIECE_ROWS;
  private int size;

  /**
   * Adds a row.
   *
   * @param rowNo number of the row, 1 to 2^32 - 1, as an unsigned int
   * @param x see {@link FixedMercator}
   * @param y see {@link FixedMercator}
   * @param seconds since 2000-01-01T00:00:00Z
   * @param words see {@link RowWords}; a row without a bit of each group is never found
   * @param borderMm chainage in millimetres, as an unsigned int
   * @param station see {@link StationCodes}
   * @param persons at least 1
   * @param women 0 when not counted
   * @param children 0 when not counted
   */
  public void add(
      int rowNo,
      int x,
      int y,
      int seconds,
      int words,
      int borderMm,
      char station,
      int persons,
      int women,
      int children) {
    int at = place();
    last[at + X] = x;
    last[at + Y] = y;
    last[at + SECONDS] = seconds;
    last[at + ROW_NO] = rowNo;
    last[at + WORDS] = words;
    last[at + BORDER_MM] = borderMm;
    last[at + STATION] = station;
    last[at + PERSONS] = persons;
    last[at + WOMEN] = women;
    last[at + CHILDREN] = children;
  }

  /** Adds a row whose fields stand in {@code fields} from {@code from} on. */
  void add(int[] fields, int from) {
    int at = place();
    System.arraycopy(fields, from, last, at, FIELDS);
  }

  public int size() {
    return size;
  }

  /** Where the next row begins in the last piece. */
  private int place() {
    if (used == PIECE_ROWS) {
      last = new int[PIECE_ROWS * FIELDS];
      pieces.add(last);
      used = 0;
    }
    size++;
    return used++ * FIELDS;
  }

  int get(int row, int field) {
    return pieces.get(row / PIECE_ROWS)[row % PIECE_ROWS * FIELDS + field];
  }

  /** Copies all fields of a row to {@code target} from {@code at} on. */
  void copy(int row, int[] target, int at) {
    System.arraycopy(pieces.get(row / PIECE_ROWS), row % PIECE_ROWS * FIELDS, target, at, FIELDS);
  }
}
