package org.borderwatch.server.geo;

/**
 * Cells that tile a part of a plane, each with a number from 0 on: hexagons, squares, or what else
 * an analysis counts by. Immutable, hence thread-safe.
 */
public interface PlaneCells {
  /** How many cells there are. */
  int size();

  /** The cell that holds the point (metres), or -1 where there is none. */
  int cell(double xMetres, double yMetres);

  /** Least width of a cell in metres, from side to opposite side. */
  double widthMetres();
}
