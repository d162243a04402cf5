package org.borderwatch.server.detection.column;

import org.borderwatch.server.geo.WebMercator;

/**
 * Square cells of 2^unitShift units, counted from the north-western corner of the world, of which
 * this is a rectangle; it may reach beyond the world's edge, where nothing is counted.
 *
 * @param unitShift log2 of the units of {@link FixedMercator} in a cell, 0 to 31
 * @param westCell world column of the first
 * @param northCell world row of the first
 */
public record CellGrid(int unitShift, long westCell, long northCell, int columns, int rows) {
  private static final int UNIT_ZOOM = 24;
  private static final long HALF = 1L << 31;

  public CellGrid {
    if (unitShift < 0 || unitShift > 31 || columns < 1 || rows < 1) {
      throw new IllegalArgumentException("no grid: " + unitShift + ", " + columns + "x" + rows);
    }
  }

  /** Cells of 2^pixelShift pixels of {@code zoom}. */
  public static CellGrid ofPixels(
      int zoom, int pixelShift, long westCell, long northCell, int columns, int rows) {
    return new CellGrid(UNIT_ZOOM - zoom + pixelShift, westCell, northCell, columns, rows);
  }

  /** The pixels of one tile. */
  public static CellGrid ofTile(int zoom, int row, int col) {
    int size = WebMercator.TILE_SIZE;
    return ofPixels(zoom, 0, (long) col * size, (long) row * size, size, size);
  }

  /** All positions in its cells. */
  public Box box() {
    return new Box(
        edge(westCell), edge(northCell), last(westCell + columns), last(northCell + rows));
  }

  /** What to take from {@code x >> unitShift} to have the column: cells counted from the middle. */
  long columnOrigin() {
    return westCell - (HALF >> unitShift);
  }

  /** What to take from {@code y >> unitShift} to have the row. */
  long rowOrigin() {
    return northCell - (HALF >> unitShift);
  }

  private int edge(long cell) {
    return clamp((cell << unitShift) - HALF);
  }

  private int last(long cell) {
    return clamp((cell << unitShift) - HALF - 1);
  }

  private static int clamp(long unit) {
    return (int) Math.max(-HALF, Math.min(HALF - 1, unit));
  }
}
