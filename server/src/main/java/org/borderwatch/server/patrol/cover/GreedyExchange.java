package org.borderwatch.server.patrol.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;

/**
 * A good choice, fast and without a bound: the site that adds most, one after the other (Nemhauser,
 * Wolsey and Fisher 1978), then exchanges of one taken site for another while that is better (Teitz
 * and Bart 1968). The searches begin with it.
 */
final class GreedyExchange {
  private static final double BETTER = 1e-9;

  private final CoverageProblem problem;
  private final Covered covered;
  private final int[] inGroup;
  private final List<List<Integer>> groupsOf = new ArrayList<>();

  private GreedyExchange(CoverageProblem problem) {
    this.problem = problem;
    this.covered = new Covered(problem);
    this.inGroup = new int[problem.groups().size()];
    for (int i = 0; i < problem.sites().size(); i++) {
      groupsOf.add(new ArrayList<>());
    }
    for (int group = 0; group < inGroup.length; group++) {
      for (int site : problem.groups().get(group).sites()) {
        groupsOf.get(site).add(group);
      }
    }
  }

  /** A choice that fulfils the limits; empty when this way finds none, though there may be one. */
  static Optional<int[]> of(CoverageProblem problem) {
    GreedyExchange search = new GreedyExchange(problem);
    if (!search.fulfil()) {
      return Optional.empty();
    }
    search.fill();
    search.exchange();
    return Optional.of(search.covered.taken());
  }

  /** The same, begun with a choice that fulfils the limits. */
  static int[] improved(CoverageProblem problem, int[] taken) {
    GreedyExchange search = new GreedyExchange(problem);
    for (int site = 0; site < taken.length; site++) {
      for (int i = 0; i < taken[site]; i++) {
        search.add(site);
      }
    }
    search.fill();
    search.exchange();
    return search.covered.taken();
  }

  /** Takes what has to be taken. */
  private boolean fulfil() {
    for (int site = 0; site < problem.sites().size(); site++) {
      for (int i = 0; i < problem.sites().get(site).least(); i++) {
        if (!fits(site)) {
          return false;
        }
        add(site);
      }
    }
    for (int group = 0; group < inGroup.length; group++) {
      Group limits = problem.groups().get(group);
      while (inGroup[group] < limits.least()) {
        int best = best(limits.sites());
        if (best < 0) {
          return false;
        }
        add(best);
      }
    }
    return covered.size() <= problem.choose();
  }

  private void fill() {
    int[] all = all();
    for (int best = best(all); best >= 0; best = best(all)) {
      add(best);
    }
  }

  private int[] all() {
    int[] all = new int[problem.sites().size()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** The one that fits and adds most; -1 where none fits. */
  private int best(int[] sites) {
    int best = -1;
    double most = -1;
    for (int site : sites) {
      if (fits(site)) {
        double gain = covered.gain(site);
        if (gain > most) {
          most = gain;
          best = site;
        }
      }
    }
    return best;
  }

  private boolean fits(int site) {
    if (covered.size() >= problem.choose()
        || covered.taken(site) >= problem.sites().get(site).most()) {
      return false;
    }
    for (int group : groupsOf.get(site)) {
      if (inGroup[group] >= problem.groups().get(group).most()) {
        return false;
      }
    }
    return true;
  }

  private void exchange() {
    int[] all = all();
    boolean better = true;
    while (better) {
      better = false;
      for (int site : all) {
        if (covered.taken(site) > problem.sites().get(site).least()) {
          better |= exchange(site, all);
        }
      }
    }
  }

  private boolean exchange(int site, int[] all) {
    remove(site);
    double lost = covered.gain(site);
    int best = best(all);
    // A group that now has too few asks for one of its own.
    for (int group : groupsOf.get(site)) {
      if (inGroup[group] < problem.groups().get(group).least()) {
        best = best(problem.groups().get(group).sites());
        break;
      }
    }
    if (best >= 0 && covered.gain(best) > lost + BETTER * (1 + lost)) {
      add(best);
      if (isFulfilled()) {
        return true;
      }
      remove(best);
    }
    add(site);
    return false;
  }

  private boolean isFulfilled() {
    for (int group = 0; group < inGroup.length; group++) {
      if (inGroup[group] < problem.groups().get(group).least()) {
        return false;
      }
    }
    return true;
  }

  private void add(int site) {
    covered.add(site);
    for (int group : groupsOf.get(site)) {
      inGroup[group]++;
    }
  }

  private void remove(int site) {
    covered.remove(site);
    for (int group : groupsOf.get(site)) {
      inGroup[group]--;
    }
  }

  /** Says why no choice can fulfil the limits, where that is plain to see. */
  static void requirePlausible(CoverageProblem problem) throws InfeasibleException {
    int must = problem.sites().stream().mapToInt(Site::least).sum();
    if (must > problem.choose()) {
      throw new InfeasibleException(must + " sites must be taken, of " + problem.choose());
    }
    for (Group group : problem.groups()) {
      int can = Arrays.stream(group.sites()).map(site -> problem.sites().get(site).most()).sum();
      if (can < group.least() || group.least() > problem.choose()) {
        throw new InfeasibleException(
            "a group asks for " + group.least() + " and has " + Math.min(can, problem.choose()));
      }
    }
  }
}
