package org.borderwatch.server.grid;

import org.borderwatch.data.Word;

/** What cells look like. */
public enum CellShape implements Word {
  HEXAGON,
  SQUARE;

  /** The grid of such cells with so many metres between their middles. */
  public PlaneGrid grid(double cellMetres) {
    return this == HEXAGON ? new HexagonGrid(cellMetres) : new SquareGrid(cellMetres);
  }
}
