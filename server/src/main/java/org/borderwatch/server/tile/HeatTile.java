package org.borderwatch.server.tile;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.PointSink;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * One heat tile: takes points, smooths them, paints classes. Used once, by one thread.
 *
 * <p>Points are needed from {@link #needs()}, a little more than the tile: the kernel reaches over
 * its edges.
 */
final class HeatTile implements PointSink {
  private static final int SIZE = WebMercator.TILE_SIZE;

  private final TileCoord tile;
  private final double bandwidthMetres;
  private final HeatGrid grid;
  private final double[] counts;
  private boolean empty = true;

  HeatTile(TileCoord tile, double bandwidthMetres) {
    this.tile = tile;
    this.bandwidthMetres = bandwidthMetres;
    this.grid = HeatGrid.of(tile, bandwidthMetres);
    this.counts = new double[grid.columns() * grid.rows()];
  }

  /** Where the points lie that change this tile. */
  LonLatBox needs() {
    return new LonLatBox(
        Math.max(-180, grid.minLon()),
        Math.max(-90, grid.minLat()),
        Math.min(180, grid.maxLon()),
        Math.min(90, grid.maxLat()));
  }

  @Override
  public void point(double lon, double lat, int weight) {
    long column =
        (long) Math.floor(WebMercator.pixelX(lon, tile.zoom()) / grid.cellPixels())
            - grid.westCell();
    long row =
        (long) Math.floor(WebMercator.pixelY(lat, tile.zoom()) / grid.cellPixels())
            - grid.northCell();
    if (column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows()) {
      counts[(int) (row * grid.columns() + column)] += weight;
      empty = false;
    }
  }

  /**
   * The tile as an indexed PNG, {@value WebMercator#TILE_SIZE} pixels square; transparent where
   * nothing is drawn.
   */
  byte[] png(HeatScale scale, HeatPalette palette) {
    BufferedImage image =
        new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY, palette.colourModel());
    if (!empty) {
      paint(image.getRaster(), classes(scale));
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory could not be written", e);
    }
  }

  /** Class 0 (nothing) to 7 of each pixel of the tile and of the rim of one pixel around it. */
  private byte[] classes(HeatScale scale) {
    double[] density = HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
    List<Double> bounds = scale.bounds();
    int width = SIZE + 2 * HeatGrid.RIM_PIXELS;
    byte[] classes = new byte[width * width];
    for (int y = 0; y < width; y++) {
      double row = grid.cellsAt(tile.northPixel() - HeatGrid.RIM_PIXELS + y, grid.northCell());
      for (int x = 0; x < width; x++) {
        double column = grid.cellsAt(tile.westPixel() - HeatGrid.RIM_PIXELS + x, grid.westCell());
        classes[y * width + x] = classOf(bilinear(density, row, column), bounds);
      }
    }
    return classes;
  }

  private double bilinear(double[] density, double row, double column) {
    int r = (int) row;
    int c = (int) column;
    double down = row - r;
    double right = column - c;
    int at = r * grid.columns() + c;
    double upper = density[at] * (1 - right) + density[at + 1] * right;
    int below = at + grid.columns();
    double lower = density[below] * (1 - right) + density[below + 1] * right;
    return upper * (1 - down) + lower * down;
  }

  private static byte classOf(double value, List<Double> bounds) {
    byte found = HeatPalette.NOTHING;
    while (found < bounds.size() && value >= bounds.get(found)) {
      found++;
    }
    return found;
  }

  private static void paint(WritableRaster raster, byte[] classes) {
    int width = SIZE + 2 * HeatGrid.RIM_PIXELS;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int at = (y + HeatGrid.RIM_PIXELS) * width + x + HeatGrid.RIM_PIXELS;
        if (classes[at] != HeatPalette.NOTHING) {
          boolean onRim =
              classes[at - 1] == HeatPalette.NOTHING
                  || classes[at + 1] == HeatPalette.NOTHING
                  || classes[at - width] == HeatPalette.NOTHING
                  || classes[at + width] == HeatPalette.NOTHING;
          raster.setSample(x, y, 0, onRim ? HeatPalette.RIM : classes[at]);
        }
      }
    }
  }
}
