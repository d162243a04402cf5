package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatKernelTest {
  /** The tile that holds Đồng Đăng. */
  static TileCoord tileAt(int zoom) {
    int col = (int) (WebMercator.pixelX(106.69767, zoom) / 256);
    int row = (int) (WebMercator.pixelY(21.9511, zoom) / 256);
    return new TileCoord(zoom, row, col);
  }

  /**
   * What lies in the cells of a grid when chance throws it there: the same in a cell of the world,
   * whichever grid asks.
   */
  static long[] scattered(CellGrid cells, double share, long seed) {
    long[] counts = new long[cells.columns() * cells.rows()];
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        long cell = (cells.northCell() + row) << 32 | (cells.westCell() + column);
        Random random = new Random(seed ^ cell * 0x9e3779b97f4a7c15L);
        random.nextInt();
        if (random.nextDouble() < share) {
          counts[row * cells.columns() + column] = 1 + random.nextInt(900);
        }
      }
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1500",
    "9, 1500",
    "10, 500",
    "11, 500",
    "12, 500",
    "12, 1500",
    "14, 500",
    "16, 1500",
    "8, 50000",
    "17, 100"
  })
  void theKernelAgreesWithTheFormula(int zoom, double bandwidthMetres) {
    HeatGrid grid = HeatGrid.of(tileAt(zoom), bandwidthMetres);
    for (double share : new double[] {0.0005, 0.7}) {
      long[] counts = scattered(grid.cells(), share, 42 + zoom);
      float[][] density = HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
      double peak = 0;
      double worst = 0;
      for (int row = 0; row < grid.rows(); row += 5) {
        for (int column = row % 3; column < grid.columns(); column += 7) {
          double slow = slowDensity(grid, counts, row, column, bandwidthMetres);
          peak = Math.max(peak, slow);
          worst = Math.max(worst, Math.abs(slow - density[row][column]));
        }
      }
      assertThat(peak).isPositive();
      assertThat(worst).isLessThan(1e-4 * peak);
    }
  }

  /** The sum over all cells, one by one: each spreads along its row by the deviation there. */
  private static double slowDensity(
      HeatGrid grid, long[] counts, int row, int column, double bandwidthMetres) {
    CellGrid cells = grid.cells();
    double sum = 0;
    double down = sigma(grid, row, bandwidthMetres);
    for (int y = 0; y < cells.rows(); y++) {
      int dy = y - grid.marginRows() - row;
      if (Math.abs(dy) > Math.ceil(4 * down)) {
        continue;
      }
      double along = sigma(grid, y - grid.marginRows(), bandwidthMetres);
      for (int x = 0; x < cells.columns(); x++) {
        int dx = x - grid.marginColumns() - column;
        if (Math.abs(dx) <= Math.ceil(4 * along)) {
          sum +=
              counts[y * cells.columns() + x]
                  * Math.exp(-0.5 * (dx * dx / (along * along) + dy * dy / (down * down)));
        }
      }
    }
    double sigmaKm = down * cellKm(grid, row);
    return sum / (2 * Math.PI * sigmaKm * sigmaKm);
  }

  private static double sigma(HeatGrid grid, int row, double bandwidthMetres) {
    double cellMetres = 1000 * cellKm(grid, row);
    double leastMetres = 1.5 * cellMetres / grid.cellPixels();
    return Math.max(leastMetres, bandwidthMetres) / cellMetres;
  }

  private static double cellKm(HeatGrid grid, int row) {
    double lat = WebMercator.lat((grid.northCell() + row + 0.5) * grid.cellPixels(), grid.zoom());
    return WebMercator.metresPerPixel(lat, grid.zoom()) * grid.cellPixels() / 1000;
  }

  @ParameterizedTest
  @CsvSource({"8, 1500", "10, 500", "10, 1500", "11, 500"})
  void theDensityIntegratesToTheWeight(int zoom, double bandwidthMetres) {
    HeatGrid grid = HeatGrid.of(tileAt(zoom), bandwidthMetres);
    CellGrid cells = grid.cells();
    long[] counts = new long[cells.columns() * cells.rows()];
    counts[cells.rows() / 2 * cells.columns() + cells.columns() / 2] = 7;
    float[][] density = HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
    double total = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (float value : density[row]) {
        total += value * cellKm(grid, row) * cellKm(grid, row);
      }
    }
    assertThat(total).isCloseTo(7, within(0.02));
  }

  @Test
  void nothingHasNoDensity() {
    HeatGrid grid = HeatGrid.of(tileAt(10), 500);
    long[] counts = new long[grid.cells().columns() * grid.cells().rows()];
    for (float[] row : HeatKernel.densityPerKm2(grid, counts, 500)) {
      assertThat(row).containsOnly(0f);
    }
  }

  @Test
  void whatLiesAtTheEdgeOfTheMarginDoesNotReachThePicture() {
    HeatGrid grid = HeatGrid.of(tileAt(12), 500);
    CellGrid cells = grid.cells();
    long[] counts = new long[cells.columns() * cells.rows()];
    counts[0] = 1;
    counts[cells.columns() - 1] = 1;
    counts[counts.length - 1] = 1;
    float[][] density = HeatKernel.densityPerKm2(grid, counts, 500);
    assertThat(density[0][0]).isLessThan(1e-5f);
    assertThat(density[grid.rows() / 2][grid.columns() / 2]).isZero();
  }

  @Test
  void everyTileOfTheWorldHasAGrid() {
    for (int zoom = 0; zoom <= 22; zoom++) {
      int last = (1 << zoom) - 1;
      for (int row : new int[] {0, last / 2, last}) {
        for (double bandwidthMetres : new double[] {100, 1500, 50_000}) {
          HeatGrid grid = HeatGrid.of(new TileCoord(zoom, row, last), bandwidthMetres);
          assertThat(grid.cells().columns()).isBetween(20, 1600);
          assertThat(grid.cells().rows()).isBetween(20, 1600);
        }
      }
    }
  }
}
