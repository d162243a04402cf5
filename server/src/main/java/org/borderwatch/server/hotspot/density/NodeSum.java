package org.borderwatch.server.hotspot.density;

import org.borderwatch.server.compute.Crew;

/**
 * The sum of Gaussians by way of nodes, in O(points + cells) whatever the bandwidth.
 *
 * <p>Nodes lie {@link #NODES} to a deviation. A point's weight goes to the six nodes around it
 * along either axis, by Lagrange's weights of the fifth degree: so the sum over nodes is the
 * kernel's interpolation at the point. Then each cell's middle takes the sum over the nodes within
 * reach, first along columns and then along rows.
 *
 * <p>Error of interpolation along an axis, relative to a kernel's peak: at most 0.0049 * 15 /
 * NODES^6 = 1.8e-5, from max |(t^2 - 1/4)(t^2 - 9/4)(t^2 - 25/4)| / 6! in steps between nodes and
 * the sixth derivative of the Gaussian, at most 15. Two axes and the ends of kernels stay below
 * 1e-4.
 */
final class NodeSum {
  /** In a deviation. */
  private static final int NODES = 4;

  /** That share a point's weight, along an axis. */
  private static final int SHARERS = 6;

  /** Sharers before the node just before the point. */
  private static final int BEFORE = 2;

  /** Nodes from a cell's middle to the last that counts. */
  private static final int REACH = (int) (GaussianSum.REACH * NODES);

  private static final int TAPS = 2 * REACH;

  /** What the start of a row costs a direct sum, in cells. */
  private static final int EXPONENTIALS = 30;

  /** Node columns that a thread fills at once; more than sharers, so every other is apart. */
  private static final int BAND = 8;

  private final Axis across;
  private final Axis down;

  private NodeSum(DensityRaster raster, double deviation) {
    across = new Axis(raster.columns(), deviation);
    down = new Axis(raster.rows(), deviation);
  }

  /** Whether it is less work than {@link GaussianSum}. */
  static boolean isLessWork(int points, DensityRaster raster, double deviation) {
    double width = 2 * GaussianSum.REACH * deviation;
    double direct = points * (width + 1) * (width + 1 + EXPONENTIALS);
    double nodes = raster.rows() * NODES / deviation + 2 * REACH;
    double passes = TAPS * raster.columns() * (nodes + raster.rows()) / 4;
    double memory = (raster.columns() * NODES / deviation + 2 * REACH) * nodes;
    return memory < 2.0 * DensityRaster.MOST_CELLS
        && points * (double) (SHARERS * SHARERS) + memory + passes < direct;
  }

  /**
   * The sum at each cell's middle.
   *
   * @param deviation in cells
   * @param peak of a kernel of weight 1
   */
  static double[] of(
      RasterPoints points, DensityRaster raster, double deviation, double peak, Crew crew) {
    NodeSum sum = new NodeSum(raster, deviation);
    double[][] nodes = sum.share(points, peak, crew);
    double[][] columns = new double[raster.columns()][];
    crew.each(
        raster.columns(),
        column -> columns[column] = sum.across.take(nodes, column, sum.down.size));
    double[][] turned = new double[sum.down.size][raster.columns()];
    crew.each(
        sum.down.size,
        node -> {
          for (int column = 0; column < columns.length; column++) {
            turned[node][column] = columns[column][node];
          }
        });
    double[] density = new double[raster.size()];
    crew.each(
        raster.rows(),
        row -> {
          double[] line = sum.down.take(turned, row, raster.columns());
          for (int column = 0; column < line.length; column++) {
            // Lagrange's weights may be negative; far from all points a trace of that is left.
            density[row * line.length + column] = Math.max(0, line[column]);
          }
        });
    return density;
  }

  /** Weight by node column and node row. */
  private double[][] share(RasterPoints points, double peak, Crew crew) {
    double[][] nodes = new double[across.size][down.size];
    int bandCount = (across.size + BAND - 1) / BAND;
    Bands bands = Bands.of(points, points.column(), across.origin, BAND * across.step, bandCount);
    RasterPoints near = bands.points();
    for (int parity = 0; parity < 2; parity++) {
      int odd = parity;
      crew.each(
          (bandCount + 1 - odd) / 2,
          () -> {
            double[] shareAcross = new double[SHARERS];
            double[] shareDown = new double[SHARERS];
            return half -> {
              int band = 2 * half + odd;
              for (int i = bands.start()[band]; i < bands.start()[band + 1]; i++) {
                int column = across.share(near.column()[i], shareAcross);
                int row = down.share(near.row()[i], shareDown);
                if (column < 0 || row < 0) {
                  continue;
                }
                double weight = near.weight()[i] * peak;
                for (int a = 0; a < SHARERS; a++) {
                  double share = weight * shareAcross[a];
                  double[] into = nodes[column + a];
                  for (int d = 0; d < SHARERS; d++) {
                    into[row + d] += share * shareDown[d];
                  }
                }
              }
            };
          });
    }
    return nodes;
  }

  /** The nodes along one axis; places are in cells. */
  private static final class Axis {
    final double deviation;
    final double step;
    final double origin;
    final int size;

    Axis(int cells, double deviation) {
      this.deviation = deviation;
      this.step = deviation / NODES;
      this.origin = -(REACH + BEFORE) * step;
      this.size = (int) Math.ceil((cells - 1) / step) + 2 * (REACH + SHARERS);
    }

    /** The first node that gets a share of what lies at a place; -1 where all are out of reach. */
    int share(double place, double[] shares) {
      double steps = (place - origin) / step;
      double before = Math.floor(steps);
      int first = (int) before - BEFORE;
      if (!(first >= 0 && first + SHARERS <= size)) {
        return -1;
      }
      double t = steps - before;
      double a = t + 2;
      double b = t + 1;
      double d = t - 1;
      double e = t - 2;
      double f = t - 3;
      double ab = a * b;
      double ef = e * f;
      shares[0] = b * t * d * ef / -120;
      shares[1] = a * t * d * ef / 24;
      shares[2] = ab * d * ef / -12;
      shares[3] = ab * t * ef / 12;
      shares[4] = ab * t * d * f / -24;
      shares[5] = ab * t * d * e / 120;
      return first;
    }

    /** What a cell's middle takes of the lines of nodes within reach. */
    double[] take(double[][] lines, int cell, int length) {
      double[] sum = new double[length];
      int first = (int) Math.ceil((cell - origin) / step) - REACH;
      for (int tap = 0; tap < TAPS; tap += 4) {
        int line = first + tap;
        add(
            sum,
            lines[line],
            weight(line, cell),
            lines[line + 1],
            weight(line + 1, cell),
            lines[line + 2],
            weight(line + 2, cell),
            lines[line + 3],
            weight(line + 3, cell));
      }
      return sum;
    }

    private double weight(int node, int cell) {
      double deviations = (origin + node * step - cell) / deviation;
      return Math.exp(-0.5 * deviations * deviations);
    }

    private static void add(
        double[] sum,
        double[] a,
        double weightA,
        double[] b,
        double weightB,
        double[] c,
        double weightC,
        double[] d,
        double weightD) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weightA * a[i] + weightB * b[i] + weightC * c[i] + weightD * d[i];
      }
    }
  }
}
