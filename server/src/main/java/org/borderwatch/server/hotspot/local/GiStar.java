package org.borderwatch.server.hotspot.local;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.borderwatch.server.compute.Crew;

/**
 * Getis-Ord Gi*: how many standard deviations the sum of a neighbourhood lies above what chance
 * would have put there.
 *
 * <p>With n values x of mean m and standard deviation {@code s = sqrt(sum x^2 / n - m^2)}, and a
 * neighbourhood of W places, the place itself among them (the star), each of weight 1:
 *
 * <pre>z = (sum of the neighbourhood - W m) / (s sqrt((n W - W^2) / (n - 1)))</pre>
 *
 * <p>p is two-sided, of the normal distribution that z tends to as W grows; with few neighbours or
 * skewed values ask {@link Permutations} too. Where nothing can be said, z is 0 and p is 1: when
 * all values are equal, there is one place only, or the neighbourhood is everything. A value of NaN
 * is a place without one (nobody looked there): it counts neither in n, m and s nor in any
 * neighbourhood, and its own z and p are NaN. Values are shifted by the mean before anything is
 * summed, so a large offset costs no digits.
 *
 * <p>Results don't depend on the crew. Source: Ord and Getis (1995), Local Spatial Autocorrelation
 * Statistics, Geographical Analysis 27(4), equation 14. Stateless, hence thread-safe.
 */
public final class GiStar {
  private static final int PLACES_A_PART = 1 << 12;

  private GiStar() {}

  /**
   * Of places with their neighbours. O(pairs).
   *
   * @param values of each place, within 1e150, or NaN
   */
  public static GiScores of(double[] values, Neighbours neighbours, Crew crew) {
    int n = values.length;
    requireAsMany(n, neighbours.size());
    Centred centred = Centred.of(values, crew);
    double[] z = new double[n];
    double[] p = new double[n];
    int[] start = neighbours.start();
    int[] index = neighbours.index();
    double[] deviation = centred.values;
    crew.each(
        (n + PLACES_A_PART - 1) / PLACES_A_PART,
        part -> {
          for (int i = part * PLACES_A_PART, end = Math.min(n, i + PLACES_A_PART); i < end; i++) {
            double sum = 0;
            int size = 0;
            for (int k = start[i]; k < start[i + 1]; k++) {
              double one = deviation[index[k]];
              if (!Double.isNaN(one)) {
                sum += one;
                size++;
              }
            }
            z[i] = Double.isNaN(deviation[i]) ? Double.NaN : centred.score(sum, size);
            p[i] = StandardNormal.twoSidedP(z[i]);
          }
        });
    return new GiScores(z, p, centred.mean, centred.sd);
  }

  /**
   * The same as {@link #of} with {@link Neighbours#within}, but for the order of sums, without
   * keeping the pairs: less time, and no limit to their number. O(n k) for k neighbours; 60 bytes a
   * place.
   *
   * @throws IllegalArgumentException as {@link Neighbours#within}, but for the number of pairs
   */
  public static GiScores withinBand(
      double[] xMetres, double[] yMetres, double[] values, double bandMetres, Crew crew) {
    Band band = new Band(bandMetres);
    Band.requireFinite(xMetres, yMetres);
    int n = values.length;
    requireAsMany(n, xMetres.length);
    Centred centred = Centred.of(values, crew);
    int[] chosen = IntStream.range(0, n).filter(i -> !Double.isNaN(values[i])).toArray();
    Strips strips = new Strips(xMetres, yMetres, chosen, band.reachMetres(), crew);
    double[] deviation = strips.inOrder(centred.values, crew);
    double[] z = new double[n];
    double[] p = new double[n];
    Arrays.fill(z, Double.NaN);
    Arrays.fill(p, Double.NaN);
    strips.visit(crew, () -> new Scorer(strips, band, centred, deviation, z, p));
    return new GiScores(z, p, centred.mean, centred.sd);
  }

  /**
   * Of a raster of hexagons with pointed tops, row by row, every second row (1, 3, ...) shifted
   * half a cell to the right; whether rows rise or fall doesn't matter.
   *
   * @param values row by row, {@code columns * rows} of them, within 1e150; NaN outside of what is
   *     studied
   * @param rings how many rings around a cell are its neighbours: with r they are {@code 3 r (r +
   *     1)}
   */
  public static GiScores onHexagons(double[] values, int columns, int rows, int rings, Crew crew) {
    return onRaster(values, columns, rows, RasterWindow.hexagonRings(rings), crew);
  }

  /**
   * Of a raster, where the neighbourhood of a cell is a window about it. A row of a window is the
   * difference of two sums from the left, so the cost is O(cells * rows of the window) however wide
   * it is; 28 bytes a cell.
   */
  public static GiScores onRaster(
      double[] values, int columns, int rows, RasterWindow window, Crew crew) {
    if (columns < 0 || rows < 0 || (long) columns * rows != values.length) {
      throw new IllegalArgumentException(
          "There are " + values.length + " values for " + columns + " columns, " + rows + " rows.");
    }
    Centred centred = Centred.of(values, crew);
    double[] z = new double[values.length];
    double[] p = new double[values.length];
    RowSums sums = new RowSums(centred, columns, rows, window, crew);
    crew.each(
        rows,
        row -> {
          double[] sum = new double[columns];
          int[] size = new int[columns];
          sums.around(row, sum, size);
          for (int column = 0; column < columns; column++) {
            int i = row * columns + column;
            z[i] = Double.isNaN(values[i]) ? Double.NaN : centred.score(sum[column], size[column]);
            p[i] = StandardNormal.twoSidedP(z[i]);
          }
        });
    return new GiScores(z, p, centred.mean, centred.sd);
  }

  private static void requireAsMany(int values, int places) {
    if (values != places) {
      throw new IllegalArgumentException(
          "There are " + values + " values for " + places + " places.");
    }
  }

  /** Sums what lies within reach of each point, and scores it. */
  private static final class Scorer implements Strips.Visitor {
    private final Strips strips;
    private final double reachSquared;
    private final Centred centred;
    private final double[] deviation;
    private final double[] z;
    private final double[] p;
    private int at;
    private double sum;
    private int size;

    Scorer(Strips strips, Band band, Centred centred, double[] deviation, double[] z, double[] p) {
      this.strips = strips;
      this.reachSquared = band.reachMetres() * band.reachMetres();
      this.centred = centred;
      this.deviation = deviation;
      this.z = z;
      this.p = p;
    }

    @Override
    public void begin(int position) {
      at = position;
      sum = 0;
      size = 0;
    }

    @Override
    public void run(int from, int until) {
      double[] x = strips.x;
      double[] y = strips.y;
      double x0 = x[at];
      double y0 = y[at];
      double add = 0;
      int found = 0;
      for (int i = from; i < until; i++) {
        double dx = x[i] - x0;
        double dy = y[i] - y0;
        // -1 outside, 0 within: half of the points are outside, so a branch would be guessed wrong.
        long outside = Double.doubleToRawLongBits(reachSquared - (dx * dx + dy * dy)) >> 63;
        add += Double.longBitsToDouble(Double.doubleToRawLongBits(deviation[i]) & ~outside);
        found += 1 + (int) outside;
      }
      sum += add;
      size += found;
    }

    @Override
    public void end() {
      int place = strips.point[at];
      z[place] = centred.score(sum, size);
      p[place] = StandardNormal.twoSidedP(z[place]);
    }
  }
}
