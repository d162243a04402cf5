package org.borderwatch.server.hotspot.backtest;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.local.GiStar;
import org.borderwatch.server.hotspot.local.Neighbours;

/** Scores of sections of a line by what was seen in them and about them. Stateless. */
public final class LineScores {
  /** A Gaussian has fallen to 4e-6 of its peak there. */
  private static final double DEVIATIONS = 5;

  private LineScores() {}

  /**
   * Gaussian density along the line: the sum over all sections of count times {@code exp(-d^2 / 2
   * h^2)}, d between the middles, h the bandwidth; not corrected at the ends. O(n^2) at worst.
   *
   * @param middlesMetres along the line, rising
   */
  public static double[] density(double[] counts, double[] middlesMetres, double bandwidthMetres) {
    if (bandwidthMetres <= 0) {
      return counts.clone();
    }
    double[] density = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        double d = (middlesMetres[i] - middlesMetres[j]) / bandwidthMetres;
        density[i] += Math.abs(d) <= DEVIATIONS ? counts[j] * Math.exp(-d * d / 2) : 0;
      }
    }
    return density;
  }

  /** Gi* along the line; NaN where the value is. */
  public static double[] giStar(
      double[] values, double[] middlesMetres, double bandMetres, Crew crew) {
    Neighbours neighbours =
        Neighbours.within(middlesMetres, new double[middlesMetres.length], bandMetres, crew);
    return GiStar.of(values, neighbours, crew).z();
  }
}
