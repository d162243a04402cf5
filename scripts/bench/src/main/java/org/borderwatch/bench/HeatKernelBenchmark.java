package org.borderwatch.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.tile.HeatGrid;
import org.borderwatch.server.tile.HeatKernel;
import org.borderwatch.server.tile.HeatPalette;
import org.borderwatch.server.tile.HeatScale;
import org.borderwatch.server.tile.HeatTile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A heat tile once its cells are counted: the kernel alone, and all until the file is there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // Set up for each zoom and bandwidth.
public class HeatKernelBenchmark {
  private static final long SEED = 2024;

  /** Detections in and around the tile: a belt along a winding line and a few hot places. */
  private static final int DETECTIONS = 400_000;

  /** Of the tile: a pixel is 141, 35 or 9 m at the border. */
  @Param({"10", "12", "14"})
  public int zoom;

  /** Standard deviation of the kernel. */
  @Param({"500", "1500"})
  public double bandwidthMetres;

  private HeatTile tile;
  private HeatGrid grid;
  private HeatScale scale;
  private long[] counts;

  /** Throws the detections into the cells. */
  @Setup
  public void count() {
    int col = (int) (WebMercator.pixelX(106.69767, zoom) / WebMercator.TILE_SIZE);
    int row = (int) (WebMercator.pixelY(21.9511, zoom) / WebMercator.TILE_SIZE);
    TileCoord place = new TileCoord(zoom, row, col);
    tile = new HeatTile(place, bandwidthMetres);
    grid = HeatGrid.of(place, bandwidthMetres);
    CellGrid cells = grid.cells();
    counts = new long[cells.columns() * cells.rows()];
    Random random = new Random(SEED);
    for (int i = 0; i < DETECTIONS; i++) {
      double along = random.nextDouble();
      double across = 0.5 + 0.2 * Math.sin(7 * along) + 0.08 * random.nextGaussian();
      if (i % 3 == 0) {
        along = 0.1 + 0.2 * random.nextInt(5) + 0.01 * random.nextGaussian();
        across = 0.5 + 0.2 * Math.sin(7 * along) + 0.01 * random.nextGaussian();
      }
      int x = (int) Math.floor(along * cells.columns());
      int y = (int) Math.floor(across * cells.rows());
      if (x >= 0 && x < cells.columns() && y >= 0 && y < cells.rows()) {
        counts[y * cells.columns() + x]++;
      }
    }
    scale = scaleToPeak();
  }

  /** The scale of which the peak is in the last class, so that all seven are drawn. */
  private HeatScale scaleToPeak() {
    double peak = 0;
    for (float[] line : HeatKernel.densityPerKm2(grid, counts, bandwidthMetres)) {
      for (float value : line) {
        peak = Math.max(peak, value);
      }
    }
    HeatScale fitting = new HeatScale(1e-6);
    while (fitting.bounds().get(HeatScale.CLASSES - 1) < peak / 2) {
      fitting = new HeatScale(fitting.bounds().get(1));
    }
    return fitting;
  }

  /** Counts to density. */
  @Benchmark
  public float[][] density() {
    return HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
  }

  /** Counts to PNG. */
  @Benchmark
  public byte[] png() {
    return tile.png(counts, scale, HeatPalette.LIGHT);
  }
}
