package org.borderwatch.server.hotspot.local;

/**
 * Which cells of a raster are the neighbours of a cell: in each row, those within some distance of
 * its column. Distances within a row are counted in halves of a cell, as every second row of
 * hexagons is shifted by one.
 *
 * <p>Hexagons have pointed tops, their middles lie {@code cellMetres} apart within a row, and rows
 * {@code cellMetres sqrt(3) / 2}. Immutable, hence thread-safe.
 */
public final class RasterWindow {
  private static final int MOST_CELLS = 1_000_000;

  /** Whether rows of odd number are shifted half a cell to the right. */
  private final boolean shifted;

  /** By distance in rows: how many halves of a cell it reaches to each side; -1 for not at all. */
  private final int[] halves;

  private RasterWindow(boolean shifted, int[] halves) {
    this.shifted = shifted;
    this.halves = halves;
  }

  /** A hexagon and so many rings about it. */
  public static RasterWindow hexagonRings(int rings) {
    if (rings < 0 || rings > MOST_CELLS) {
      throw new IllegalArgumentException(
          "There are " + rings + " rings; it must be 0 to " + MOST_CELLS + ".");
    }
    int[] halves = new int[rings + 1];
    for (int row = 0; row <= rings; row++) {
      halves[row] = 2 * rings - row;
    }
    return new RasterWindow(true, halves);
  }

  /** The hexagons whose middles lie within a band of a hexagon's, with the rule of neighbours. */
  public static RasterWindow hexagonsWithin(double bandMetres, double cellMetres) {
    return within(true, 3, bandMetres, cellMetres);
  }

  /** The squares whose middles lie within a band of a square's, with the rule of neighbours. */
  public static RasterWindow squaresWithin(double bandMetres, double cellMetres) {
    return within(false, 4, bandMetres, cellMetres);
  }

  /**
   * Middles that are so many halves of a cell and so many rows apart have the distance {@code
   * sqrt(halves^2 + rowFactor rows^2) / 2} in cells.
   */
  private static RasterWindow within(
      boolean shifted, int rowFactor, double bandMetres, double cellMetres) {
    if (!(cellMetres > 0 && bandMetres <= MOST_CELLS * cellMetres)) {
      throw new IllegalArgumentException(
          String.format(
              "The cell is %s m and the band %s m; a cell is wider than 0, a band at most %,d cells.",
              cellMetres, bandMetres, MOST_CELLS));
    }
    double reach = 2 * new Band(bandMetres).reachMetres() / cellMetres;
    int[] halves = new int[(int) (reach / Math.sqrt(rowFactor)) + 1];
    for (int row = 0; row < halves.length; row++) {
      int most = (int) Math.sqrt(Math.max(0, reach * reach - (double) rowFactor * row * row));
      int parity = shifted ? row & 1 : 0;
      halves[row] = most - (most - parity & 1);
    }
    return new RasterWindow(shifted, halves);
  }

  /** How many rows it reaches up and down. */
  int rows() {
    return halves.length - 1;
  }

  /** How many columns it reaches at most, in any row. */
  int columns() {
    return (halves[0] + 1) / 2 + 1;
  }

  /** First column of the window in another row, relative to the cell's. */
  int from(int row, int otherRow) {
    return -Math.floorDiv(halves[Math.abs(otherRow - row)] + shift(row, otherRow), 2);
  }

  /** Column after the last; no more than {@link #from} where there is none. */
  int until(int row, int otherRow) {
    return Math.floorDiv(halves[Math.abs(otherRow - row)] - shift(row, otherRow), 2) + 1;
  }

  private int shift(int row, int otherRow) {
    return shifted ? (otherRow & 1) - (row & 1) : 0;
  }
}
