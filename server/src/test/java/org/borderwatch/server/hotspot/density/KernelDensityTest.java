package org.borderwatch.server.hotspot.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelDensityTest {
  private static final Crew CREW = Crew.of(2, Progress.UNWATCHED);

  /** Not square, and its corner at no round number. */
  private static final DensityRaster RASTER = new DensityRaster(600_013, 2_412_017, 250, 90, 70);

  private static final double[] NONE = {};

  /** Straight from the definition: every point at every cell's middle, to no end. */
  private static double[] plain(
      double[] x, double[] y, double[] weight, DensityRaster raster, Kernel kernel, double metres) {
    double[] sum = new double[raster.size()];
    for (int row = 0; row < raster.rows(); row++) {
      for (int column = 0; column < raster.columns(); column++) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
          double east = x[i] - (raster.minX() + (column + 0.5) * raster.cellMetres());
          double north = y[i] - (raster.maxY() - (row + 0.5) * raster.cellMetres());
          double ratio = (east * east + north * north) / (metres * metres);
          double value =
              kernel == Kernel.GAUSSIAN
                  ? Math.exp(-ratio / 2) / 2
                  : 3 * Math.pow(Math.max(0, 1 - ratio), 2);
          total += weight[i] * value / (Math.PI * metres * metres);
        }
        sum[row * raster.columns() + column] = total * 1e6;
      }
    }
    return sum;
  }

  private static void assertWithin(double share, double[] found, double[] expected) {
    double peak = Arrays.stream(expected).max().orElseThrow();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as("cell %d", i).isCloseTo(expected[i], within(share * peak + 1e-100));
      assertThat(found[i]).isNotNegative();
    }
  }

  private static double[] some(Random random, int size, double from, double length) {
    return random.doubles(size).map(share -> from + share * length).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.3, 5", "1, 1, 40", "2, 1.5, 300", "3, 2, 2000", "4, 3, 2000", "5, 4.5, 3000",
    "6, 10, 3000", "7, 10, 1", "8, 30, 500", "9, 400, 50", "10, 2.5, 2", "11, 0.01, 3"
  })
  void everyCellEqualsTheSumOverAllPoints(long seed, double cells, int size) {
    Random random = new Random(seed);
    double metres = cells * RASTER.cellMetres();
    // Some outside, on every side.
    double[] x = some(random, size, RASTER.minX() - 5_000, 250 * 90 + 10_000);
    double[] y = some(random, size, RASTER.maxY() - 250 * 70 - 5_000, 250 * 70 + 10_000);
    double[] weight = some(random, size, 0, 5);
    for (Kernel kernel : Kernel.values()) {
      assertWithin(
          kernel == Kernel.QUARTIC ? 1e-10 : 1e-4,
          KernelDensity.of(x, y, weight, RASTER, kernel, metres, CREW),
          plain(x, y, weight, RASTER, kernel, metres));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.7, 3, 10, 25})
  void bothWaysToSumGaussiansStayWithinTheirErrors(double deviation) {
    Random random = new Random(42);
    double[] x = some(random, 200, RASTER.minX() - 5_000, 250 * 90 + 10_000);
    double[] y = some(random, 200, RASTER.maxY() - 250 * 70 - 5_000, 250 * 70 + 10_000);
    double[] weight = some(random, 200, 0, 5);
    // A crowd at one place, where the errors of all points add up.
    Arrays.fill(x, 0, 50, RASTER.minX() + 7_777);
    Arrays.fill(y, 0, 50, RASTER.maxY() - 7_777);
    double peak = 1e6 / (2 * Math.PI * Math.pow(deviation * RASTER.cellMetres(), 2));
    RasterPoints points = RasterPoints.of(x, y, weight, RASTER);
    double[] expected =
        plain(x, y, weight, RASTER, Kernel.GAUSSIAN, deviation * RASTER.cellMetres());
    assertWithin(5e-5, NodeSum.of(points, RASTER, deviation, peak, CREW), expected);
    assertWithin(5e-6, GaussianSum.of(points, RASTER, deviation, peak, CREW), expected);
  }

  @ParameterizedTest
  @EnumSource
  void theSumOfAllCellsIsTheWeightWhenKernelsLieInside(Kernel kernel) {
    Random random = new Random(7);
    double[] x = some(random, 3_000, RASTER.minX() + 8_000, 5_000);
    double[] y = some(random, 3_000, RASTER.maxY() - 10_000, 2_000);
    double[] weight = some(random, 3_000, 0, 3);
    double[] density = KernelDensity.of(x, y, weight, RASTER, kernel, 1_000, CREW);
    double squareKm = RASTER.cellMetres() * RASTER.cellMetres() / 1e6;
    double total = Arrays.stream(weight).sum();
    assertThat(Arrays.stream(density).sum() * squareKm)
        .isCloseTo(total, within((kernel == Kernel.GAUSSIAN ? 1e-5 : 1e-3) * total));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsZeroEverywhere(Kernel kernel) {
    assertThat(KernelDensity.of(NONE, NONE, NONE, RASTER, kernel, 1_000, CREW))
        .hasSize(RASTER.size())
        .containsOnly(0);
    double[] middle = {RASTER.middleX(40), RASTER.middleX(41)};
    double[] north = {RASTER.middleY(30), RASTER.middleY(31)};
    assertThat(KernelDensity.of(middle, north, new double[2], RASTER, kernel, 1_000, CREW))
        .containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource
  void onePointIsItsKernel(Kernel kernel) {
    double[] density =
        KernelDensity.of(
            new double[] {RASTER.middleX(40)},
            new double[] {RASTER.middleY(30)},
            new double[] {2},
            RASTER,
            kernel,
            2_000,
            CREW);
    double peak = kernel == Kernel.GAUSSIAN ? 1 / (8 * Math.PI) : 3 / (4 * Math.PI);
    assertThat(density[30 * 90 + 40]).isCloseTo(2 * peak, within(1e-9));
    assertThat(density[30 * 90 + 48])
        .isCloseTo(
            2 * peak * (kernel == Kernel.GAUSSIAN ? Math.exp(-0.5) : 0), within(1e-4 * peak));
  }

  @Test
  void aQuarticKernelEndsAtItsBandwidth() {
    double[] density =
        KernelDensity.of(
            new double[] {RASTER.middleX(40)},
            new double[] {RASTER.middleY(30)},
            new double[] {1},
            RASTER,
            Kernel.QUARTIC,
            2_000,
            CREW);
    for (int row = 0; row < RASTER.rows(); row++) {
      for (int column = 0; column < RASTER.columns(); column++) {
        double cells = Math.hypot(row - 30, column - 40);
        if (cells > 8.001) {
          assertThat(density[row * 90 + column]).isZero();
        } else if (cells < 7.999) {
          assertThat(density[row * 90 + column]).isPositive();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void pointsOutsideCountAsFarAsTheirKernelReaches(Kernel kernel) {
    double[] west = {RASTER.minX() - 500, RASTER.minX() - 500_000};
    double[] north = {RASTER.middleY(30), RASTER.middleY(30)};
    double[] density =
        KernelDensity.of(west, north, new double[] {1, 1}, RASTER, kernel, 1_000, CREW);
    assertThat(density[30 * 90]).isPositive();
    assertThat(density[30 * 90 + 40]).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theNumberOfThreadsDoesNotChangeABit(Kernel kernel) {
    Random random = new Random(3);
    double[] x = some(random, 20_000, RASTER.minX(), 22_500);
    double[] y = some(random, 20_000, RASTER.maxY() - 17_500, 17_500);
    double[] weight = some(random, 20_000, 0, 1);
    assertThat(KernelDensity.of(x, y, weight, RASTER, kernel, 2_500, CREW))
        .containsExactly(KernelDensity.of(x, y, weight, RASTER, kernel, 2_500, Crew.alone()));
  }

  @Test
  void aRasterOfOneCellIsItsMiddle() {
    DensityRaster one = new DensityRaster(0, 1_000, 1_000, 1, 1);
    double[] x = {500};
    for (Kernel kernel : Kernel.values()) {
      double peak = kernel == Kernel.GAUSSIAN ? 1 / (2 * Math.PI) : 3 / Math.PI;
      assertThat(KernelDensity.of(x, x, new double[] {1}, one, kernel, 1_000, CREW))
          .containsExactly(new double[] {peak}, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
  void aBandwidthThatIsNoLengthIsRefused(double metres) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelDensity.of(NONE, NONE, NONE, RASTER, Kernel.GAUSSIAN, metres, CREW))
        .withMessageContaining("bandwidthMetres");
  }

  @Test
  void badPointsAreRefusedByNumber() {
    double[] good = {1, 2};
    double[] bad = {1, Double.NaN};
    double[] negative = {1, -1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelDensity.of(bad, good, good, RASTER, Kernel.GAUSSIAN, 9, CREW))
        .withMessageContaining("Point 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelDensity.of(good, good, negative, RASTER, Kernel.QUARTIC, 9, CREW))
        .withMessageContaining("Point 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelDensity.of(good, NONE, good, RASTER, Kernel.QUARTIC, 9, CREW))
        .withMessageContaining("2 x, 0 y and 2 weights");
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 250", "10, 0, 250", "5000, 5000, 250", "10, 10, 0", "10, 10, NaN"})
  void aRasterThatCannotBeIsRefused(int columns, int rows, double cellMetres) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DensityRaster(0, 0, cellMetres, columns, rows));
  }
}
