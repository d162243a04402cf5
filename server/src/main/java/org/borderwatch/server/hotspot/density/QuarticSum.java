package org.borderwatch.server.hotspot.density;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;

/**
 * The sum of quartic kernels, exact to rounding, in O(points * b + cells) for a bandwidth of b
 * cells.
 *
 * <p>Along a row a kernel is a polynomial of the fourth degree between the two places where it
 * ends: with t the column, p the point's and d its distance from the row, all in bandwidths, (1 -
 * d^2 - (t - p)^2)^2. So a point adds its five coefficients where it begins and takes them away
 * where it ends, and the running sum is the density. Columns are counted from the middle of a block
 * of {@link #BLOCK} bandwidths, which keeps powers small; a kernel that crosses the end of a block
 * begins anew in the next. Where no kernel is open the sums start from 0 again, so that emptiness
 * is exactly 0.
 */
final class QuarticSum {
  private static final int BLOCK = 16;

  /** Five coefficients, and how many kernels are open. */
  private static final int SLOTS = 6;

  private final RasterPoints points;
  private final double bandwidth;
  private final double peak;
  private final int[] start;
  private final int margin;
  private final int columns;
  private final int blockColumns;

  private QuarticSum(RasterPoints points, DensityRaster raster, double bandwidth, double peak) {
    this.bandwidth = bandwidth;
    this.peak = peak;
    Bands bands = points.byRow(bandwidth, raster.rows());
    this.start = bands.start();
    this.points = bands.points();
    this.margin = (int) Math.ceil(bandwidth);
    this.columns = raster.columns();
    this.blockColumns = (int) Math.min(columns, Math.ceil(BLOCK * bandwidth));
  }

  /**
   * The sum at each cell's middle.
   *
   * @param bandwidth in cells
   * @param peak of a kernel of weight 1
   */
  static double[] of(
      RasterPoints points, DensityRaster raster, double bandwidth, double peak, Crew crew) {
    QuarticSum kernels = new QuarticSum(points, raster, bandwidth, peak);
    double[] sum = new double[raster.size()];
    crew.each(
        raster.rows(),
        () -> {
          double[] changes = new double[SLOTS * (raster.columns() + 1)];
          return row -> {
            kernels.open(row, changes);
            kernels.run(changes, sum, row * raster.columns());
          };
        });
    return sum;
  }

  /** Notes where the kernels that reach the row begin and end. */
  private void open(int row, double[] changes) {
    int from = start[row];
    int until = start[row + 2 * margin + 1];
    for (int i = from; i < until; i++) {
      double down = (points.row()[i] - row) / bandwidth;
      double rest = 1 - down * down;
      if (!(rest > 0)) {
        continue;
      }
      double column = points.column()[i];
      double half = bandwidth * Math.sqrt(rest);
      int begin = (int) Math.max(0, Math.ceil(column - half));
      int end = (int) Math.min(columns, Math.floor(column + half) + 1);
      if (begin >= end) {
        continue;
      }
      // One block is the rule, and has no division.
      int block = blockColumns == columns ? 0 : begin / blockColumns;
      while (begin < end) {
        int blockEnd = (block + 1) * blockColumns;
        int stop = Math.min(end, blockEnd);
        add(
            changes,
            begin,
            // Sums start from 0 at the next block anyway.
            stop == blockEnd ? columns : stop,
            column - middle(block),
            rest,
            points.weight()[i] * peak);
        begin = stop;
        block++;
      }
    }
  }

  private double middle(int block) {
    return (block + 0.5) * blockColumns;
  }

  /** With A = rest - p^2 and B = 2 p, (rest - (t - p)^2)^2 is (A + B t - t^2)^2. */
  private void add(
      double[] changes, int begin, int end, double column, double rest, double weight) {
    double p = column / bandwidth;
    double a = rest - p * p;
    double b = 2 * p;
    double c0 = weight * a * a;
    double c1 = weight * 2 * a * b;
    double c2 = weight * (b * b - 2 * a);
    double c3 = weight * -2 * b;
    int at = SLOTS * begin;
    changes[at] += c0;
    changes[at + 1] += c1;
    changes[at + 2] += c2;
    changes[at + 3] += c3;
    changes[at + 4] += weight;
    changes[at + 5]++;
    at = SLOTS * end;
    changes[at] -= c0;
    changes[at + 1] -= c1;
    changes[at + 2] -= c2;
    changes[at + 3] -= c3;
    changes[at + 4] -= weight;
    changes[at + 5]--;
  }

  /** Goes through the row with what is open, and leaves no changes behind. */
  private void run(double[] changes, double[] sum, int start) {
    for (int block = 0; block * blockColumns < columns; block++) {
      double middle = middle(block);
      double c0 = 0;
      double c1 = 0;
      double c2 = 0;
      double c3 = 0;
      double c4 = 0;
      double open = 0;
      int stop = Math.min(columns, (block + 1) * blockColumns);
      for (int column = block * blockColumns; column < stop; column++) {
        int at = SLOTS * column;
        open += changes[at + 5];
        if (open == 0) {
          c0 = 0;
          c1 = 0;
          c2 = 0;
          c3 = 0;
          c4 = 0;
          continue;
        }
        c0 += changes[at];
        c1 += changes[at + 1];
        c2 += changes[at + 2];
        c3 += changes[at + 3];
        c4 += changes[at + 4];
        double t = (column - middle) / bandwidth;
        sum[start + column] = Math.max(0, c0 + t * (c1 + t * (c2 + t * (c3 + t * c4))));
      }
    }
    Arrays.fill(changes, 0);
  }
}
