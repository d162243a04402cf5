package org.borderwatch.data.network;

/**
 * Heights at the posts of a grid of degrees, WGS 84. Between four posts the height is bilinear;
 * where some of them are void the others are weighed up, as long as they have half of the weight.
 * The outermost posts are the edge: beyond it nothing is known. Immutable once built, hence
 * thread-safe.
 */
public final class HeightRaster implements ElevationGrid {
  /** A post whose height isn't known. */
  public static final short VOID = Short.MIN_VALUE;

  /** Posts on the edge are found in spite of rounding: some micrometres of the ground. */
  private static final double ROUNDING = 1e-6;

  private static final double ENOUGH_WEIGHT = 0.5;

  private final double west;
  private final double north;
  private final double lonStep;
  private final double latStep;
  private final int columns;
  private final int rows;
  private final short[] metres;

  /**
   * A grid that keeps {@code metres}, which nobody may change any more.
   *
   * @param west degrees east of the posts of the first column
   * @param north degrees north of the posts of the first row
   * @param lonStep degrees from one column to the next
   * @param latStep degrees from one row to the next, southward
   * @param columns 2 or more
   * @param metres heights above the sea, row by row from the north, west to east; {@link #VOID}
   *     where not known
   */
  public HeightRaster(
      double west, double north, double lonStep, double latStep, int columns, short[] metres) {
    if (columns < 2 || metres.length % columns != 0 || metres.length / columns < 2) {
      throw new IllegalArgumentException(metres.length + " heights in " + columns + " columns");
    }
    if (!(lonStep > 0) || !(latStep > 0) || !Double.isFinite(west) || !Double.isFinite(north)) {
      throw new IllegalArgumentException("not a grid of degrees");
    }
    this.west = west;
    this.north = north;
    this.lonStep = lonStep;
    this.latStep = latStep;
    this.columns = columns;
    this.rows = metres.length / columns;
    this.metres = metres;
  }

  /** Degrees east of the first column. */
  public double west() {
    return west;
  }

  /** Degrees east of the last column. */
  public double east() {
    return west + (columns - 1) * lonStep;
  }

  /** Degrees north of the last row. */
  public double south() {
    return north - (rows - 1) * latStep;
  }

  /** Degrees north of the first row. */
  public double north() {
    return north;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** Degrees from one column to the next. */
  public double lonStep() {
    return lonStep;
  }

  /** Degrees from one row to the next. */
  public double latStep() {
    return latStep;
  }

  /** Metres at a post, {@link #VOID} where not known. */
  public short post(int row, int column) {
    return metres[row * columns + column];
  }

  @Override
  public float heightMetres(double lon, double lat) {
    double column = column(lon);
    double row = row(lat);
    if (!(column >= 0) || !(row >= 0)) {
      return Float.NaN;
    }
    int left = (int) Math.min(column, columns - 2);
    int top = (int) Math.min(row, rows - 2);
    double right = column - left;
    double down = row - top;
    int first = top * columns + left;
    short northWest = metres[first];
    short northEast = metres[first + 1];
    short southWest = metres[first + columns];
    short southEast = metres[first + columns + 1];
    double weight = 0;
    double sum = 0;
    if (northWest != VOID) {
      weight += (1 - right) * (1 - down);
      sum += (1 - right) * (1 - down) * northWest;
    }
    if (northEast != VOID) {
      weight += right * (1 - down);
      sum += right * (1 - down) * northEast;
    }
    if (southWest != VOID) {
      weight += (1 - right) * down;
      sum += (1 - right) * down * southWest;
    }
    if (southEast != VOID) {
      weight += right * down;
      sum += right * down * southEast;
    }
    return weight >= ENOUGH_WEIGHT ? (float) (sum / weight) : Float.NaN;
  }

  /** Where among the columns; -1 outside. */
  private double column(double lon) {
    return within((lon - west) / lonStep, columns - 1);
  }

  private double row(double lat) {
    return within((north - lat) / latStep, rows - 1);
  }

  private static double within(double place, int last) {
    if (!(place >= -ROUNDING && place <= last + ROUNDING)) {
      return -1;
    }
    return Math.min(Math.max(place, 0), last);
  }
}
