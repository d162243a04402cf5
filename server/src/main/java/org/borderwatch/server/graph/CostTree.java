package org.borderwatch.server.graph;

import java.util.Arrays;
import org.borderwatch.server.graph.WayAsked.Extra;

/**
 * The least cost from one place to every node, or from every node to one place, with the arc by
 * which it is reached (Dijkstra 1959). O((nodes + arcs) log nodes) for what lies within the bound;
 * 20 bytes a node. Immutable and thread-safe.
 */
final class CostTree {
  /** Not reached. */
  static final int NONE = -1;

  private final double[] cost;
  private final int[] arc;
  private final int[] next;

  private CostTree(int nodes) {
    cost = new double[nodes];
    arc = new int[nodes];
    next = new int[nodes];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(arc, NONE);
    Arrays.fill(next, NONE);
  }

  /** From the start of what is asked for, as far as {@code most}. */
  static CostTree fromStart(WayAsked asked, double most) {
    WeightedGraph graph = asked.graph();
    CostTree tree = new CostTree(graph.nodes());
    SearchQueue queue = new SearchQueue();
    Extra[] exits = asked.exits();
    for (int i = 0; i < exits.length; i++) {
      tree.reach(exits[i].node(), exits[i].cost(), asked.exitArc(i), asked.start(), most, queue);
    }
    while (!queue.isEmpty()) {
      double key = queue.leastKey();
      int v = queue.poll();
      if (key > tree.cost[v]) {
        continue;
      }
      for (int a = graph.firstArc(v), end = graph.firstArc(v + 1); a < end; a++) {
        double reached = key + graph.cost(a);
        if (reached < tree.cost[graph.head(a)] && !asked.isShut(graph.edge(a))) {
          tree.reach(graph.head(a), reached, a, v, most, queue);
        }
      }
    }
    return tree;
  }

  /** To the goal of what is asked for, from as far as {@code most}. */
  static CostTree toGoal(WayAsked asked, ArrivingArcs arriving, double most) {
    WeightedGraph graph = asked.graph();
    CostTree tree = new CostTree(graph.nodes());
    SearchQueue queue = new SearchQueue();
    Extra[] entries = asked.entries();
    for (int i = 0; i < entries.length; i++) {
      tree.reach(
          entries[i].node(), entries[i].cost(), asked.entryArc(i), asked.goal(), most, queue);
    }
    while (!queue.isEmpty()) {
      double key = queue.leastKey();
      int v = queue.poll();
      if (key > tree.cost[v]) {
        continue;
      }
      for (int place = arriving.first(v), end = arriving.first(v + 1); place < end; place++) {
        int tail = arriving.tail(place);
        double reached = key + arriving.cost(place);
        if (reached < tree.cost[tail] && !asked.isShut(graph.edge(arriving.arc(place)))) {
          tree.reach(tail, reached, arriving.arc(place), v, most, queue);
        }
      }
    }
    return tree;
  }

  private void reach(
      int node, double reached, int byArc, int nextNode, double most, SearchQueue queue) {
    if (reached < cost[node] && reached <= most) {
      cost[node] = reached;
      arc[node] = byArc;
      next[node] = nextNode;
      queue.add(node, reached);
    }
  }

  /** Infinite where it isn't reached. */
  double cost(int node) {
    return cost[node];
  }

  double[] costs() {
    return cost;
  }

  /** The arc between a node and the {@link #next} one; {@link #NONE} where it isn't reached. */
  int arc(int node) {
    return arc[node];
  }

  /** The next node on the way to the place that the tree is about. */
  int next(int node) {
    return next[node];
  }
}
