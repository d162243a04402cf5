package org.borderwatch.server.detection.column;

/**
 * Counts rows, or the people in them, by the cells of a grid. The scan has to be within {@link
 * CellGrid#box()}. A block that lies in one cell is added as a whole.
 */
public final class CellCounter implements BlockVisitor {
  private final CellGrid grid;
  private final boolean persons;
  private final int shift;
  private final int west;
  private final int north;
  private final long[] counts;

  /**
   * Nothing counted yet.
   *
   * @param persons whether people are counted; otherwise events
   */
  public CellCounter(CellGrid grid, boolean persons) {
    this.grid = grid;
    this.persons = persons;
    this.shift = grid.unitShift();
    this.west = (int) grid.columnOrigin();
    this.north = (int) grid.rowOrigin();
    this.counts = new long[grid.columns() * grid.rows()];
  }

  @Override
  public void range(Block block, int from, int until) {
    Box bounds = block.bounds;
    if (bounds.minX() >> shift == bounds.maxX() >> shift
        && bounds.minY() >> shift == bounds.maxY() >> shift) {
      counts[cell(bounds.minX(), bounds.minY())] +=
          persons ? block.persons(from, until) : until - from;
      return;
    }
    int[] x = block.x;
    int[] y = block.y;
    if (persons) {
      for (int row = from; row < until; row++) {
        counts[cell(x[row], y[row])] += block.persons(row);
      }
    } else {
      for (int row = from; row < until; row++) {
        counts[cell(x[row], y[row])]++;
      }
    }
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    int[] x = block.x;
    int[] y = block.y;
    if (persons) {
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        counts[cell(x[row], y[row])] += block.persons(row);
      }
    } else {
      for (int i = 0; i < count; i++) {
        int row = rows[i];
        counts[cell(x[row], y[row])]++;
      }
    }
  }

  private int cell(int x, int y) {
    return ((y >> shift) - north) * grid.columns() + (x >> shift) - west;
  }

  /** Adds what another counted in the same grid. */
  public void add(CellCounter other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Row by row from the north, each from the west. */
  public long[] counts() {
    return counts;
  }
}
