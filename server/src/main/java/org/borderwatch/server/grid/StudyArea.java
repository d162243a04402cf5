package org.borderwatch.server.grid;

import org.borderwatch.server.geo.PlaneCells;
import org.borderwatch.server.geo.UtmZone;

/**
 * The cells that an analysis is about, numbered row by row from the south: whatever was seen, the
 * same cells have the same order. Immutable, hence thread-safe.
 */
public final class StudyArea implements PlaneCells {
  private final PlaneGrid grid;
  private final UtmZone zone;
  private final CellNumbers numbers = new CellNumbers();

  /** The cells {@code keys} of {@code grid} in the plane of {@code zone}, each once. */
  public StudyArea(PlaneGrid grid, UtmZone zone, CellNumbers keys) {
    this.grid = grid;
    this.zone = zone;
    for (long key : keys.sorted()) {
      numbers.add(key);
    }
  }

  public PlaneGrid grid() {
    return grid;
  }

  public UtmZone zone() {
    return zone;
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public int cell(double xMetres, double yMetres) {
    return numbers.find(grid.cell(xMetres, yMetres));
  }

  /** Number of the cell with that key, or -1. */
  public int find(long key) {
    return numbers.find(key);
  }

  /** Key of a cell by its number. */
  public long key(int cell) {
    return numbers.key(cell);
  }

  @Override
  public double widthMetres() {
    return grid.cellMetres();
  }

  /** Metres east of the middles of all cells. */
  public double[] middlesX() {
    double[] x = new double[size()];
    for (int cell = 0; cell < x.length; cell++) {
      x[cell] = grid.middleX(key(cell));
    }
    return x;
  }

  /** Metres north of the middles of all cells. */
  public double[] middlesY() {
    double[] y = new double[size()];
    for (int cell = 0; cell < y.length; cell++) {
      y[cell] = grid.middleY(key(cell));
    }
    return y;
  }

  /** The middle of a cell in degrees. */
  public UtmZone.Degrees middle(int cell) {
    return zone.degrees(grid.middleX(key(cell)), grid.middleY(key(cell)));
  }

  /** Corners of a cell in degrees, longitude and latitude in turn; the first again at the end. */
  public double[] ringDegrees(int cell) {
    double[] ring = grid.ring(key(cell));
    for (int i = 0; i < ring.length; i += 2) {
      UtmZone.Degrees corner = zone.degrees(ring[i], ring[i + 1]);
      ring[i] = corner.lon();
      ring[i + 1] = corner.lat();
    }
    return ring;
  }
}
