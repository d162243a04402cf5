package org.borderwatch.server.hotspot.density;

import org.borderwatch.server.compute.Crew;

/**
 * The sum of Gaussians point by point, each to five deviations from its middle along either axis.
 * O(points * b^2 + cells) for a bandwidth of b cells; a row of cells is a part of its own.
 */
final class GaussianSum {
  /** Where a kernel ends, in deviations. */
  static final double REACH = 5;

  private GaussianSum() {}

  /**
   * The sum at each cell's middle.
   *
   * @param deviation in cells
   * @param peak of a kernel of weight 1
   */
  static double[] of(
      RasterPoints points, DensityRaster raster, double deviation, double peak, Crew crew) {
    double[] sum = new double[raster.size()];
    double reach = REACH * deviation;
    Bands bands = points.byRow(reach, raster.rows());
    RasterPoints near = bands.points();
    int margin = (int) Math.ceil(reach);
    double halfPrecision = 0.5 / (deviation * deviation);
    // exp(-a (d + 1)^2) = exp(-a d^2) * exp(-a (2 d + 1)), and that factor falls by exp(-2 a).
    double fall = Math.exp(-2 * halfPrecision);
    crew.each(
        raster.rows(),
        row -> {
          int from = bands.start()[row];
          int until = bands.start()[row + 2 * margin + 1];
          for (int i = from; i < until; i++) {
            double down = near.row()[i] - row;
            if (Math.abs(down) > reach) {
              continue;
            }
            double column = near.column()[i];
            int first = (int) Math.max(0, Math.ceil(column - reach));
            int last = (int) Math.min(raster.columns() - 1, Math.floor(column + reach));
            if (first > last) {
              continue;
            }
            double top = near.weight()[i] * peak;
            // Outwards from the point on either side: so every value is a product of falling ones.
            int nearest = (int) Math.max(first, Math.min(last, Math.rint(column)));
            double aside = nearest - column;
            double value = top * Math.exp(-halfPrecision * (down * down + aside * aside));
            double east = Math.exp(-halfPrecision * (1 + 2 * aside));
            double west = Math.exp(-halfPrecision * (1 - 2 * aside));
            int start = row * raster.columns();
            double weight = value;
            for (int cell = nearest; cell <= last; cell++) {
              sum[start + cell] += weight;
              weight *= east;
              east *= fall;
            }
            weight = value * west;
            west *= fall;
            for (int cell = nearest - 1; cell >= first; cell--) {
              sum[start + cell] += weight;
              weight *= west;
              west *= fall;
            }
          }
        });
    return sum;
  }
}
