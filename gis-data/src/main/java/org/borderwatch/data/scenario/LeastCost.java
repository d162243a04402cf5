package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/**
 * Cheapest ways from some places to all others (Dijkstra 1959), for making the demo. Ties go to the
 * lower number, so that the same input gives the same ways everywhere.
 */
final class LeastCost {
  private final double[] cost;
  private final int[] before;

  /** What a step from a place to a neighbour costs; infinite when it can't be gone. */
  interface Step {
    double cost(int from, int to);
  }

  private record Reached(double cost, int place) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byCost = Double.compare(cost, other.cost);
      return byCost != 0 ? byCost : Integer.compare(place, other.place);
    }
  }

  /**
   * @param places how many there are
   * @param neighbours of each place
   * @param mostCost what costs more isn't looked for
   */
  LeastCost(
      int places,
      IntFunction<int[]> neighbours,
      Step step,
      double mostCost,
      List<Integer> sources) {
    cost = new double[places];
    before = new int[places];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    PriorityQueue<Reached> queue = new PriorityQueue<>();
    for (int source : sources) {
      cost[source] = 0;
      queue.add(new Reached(0, source));
    }
    for (Reached at = queue.poll(); at != null; at = queue.poll()) {
      if (at.cost() > cost[at.place()]) {
        continue;
      }
      for (int next : neighbours.apply(at.place())) {
        double there = at.cost() + step.cost(at.place(), next);
        if (there < cost[next] && there <= mostCost) {
          cost[next] = there;
          before[next] = at.place();
          queue.add(new Reached(there, next));
        }
      }
    }
  }

  double cost(int place) {
    return cost[place];
  }

  boolean reaches(int place) {
    return cost[place] < Double.POSITIVE_INFINITY;
  }

  /** From the source to a place that is reached. */
  List<Integer> way(int to) {
    List<Integer> way = new ArrayList<>();
    for (int at = to; at >= 0; at = before[at]) {
      way.add(at);
    }
    Collections.reverse(way);
    return way;
  }
}
