package org.borderwatch.server.geo;

/**
 * Cells that each hold the points nearer to their own middle than to any other, as squares and
 * hexagons in rows do: the side between two of them lies halfway between their middles, so where a
 * line crosses it is computed, not searched. Immutable, hence thread-safe.
 */
public interface NearestMiddleCells extends PlaneCells {
  /** Metres east of the middle of a cell. */
  double middleX(int cell);

  /** Metres north of the middle of a cell. */
  double middleY(int cell);
}
