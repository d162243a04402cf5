package org.borderwatch.server.graph;

import java.util.Arrays;

/**
 * A graph as its nodes see it: for each node the edges that touch it, with what it costs to leave
 * and to come along each. Loops are left out, as no shortest way takes one. Nodes and edges are
 * renumbered so that neighbours lie near each other in memory. Immutable.
 *
 * <p>The links of node {@code v} have the numbers {@code first[v]} to before {@code first[v + 1]}.
 */
final class Links {
  /** Number of the first link of each node, and the number of links. */
  final int[] first;

  /** For each link the node at its other end, then its edge, by their numbers here. */
  final int[] endAndEdge;

  /** For each link what it costs to leave, then to come; infinite where one can't. */
  final double[] outAndIn;

  /** Number of each node here, by its number in the graph. */
  final int[] here;

  /** Number of each edge here, by its number in the graph; -1 for those that are left out. */
  final int[] edgeHere;

  /** Number of edges that aren't left out. */
  final int edges;

  /** The greatest cost of any link; 0 without one. */
  final double mostCost;

  Links(WeightedGraph graph) {
    Edges all = new Edges(graph);
    this.here = numbers(graph.nodes(), all);
    this.first = new int[graph.nodes() + 1];
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (all.isUsed(edge)) {
        first[here[all.from[edge]] + 1]++;
        first[here[all.to[edge]] + 1]++;
      }
    }
    for (int v = 0; v < graph.nodes(); v++) {
      first[v + 1] += first[v];
    }
    this.endAndEdge = new int[2 * first[graph.nodes()]];
    this.outAndIn = new double[2 * first[graph.nodes()]];
    int[] next = first.clone();
    double most = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (all.isUsed(edge)) {
        int from = here[all.from[edge]];
        int to = here[all.to[edge]];
        put(next[from]++, to, edge, all.cost[edge], all.costBack[edge]);
        put(next[to]++, from, edge, all.costBack[edge], all.cost[edge]);
        most = Math.max(most, finite(all.cost[edge]));
        most = Math.max(most, finite(all.costBack[edge]));
      }
    }
    this.mostCost = most;
    this.edgeHere = new int[graph.edges()];
    Arrays.fill(edgeHere, -1);
    int count = 0;
    for (int i = 1; i < endAndEdge.length; i += 2) {
      int edge = endAndEdge[i];
      if (edgeHere[edge] < 0) {
        edgeHere[edge] = count++;
      }
      endAndEdge[i] = edgeHere[edge];
    }
    this.edges = count;
  }

  /** What stands by edge here, by the numbers of the graph; 0 for those that are left out. */
  double[] byEdge(double[] valuesHere) {
    double[] values = new double[edgeHere.length];
    for (int edge = 0; edge < values.length; edge++) {
      values[edge] = edgeHere[edge] < 0 ? 0 : valuesHere[edgeHere[edge]];
    }
    return values;
  }

  private Links(
      int[] first,
      int[] endAndEdge,
      double[] outAndIn,
      int[] here,
      int[] edgeHere,
      int edges,
      double mostCost) {
    this.first = first;
    this.endAndEdge = endAndEdge;
    this.outAndIn = outAndIn;
    this.here = here;
    this.edgeHere = edgeHere;
    this.edges = edges;
    this.mostCost = mostCost;
  }

  /**
   * The nodes that are their own root and the links between them, in the same order; what was
   * called node {@code v} here is asked for by its new number.
   */
  Links core(int[] root) {
    int[] number = new int[root.length];
    int nodes = 0;
    for (int v = 0; v < root.length; v++) {
      number[v] = root[v] == v ? nodes++ : -1;
    }
    int[] coreFirst = new int[nodes + 1];
    int[] coreEnds = new int[endAndEdge.length];
    double[] coreCosts = new double[outAndIn.length];
    int[] coreEdge = new int[edges];
    Arrays.fill(coreEdge, -1);
    int links = 0;
    int coreEdges = 0;
    for (int v = 0; v < root.length; v++) {
      if (number[v] < 0) {
        continue;
      }
      for (int link = first[v]; link < first[v + 1]; link++) {
        int end = number[endAndEdge[2 * link]];
        if (end >= 0) {
          int edge = endAndEdge[2 * link + 1];
          coreEdge[edge] = coreEdge[edge] < 0 ? coreEdges++ : coreEdge[edge];
          coreEnds[2 * links] = end;
          coreEnds[2 * links + 1] = coreEdge[edge];
          coreCosts[2 * links] = outAndIn[2 * link];
          coreCosts[2 * links + 1] = outAndIn[2 * link + 1];
          links++;
        }
      }
      coreFirst[number[v] + 1] = links;
    }
    int[] same = new int[nodes];
    Arrays.setAll(same, v -> v);
    return new Links(
        coreFirst,
        Arrays.copyOf(coreEnds, 2 * links),
        Arrays.copyOf(coreCosts, 2 * links),
        same,
        coreEdge,
        coreEdges,
        mostCost);
  }

  private static double finite(double cost) {
    return cost == Double.POSITIVE_INFINITY ? 0 : cost;
  }

  private void put(int link, int end, int edge, double out, double in) {
    endAndEdge[2 * link] = end;
    endAndEdge[2 * link + 1] = edge;
    outAndIn[2 * link] = out;
    outAndIn[2 * link + 1] = in;
  }

  int nodes() {
    return here.length;
  }

  /** The ends and costs of each edge, put together from its one or two arcs. */
  private static final class Edges {
    private final int[] from;
    private final int[] to;
    private final double[] cost;
    private final double[] costBack;

    Edges(WeightedGraph graph) {
      from = new int[graph.edges()];
      to = new int[graph.edges()];
      cost = new double[graph.edges()];
      costBack = new double[graph.edges()];
      Arrays.fill(cost, Double.POSITIVE_INFINITY);
      Arrays.fill(costBack, Double.POSITIVE_INFINITY);
      for (int v = 0; v < graph.nodes(); v++) {
        for (int arc = graph.firstArc(v); arc < graph.firstArc(v + 1); arc++) {
          int edge = graph.edge(arc);
          boolean forward = graph.isForward(arc);
          from[edge] = forward ? v : graph.head(arc);
          to[edge] = forward ? graph.head(arc) : v;
          (forward ? cost : costBack)[edge] = graph.cost(arc);
        }
      }
    }

    boolean isUsed(int edge) {
      return from[edge] != to[edge];
    }
  }

  /** Numbers in the order in which nodes are met from the first one on, ring by ring. */
  private static int[] numbers(int nodes, Edges all) {
    int[] degree = new int[nodes + 1];
    for (int edge = 0; edge < all.from.length; edge++) {
      degree[all.from[edge] + 1]++;
      degree[all.to[edge] + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      degree[v + 1] += degree[v];
    }
    int[] next = degree.clone();
    int[] ends = new int[2 * all.from.length];
    for (int edge = 0; edge < all.from.length; edge++) {
      ends[next[all.from[edge]]++] = all.to[edge];
      ends[next[all.to[edge]]++] = all.from[edge];
    }
    int[] number = new int[nodes];
    Arrays.fill(number, -1);
    int[] met = new int[nodes];
    int count = 0;
    for (int root = 0; root < nodes; root++) {
      if (number[root] >= 0) {
        continue;
      }
      number[root] = count;
      int at = count;
      met[count++] = root;
      while (at < count) {
        int v = met[at++];
        for (int i = degree[v]; i < degree[v + 1]; i++) {
          if (number[ends[i]] < 0) {
            number[ends[i]] = count;
            met[count++] = ends[i];
          }
        }
      }
    }
    return number;
  }
}
