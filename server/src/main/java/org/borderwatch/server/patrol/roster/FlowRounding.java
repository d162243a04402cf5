package org.borderwatch.server.patrol.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rounds a flow to whole numbers by chance: every arc is rounded up or down, what flows into and
 * out of each node stays as it was, and each arc keeps its value in expectation (dependent
 * rounding: Gandhi, Khuller, Parthasarathy and Srinivasan 2006, J. ACM 53). Where arcs aren't whole
 * there is a cycle of such arcs; along it as much is pushed one way or the other as makes one of
 * them whole, with the probabilities that leave the expectation as it is.
 *
 * <p>At most one push an arc, each as long as its cycle. Not for several threads.
 */
final class FlowRounding {
  private static final double WHOLE = 1e-5;

  private final List<List<Integer>> arcsOf = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();
  private final List<Double> given = new ArrayList<>();
  private double[] value = new double[0];

  /** A new node; its number. */
  int node() {
    arcsOf.add(new ArrayList<>());
    return arcsOf.size() - 1;
  }

  /** A new arc with what flows over it; its number. */
  int arc(int from, int to, double flow) {
    ends.add(new int[] {from, to});
    given.add(flow);
    int arc = ends.size() - 1;
    arcsOf.get(from).add(arc);
    arcsOf.get(to).add(arc);
    return arc;
  }

  /** What flows over each arc when all are whole. */
  int[] round(SplittableRandom random) {
    value = given.stream().mapToDouble(Double::doubleValue).toArray();
    for (int arc = 0; arc < value.length; arc++) {
      while (!isWhole(arc)) {
        List<Integer> cycle = cycle(arc);
        if (!cycle.isEmpty()) {
          push(cycle, random);
        }
      }
    }
    int[] whole = new int[value.length];
    for (int arc = 0; arc < whole.length; arc++) {
      whole[arc] = (int) Math.round(value[arc]);
    }
    return whole;
  }

  private boolean isWhole(int arc) {
    return Math.abs(value[arc] - Math.rint(value[arc])) <= WHOLE;
  }

  /**
   * A cycle of arcs that aren't whole, found by walking on from one: arcs by number plus one,
   * negative where the walk goes against their direction. Empty at a dead end, whose arc is then
   * made whole.
   */
  private List<Integer> cycle(int start) {
    List<Integer> walk = new ArrayList<>();
    int[] metAt = new int[arcsOf.size()];
    java.util.Arrays.fill(metAt, -1);
    int node = ends.get(start)[0];
    int arc = start;
    while (true) {
      metAt[node] = walk.size();
      boolean forward = ends.get(arc)[0] == node;
      walk.add(forward ? arc + 1 : -arc - 1);
      node = ends.get(arc)[forward ? 1 : 0];
      if (metAt[node] >= 0) {
        return walk.subList(metAt[node], walk.size());
      }
      int next = next(node, arc);
      if (next < 0) {
        // All other arcs here are whole, so this one is but for rounding errors.
        value[arc] = Math.rint(value[arc]);
        return List.of();
      }
      arc = next;
    }
  }

  private int next(int node, int except) {
    for (int arc : arcsOf.get(node)) {
      if (arc != except && !isWhole(arc)) {
        return arc;
      }
    }
    return -1;
  }

  private void push(List<Integer> cycle, SplittableRandom random) {
    double along = Double.POSITIVE_INFINITY;
    double against = Double.POSITIVE_INFINITY;
    for (int step : cycle) {
      double flow = value[Math.abs(step) - 1];
      double up = Math.ceil(flow) - flow;
      double down = flow - Math.floor(flow);
      along = Math.min(along, step > 0 ? up : down);
      against = Math.min(against, step > 0 ? down : up);
    }
    boolean goesAlong = random.nextDouble() * (along + against) < against;
    double by = goesAlong ? along : -against;
    for (int step : cycle) {
      int arc = Math.abs(step) - 1;
      value[arc] += step > 0 ? by : -by;
      if (isWhole(arc)) {
        value[arc] = Math.rint(value[arc]);
      }
    }
  }
}
