package org.borderwatch.server.hotspot.scan;

import java.util.Arrays;

/**
 * What is searched and how often chance is asked. {@link #of} has the usual values.
 *
 * @param statistic what cases are held against
 * @param maxPopulationShare the most of all expected cases that a circle may hold over the whole
 *     study, above 0 and at most 1
 * @param maxRadiusMetres of a circle; infinity for no bound
 * @param maxDurationSteps of a window; 0 for half of the study, at least one step
 * @param replicates of the Monte Carlo test, 0 to {@value #MOST_REPLICATES}; p is at least 1 /
 *     (replicates + 1)
 * @param seed of chance: the same seed, the same p
 * @param radiiMetres of the circles round each place; empty for all distances at which another
 *     place enters
 * @param maxCircles round each place, at least 1: of more distances so many are taken, the least
 *     and the largest and others at equal ranks between
 */
public record ScanSettings(
    ScanStatistic statistic,
    double maxPopulationShare,
    double maxRadiusMetres,
    int maxDurationSteps,
    int replicates,
    long seed,
    double[] radiiMetres,
    int maxCircles) {
  /** As many as a search may be asked for. */
  public static final int MOST_REPLICATES = 99_999;

  public ScanSettings {
    if (!(maxPopulationShare > 0 && maxPopulationShare <= 1)) {
      throw new IllegalArgumentException(
          "maxPopulationShare is %s; expected more than 0 and at most 1"
              .formatted(maxPopulationShare));
    }
    if (!(maxRadiusMetres >= 0)) {
      throw new IllegalArgumentException(
          "maxRadiusMetres is %s; expected 0 or more".formatted(maxRadiusMetres));
    }
    if (maxDurationSteps < 0) {
      throw new IllegalArgumentException(
          "maxDurationSteps is %d; expected 0 or more".formatted(maxDurationSteps));
    }
    if (replicates < 0 || replicates > MOST_REPLICATES) {
      throw new IllegalArgumentException(
          "replicates is %d; expected 0 to %d".formatted(replicates, MOST_REPLICATES));
    }
    if (maxCircles < 1) {
      throw new IllegalArgumentException(
          "maxCircles is %d; expected 1 or more".formatted(maxCircles));
    }
    radiiMetres = radiiMetres.clone();
    Arrays.sort(radiiMetres);
    if (radiiMetres.length > 0 && !(radiiMetres[0] >= 0)) {
      throw new IllegalArgumentException(
          "A radius is %s metres; expected 0 or more".formatted(radiiMetres[0]));
    }
  }

  /** Half of the population and of the study at most, every distance, 999 replicates, seed 1. */
  public static ScanSettings of(ScanStatistic statistic) {
    return new ScanSettings(
        statistic, 0.5, Double.POSITIVE_INFINITY, 0, 999, 1, new double[0], Integer.MAX_VALUE);
  }

  /** The same for circles and windows up to these bounds. */
  public ScanSettings within(double share, double radiusMetres, int durationSteps) {
    return new ScanSettings(
        statistic, share, radiusMetres, durationSteps, replicates, seed, radiiMetres, maxCircles);
  }

  /** The same with other chance. */
  public ScanSettings replicates(int number, long otherSeed) {
    return new ScanSettings(
        statistic,
        maxPopulationShare,
        maxRadiusMetres,
        maxDurationSteps,
        number,
        otherSeed,
        radiiMetres,
        maxCircles);
  }

  /** The same with circles of these radii alone. */
  public ScanSettings radii(double... metres) {
    return new ScanSettings(
        statistic,
        maxPopulationShare,
        maxRadiusMetres,
        maxDurationSteps,
        replicates,
        seed,
        metres,
        maxCircles);
  }

  /** The same with so many circles round a place at most. */
  public ScanSettings circles(int most) {
    return new ScanSettings(
        statistic,
        maxPopulationShare,
        maxRadiusMetres,
        maxDurationSteps,
        replicates,
        seed,
        radiiMetres,
        most);
  }

  /** Steps of the longest window in a study of so many. */
  int longest(int steps) {
    return maxDurationSteps == 0 ? Math.max(1, steps / 2) : Math.min(steps, maxDurationSteps);
  }
}
