package org.borderwatch.server.tile;

import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * The classes of a tile's pixels, and the rim around them.
 *
 * <p>Between the middles of cells the density is interpolated; where a pixel is a cell there is
 * nothing between. What a pixel gets depends on the world's cells around it alone, so that two
 * tiles agree where they meet. O(pixels). Stateless, hence thread-safe.
 */
final class HeatPicture {
  private static final int DRAWN = HeatGrid.DRAWN_PIXELS;

  private HeatPicture() {}

  /**
   * Class 0 (nothing) to 7 of each pixel of the tile and of the rim of one pixel around it.
   *
   * @param density at the middle of the cells that {@code grid} draws, by row from the north
   */
  static byte[] classes(TileCoord tile, HeatGrid grid, float[][] density, HeatScale scale) {
    float[] bounds = scale.thresholds();
    byte[] classes = new byte[DRAWN * DRAWN];
    if (grid.shift() == 0) {
      for (int y = 0; y < DRAWN; y++) {
        classify(density[y], bounds, classes, y * DRAWN);
      }
      return classes;
    }
    Between across = new Between(tile.westPixel(), grid.westCell(), grid.shift());
    Between down = new Between(tile.northPixel(), grid.northCell(), grid.shift());
    float[] line = new float[grid.columns()];
    float[] values = new float[DRAWN];
    for (int y = 0; y < DRAWN; y++) {
      float[] upper = density[down.cell[y]];
      float[] lower = density[down.cell[y] + 1];
      float part = down.part[y];
      float highest = 0;
      for (int i = 0; i < line.length; i++) {
        line[i] = upper[i] * (1 - part) + lower[i] * part;
      }
      for (float value : line) {
        highest = Math.max(highest, value);
      }
      if (highest >= bounds[0]) {
        for (int x = 0; x < DRAWN; x++) {
          int left = across.cell[x];
          values[x] = line[left] + (line[left + 1] - line[left]) * across.part[x];
        }
        classify(values, bounds, classes, y * DRAWN);
      }
    }
    return classes;
  }

  /** Where each drawn pixel's middle lies between the middles of two cells. */
  private static final class Between {
    private final int[] cell = new int[DRAWN];
    private final float[] part = new float[DRAWN];

    Between(long tilePixel, long firstCell, int shift) {
      for (int i = 0; i < DRAWN; i++) {
        long pixel = tilePixel - HeatGrid.RIM_PIXELS + i;
        long before = HeatGrid.cellBefore(pixel, shift);
        cell[i] = (int) (before - firstCell);
        // In half pixels, of which a cell has a power of two: exact as a float.
        part[i] = (float) (2 * pixel + 1 - ((2 * before + 1) << shift)) / (2L << shift);
      }
    }
  }

  /** Neighbours are mostly of one class: that of the pixel before is tried first. */
  private static void classify(float[] values, float[] bounds, byte[] into, int start) {
    int found = HeatPalette.NOTHING;
    for (int i = 0; i < DRAWN; i++) {
      float value = values[i];
      while (found < HeatScale.CLASSES && value >= bounds[found]) {
        found++;
      }
      while (found > 0 && value < bounds[found - 1]) {
        found--;
      }
      into[start + i] = (byte) found;
    }
  }

  /** The pixels of the tile itself, row by row: what borders on nothing is rim. */
  static byte[] pixels(byte[] classes) {
    int size = WebMercator.TILE_SIZE;
    byte[] pixels = new byte[size * size];
    for (int y = 0; y < size; y++) {
      int row = (y + HeatGrid.RIM_PIXELS) * DRAWN + HeatGrid.RIM_PIXELS;
      for (int x = 0; x < size; x++) {
        int at = row + x;
        byte own = classes[at];
        if (own != HeatPalette.NOTHING) {
          boolean onRim =
              classes[at - 1] == HeatPalette.NOTHING
                  || classes[at + 1] == HeatPalette.NOTHING
                  || classes[at - DRAWN] == HeatPalette.NOTHING
                  || classes[at + DRAWN] == HeatPalette.NOTHING;
          pixels[y * size + x] = onRim ? HeatPalette.RIM : own;
        }
      }
    }
    return pixels;
  }
}
