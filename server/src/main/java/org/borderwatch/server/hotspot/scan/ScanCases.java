package org.borderwatch.server.hotspot.scan;

import org.jspecify.annotations.Nullable;

/**
 * Cases by place and step of time, with what is needed to tell how many were expected.
 *
 * <p>Numbers by place and step stand at {@code place * steps + step}. Built by {@link #onPlane} or
 * {@link #onSphere}, then {@link #withPopulation} for the Poisson statistic and {@link #inGroups}
 * when cases came in groups. The arrays are the caller's and must not change any more; then
 * immutable, hence thread-safe.
 */
public final class ScanCases {
  /** Places that a search may have; their distances are a square of it. */
  public static final int MOST_PLACES = 20_000;

  private final Places places;
  private final int steps;
  private final int[] cases;
  private final double @Nullable [] population;
  private final int @Nullable [][] groups;
  private final int total;

  private ScanCases(
      Places places,
      int steps,
      int[] cases,
      double @Nullable [] population,
      int @Nullable [][] groups) {
    this.places = places;
    this.steps = steps;
    this.cases = cases;
    this.population = population;
    this.groups = groups;
    if (places.size() > MOST_PLACES) {
      throw new IllegalArgumentException(
          "There are %d places; expected %d at most: take larger cells"
              .formatted(places.size(), MOST_PLACES));
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps is %d; expected 1 or more".formatted(steps));
    }
    if (cases.length != (long) places.size() * steps) {
      throw new IllegalArgumentException(
          "There are %d numbers of cases; expected one for each of %d places and %d steps"
              .formatted(cases.length, places.size(), steps));
    }
    long sum = 0;
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] < 0) {
        throw new IllegalArgumentException(
            "%s has %d cases; expected 0 or more".formatted(name(i), cases[i]));
      }
      sum += cases[i];
    }
    if (sum > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "There are %d cases; expected %d at most".formatted(sum, Integer.MAX_VALUE / 2));
    }
    this.total = (int) sum;
  }

  /** Cases at places of a plane, with straight distances. */
  public static ScanCases onPlane(double[] xMetres, double[] yMetres, int steps, int[] cases) {
    return new ScanCases(Places.onPlane(xMetres, yMetres), steps, cases, null, null);
  }

  /** Cases at places in degrees, with great-circle distances on a sphere of 6,371.0 km. */
  public static ScanCases onSphere(double[] lon, double[] lat, int steps, int[] cases) {
    return new ScanCases(Places.onSphere(lon, lat), steps, cases, null, null);
  }

  /**
   * The same with a population or exposure, for the Poisson statistic.
   *
   * @param numbers of each place, the same at every step; or of each place and step; 0 or more
   * @throws IllegalArgumentException also where there are cases but no population
   */
  public ScanCases withPopulation(double[] numbers) {
    boolean constant = numbers.length == places.size();
    if (!constant && numbers.length != cases.length) {
      throw new IllegalArgumentException(
          "There are %d populations; expected one for each of %d places, or for each of %d places and steps"
              .formatted(numbers.length, places.size(), cases.length));
    }
    double[] all = new double[cases.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers[constant ? i / steps : i];
      if (!(all[i] >= 0 && all[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "%s has a population of %s; expected 0 or more".formatted(name(i), all[i]));
      }
      if (all[i] == 0 && cases[i] > 0) {
        throw new IllegalArgumentException(
            "%s has %d cases but no population, so that none can be expected; leave it out"
                .formatted(name(i), cases[i]));
      }
    }
    return new ScanCases(places, steps, cases, all, groups);
  }

  /**
   * The same cases, known to have come in groups: chance moves a group as a whole.
   *
   * @param sizes of the groups of each place and step, 1 or more; their sum is its cases
   */
  public ScanCases inGroups(int[][] sizes) {
    if (sizes.length != cases.length) {
      throw new IllegalArgumentException(
          "There are groups of %d places and steps; expected %d"
              .formatted(sizes.length, cases.length));
    }
    for (int i = 0; i < sizes.length; i++) {
      long sum = 0;
      for (int size : sizes[i]) {
        if (size < 1) {
          throw new IllegalArgumentException(
              "%s has a group of %d; expected 1 or more".formatted(name(i), size));
        }
        sum += size;
      }
      if (sum != cases[i]) {
        throw new IllegalArgumentException(
            "%s has %d cases but groups of %d; expected as many".formatted(name(i), cases[i], sum));
      }
    }
    return new ScanCases(places, steps, cases, population, sizes);
  }

  private String name(int i) {
    return "Place %d, step %d".formatted(i / steps, i % steps);
  }

  Places places() {
    return places;
  }

  int steps() {
    return steps;
  }

  /** By place and step. */
  int[] cases() {
    return cases;
  }

  int total() {
    return total;
  }

  /** By place and step. */
  double @Nullable [] population() {
    return population;
  }

  /** By place and step; null where each case came by itself. */
  int @Nullable [][] groups() {
    return groups;
  }
}
