package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.List;

/** Loads as their definition says it: every way without a loop, one by one. */
final class PlainBetweenness {
  private final RandomGraph graph;
  final double[] load;
  double reached;
  double cost;
  long unreachable;

  PlainBetweenness(RandomGraph graph) {
    this.graph = graph;
    this.load = new double[graph.from().length];
  }

  /** A way by its edges. */
  private record Way(List<Integer> edges, double cost) {}

  void trip(int origin, int destination, double demand) {
    if (origin == destination || demand == 0) {
      return;
    }
    List<Way> all = new ArrayList<>();
    walk(origin, destination, new boolean[graph.nodes()], new ArrayList<>(), 0, all);
    double least = all.stream().mapToDouble(Way::cost).min().orElse(Double.NaN);
    List<Way> shortest = all.stream().filter(way -> way.cost() < least + 1e-9).toList();
    for (Way way : shortest) {
      for (int edge : way.edges()) {
        load[edge] += demand / shortest.size();
      }
    }
    if (all.isEmpty()) {
      unreachable++;
    } else {
      reached += demand;
      cost += demand * least;
    }
  }

  private void walk(
      int at, int target, boolean[] seen, List<Integer> edges, double cost, List<Way> found) {
    if (at == target) {
      found.add(new Way(List.copyOf(edges), cost));
      return;
    }
    seen[at] = true;
    for (int e = 0; e < graph.from().length; e++) {
      step(
          at, graph.from()[e], graph.to()[e], e, graph.cost()[e], target, seen, edges, cost, found);
      step(
          at,
          graph.to()[e],
          graph.from()[e],
          e,
          graph.costBack()[e],
          target,
          seen,
          edges,
          cost,
          found);
    }
    seen[at] = false;
  }

  private void step(
      int at,
      int from,
      int to,
      int edge,
      double more,
      int target,
      boolean[] seen,
      List<Integer> edges,
      double cost,
      List<Way> found) {
    if (from == at && !seen[to] && to != at && more < Double.POSITIVE_INFINITY) {
      edges.add(edge);
      walk(to, target, seen, edges, cost + more, found);
      edges.remove(edges.size() - 1);
    }
  }
}
