package org.borderwatch.server.hotspot;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.density.DensityRaster;
import org.borderwatch.server.hotspot.density.Kernel;
import org.borderwatch.server.hotspot.density.KernelDensity;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;

/**
 * The density of points on a raster whose edges are multiples of its cell: it reaches three
 * bandwidths beyond the outermost points.
 *
 * @param density per square kilometre, row by row from the north
 * @param total weight of all points
 */
record DensityCells(DensityRaster raster, double[] density, double total) {
  static final int MOST_CELLS = 4_000_000;
  static final int MOST_FEATURES = 50_000;
  private static final double LEAST_SHARE = 0.001;

  /** How the raster is made. */
  record Method(double cellMetres, double bandwidthMetres, Kernel kernel) {}

  /** Turns corners, x and y in turn, into the coordinates that the result is written in. */
  interface Placing {
    /** Metres as they stand. */
    Placing PLANE = corners -> {};

    void place(double[] corners);
  }

  /** The density of at least one point. */
  static DensityCells of(double[] x, double[] y, double[] weight, Method method, Crew crew) {
    DensityRaster raster = raster(x, y, method);
    double[] density =
        KernelDensity.of(x, y, weight, raster, method.kernel(), method.bandwidthMetres(), crew);
    return new DensityCells(raster, density, Arrays.stream(weight).sum());
  }

  private static DensityRaster raster(double[] x, double[] y, Method method) {
    double cell = method.cellMetres();
    double around = 3 * method.bandwidthMetres();
    double west = floor(Arrays.stream(x).min().orElseThrow() - around, cell);
    double east = floor(Arrays.stream(x).max().orElseThrow() + around, cell) + cell;
    double south = floor(Arrays.stream(y).min().orElseThrow() - around, cell);
    double north = floor(Arrays.stream(y).max().orElseThrow() + around, cell) + cell;
    double columns = Math.rint((east - west) / cell);
    double rows = Math.rint((north - south) / cell);
    if (columns * rows > MOST_CELLS) {
      throw Refusal.of(
          "cellMetres",
          "Lưới có %.0f x %.0f ô, nhiều hơn %d; hãy chọn ô lớn hơn hoặc vùng nhỏ hơn."
              .formatted(columns, rows, MOST_CELLS),
          "The raster has %.0f x %.0f cells, more than %d; take larger cells or a smaller area."
              .formatted(columns, rows, MOST_CELLS));
    }
    return new DensityRaster(west, north, cell, (int) columns, (int) rows);
  }

  private static double floor(double metres, double cell) {
    return Math.floor(metres / cell) * cell;
  }

  /** Whether so few cells are worth showing that they may be features. */
  boolean fit() {
    double least = least();
    return Arrays.stream(density).filter(value -> value >= least).count() <= MOST_FEATURES;
  }

  /** What is less is not written: a thousandth of the peak. */
  double least() {
    return LEAST_SHARE * Arrays.stream(density).max().orElse(0);
  }

  /** Writes the cells that are worth showing as features, and answers how many they are. */
  int write(ResultWriter out, Placing placing) {
    double least = least();
    int written = 0;
    for (int i = 0; i < density.length; i++) {
      if (density[i] >= least) {
        written++;
        int column = i % raster.columns();
        int row = i / raster.columns();
        double[] corners = corners(column, row);
        placing.place(corners);
        out.openFeature()
            .text("id", "d-" + column + "-" + row)
            .polygon(corners)
            .open("properties")
            .number("value", density[i])
            .closeFeature();
      }
    }
    return written;
  }

  private double[] corners(int column, int row) {
    double half = raster.cellMetres() / 2;
    double x = raster.middleX(column);
    double y = raster.middleY(row);
    return new double[] {
      x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half, x - half,
      y - half
    };
  }
}
