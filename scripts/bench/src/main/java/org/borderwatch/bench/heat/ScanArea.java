package org.borderwatch.bench.heat;

import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * What a tile with a kernel needs: itself and four standard deviations around it, in cells that
 * follow the bandwidth as those of our tiles do.
 *
 * @param shift log2 of the fixed-point units in a cell
 * @param west first column of cells
 * @param north first row of cells
 */
record ScanArea(int shift, int west, int north, int columns, int rows) {
  private static final double REACH = 4;
  private static final double LEAST_SIGMA_PIXELS = 1.5;
  private static final double CELLS_PER_SIGMA = 4;

  /** At this zoom a pixel is a unit of {@code FixedMercator}. */
  private static final int UNIT_ZOOM = 24;

  static ScanArea of(TileCoord tile, double bandwidthMetres) {
    double lat = WebMercator.lat(tile.northPixel(), tile.zoom());
    double sigma =
        Math.max(
            LEAST_SIGMA_PIXELS, bandwidthMetres / WebMercator.metresPerPixel(lat, tile.zoom()));
    int pixelShift = 0;
    while (sigma / (2L << pixelShift) >= CELLS_PER_SIGMA) {
      pixelShift++;
    }
    long reach = (long) Math.ceil(REACH * sigma);
    long west = tile.westPixel() - reach >> pixelShift;
    long north = tile.northPixel() - reach >> pixelShift;
    long east = tile.westPixel() + WebMercator.TILE_SIZE + reach >> pixelShift;
    long south = tile.northPixel() + WebMercator.TILE_SIZE + reach >> pixelShift;
    int shift = UNIT_ZOOM - tile.zoom() + pixelShift;
    // Units count from the middle of the world, pixels from its corner.
    long middle = 1L << 31 - shift;
    return new ScanArea(
        shift,
        (int) (west - middle),
        (int) (north - middle),
        (int) (east - west + 1),
        (int) (south - north + 1));
  }

  boolean holds(int x, int y) {
    int column = (x >> shift) - west;
    int row = (y >> shift) - north;
    return column >= 0 && column < columns && row >= 0 && row < rows;
  }
}
