package org.borderwatch.bench.hotspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.hotspot.density.DensityRaster;
import org.borderwatch.server.hotspot.density.Kernel;
import org.borderwatch.server.hotspot.density.KernelDensity;

/**
 * Times kernel densities on 512 x 512 cells, bandwidth 10 cells, beside the loop over points and
 * the cells within reach that one would write; prints rows of Markdown. Words: rounds (10).
 */
public final class DensityTimes {
  private static final int CELLS = 512;
  private static final double CELL_METRES = 100;
  private static final double BANDWIDTH = 10 * CELL_METRES;

  private DensityTimes() {}

  /** Prints one row for each kernel and number of points. */
  public static void main(String[] words) {
    int rounds = words.length > 0 ? Integer.parseInt(words[0]) : 10;
    System.out.println(
        "| kernel | points | ours, ms | loop, ms | ratio | largest difference / peak |");
    System.out.println("|---|---|---|---|---|---|");
    Crew crew = Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED);
    DensityRaster raster = new DensityRaster(0, CELLS * CELL_METRES, CELL_METRES, CELLS, CELLS);
    for (Kernel kernel : Kernel.values()) {
      for (int size = 10_000; size <= 1_000_000; size *= 10) {
        Random random = new Random(size);
        double[] x = random.doubles(size, 0, CELLS * CELL_METRES).toArray();
        double[] y = random.doubles(size, 0, CELLS * CELL_METRES).toArray();
        double[] weight = new double[size];
        Arrays.fill(weight, 1);
        Timed ours =
            Timed.best(
                rounds, () -> KernelDensity.of(x, y, weight, raster, kernel, BANDWIDTH, crew));
        Timed loop = Timed.best(1, () -> loop(x, y, raster, kernel));
        System.out.printf(
            Locale.ROOT,
            "| %s | %,d | %.1f | %.0f | %.0f | %.1e |%n",
            kernel.code(),
            size,
            ours.millis,
            loop.millis,
            loop.millis / ours.millis,
            difference(ours.values, loop.values));
      }
    }
  }

  /** One thread, each point on the cells within its reach; a Gaussian to five deviations. */
  private static double[] loop(double[] x, double[] y, DensityRaster raster, Kernel kernel) {
    double[] sum = new double[raster.size()];
    double h = BANDWIDTH / CELL_METRES;
    int reach = (int) Math.ceil(kernel == Kernel.GAUSSIAN ? 5 * h : h);
    double km = BANDWIDTH / 1_000;
    double peak = (kernel == Kernel.GAUSSIAN ? 0.5 : 3) / (Math.PI * km * km);
    for (int i = 0; i < x.length; i++) {
      double column = x[i] / CELL_METRES - 0.5;
      double row = CELLS - y[i] / CELL_METRES - 0.5;
      int middleColumn = (int) Math.rint(column);
      int middleRow = (int) Math.rint(row);
      for (int r = Math.max(0, middleRow - reach);
          r <= Math.min(CELLS - 1, middleRow + reach);
          r++) {
        for (int c = Math.max(0, middleColumn - reach);
            c <= Math.min(CELLS - 1, middleColumn + reach);
            c++) {
          double ratio = ((r - row) * (r - row) + (c - column) * (c - column)) / (h * h);
          if (kernel == Kernel.GAUSSIAN) {
            sum[r * CELLS + c] += peak * Math.exp(-ratio / 2);
          } else if (ratio < 1) {
            sum[r * CELLS + c] += peak * (1 - ratio) * (1 - ratio);
          }
        }
      }
    }
    return sum;
  }

  private static double difference(double[] ours, double[] loop) {
    double most = 0;
    for (int i = 0; i < ours.length; i++) {
      most = Math.max(most, Math.abs(ours[i] - loop[i]));
    }
    return most / Arrays.stream(loop).max().orElseThrow();
  }

  private static final class Timed {
    final double millis;
    final double[] values;

    private Timed(double millis, double[] values) {
      this.millis = millis;
      this.values = values;
    }

    static Timed best(int rounds, Supplier<double[]> work) {
      double best = Double.POSITIVE_INFINITY;
      double[] values = {};
      for (int i = 0; i < rounds; i++) {
        long began = System.nanoTime();
        values = work.get();
        best = Math.min(best, (System.nanoTime() - began) / 1e6);
      }
      return new Timed(best, values);
    }
  }
}
