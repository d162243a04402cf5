package org.borderwatch.server.hotspot.density;

import java.util.Arrays;

/**
 * Weighted points in cells of a raster: 0 is the middle of the first column or row, 1 that of the
 * next. Points without weight are left out.
 */
record RasterPoints(double[] column, double[] row, double[] weight) {
  static RasterPoints of(double[] x, double[] y, double[] weight, DensityRaster raster) {
    if (x.length != y.length || x.length != weight.length) {
      throw new IllegalArgumentException(
          "There are %d x, %d y and %d weights; expected as many of each"
              .formatted(x.length, y.length, weight.length));
    }
    double[] column = new double[x.length];
    double[] row = new double[x.length];
    double[] kept = new double[x.length];
    int size = 0;
    for (int i = 0; i < x.length; i++) {
      if (!(Double.isFinite(x[i]) && Double.isFinite(y[i]))) {
        throw new IllegalArgumentException(
            "Point %d lies at %s, %s; expected metres".formatted(i, x[i], y[i]));
      }
      if (!(weight[i] >= 0 && weight[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Point %d weighs %s; expected 0 or more".formatted(i, weight[i]));
      }
      if (weight[i] > 0) {
        column[size] = (x[i] - raster.minX()) / raster.cellMetres() - 0.5;
        row[size] = (raster.maxY() - y[i]) / raster.cellMetres() - 0.5;
        kept[size++] = weight[i];
      }
    }
    return new RasterPoints(
        Arrays.copyOf(column, size), Arrays.copyOf(row, size), Arrays.copyOf(kept, size));
  }

  int size() {
    return weight.length;
  }

  /**
   * Those of which the row is within {@code reach} of the raster's, in bands of a row: band b holds
   * the rows from {@code b - ceil(reach)} to the next.
   */
  Bands byRow(double reach, int rows) {
    int margin = (int) Math.ceil(reach);
    return Bands.of(this, row, -margin, 1, rows + 2 * margin);
  }
}
