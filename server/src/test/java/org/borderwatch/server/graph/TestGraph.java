package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.borderwatch.server.graph.WayEnd.AtNode;

/** A small graph by its edges, and the slow plain answers about it. */
final class TestGraph {
  final int nodes;
  final int[] from;
  final int[] to;
  final double[] cost;
  final double[] costBack;
  final WeightedGraph graph;

  TestGraph(int nodes, int[] from, int[] to, double[] cost, double[] costBack) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.cost = cost;
    this.costBack = costBack;
    this.graph = WeightedGraph.of(nodes, from, to, cost, costBack);
  }

  /** Two-way edges that cost the same both ways: from, to, cost one after the other. */
  static TestGraph twoWay(int nodes, double... fromToCost) {
    int n = fromToCost.length / 3;
    int[] from = new int[n];
    int[] to = new int[n];
    double[] cost = new double[n];
    for (int i = 0; i < n; i++) {
      from[i] = (int) fromToCost[3 * i];
      to[i] = (int) fromToCost[3 * i + 1];
      cost[i] = fromToCost[3 * i + 2];
    }
    return new TestGraph(nodes, from, to, cost, cost);
  }

  /** Edges at random, with loops, parallel ones, one-way ones and closed ones. */
  static TestGraph random(Random random, int nodes, int edges) {
    int[] from = random.ints(edges, 0, nodes).toArray();
    int[] to = random.ints(edges, 0, nodes).toArray();
    boolean isWhole = random.nextBoolean();
    double[] cost = new double[edges];
    double[] costBack = new double[edges];
    for (int i = 0; i < edges; i++) {
      cost[i] = isWhole ? 1 + random.nextInt(4) : 0.1 + random.nextDouble();
      costBack[i] = random.nextBoolean() ? cost[i] : 0.1 + random.nextDouble();
      switch (random.nextInt(6)) {
        case 0 -> cost[i] = Double.POSITIVE_INFINITY;
        case 1 -> costBack[i] = Double.POSITIVE_INFINITY;
        default -> {}
      }
    }
    return new TestGraph(nodes, from, to, cost, costBack);
  }

  WayEnd on(int edge, double fraction) {
    return WayEnd.onEdge(edge, from[edge], to[edge], fraction, cost[edge], costBack[edge]);
  }

  static WayEnd at(int node) {
    return new AtNode(node);
  }

  /** The costs of all loopless ways in order, by trying each. */
  double[] allCosts(int start, int goal, BitSet closed) {
    List<Double> costs = new ArrayList<>();
    walk(start, goal, 0, new BitSet(), closed, costs);
    return costs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private void walk(
      int node, int goal, double soFar, BitSet visited, BitSet closed, List<Double> costs) {
    if (node == goal) {
      costs.add(soFar);
      return;
    }
    visited.set(node);
    for (int e = 0; e < from.length; e++) {
      if (closed.get(e)) {
        continue;
      }
      if (from[e] == node && !visited.get(to[e]) && Double.isFinite(cost[e])) {
        walk(to[e], goal, soFar + cost[e], visited, closed, costs);
      }
      if (to[e] == node && !visited.get(from[e]) && Double.isFinite(costBack[e])) {
        walk(from[e], goal, soFar + costBack[e], visited, closed, costs);
      }
    }
    visited.clear(node);
  }

  /**
   * The same graph in which two places within edges are nodes: the last two. A closed edge stays
   * closed in pieces.
   */
  TestGraph cutAt(int firstEdge, double firstFraction, int secondEdge, double secondFraction) {
    List<double[]> pieces = new ArrayList<>();
    for (int e = 0; e < from.length; e++) {
      List<double[]> cuts = new ArrayList<>();
      if (e == firstEdge) {
        cuts.add(new double[] {firstFraction, nodes});
      }
      if (e == secondEdge) {
        cuts.add(new double[] {secondFraction, nodes + 1});
      }
      cuts.sort((a, b) -> Double.compare(a[0], b[0]));
      double before = 0;
      double node = from[e];
      for (double[] cut : cuts) {
        pieces.add(piece(node, cut[1], cut[0] - before, e));
        before = cut[0];
        node = cut[1];
      }
      pieces.add(piece(node, to[e], 1 - before, e));
    }
    return new TestGraph(
        nodes + 2,
        pieces.stream().mapToInt(piece -> (int) piece[0]).toArray(),
        pieces.stream().mapToInt(piece -> (int) piece[1]).toArray(),
        pieces.stream().mapToDouble(piece -> piece[2]).toArray(),
        pieces.stream().mapToDouble(piece -> piece[3]).toArray());
  }

  private double[] piece(double start, double end, double share, int edge) {
    return new double[] {start, end, share * cost[edge], share * costBack[edge]};
  }

  /** What a way costs, walked step by step; refused when it isn't one. */
  double walked(Way way, WayEnd start, WayEnd goal) {
    double sum = 0;
    List<Integer> nodesSeen = new ArrayList<>();
    if (start instanceof AtNode at) {
      nodesSeen.add(at.node());
    }
    for (int i = 0; i < way.size(); i++) {
      int edge = way.edges()[i];
      boolean forward = way.forward()[i];
      if (way.leaves(i) >= way.enters(i) != forward) {
        throw new AssertionError("goes against its direction: " + Arrays.toString(way.edges()));
      }
      int tail = forward ? from[edge] : to[edge];
      int head = forward ? to[edge] : from[edge];
      if (!nodesSeen.isEmpty() && nodesSeen.get(nodesSeen.size() - 1) != tail) {
        throw new AssertionError("jumps before edge " + edge);
      }
      if (i < way.size() - 1 || goal instanceof AtNode) {
        if (nodesSeen.contains(head)) {
          throw new AssertionError("comes to node %d twice".formatted(head));
        }
        nodesSeen.add(head);
      }
      sum += way.share(i) * (forward ? cost[edge] : costBack[edge]);
    }
    if (goal instanceof AtNode at && nodesSeen.get(nodesSeen.size() - 1) != at.node()) {
      throw new AssertionError("ends elsewhere");
    }
    return sum;
  }
}
