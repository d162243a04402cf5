package org.borderwatch.server.tile;

import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * The cells in which a heat tile's kernel works. A cell is 2^shift pixels wide, counted from the
 * corner of the world, so that neighbouring tiles share their cells and no seam shows. The step
 * follows the bandwidth: about 4 to 8 cells to a standard deviation.
 *
 * @param zoom of the tile
 * @param shift log2 of the pixels in a cell; 0 when a pixel is a cell
 * @param westCell world column of the first cell whose density the picture needs
 * @param northCell world row of the first
 * @param columns how many columns it needs
 * @param rows how many rows
 * @param marginColumns how many more the kernel reaches to on either side
 * @param marginRows how many more above and below
 */
public record HeatGrid(
    int zoom,
    int shift,
    long westCell,
    long northCell,
    int columns,
    int rows,
    int marginColumns,
    int marginRows) {
  /** One more pixel around the tile is drawn, to know where the rim runs. */
  static final int RIM_PIXELS = 1;

  /** The side of what is drawn, the rim on both sides included. */
  static final int DRAWN_PIXELS = WebMercator.TILE_SIZE + 2 * RIM_PIXELS;

  private static final double CELLS_PER_SIGMA = 4;

  /** The grid that serves {@code tile} at that bandwidth. */
  public static HeatGrid of(TileCoord tile, double bandwidthMetres) {
    int shift = 0;
    double equatorSigmaPx = HeatKernel.sigmaPx(0, tile.zoom(), bandwidthMetres);
    while (equatorSigmaPx / (2L << shift) >= CELLS_PER_SIGMA) {
      shift++;
    }
    long west = firstCell(tile.westPixel(), shift);
    long north = firstCell(tile.northPixel(), shift);
    int columns = (int) (lastCell(tile.westPixel(), shift) - west + 1);
    int rows = (int) (lastCell(tile.northPixel(), shift) - north + 1);
    HeatGrid drawn = new HeatGrid(tile.zoom(), shift, west, north, columns, rows, 0, 0);
    // A row is reached from as far as its own deviation says, and spreads as far along itself: the
    // rows of the margin may spread a little farther than those that are drawn.
    int marginRows = drawn.widestReach(0, rows - 1, bandwidthMetres);
    int marginColumns = drawn.widestReach(-marginRows, rows - 1 + marginRows, bandwidthMetres);
    return new HeatGrid(tile.zoom(), shift, west, north, columns, rows, marginColumns, marginRows);
  }

  /** The cells whose counts the kernel needs: those of the picture and the margin. */
  public CellGrid cells() {
    return CellGrid.ofPixels(
        zoom,
        shift,
        westCell - marginColumns,
        northCell - marginRows,
        columns + 2 * marginColumns,
        rows + 2 * marginRows);
  }

  /** Pixels along a cell. */
  long cellPixels() {
    return 1L << shift;
  }

  /**
   * Degrees north of the middle of row {@code row} of the picture; beyond the end of the world that
   * of its edge.
   */
  double rowLatitude(int row) {
    double pixel = (northCell + row + 0.5) * cellPixels();
    double inside = Math.max(0, Math.min(WebMercator.worldPixels(zoom), pixel));
    return WebMercator.lat(inside, zoom);
  }

  /** Standard deviation in row {@code row} of the picture, in cells. */
  double sigmaCells(int row, double bandwidthMetres) {
    return HeatKernel.sigmaPx(rowLatitude(row), zoom, bandwidthMetres) / cellPixels();
  }

  /** The farther a row lies from the equator, the wider: one of the two ends is the widest. */
  private int widestReach(int first, int last, double bandwidthMetres) {
    return Math.max(
        HeatKernel.reach(sigmaCells(first, bandwidthMetres)),
        HeatKernel.reach(sigmaCells(last, bandwidthMetres)));
  }

  /** The cell whose middle lies at or before that of the first drawn pixel. */
  private static long firstCell(long tilePixel, int shift) {
    return cellBefore(tilePixel - RIM_PIXELS, shift);
  }

  /** The cell whose middle lies at or after that of the last drawn pixel. */
  private static long lastCell(long tilePixel, int shift) {
    long last = cellBefore(tilePixel - RIM_PIXELS + DRAWN_PIXELS - 1, shift);
    return shift == 0 ? last : last + 1;
  }

  /** The last cell whose middle is at or before the middle of {@code pixel}. */
  static long cellBefore(long pixel, int shift) {
    // Counted in half pixels, in which both middles are whole numbers.
    return Math.floorDiv(2 * pixel + 1 - (1L << shift), 2L << shift);
  }
}
