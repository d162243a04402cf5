package org.borderwatch.server.patrol.forecast;

import org.borderwatch.server.patrol.forecast.CrossingModel.Met;

/**
 * How many people are in a group, by bin: the mean there, drawn to that of all as if {@value
 * #PRIOR_GROUPS} more groups of that size had been seen. The variance of the size is the same
 * everywhere, so that of the mean is it over the number of groups. With the number of groups it
 * makes the people of a compound Poisson process. Immutable.
 */
final class GroupSizes {
  private static final double PRIOR_GROUPS = 10;

  private final double[] groups;
  private final double[] persons;
  private final double mean;
  private final double variance;

  /**
   * Of what was seen.
   *
   * @param groups by bin, weighted
   * @param persons in them
   * @param squares of the sizes of the groups, summed
   */
  GroupSizes(double[] groups, double[] persons, double[] squares) {
    double allGroups = 0;
    double allPersons = 0;
    double allSquares = 0;
    for (int bin = 0; bin < groups.length; bin++) {
      allGroups += groups[bin];
      allPersons += persons[bin];
      allSquares += squares[bin];
    }
    this.groups = groups;
    this.persons = persons;
    mean = allPersons / allGroups;
    variance = Math.max(0, allSquares / allGroups - mean * mean);
  }

  /** Expected size; -1 for a bin of which nothing is known. */
  double mean(int bin) {
    return bin < 0 ? mean : (persons[bin] + PRIOR_GROUPS * mean) / (groups[bin] + PRIOR_GROUPS);
  }

  /** People of so many groups; the two are independent. */
  Met persons(int bin, Met met) {
    double size = mean(bin);
    double ofSize = variance / ((bin < 0 ? 0 : groups[bin]) + PRIOR_GROUPS);
    return new Met(
        size * met.mean(),
        met.mean() * met.mean() * ofSize + (size * size + ofSize) * met.variance());
  }
}
