package org.borderwatch.server.hotspot.density;

/**
 * Square cells of a plane, row by row from the north, each row from the west.
 *
 * @param minX western edge, metres
 * @param maxY northern edge, metres
 * @param cellMetres width and height of a cell
 * @param columns cells from west to east
 * @param rows cells from north to south
 */
public record DensityRaster(double minX, double maxY, double cellMetres, int columns, int rows) {
  /** As many as a result may have: 134 MB of numbers. */
  public static final int MOST_CELLS = 1 << 24;

  public DensityRaster {
    if (!Double.isFinite(minX) || !Double.isFinite(maxY)) {
      throw new IllegalArgumentException(
          "The raster's corner is %s, %s; expected metres".formatted(minX, maxY));
    }
    if (!(cellMetres > 0 && cellMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "cellMetres is %s; expected a length above 0".formatted(cellMetres));
    }
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_CELLS) {
      throw new IllegalArgumentException(
          "The raster has %d x %d cells; expected at least 1 and at most %d: take larger cells"
              .formatted(columns, rows, MOST_CELLS));
    }
  }

  /** How many cells there are. */
  public int size() {
    return columns * rows;
  }

  /** Metres east of the middle of a column. */
  public double middleX(int column) {
    return minX + (column + 0.5) * cellMetres;
  }

  /** Metres north of the middle of a row. */
  public double middleY(int row) {
    return maxY - (row + 0.5) * cellMetres;
  }
}
