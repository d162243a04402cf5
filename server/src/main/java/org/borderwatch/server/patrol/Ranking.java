package org.borderwatch.server.patrol;

import java.util.Arrays;
import org.borderwatch.server.patrol.cover.CoverageProblem;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;

/**
 * The sites of a choice by what each adds to those before it, the one that adds most first: what
 * they add sums to the value of all.
 */
final class Ranking {
  private Ranking() {}

  /** Numbers of the sites, one that is taken twice twice. */
  static int[] order(CoverageProblem problem, int[] taken) {
    return Arrays.stream(ranked(problem, taken)).mapToInt(Ranked::site).toArray();
  }

  /** What each adds, in that order. */
  static double[] marginals(CoverageProblem problem, int[] taken) {
    return Arrays.stream(ranked(problem, taken)).mapToDouble(Ranked::adds).toArray();
  }

  private record Ranked(int site, double adds) {}

  private static Ranked[] ranked(CoverageProblem problem, int[] taken) {
    int[] left = taken.clone();
    double[] missed = new double[problem.weights().length];
    Arrays.fill(missed, 1);
    Ranked[] ranked = new Ranked[Arrays.stream(taken).sum()];
    for (int rank = 0; rank < ranked.length; rank++) {
      int best = -1;
      double most = -1;
      for (int site = 0; site < left.length; site++) {
        double adds = left[site] > 0 ? adds(problem, site, missed) : -1;
        if (adds > most) {
          most = adds;
          best = site;
        }
      }
      ranked[rank] = new Ranked(best, most);
      left[best]--;
      Site site = problem.sites().get(best);
      for (int k = 0; k < site.demands().length; k++) {
        missed[site.demands()[k]] *= Math.exp(-site.efforts()[k]);
      }
    }
    return ranked;
  }

  private static double adds(CoverageProblem problem, int number, double[] missed) {
    Site site = problem.sites().get(number);
    double adds = 0;
    for (int k = 0; k < site.demands().length; k++) {
      int demand = site.demands()[k];
      adds += problem.weights()[demand] * missed[demand] * -Math.expm1(-site.efforts()[k]);
    }
    return adds;
  }
}
