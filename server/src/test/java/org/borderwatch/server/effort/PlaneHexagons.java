package org.borderwatch.server.effort;

import org.borderwatch.server.geo.NearestMiddleCells;

/**
 * Hexagons around the middles of a triangular lattice: a point belongs to the middle nearest to it.
 * Slow and plain.
 */
record PlaneHexagons(double minX, double minY, double widthMetres, int columns, int rows)
    implements NearestMiddleCells {
  @Override
  public int size() {
    return columns * rows;
  }

  @Override
  public int cell(double xMetres, double yMetres) {
    double rowMetres = widthMetres * Math.sqrt(3) / 2;
    int about = (int) Math.rint((yMetres - minY) / rowMetres);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int row = about - 1; row <= about + 1; row++) {
      double shift = Math.floorMod(row, 2) * widthMetres / 2;
      int column = (int) Math.rint((xMetres - minX - shift) / widthMetres);
      double distance =
          Math.hypot(
              xMetres - minX - shift - column * widthMetres, yMetres - minY - row * rowMetres);
      if (distance < least) {
        least = distance;
        boolean there = column >= 0 && column < columns && row >= 0 && row < rows;
        best = there ? row * columns + column : -1;
      }
    }
    return best;
  }

  @Override
  public double middleX(int cell) {
    return minX + (cell % columns + Math.floorMod(cell / columns, 2) / 2.0) * widthMetres;
  }

  @Override
  public double middleY(int cell) {
    return minY + cell / columns * widthMetres * Math.sqrt(3) / 2;
  }
}
