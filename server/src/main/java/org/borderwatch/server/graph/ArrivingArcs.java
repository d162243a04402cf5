package org.borderwatch.server.graph;

/**
 * The arcs of a graph by the node that they lead to: those that arrive at node {@code v} have the
 * places {@code first(v)} to before {@code first(v + 1)}. Immutable and thread-safe; 16 bytes an
 * arc.
 */
final class ArrivingArcs {
  private final int[] first;
  private final int[] arc;
  private final int[] tail;
  private final double[] cost;

  ArrivingArcs(WeightedGraph graph) {
    int nodes = graph.nodes();
    int arcs = graph.arcs();
    first = new int[nodes + 1];
    arc = new int[arcs];
    tail = new int[arcs];
    cost = new double[arcs];
    for (int a = 0; a < arcs; a++) {
      first[graph.head(a) + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      first[v + 1] += first[v];
    }
    int[] next = first.clone();
    for (int v = 0; v < nodes; v++) {
      for (int a = graph.firstArc(v); a < graph.firstArc(v + 1); a++) {
        int place = next[graph.head(a)]++;
        arc[place] = a;
        tail[place] = v;
        cost[place] = graph.cost(a);
      }
    }
  }

  int first(int node) {
    return first[node];
  }

  /** The number of the arc in its graph. */
  int arc(int place) {
    return arc[place];
  }

  /** The node that the arc comes from. */
  int tail(int place) {
    return tail[place];
  }

  double cost(int place) {
    return cost[place];
  }
}
