package org.borderwatch.server.patrol.cover;

import org.borderwatch.server.patrol.cover.CoverageProblem.Site;

/** What some sites cover together; they come and go one at a time. Not for several threads. */
final class Covered {
  private final CoverageProblem problem;
  private final int[] taken;
  private final double[] effort;
  private final int[] certain;
  private int size;

  Covered(CoverageProblem problem) {
    this.problem = problem;
    this.taken = new int[problem.sites().size()];
    this.effort = new double[problem.weights().length];
    this.certain = new int[problem.weights().length];
  }

  Covered(CoverageProblem problem, int[] takenAlready) {
    this(problem);
    for (int site = 0; site < takenAlready.length; site++) {
      for (int i = 0; i < takenAlready[site]; i++) {
        add(site);
      }
    }
  }

  void add(int site) {
    change(site, 1);
  }

  void remove(int site) {
    change(site, -1);
  }

  private void change(int number, int by) {
    Site site = problem.sites().get(number);
    for (int k = 0; k < site.demands().length; k++) {
      int demand = site.demands()[k];
      if (site.efforts()[k] == CoverageProblem.CERTAIN) {
        certain[demand] += by;
      } else {
        effort[demand] += by * site.efforts()[k];
      }
    }
    taken[number] += by;
    size += by;
  }

  /** What one more of a site would add. O(demands that it covers). */
  double gain(int number) {
    Site site = problem.sites().get(number);
    double gain = 0;
    for (int k = 0; k < site.demands().length; k++) {
      int demand = site.demands()[k];
      gain += problem.weights()[demand] * missed(demand) * -Math.expm1(-site.efforts()[k]);
    }
    return gain;
  }

  /** Which share of a demand is not covered. */
  double missed(int demand) {
    return certain[demand] > 0 ? 0 : Math.exp(-effort[demand]);
  }

  /** All that is covered. O(demands). */
  double value() {
    double value = 0;
    for (int demand = 0; demand < effort.length; demand++) {
      value += problem.weights()[demand] * covered(demand);
    }
    return value;
  }

  /** Which share of a demand is covered. */
  double covered(int demand) {
    return certain[demand] > 0 ? 1 : -Math.expm1(-effort[demand]);
  }

  int taken(int site) {
    return taken[site];
  }

  int[] taken() {
    return taken.clone();
  }

  /** How many are taken. */
  int size() {
    return size;
  }
}
