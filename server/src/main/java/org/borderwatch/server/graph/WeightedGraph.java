package org.borderwatch.server.graph;

import java.util.BitSet;

/**
 * A directed multigraph in compressed sparse rows: the arcs that leave node {@code v} have the
 * numbers {@code firstArc(v)} to before {@code firstArc(v + 1)}. Every arc belongs to an edge,
 * whose number it carries, so that parallel edges stay apart and a two-way edge is two arcs of one
 * edge.
 *
 * <p>Costs are above 0 and finite; a closed direction of an edge is no arc at all. Immutable and
 * thread-safe; 21 bytes an arc and 4 a node.
 */
public final class WeightedGraph {
  private final int edges;
  private final int[] firstArc;
  private final int[] head;
  private final int[] edge;
  private final boolean[] forward;
  private final double[] cost;

  private WeightedGraph(
      int edges, int[] firstArc, int[] head, int[] edge, boolean[] forward, double[] cost) {
    this.edges = edges;
    this.firstArc = firstArc;
    this.head = head;
    this.edge = edge;
    this.forward = forward;
    this.cost = cost;
  }

  /**
   * A graph of edges by their ends.
   *
   * @param nodes how many nodes there are
   * @param from node at the start of each edge
   * @param to node at the end of each edge
   * @param cost of each edge from start to end; infinite when closed
   * @param costBack of each edge from end to start; infinite when closed
   * @throws IllegalArgumentException when a node isn't there or a cost isn't above 0
   */
  public static WeightedGraph of(
      int nodes, int[] from, int[] to, double[] cost, double[] costBack) {
    int[] firstArc = new int[nodes + 1];
    for (int i = 0; i < from.length; i++) {
      require(i, from[i], to[i], nodes, cost[i], costBack[i]);
      firstArc[from[i]] += isOpen(cost[i]) ? 1 : 0;
      firstArc[to[i]] += isOpen(costBack[i]) ? 1 : 0;
    }
    int arcs = 0;
    for (int v = 0; v <= nodes; v++) {
      int here = firstArc[v];
      firstArc[v] = arcs;
      arcs += here;
    }
    int[] next = firstArc.clone();
    WeightedGraph graph =
        new WeightedGraph(
            from.length,
            firstArc,
            new int[arcs],
            new int[arcs],
            new boolean[arcs],
            new double[arcs]);
    for (int i = 0; i < from.length; i++) {
      if (isOpen(cost[i])) {
        graph.put(next[from[i]]++, to[i], i, true, cost[i]);
      }
      if (isOpen(costBack[i])) {
        graph.put(next[to[i]]++, from[i], i, false, costBack[i]);
      }
    }
    return graph;
  }

  private static void require(int edge, int from, int to, int nodes, double cost, double costBack) {
    if (from < 0 || from >= nodes || to < 0 || to >= nodes) {
      throw new IllegalArgumentException(
          "edge %d joins %d and %d of %d nodes".formatted(edge, from, to, nodes));
    }
    if (!(cost > 0) || !(costBack > 0)) {
      throw new IllegalArgumentException(
          "edge %d costs %s and back %s; costs are above 0".formatted(edge, cost, costBack));
    }
  }

  private static boolean isOpen(double cost) {
    return cost != Double.POSITIVE_INFINITY;
  }

  private void put(int arc, int toNode, int ofEdge, boolean isForward, double costs) {
    head[arc] = toNode;
    edge[arc] = ofEdge;
    forward[arc] = isForward;
    cost[arc] = costs;
  }

  /** The same without some edges; those that stay keep their numbers. O(arcs). */
  public WeightedGraph without(BitSet closed) {
    int[] first = new int[firstArc.length];
    int kept = 0;
    for (int v = 0; v < nodes(); v++) {
      first[v] = kept;
      for (int arc = firstArc[v]; arc < firstArc[v + 1]; arc++) {
        kept += closed.get(edge[arc]) ? 0 : 1;
      }
    }
    first[nodes()] = kept;
    WeightedGraph left =
        new WeightedGraph(
            edges, first, new int[kept], new int[kept], new boolean[kept], new double[kept]);
    int at = 0;
    for (int arc = 0; arc < head.length; arc++) {
      if (!closed.get(edge[arc])) {
        left.put(at++, head[arc], edge[arc], forward[arc], cost[arc]);
      }
    }
    return left;
  }

  public int nodes() {
    return firstArc.length - 1;
  }

  /** How many edges it was made of, also those that are closed both ways. */
  public int edges() {
    return edges;
  }

  public int arcs() {
    return head.length;
  }

  /** The first arc that leaves a node; of {@code nodes()} the number of arcs. */
  public int firstArc(int node) {
    return firstArc[node];
  }

  /** The node that an arc leads to. */
  public int head(int arc) {
    return head[arc];
  }

  /** The edge that an arc belongs to. */
  public int edge(int arc) {
    return edge[arc];
  }

  /** Whether an arc leads along its edge from start to end. */
  public boolean isForward(int arc) {
    return forward[arc];
  }

  public double cost(int arc) {
    return cost[arc];
  }
}
