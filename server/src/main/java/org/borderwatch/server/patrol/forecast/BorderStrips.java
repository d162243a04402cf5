package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.geo.NearestMiddleCells;
import org.borderwatch.server.geo.UtmZone;

/**
 * Strips of the land along a line, one a bin, square to the line's general course: a place belongs
 * to the bin whose middle on the smoothed line is nearest.
 *
 * <p>The kilometre nearest to a place jumps where the line winds: of a valley three kilometres deep
 * most is nearest to the two spurs beside it. People and patrols would then be counted at
 * kilometres that nobody crossed, and hours be heaped on spurs. The smoothed line is the mean of
 * the line over 3 km on either side, weighted by a triangle. Metres of EPSG:32648. Immutable.
 */
final class BorderStrips implements NearestMiddleCells {
  /** What lies farther from the smoothed line belongs to no bin. */
  static final double DEPTH_METRES = 8_000;

  private static final double SMOOTH_KM = 3;

  /** Strips beyond the first and last bin, so that these don't draw in what lies beyond. */
  private static final double BEYOND_KM = 5;

  private static final double SQUARE_METRES = 1_000;
  private static final int SAMPLES = 16;
  private static final double WIDTH_METRES = 100;

  private final int beyond;
  private final int bins;
  private final double[] x;
  private final double[] y;
  private final Map<Long, int[]> near = new HashMap<>();

  BorderStrips(BorderLine line, LineBins bins) {
    beyond = (int) Math.ceil(BEYOND_KM * 1000 / bins.metres());
    this.bins = bins.count();
    x = new double[bins.count() + 2 * beyond];
    y = new double[x.length];
    for (int strip = 0; strip < x.length; strip++) {
      smooth(line, (bins.first() + strip - beyond + 0.5) * bins.metres() / 1000, strip);
    }
    index();
  }

  /** The mean of the line about a kilometre; no place where that lies beyond its ends. */
  private void smooth(BorderLine line, double km, int strip) {
    if (km < 0 || km > line.lengthKm()) {
      x[strip] = Double.POSITIVE_INFINITY; // Never the nearest.
      return;
    }
    double weights = 0;
    double east = 0;
    double north = 0;
    for (int i = -SAMPLES; i <= SAMPLES; i++) {
      double at = km + SMOOTH_KM * i / SAMPLES;
      if (at >= 0 && at <= line.lengthKm()) {
        LonLat point = line.pointAt(at);
        UtmZone.Metres metres = UtmZone.VIET_NAM.metres(point.lon(), point.lat());
        double weight = 1 - Math.abs(i) / (SAMPLES + 1.0);
        weights += weight;
        east += weight * metres.east();
        north += weight * metres.north();
      }
    }
    x[strip] = east / weights;
    y[strip] = north / weights;
  }

  /** For each square near the line the strips that may be nearest to a place in it. */
  private void index() {
    int reach = (int) Math.ceil(DEPTH_METRES / SQUARE_METRES) + 1;
    for (int bin = 0; bin < x.length; bin++) {
      if (Double.isInfinite(x[bin])) {
        continue;
      }
      long column = (long) Math.floor(x[bin] / SQUARE_METRES);
      long row = (long) Math.floor(y[bin] / SQUARE_METRES);
      for (long c = column - reach; c <= column + reach; c++) {
        for (long r = row - reach; r <= row + reach; r++) {
          near.computeIfAbsent(key(c, r), key -> candidates(key));
        }
      }
    }
  }

  private int[] candidates(long key) {
    double middleX = ((key >> 32) + 0.5) * SQUARE_METRES;
    double middleY = ((int) key + 0.5) * SQUARE_METRES;
    double[] metres = new double[x.length];
    Arrays.setAll(metres, bin -> Math.hypot(x[bin] - middleX, y[bin] - middleY));
    double most = Arrays.stream(metres).min().orElse(0) + SQUARE_METRES * Math.sqrt(2) * (1 + 1e-9);
    return IntStream.range(0, x.length).filter(bin -> metres[bin] <= most).toArray();
  }

  private static long key(long column, long row) {
    return column << 32 | (row & 0xffff_ffffL);
  }

  @Override
  public int size() {
    return bins;
  }

  @Override
  public int cell(double xMetres, double yMetres) {
    long column = (long) Math.floor(xMetres / SQUARE_METRES);
    long row = (long) Math.floor(yMetres / SQUARE_METRES);
    int[] candidates = near.get(key(column, row));
    int nearest = -1;
    double least = DEPTH_METRES * DEPTH_METRES;
    for (int i = 0; candidates != null && i < candidates.length; i++) {
      double dx = x[candidates[i]] - xMetres;
      double dy = y[candidates[i]] - yMetres;
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = candidates[i];
      }
    }
    int bin = nearest - beyond;
    return nearest >= 0 && bin >= 0 && bin < bins ? bin : -1;
  }

  /**
   * Where the smoothed line bends strips get narrow; a piece outside is probed every few metres.
   */
  @Override
  public double widthMetres() {
    return WIDTH_METRES;
  }

  @Override
  public double middleX(int cell) {
    return x[cell + beyond];
  }

  @Override
  public double middleY(int cell) {
    return y[cell + beyond];
  }
}
