package org.borderwatch.server.patrol.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;

/** Problems to solve, and the slow plain way to solve small ones. */
final class CoverageExamples {
  private CoverageExamples() {}

  /** Points and sites on a square; a site covers for certain what lies within the radius. */
  static CoverageProblem plane(
      long seed, int sites, int points, double side, double radius, int choose, boolean whole) {
    Random random = new Random(seed);
    double[] x = random.doubles(sites, 0, side).toArray();
    double[] y = random.doubles(sites, 0, side).toArray();
    double[] px = random.doubles(points, 0, side).toArray();
    double[] py = random.doubles(points, 0, side).toArray();
    double[] weights = random.doubles(points, 5, 15).map(w -> whole ? Math.rint(w) : w).toArray();
    List<Site> made = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      int[] demands = new int[points];
      int n = 0;
      for (int j = 0; j < points; j++) {
        if (Math.hypot(px[j] - x[i], py[j] - y[i]) <= radius) {
          demands[n++] = j;
        }
      }
      made.add(certain(Arrays.copyOf(demands, n)));
    }
    return new CoverageProblem(weights, made, List.of(), choose);
  }

  static Site certain(int... demands) {
    double[] efforts = new double[demands.length];
    Arrays.fill(efforts, CoverageProblem.CERTAIN);
    return new Site(demands, efforts, 0, 1);
  }

  /** Anything: some certain, some not, some that must or mustn't, some groups. */
  static CoverageProblem random(long seed, boolean certain, boolean grouped) {
    Random random = new Random(seed);
    int n = 5 + random.nextInt(4);
    int m = 3 + random.nextInt(10);
    double[] weights = random.doubles(m, 0, 10).toArray();
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int[] demands =
          java.util.stream.IntStream.range(0, m).filter(j -> random.nextInt(5) < 2).toArray();
      double[] efforts = random.doubles(demands.length, 0.1, 1.5).toArray();
      if (certain) {
        Arrays.fill(efforts, CoverageProblem.CERTAIN);
      }
      int least = random.nextInt(8) == 0 ? 1 : 0;
      sites.add(
          new Site(demands, efforts, least, least + (certain ? 1 - least : random.nextInt(3))));
    }
    List<Group> groups =
        grouped
            ? List.of(new Group(new int[] {0, 1, 2}, random.nextInt(2), 1 + random.nextInt(2)))
            : List.of();
    return new CoverageProblem(weights, sites, groups, 1 + random.nextInt(4));
  }

  /** The value of the best choice, by trying all; -1 where no choice fulfils the limits. */
  static double bestOfAll(CoverageProblem problem) {
    return best(problem, new int[problem.sites().size()], 0, problem.choose());
  }

  private static double best(CoverageProblem problem, int[] taken, int site, int left) {
    if (site == taken.length) {
      return isAllowed(problem, taken) ? value(problem, taken) : -1;
    }
    double best = -1;
    Site limits = problem.sites().get(site);
    for (int times = limits.least(); times <= Math.min(left, limits.most()); times++) {
      taken[site] = times;
      best = Math.max(best, best(problem, taken, site + 1, left - times));
    }
    taken[site] = 0;
    return best;
  }

  static boolean isAllowed(CoverageProblem problem, int[] taken) {
    boolean is = Arrays.stream(taken).sum() <= problem.choose();
    for (int i = 0; i < taken.length; i++) {
      Site site = problem.sites().get(i);
      is &= taken[i] >= site.least() && taken[i] <= site.most();
    }
    for (Group group : problem.groups()) {
      int sum = Arrays.stream(group.sites()).map(site -> taken[site]).sum();
      is &= sum >= group.least() && sum <= group.most();
    }
    return is;
  }

  /** What is covered, demand by demand as the definition says. */
  static double value(CoverageProblem problem, int[] taken) {
    double value = 0;
    for (int demand = 0; demand < problem.weights().length; demand++) {
      double missed = 1;
      for (int i = 0; i < taken.length; i++) {
        Site site = problem.sites().get(i);
        for (int k = 0; k < site.demands().length; k++) {
          if (site.demands()[k] == demand) {
            missed *= Math.pow(Math.exp(-site.efforts()[k]), taken[i]);
          }
        }
      }
      value += problem.weights()[demand] * (1 - missed);
    }
    return value;
  }
}
