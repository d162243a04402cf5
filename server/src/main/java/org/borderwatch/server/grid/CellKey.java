package org.borderwatch.server.grid;

/** Column and row of a cell in one number; rising keys go row by row from the south. */
public final class CellKey {
  private static final long SIGN = 1L << 31;

  private CellKey() {}

  public static long of(int column, int row) {
    return (long) row << 32 | (column + SIGN);
  }

  public static int column(long key) {
    return (int) ((key & 0xffff_ffffL) - SIGN);
  }

  public static int row(long key) {
    return (int) (key >> 32);
  }
}
