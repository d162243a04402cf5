package org.borderwatch.server.grid;

/**
 * Cells that tile a whole plane, anchored at its origin and never at the data: two analyses with
 * the same spacing have the same cells, so they can be compared cell by cell. Cells are named by
 * {@link CellKey}. Immutable, hence thread-safe.
 */
public sealed interface PlaneGrid permits HexagonGrid, SquareGrid {
  /** Metres between the middles of neighbouring cells. */
  double cellMetres();

  /** Metres between the middles of neighbouring rows. */
  double rowMetres();

  /** Key of the cell that holds the point; one on an edge belongs to one cell, always the same. */
  long cell(double xMetres, double yMetres);

  /** Metres east of the middle of a cell. */
  double middleX(long key);

  /** Metres north of the middle of a cell. */
  double middleY(long key);

  /** Corners counter-clockwise, x and y in turn; the first again at the end. */
  double[] ring(long key);

  /** The name of a cell, such as {@code h-812-3391}: shape, column, row. */
  default String id(long key) {
    return shape().code().charAt(0) + "-" + CellKey.column(key) + "-" + CellKey.row(key);
  }

  CellShape shape();

  /** Square metres of a cell. */
  default double area() {
    return cellMetres() * rowMetres();
  }

  /**
   * The spacing as it may be.
   *
   * @throws IllegalArgumentException when cells would be nothing, or columns beyond an int
   */
  static double require(double cellMetres) {
    if (!(cellMetres >= 1 && cellMetres <= 1e6)) {
      throw new IllegalArgumentException("cellMetres is " + cellMetres + "; from 1 to 1000000");
    }
    return cellMetres;
  }
}
