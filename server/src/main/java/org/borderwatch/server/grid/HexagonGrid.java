package org.borderwatch.server.grid;

/**
 * Hexagons that stand on a corner, in rows; every odd row is half a cell further east ("odd-r").
 *
 * <p>Every hexagon has six neighbours at {@code cellMetres}, so a band of that length is the same
 * in all directions: that is why they are the default for neighbourhoods.
 *
 * @param cellMetres between the middles of neighbouring cells, which is also the width of a cell
 */
public record HexagonGrid(double cellMetres) implements PlaneGrid {
  private static final double ROWS = Math.sqrt(3) / 2;

  public HexagonGrid {
    PlaneGrid.require(cellMetres);
  }

  @Override
  public CellShape shape() {
    return CellShape.HEXAGON;
  }

  @Override
  public double rowMetres() {
    return cellMetres * ROWS;
  }

  /** The nearest middle is in the row below the point or the row above it. O(1). */
  @Override
  public long cell(double xMetres, double yMetres) {
    int below = (int) Math.floor(yMetres / rowMetres());
    long south = nearest(xMetres, below);
    long north = nearest(xMetres, below + 1);
    return squared(south, xMetres, yMetres) <= squared(north, xMetres, yMetres) ? south : north;
  }

  private long nearest(double xMetres, int row) {
    return CellKey.of((int) Math.floor(xMetres / cellMetres - shift(row) + 0.5), row);
  }

  private double squared(long key, double xMetres, double yMetres) {
    double dx = middleX(key) - xMetres;
    double dy = middleY(key) - yMetres;
    return dx * dx + dy * dy;
  }

  private static double shift(int row) {
    return (row & 1) * 0.5;
  }

  @Override
  public double middleX(long key) {
    return cellMetres * (CellKey.column(key) + shift(CellKey.row(key)));
  }

  @Override
  public double middleY(long key) {
    return rowMetres() * CellKey.row(key);
  }

  @Override
  public double[] ring(long key) {
    double x = middleX(key);
    double y = middleY(key);
    double half = cellMetres / 2;
    double radius = cellMetres / Math.sqrt(3);
    double[] ring = {
      x,
      y - radius,
      x + half,
      y - radius / 2,
      x + half,
      y + radius / 2,
      x,
      y + radius,
      x - half,
      y + radius / 2,
      x - half,
      y - radius / 2,
      x,
      y - radius
    };
    return ring;
  }
}
