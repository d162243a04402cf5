package org.borderwatch.server.effort;

import org.borderwatch.server.geo.NearestMiddleCells;

/** Squares from a corner on, row by row from the south. */
record PlaneSquares(double minX, double minY, double widthMetres, int columns, int rows)
    implements NearestMiddleCells {
  @Override
  public int size() {
    return columns * rows;
  }

  @Override
  public int cell(double xMetres, double yMetres) {
    double column = Math.floor((xMetres - minX) / widthMetres);
    double row = Math.floor((yMetres - minY) / widthMetres);
    return column >= 0 && column < columns && row >= 0 && row < rows
        ? (int) (row * columns + column)
        : -1;
  }

  @Override
  public double middleX(int cell) {
    return minX + (cell % columns + 0.5) * widthMetres;
  }

  @Override
  public double middleY(int cell) {
    return minY + (cell / columns + 0.5) * widthMetres;
  }
}
