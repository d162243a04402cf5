package org.borderwatch.server.tile;

import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.PointSink;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * The unsmoothed counts of a tile's own pixels: a point is in exactly one pixel of one tile of a
 * zoom.
 */
final class HeatNumbers implements PointSink {
  private static final int SIZE = WebMercator.TILE_SIZE;
  private static final double MARGIN_PIXELS = 0.5;

  private final TileCoord tile;
  private final long[] counts = new long[SIZE * SIZE];
  private long sum;

  HeatNumbers(TileCoord tile) {
    this.tile = tile;
  }

  /** A little more than the tile, so that rounding at its edges loses nothing. */
  LonLatBox needs() {
    double north = Math.max(0, tile.northPixel() - MARGIN_PIXELS);
    double south =
        Math.min(WebMercator.worldPixels(tile.zoom()), tile.northPixel() + SIZE + MARGIN_PIXELS);
    return new LonLatBox(
        Math.max(-180, WebMercator.lon(tile.westPixel() - MARGIN_PIXELS, tile.zoom())),
        WebMercator.lat(south, tile.zoom()),
        Math.min(180, WebMercator.lon(tile.westPixel() + SIZE + MARGIN_PIXELS, tile.zoom())),
        WebMercator.lat(north, tile.zoom()));
  }

  @Override
  public void point(double lon, double lat, int weight) {
    long x = (long) Math.floor(WebMercator.pixelX(lon, tile.zoom())) - tile.westPixel();
    long y = (long) Math.floor(WebMercator.pixelY(lat, tile.zoom())) - tile.northPixel();
    if (x >= 0 && x < SIZE && y >= 0 && y < SIZE) {
      counts[(int) (y * SIZE + x)] += weight;
      sum += weight;
    }
  }

  /** Row by row from the north, each from the west. */
  long[] counts() {
    return counts.clone();
  }

  long sum() {
    return sum;
  }
}
