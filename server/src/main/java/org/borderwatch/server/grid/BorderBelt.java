package org.borderwatch.server.grid;

import java.util.Collection;
import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.geo.UtmZone;

/**
 * Cells along stretches of the land border.
 *
 * <p>Distance and chainage are those of the unsimplified line: a cell belongs to the neighbour
 * whose line is nearest to its middle. About 3 microseconds a cell that is near enough to be asked.
 * Immutable, hence thread-safe.
 */
public final class BorderBelt {
  /** The plane is at most so much longer than the ground anywhere on the border. */
  private static final double SCALE = 1.002;

  private final LandBorder border;
  private final BorderLocator locator;

  public BorderBelt(LandBorder border, BorderLocator locator) {
    this.border = border;
    this.locator = locator;
  }

  /** Cells would be more than what is allowed. */
  public static final class TooManyCellsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyCellsException(int most) {
      super("more than " + most + " cells", null, false, false);
    }
  }

  /**
   * Cells whose middle lies in Viet Nam, at most {@code depthMetres} from the line, at a chainage
   * of one of {@code stretches}.
   *
   * @throws TooManyCellsException beyond {@code most} cells
   */
  public CellNumbers inside(
      PlaneGrid grid, UtmZone zone, Collection<Stretch> stretches, double depthMetres, int most) {
    CellNumbers cells = new CellNumbers();
    CellNumbers near = near(grid, zone, stretches, depthMetres, 4 * most + 1000);
    for (int i = 0; i < near.size(); i++) {
      BorderPosition position = position(grid, zone, near.key(i));
      if (position.offsetM() >= 0
          && position.offsetM() <= depthMetres
          && isAlong(stretches, position)) {
        cells.add(near.key(i));
      }
    }
    if (cells.size() > most) {
      throw new TooManyCellsException(most);
    }
    return cells;
  }

  /**
   * Every cell whose middle lies within {@code reachMetres} of the stretches on either side, and
   * some that are a little further away.
   *
   * @throws TooManyCellsException beyond {@code most} cells
   */
  public CellNumbers near(
      PlaneGrid grid, UtmZone zone, Collection<Stretch> stretches, double reachMetres, int most) {
    double apartMetres = Math.max(grid.cellMetres(), reachMetres / 4);
    double radius = SCALE * (reachMetres + apartMetres);
    CellNumbers cells = new CellNumbers();
    for (Stretch stretch : stretches) {
      double untilKm = Math.min(stretch.toKm(), border.line(stretch.with()).lengthKm());
      double km = stretch.fromKm();
      boolean last = false;
      while (!last) {
        last = km >= untilKm;
        LonLat point = border.line(stretch.with()).pointAt(Math.min(km, untilKm));
        addDisc(cells, grid, zone.metres(point.lon(), point.lat()), radius);
        if (cells.size() > most) {
          throw new TooManyCellsException(most);
        }
        km += apartMetres / 1000;
      }
    }
    return cells;
  }

  private static void addDisc(
      CellNumbers cells, PlaneGrid grid, UtmZone.Metres middle, double radius) {
    int south = CellKey.row(grid.cell(middle.east(), middle.north() - radius));
    int north = CellKey.row(grid.cell(middle.east(), middle.north() + radius));
    for (int row = south; row <= north; row++) {
      double dy = grid.middleY(CellKey.of(0, row)) - middle.north();
      double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
      double origin = grid.middleX(CellKey.of(0, row));
      int west = (int) Math.ceil((middle.east() - half - origin) / grid.cellMetres());
      int east = (int) Math.floor((middle.east() + half - origin) / grid.cellMetres());
      for (int column = west; column <= east; column++) {
        cells.add(CellKey.of(column, row));
      }
    }
  }

  /** Where the middle of a cell lies along the border. */
  public BorderPosition position(PlaneGrid grid, UtmZone zone, long key) {
    UtmZone.Degrees middle = zone.degrees(grid.middleX(key), grid.middleY(key));
    return locator.locate(middle.lon(), middle.lat());
  }

  /** Whether a position's chainage is on one of the stretches. */
  public static boolean isAlong(Collection<Stretch> stretches, BorderPosition position) {
    return stretches.stream().anyMatch(stretch -> stretch.contains(position.with(), position.km()));
  }

  /** The whole line with every neighbour. */
  public List<Stretch> everywhere() {
    return border.lines().stream()
        .map(line -> new Stretch(line.with(), 0, line.lengthKm() + 1))
        .toList();
  }
}
