package org.borderwatch.server.route;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.geo.UtmZone;

/**
 * What lies within a distance of lines, and how far from them exactly: metres in the plane of UTM
 * 48N between a point and straight pieces, as PostGIS measures it there.
 *
 * <p>A grid of squares of the distance says which pieces come near, so a point costs its own square
 * only: some tenths of a microsecond far from the lines. Immutable, hence thread-safe.
 */
public final class Corridor {
  /** Nothing smaller: a hand's breadth would ask for too many squares. */
  private static final double LEAST_CELL_METRES = 50;

  /** A long slanting piece is entered bit by bit, or its box would fill the grid. */
  private static final double LONGEST_BIT_CELLS = 8;

  private final PlaneLines lines;
  private final double withinMetres;
  private final double cellMetres;
  private final Map<Long, int[]> nearPieces;
  private final LonLatBox box;

  private Corridor(PlaneLines lines, double withinMetres, LonLatBox box) {
    this.lines = lines;
    this.withinMetres = withinMetres;
    this.cellMetres = Math.max(LEAST_CELL_METRES, withinMetres);
    this.nearPieces = grid();
    this.box = box;
  }

  /**
   * The surroundings of lines in degrees.
   *
   * @param withinMetres above 0
   */
  public static Corridor of(List<List<LonLat>> lines, double withinMetres) {
    if (!(withinMetres > 0)) {
      throw new IllegalArgumentException("withinMetres is " + withinMetres);
    }
    return new Corridor(PlaneLines.of(lines), withinMetres, boxAround(lines, withinMetres));
  }

  /** The box that holds all of it, in degrees. */
  public LonLatBox box() {
    return box;
  }

  /**
   * Metres from a point in degrees to the lines; infinite when it is further away than asked.
   *
   * @param plane two numbers to work with
   */
  public double metres(double lon, double lat, double[] plane) {
    UtmZone.VIET_NAM.metres(lon, lat, plane, 0);
    return planeMetres(plane[0], plane[1]);
  }

  /** The same for a point of the plane. */
  double planeMetres(double east, double north) {
    int[] pieces = nearPieces.get(cell(column(east), column(north)));
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; pieces != null && i < pieces.length; i++) {
      nearest = Math.min(nearest, lines.squaredMetres(pieces[i], east, north));
    }
    return nearest <= withinMetres * withinMetres ? Math.sqrt(nearest) : Double.POSITIVE_INFINITY;
  }

  /** How much of {@code others} lies within, in metres; looked at every {@code stepMetres}. */
  double metresWithin(PlaneLines others, double stepMetres) {
    double[] metres = {0};
    others.walk(
        stepMetres,
        (east, north, length) ->
            metres[0] += Double.isFinite(planeMetres(east, north)) ? length : 0);
    return metres[0];
  }

  private Map<Long, int[]> grid() {
    Map<Long, int[]> grid = new HashMap<>();
    for (int piece = 0; piece < lines.pieces(); piece++) {
      int bits =
          Math.max(
              1, (int) Math.ceil(lines.lengthMetres(piece) / (LONGEST_BIT_CELLS * cellMetres)));
      for (int bit = 0; bit < bits; bit++) {
        enter(grid, piece, (double) bit / bits, (bit + 1.0) / bits);
      }
    }
    return grid;
  }

  private void enter(Map<Long, int[]> grid, int piece, double from, double to) {
    double dx = lines.toEast(piece) - lines.fromEast(piece);
    double dy = lines.toNorth(piece) - lines.fromNorth(piece);
    double x1 = lines.fromEast(piece) + from * dx;
    double x2 = lines.fromEast(piece) + to * dx;
    double y1 = lines.fromNorth(piece) + from * dy;
    double y2 = lines.fromNorth(piece) + to * dy;
    int lastColumn = column(Math.max(x1, x2) + withinMetres);
    int lastRow = column(Math.max(y1, y2) + withinMetres);
    for (int column = column(Math.min(x1, x2) - withinMetres); column <= lastColumn; column++) {
      for (int row = column(Math.min(y1, y2) - withinMetres); row <= lastRow; row++) {
        grid.merge(cell(column, row), new int[] {piece}, Corridor::joined);
      }
    }
  }

  /** Pieces come in order, so one that is there already is the last. */
  private static int[] joined(int[] known, int[] one) {
    if (known[known.length - 1] == one[0]) {
      return known;
    }
    int[] both = Arrays.copyOf(known, known.length + 1);
    both[known.length] = one[0];
    return both;
  }

  private int column(double metres) {
    return (int) Math.floor(metres / cellMetres);
  }

  private static long cell(int column, int row) {
    return ((long) column << 32) ^ (row & 0xffff_ffffL);
  }

  /** Wider than needed everywhere around Viet Nam. */
  private static LonLatBox boxAround(List<List<LonLat>> lines, double metres) {
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (List<LonLat> line : lines) {
      for (LonLat at : line) {
        west = Math.min(west, at.lon());
        east = Math.max(east, at.lon());
        south = Math.min(south, at.lat());
        north = Math.max(north, at.lat());
      }
    }
    double degreesNorth = metres / 110_000;
    double degreesEast = metres / (110_000 * Math.cos(Math.toRadians(Math.min(80, north + 1))));
    // A long straight piece of the plane bends in degrees: by less than this.
    double bend = 0.01 * (east - west + north - south);
    return new LonLatBox(
        Math.max(-180, west - degreesEast - bend),
        Math.max(-90, south - degreesNorth - bend),
        Math.min(180, east + degreesEast + bend),
        Math.min(90, north + degreesNorth + bend));
  }
}
