package org.borderwatch.server.tile;

import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * One heat tile: says which cells it needs counted, smooths the counts, paints classes. Immutable,
 * hence thread-safe.
 */
public final class HeatTile {
  private final TileCoord tile;
  private final double bandwidthMetres;
  private final HeatGrid grid;

  /**
   * The tile for a kernel.
   *
   * @param bandwidthMetres standard deviation on the ground
   */
  public HeatTile(TileCoord tile, double bandwidthMetres) {
    this.tile = tile;
    this.bandwidthMetres = bandwidthMetres;
    this.grid = HeatGrid.of(tile, bandwidthMetres);
  }

  /** The cells whose counts change this tile; more than the tile, since the kernel reaches over. */
  public CellGrid cells() {
    return grid.cells();
  }

  /**
   * The tile as an indexed PNG, {@value WebMercator#TILE_SIZE} pixels square; transparent where
   * nothing is drawn. Not to be changed: empty tiles share theirs.
   *
   * @param counts weight in each of {@link #cells()}, row by row from the north
   */
  public byte[] png(long[] counts, HeatScale scale, HeatPalette palette) {
    if (isZero(counts)) {
      return palette.emptyFile();
    }
    float[][] density = HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
    byte[] classes = HeatPicture.classes(tile, grid, density, scale);
    return palette.file(HeatPicture.pixels(classes));
  }

  private static boolean isZero(long[] counts) {
    for (long count : counts) {
      if (count != 0) {
        return false;
      }
    }
    return true;
  }
}
