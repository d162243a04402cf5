package org.borderwatch.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.column.Box;
import org.borderwatch.server.detection.column.CellCounter;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.detection.column.DetectionColumns;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.RowBuffer;
import org.borderwatch.server.detection.column.RowFilter;
import org.borderwatch.server.detection.column.RowWords;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.tile.HeatGrid;
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

/**
 * Counting the cells of a heat tile in one thread, half of the time asked for: the columns with all
 * their rows, beside a plain loop over arrays that hold only the rows around the tile.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // Set up for each zoom.
public class CellCountBenchmark {
  private static final int DETECTIONS = 1_000_000;
  private static final long SEED = 2024;
  private static final double BANDWIDTH_METRES = 500;
  private static final int SECONDS = 4 * 365 * 86_400;

  /** Of the tile: a pixel is 141, 35 or 9 m at the border. */
  @Param({"10", "12", "14"})
  public int zoom;

  private DetectionColumns columns;
  private CellGrid grid;
  private RowFilter filter;
  private int[] x;
  private int[] y;
  private int[] seconds;

  /** Throws detections about a line of 400 km through the tile, and reads them into columns. */
  @Setup
  public void scatter() {
    int col = (int) (WebMercator.pixelX(106.69767, zoom) / WebMercator.TILE_SIZE);
    int row = (int) (WebMercator.pixelY(21.9511, zoom) / WebMercator.TILE_SIZE);
    grid = HeatGrid.of(new TileCoord(zoom, row, col), BANDWIDTH_METRES).cells();
    Box box = grid.box();
    filter = half().within(box);
    x = new int[DETECTIONS];
    y = new int[DETECTIONS];
    seconds = new int[DETECTIONS];
    int words =
        RowWords.bit(Direction.EXIT)
            | RowWords.bit(Setting.TRAIL)
            | RowWords.bit(Source.PATROL)
            | RowWords.bit(Outcome.OBSERVED)
            | RowWords.bit(Neighbour.CN)
            | RowWords.kind(true);
    Random random = new Random(SEED);
    RowBuffer rows = new RowBuffer();
    int near = 0;
    for (int i = 0; i < DETECTIONS; i++) {
      double along = 4 * (random.nextDouble() - 0.5);
      int east = FixedMercator.x(106.69767 + along + 0.02 * random.nextGaussian());
      int south = FixedMercator.y(21.9511 + 0.3 * along + 0.02 * random.nextGaussian());
      int second = random.nextInt(SECONDS);
      rows.add(i + 1, east, south, second, words, 0, (char) 0, 3, 0, 0);
      if (east >= box.minX() && east <= box.maxX() && south >= box.minY() && south <= box.maxY()) {
        x[near] = east;
        y[near] = south;
        seconds[near++] = second;
      }
    }
    x = Arrays.copyOf(x, near);
    y = Arrays.copyOf(y, near);
    seconds = Arrays.copyOf(seconds, near);
    columns = DetectionColumns.of(List.of(rows));
    if (!Arrays.equals(inColumns(), plain())) {
      throw new IllegalStateException("the two don't count the same");
    }
  }

  private static RowFilter half() {
    RowFilter all = RowFilter.ALL;
    return new RowFilter(
        all.box(),
        SECONDS / 4,
        3 * (SECONDS / 4),
        all.forbidden(),
        all.anyOf(),
        all.minPersons(),
        all.maxPersons(),
        all.minBorderMm(),
        all.maxBorderMm(),
        all.stations());
  }

  /** Our columns: what isn't near is skipped, what is asked for as a whole isn't tested. */
  @Benchmark
  public long[] inColumns() {
    CellCounter counter = new CellCounter(grid, false);
    columns.scan(filter, counter);
    return counter.counts();
  }

  /** One loop over exactly the rows around the tile. */
  @Benchmark
  public long[] plain() {
    long[] counts = new long[grid.columns() * grid.rows()];
    int shift = grid.unitShift();
    long half = 1L << 31;
    int west = (int) (grid.westCell() - (half >> shift));
    int north = (int) (grid.northCell() - (half >> shift));
    int from = (int) filter.fromSecond();
    int until = (int) filter.untilSecond();
    for (int i = 0; i < x.length; i++) {
      if (seconds[i] >= from && seconds[i] < until) {
        counts[((y[i] >> shift) - north) * grid.columns() + (x[i] >> shift) - west]++;
      }
    }
    return counts;
  }
}
