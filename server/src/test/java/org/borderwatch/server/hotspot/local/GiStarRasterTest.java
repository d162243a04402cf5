package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A raster's windows against the list of neighbours of its middles. */
class GiStarRasterTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);
  private static final double CELL = 1000;

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 1",
    "1, 0, 7, 5",
    "2, 0, 7, 5",
    "3, 0, 40, 31",
    "30, 0, 9, 8",
    "4, 0, 1, 20",
    "4, 0, 20, 1",
    "1, 0.3, 12, 12",
    "3, 0.2, 40, 31",
    "5, 0.95, 30, 30",
    "3, 1, 5, 5"
  })
  void ringsAreTheCellsSoManyStepsAway(int rings, double holes, int columns, int rows) {
    double[] values = values(columns * rows, holes);

    double[] z = GiStar.onHexagons(values, columns, rows, rings, TWO).z();

    assertThat(z).containsExactly(slowRings(values, columns, rows, rings), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 0",
    "1000, 0",
    "1732.0508, 0.1",
    "1733, 0",
    "2000, 0.3",
    "3000, 0.2",
    "3605.5512754639894, 0",
    "5500, 0",
    "1e5, 0.2"
  })
  void aBandReachesTheHexagonsAndSquaresWithinIt(double band, double holes) {
    int columns = 23;
    int rows = 19;
    double[] values = values(columns * rows, holes);
    double[] x = new double[values.length];
    double[] y = new double[values.length];
    double[] squareX = new double[values.length];
    double[] squareY = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      x[i] = CELL * (i % columns + 0.5 * (row & 1));
      y[i] = -CELL * Math.sqrt(3) / 2 * row;
      squareX[i] = CELL * (i % columns);
      squareY[i] = CELL * row;
    }

    assertThat(raster(values, columns, rows, RasterWindow.hexagonsWithin(band, CELL)))
        .containsExactly(GiStar.withinBand(x, y, values, band, TWO).z(), within(1e-9));
    assertThat(raster(values, columns, rows, RasterWindow.squaresWithin(band, CELL)))
        .containsExactly(GiStar.withinBand(squareX, squareY, values, band, TWO).z(), within(1e-9));
  }

  @Test
  void threeRingsAreThirtySevenCells() {
    double[] values = new double[21 * 21];
    values[10 * 21 + 10] = 1;

    double[] z = GiStar.onHexagons(values, 21, 21, 3, TWO).z();

    assertThat(Arrays.stream(z).filter(score -> score > 0).count()).isEqualTo(37);
  }

  @Test
  void windowsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> RasterWindow.hexagonRings(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rings");
    assertThatThrownBy(() -> RasterWindow.hexagonsWithin(1000, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cell");
    assertThatThrownBy(() -> RasterWindow.squaresWithin(-1, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("band");
    assertThatThrownBy(() -> RasterWindow.hexagonsWithin(1e9, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] raster(double[] values, int columns, int rows, RasterWindow window) {
    return GiStar.onRaster(values, columns, rows, window, TWO).z();
  }

  private static double[] values(int n, double holes) {
    Random random = new Random(n);
    return random
        .doubles(n)
        .map(value -> random.nextDouble() < holes ? Double.NaN : Math.floor(1 / value))
        .toArray();
  }

  /** Steps between hexagons, in cube coordinates of "odd-r". */
  private static double[] slowRings(double[] values, int columns, int rows, int rings) {
    double[] there = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    int n = there.length;
    double mean = Arrays.stream(there).average().orElse(Double.NaN);
    double variance = Arrays.stream(there).map(v -> (v - mean) * (v - mean)).sum() / n;
    double[] z = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      double w = 0;
      for (int j = 0; j < values.length; j++) {
        int rowStep = j / columns - i / columns;
        int step = axial(j, columns) - axial(i, columns);
        int distance = (Math.abs(rowStep) + Math.abs(step) + Math.abs(rowStep + step)) / 2;
        if (distance <= rings && !Double.isNaN(values[j])) {
          sum += values[j] - mean;
          w++;
        }
      }
      double spread = Math.sqrt(variance * w * (n - w) / (n - 1));
      z[i] = Double.isNaN(values[i]) ? Double.NaN : w == n ? 0 : sum / spread;
    }
    return z;
  }

  private static int axial(int cell, int columns) {
    int row = cell / columns;
    return cell % columns - (row - (row & 1)) / 2;
  }
}
