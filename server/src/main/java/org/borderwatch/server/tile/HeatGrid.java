package org.borderwatch.server.tile;

import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * The cells in which a heat tile's kernel works. A cell is 2^shift pixels wide, counted from the
 * corner of the world, so that neighbouring tiles share their cells and no seam shows. The step
 * follows the bandwidth: about 4 to 8 cells to a standard deviation.
 *
 * @param zoom of the tile
 * @param shift log2 of the pixels in a cell; 0 when a pixel is a cell
 * @param westCell world column of the first cell
 * @param northCell world row of the first cell
 * @param columns number of columns, the margin for the kernel included
 * @param rows number of rows, the margin included
 */
record HeatGrid(int zoom, int shift, long westCell, long northCell, int columns, int rows) {
  /** One more pixel around the tile is drawn, to know where the rim runs. */
  static final int RIM_PIXELS = 1;

  /** The kernel ends here; beyond lies 0.03 % of its peak. */
  static final double REACH_IN_SIGMAS = 4;

  private static final double CELLS_PER_SIGMA = 4;

  /** The grid that serves {@code tile} at that bandwidth. */
  static HeatGrid of(TileCoord tile, double bandwidthMetres) {
    int zoom = tile.zoom();
    double equatorSigmaPx = HeatKernel.sigmaPx(0, zoom, bandwidthMetres);
    int shift = 0;
    while (equatorSigmaPx / (2L << shift) >= CELLS_PER_SIGMA) {
      shift++;
    }
    double reachPx = REACH_IN_SIGMAS * widestSigmaPx(tile, bandwidthMetres);
    long cellPx = 1L << shift;
    long margin = (long) Math.ceil(reachPx / cellPx) + 2;
    long west = Math.floorDiv(tile.westPixel() - RIM_PIXELS, cellPx) - margin;
    long north = Math.floorDiv(tile.northPixel() - RIM_PIXELS, cellPx) - margin;
    long edge = WebMercator.TILE_SIZE + RIM_PIXELS;
    long east = Math.floorDiv(tile.westPixel() + edge, cellPx) + margin;
    long south = Math.floorDiv(tile.northPixel() + edge, cellPx) + margin;
    return new HeatGrid(
        zoom, shift, west, north, (int) (east - west + 1), (int) (south - north + 1));
  }

  /**
   * The deviation where the tile lies farthest from the equator: there a kilometre has most pixels.
   */
  private static double widestSigmaPx(TileCoord tile, double bandwidthMetres) {
    double north = WebMercator.lat(tile.northPixel(), tile.zoom());
    double south = WebMercator.lat(tile.northPixel() + (double) WebMercator.TILE_SIZE, tile.zoom());
    return HeatKernel.sigmaPx(
        Math.max(Math.abs(north), Math.abs(south)), tile.zoom(), bandwidthMetres);
  }

  /** Pixels along a cell. */
  long cellPixels() {
    return 1L << shift;
  }

  /** Degrees north of the middle of row {@code row}. */
  double rowLatitude(double row) {
    return WebMercator.lat((northCell + row + 0.5) * cellPixels(), zoom);
  }

  /**
   * Where the middle of world pixel {@code pixel} lies in columns (or rows) between the middles of
   * cells.
   */
  double cellsAt(long pixel, long firstCell) {
    return (pixel + 0.5) / cellPixels() - firstCell - 0.5;
  }

  double minLon() {
    return WebMercator.lon((double) westCell * cellPixels(), zoom);
  }

  double maxLon() {
    return WebMercator.lon((double) (westCell + columns) * cellPixels(), zoom);
  }

  double minLat() {
    return WebMercator.lat((double) (northCell + rows) * cellPixels(), zoom);
  }

  double maxLat() {
    return WebMercator.lat((double) northCell * cellPixels(), zoom);
  }
}
