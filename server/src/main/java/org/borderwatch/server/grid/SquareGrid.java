package org.borderwatch.server.grid;

/**
 * Squares; column 0 begins at the plane's origin, as do rows.
 *
 * @param cellMetres side of a cell
 */
public record SquareGrid(double cellMetres) implements PlaneGrid {
  public SquareGrid {
    PlaneGrid.require(cellMetres);
  }

  @Override
  public CellShape shape() {
    return CellShape.SQUARE;
  }

  @Override
  public double rowMetres() {
    return cellMetres;
  }

  /** A point on an edge belongs to the cell east or north of it. O(1). */
  @Override
  public long cell(double xMetres, double yMetres) {
    return CellKey.of(
        (int) Math.floor(xMetres / cellMetres), (int) Math.floor(yMetres / cellMetres));
  }

  @Override
  public double middleX(long key) {
    return cellMetres * (CellKey.column(key) + 0.5);
  }

  @Override
  public double middleY(long key) {
    return cellMetres * (CellKey.row(key) + 0.5);
  }

  @Override
  public double[] ring(long key) {
    double west = cellMetres * CellKey.column(key);
    double south = cellMetres * CellKey.row(key);
    double east = west + cellMetres;
    double north = south + cellMetres;
    return new double[] {west, south, east, south, east, north, west, north, west, south};
  }
}
