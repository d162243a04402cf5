package org.borderwatch.server.detection.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are neighbours on the curve, sorted by time, column by column, with a summary of them.
 * Immutable. A row takes 30 bytes: six ints, a char and three bytes.
 */
public final class Block {
  /**
   * Rows in a block when it is made. Fewer make the edge of a box cheaper, more a period: a month
   * of many small blocks is many short runs, each found by its own search.
   */
  static final int TARGET_ROWS = 4096;

  /** A block with more is split. */
  static final int MAX_ROWS = 8192;

  /** A block with fewer joins the one before, where both fit. */
  static final int MIN_ROWS = 1024;

  /** From this number of people on, the counts of a row stand in {@link Crowds}. */
  static final int CROWD = 255;

  private static final int ARRAY_HEADER_BYTES = 16;
  private static final int ARRAYS = 10;
  private static final int OBJECT_BYTES = 128;
  private static final int ROW_BYTES = 6 * Integer.BYTES + Character.BYTES + 3;

  final int[] x;
  final int[] y;
  final int[] seconds;
  final int[] words;
  final int[] borderMm;
  final char[] stations;
  private final int[] rowNos;

  /** As unsigned bytes; {@value #CROWD} stands for a crowd. */
  final byte[] persons;

  private final byte[] women;
  private final byte[] children;
  private final @Nullable Crowds crowds;

  /** Least and greatest key along the curve that its rows may have. */
  final long firstKey;

  final long lastKey;
  final Box bounds;

  /** Every bit that some row has. */
  final int anyWords;

  final int minPersons;
  final int maxPersons;
  final long minBorderMm;
  final long maxBorderMm;

  /** The station of all rows, or -1 when they have several. */
  final int onlyStation;

  private final long totalPersons;
  private final long totalWomen;
  private final long totalChildren;

  private Block(RowStage stage, long firstKey, long lastKey) {
    int size = stage.size();
    this.firstKey = firstKey;
    this.lastKey = lastKey;
    this.x = stage.column(RowBuffer.X);
    this.y = stage.column(RowBuffer.Y);
    this.seconds = stage.column(RowBuffer.SECONDS);
    this.rowNos = stage.column(RowBuffer.ROW_NO);
    this.words = stage.column(RowBuffer.WORDS);
    this.borderMm = stage.column(RowBuffer.BORDER_MM);
    this.stations = new char[size];
    this.persons = new byte[size];
    this.women = new byte[size];
    this.children = new byte[size];
    this.crowds = stage.crowds();
    int any = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    long sum = 0;
    long sumWomen = 0;
    long sumChildren = 0;
    for (int row = 0; row < size; row++) {
      int people = stage.get(row, RowBuffer.PERSONS);
      stations[row] = (char) stage.get(row, RowBuffer.STATION);
      boolean crowd = people >= CROWD;
      persons[row] = (byte) (crowd ? CROWD : people);
      women[row] = (byte) (crowd ? 0 : stage.get(row, RowBuffer.WOMEN));
      children[row] = (byte) (crowd ? 0 : stage.get(row, RowBuffer.CHILDREN));
      any |= words[row];
      least = Math.min(least, people);
      most = Math.max(most, people);
      sum += people;
      sumWomen += stage.get(row, RowBuffer.WOMEN);
      sumChildren += stage.get(row, RowBuffer.CHILDREN);
    }
    this.anyWords = any;
    this.minPersons = least;
    this.maxPersons = most;
    this.totalPersons = sum;
    this.totalWomen = sumWomen;
    this.totalChildren = sumChildren;
    this.bounds = boundsOf(x, y);
    this.minBorderMm = Arrays.stream(borderMm).mapToLong(Integer::toUnsignedLong).min().orElse(0);
    this.maxBorderMm = Arrays.stream(borderMm).mapToLong(Integer::toUnsignedLong).max().orElse(0);
    this.onlyStation = onlyOf(stations);
  }

  /**
   * The rows on {@code stage}, at least one.
   *
   * @param firstKey no row's key is below
   * @param lastKey nor above
   */
  static Block of(RowStage stage, long firstKey, long lastKey) {
    stage.sortByTime();
    return new Block(stage, firstKey, lastKey);
  }

  public int size() {
    return seconds.length;
  }

  public int x(int row) {
    return x[row];
  }

  public int y(int row) {
    return y[row];
  }

  /** Seconds since 2000-01-01T00:00:00Z. */
  public int seconds(int row) {
    return seconds[row];
  }

  /** The bits of {@link RowWords}. */
  public int words(int row) {
    return words[row];
  }

  /** Chainage in millimetres. */
  public long borderMm(int row) {
    return Integer.toUnsignedLong(borderMm[row]);
  }

  public int persons(int row) {
    int people = persons[row] & 0xff;
    return people < CROWD || crowds == null ? people : crowds.persons(row);
  }

  public int women(int row) {
    return isCrowd(row) && crowds != null ? crowds.women(row) : women[row] & 0xff;
  }

  public int children(int row) {
    return isCrowd(row) && crowds != null ? crowds.children(row) : children[row] & 0xff;
  }

  /** All people from row {@code from} to before {@code until}. */
  public long persons(int from, int until) {
    if (from == 0 && until == size()) {
      return totalPersons;
    }
    long sum = 0;
    for (int row = from; row < until; row++) {
      sum += persons(row);
    }
    return sum;
  }

  /** All women from row {@code from} to before {@code until}. */
  public long women(int from, int until) {
    if (from == 0 && until == size()) {
      return totalWomen;
    }
    long sum = 0;
    for (int row = from; row < until; row++) {
      sum += women(row);
    }
    return sum;
  }

  /** All children from row {@code from} to before {@code until}. */
  public long children(int from, int until) {
    if (from == 0 && until == size()) {
      return totalChildren;
    }
    long sum = 0;
    for (int row = from; row < until; row++) {
      sum += children(row);
    }
    return sum;
  }

  /** The first row at or after that second; {@link #size()} when all are earlier. */
  int firstAt(long second) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds[middle] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where the row of that number stands, or -1. */
  int find(int rowNo) {
    for (int row = 0; row < rowNos.length; row++) {
      if (rowNos[row] == rowNo) {
        return row;
      }
    }
    return -1;
  }

  /** Puts a row on {@code stage}. */
  void stage(int row, RowStage stage) {
    stage.add(
        x[row],
        y[row],
        seconds[row],
        rowNos[row],
        words[row],
        borderMm[row],
        stations[row],
        persons(row),
        women(row),
        children(row));
  }

  /** What it takes in memory, about. */
  long bytes() {
    long crowded = crowds == null ? 0 : 5 * ARRAY_HEADER_BYTES + 16L * crowds.rows().length;
    return (long) size() * ROW_BYTES + ARRAYS * ARRAY_HEADER_BYTES + OBJECT_BYTES + crowded;
  }

  private boolean isCrowd(int row) {
    return (persons[row] & 0xff) == CROWD;
  }

  private static Box boundsOf(int[] x, int[] y) {
    return new Box(
        Arrays.stream(x).min().orElseThrow(),
        Arrays.stream(y).min().orElseThrow(),
        Arrays.stream(x).max().orElseThrow(),
        Arrays.stream(y).max().orElseThrow());
  }

  private static int onlyOf(char[] stations) {
    for (char station : stations) {
      if (station != stations[0]) {
        return -1;
      }
    }
    return stations[0];
  }
}
