package org.borderwatch.server.patrol.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;

/**
 * A problem whose sites cover for certain, made small: demands that the same sites cover are one,
 * sites that have to be taken are taken, and a site that covers nothing which another does not
 * cover too is left out. Immutable.
 *
 * @param number of each site that is left, in the problem
 * @param must sites of the problem that are taken already
 * @param base weight that these cover
 * @param weights of the demands that are left
 * @param first where the demands of a site begin in {@code demands}; one more than there are sites
 * @param demands site by site
 */
record CertainInstance(
    int[] number, int[] must, double base, double[] weights, int[] first, int[] demands) {
  /** Comparing all pairs of sites takes longer than it saves beyond this many words. */
  private static final long MOST_COMPARED = 400_000_000L;

  static CertainInstance of(CoverageProblem problem) {
    int[] must = sites(problem, site -> site.least() > 0);
    boolean[] done = new boolean[problem.weights().length];
    double base = 0;
    for (int site : must) {
      for (int demand : problem.sites().get(site).demands()) {
        base += done[demand] ? 0 : problem.weights()[demand];
        done[demand] = true;
      }
    }
    List<BitSet> sets = new ArrayList<>();
    List<Integer> number = new ArrayList<>();
    for (int site : sites(problem, site -> site.least() == 0 && site.most() > 0)) {
      BitSet set = new BitSet();
      for (int demand : problem.sites().get(site).demands()) {
        if (!done[demand] && problem.weights()[demand] > 0) {
          set.set(demand);
        }
      }
      sets.add(set);
      number.add(site);
    }
    boolean[] dominated = dominated(sets, problem.weights().length);
    List<BitSet> left = new ArrayList<>();
    List<Integer> leftNumber = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (!dominated[i]) {
        left.add(sets.get(i));
        leftNumber.add(number.get(i));
      }
    }
    return merged(problem, must, base, left, leftNumber);
  }

  private static int[] sites(
      CoverageProblem problem, java.util.function.Predicate<Site> condition) {
    return java.util.stream.IntStream.range(0, problem.sites().size())
        .filter(i -> condition.test(problem.sites().get(i)))
        .toArray();
  }

  /** Which sets lie within another; of equal ones the first stays. */
  private static boolean[] dominated(List<BitSet> sets, int demands) {
    int n = sets.size();
    boolean[] dominated = new boolean[n];
    if ((long) n * n * (demands / 64 + 1) > MOST_COMPARED) {
      return dominated;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n && !dominated[i]; j++) {
        if (i != j && !dominated[j] && sets.get(i).cardinality() <= sets.get(j).cardinality()) {
          BitSet rest = (BitSet) sets.get(i).clone();
          rest.andNot(sets.get(j));
          boolean equal = sets.get(i).cardinality() == sets.get(j).cardinality();
          dominated[i] = rest.isEmpty() && (!equal || j < i);
        }
      }
    }
    return dominated;
  }

  private static CertainInstance merged(
      CoverageProblem problem, int[] must, double base, List<BitSet> sets, List<Integer> number) {
    List<List<Integer>> sitesOf = new ArrayList<>();
    for (int i = 0; i < problem.weights().length; i++) {
      sitesOf.add(new ArrayList<>());
    }
    for (int site = 0; site < sets.size(); site++) {
      int at = site;
      sets.get(site).stream().forEach(demand -> sitesOf.get(demand).add(at));
    }
    Map<List<Integer>, Double> weightOf = new LinkedHashMap<>();
    for (int demand = 0; demand < sitesOf.size(); demand++) {
      if (!sitesOf.get(demand).isEmpty()) {
        weightOf.merge(sitesOf.get(demand), problem.weights()[demand], Double::sum);
      }
    }
    int[] first = new int[sets.size() + 1];
    weightOf.keySet().forEach(sites -> sites.forEach(site -> first[site + 1]++));
    for (int i = 0; i < sets.size(); i++) {
      first[i + 1] += first[i];
    }
    int[] next = Arrays.copyOf(first, sets.size());
    int[] demands = new int[first[sets.size()]];
    double[] weights = new double[weightOf.size()];
    int demand = 0;
    for (Map.Entry<List<Integer>, Double> entry : weightOf.entrySet()) {
      weights[demand] = entry.getValue();
      for (int site : entry.getKey()) {
        demands[next[site]++] = demand;
      }
      demand++;
    }
    return new CertainInstance(
        number.stream().mapToInt(Integer::intValue).toArray(), must, base, weights, first, demands);
  }

  int sites() {
    return number.length;
  }

  /** Whether every weight is a whole number: then so is what any choice covers. */
  boolean isWhole() {
    return Arrays.stream(weights).allMatch(weight -> weight == Math.rint(weight) && weight < 1e12)
        && base == Math.rint(base);
  }
}
