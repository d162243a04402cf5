package org.borderwatch.server.graph;

import java.util.Arrays;
import java.util.BitSet;
import org.borderwatch.server.graph.WayEnd.AtNode;
import org.borderwatch.server.graph.WayEnd.WithinEdge;
import org.jspecify.annotations.Nullable;

/**
 * From where to where, and which edges can't be used, as a graph with two more nodes would have it:
 * the start is node {@code nodes()}, the goal the one after. Arcs from the start ("exits"), to the
 * goal ("entries") and from one straight to the other ("direct") have numbers after those of the
 * graph. An edge in which an end lies is cut there, so it can't be gone along as a whole: that
 * would lead through the end twice. Immutable and thread-safe.
 */
final class WayAsked {
  private final WeightedGraph graph;
  private final @Nullable WayEnd from;
  private final @Nullable WayEnd to;
  private final BitSet closed;
  private final Extra[] exits;
  private final Extra[] entries;

  /** One at most. */
  private final Extra[] direct;

  private final int cutFrom;
  private final int cutTo;
  private final boolean nowhere;

  /**
   * A piece of an edge between an end and a node, or between both ends; nothing of an edge where
   * the end is a node.
   *
   * @param node where an exit leads to or an entry comes from; -1 for a direct one
   * @param forward whether one goes along it towards the end of the edge
   */
  record Extra(int node, double cost, boolean forward) {}

  private WayAsked(WeightedGraph graph, @Nullable WayEnd from, @Nullable WayEnd to, BitSet closed) {
    this.graph = graph;
    this.from = from;
    this.to = to;
    this.closed = closed;
    WithinEdge start = from instanceof WithinEdge within ? within : null;
    WithinEdge goal = to instanceof WithinEdge within ? within : null;
    this.cutFrom = start == null ? -1 : start.edge();
    this.cutTo = goal == null ? -1 : goal.edge();
    boolean sameEdge = start != null && goal != null && start.edge() == goal.edge();
    double between =
        start != null && goal != null && sameEdge ? goal.fraction() - start.fraction() : 0;
    this.nowhere = sameEdge ? Math.abs(between) <= WayEnd.CLOSE : from != null && from.equals(to);
    // On the same edge the other end stands in the way of one of the two pieces.
    boolean isEndFree = !sameEdge || between < 0;
    boolean isStartFree = !sameEdge || between > 0;
    this.exits =
        start == null
            ? atNode(from)
            : open(
                start,
                new Extra(isEndFree ? start.to() : -1, (1 - start.fraction()) * start.cost(), true),
                new Extra(
                    isStartFree ? start.from() : -1, start.fraction() * start.costBack(), false));
    this.entries =
        goal == null
            ? atNode(to)
            : open(
                goal,
                new Extra(isEndFree ? goal.from() : -1, goal.fraction() * goal.cost(), true),
                new Extra(
                    isStartFree ? goal.to() : -1, (1 - goal.fraction()) * goal.costBack(), false));
    this.direct = start != null && between != 0 && !nowhere ? direct(start, between) : new Extra[0];
  }

  /** From one place to another. */
  static WayAsked between(WeightedGraph graph, WayEnd from, WayEnd to, BitSet closed) {
    return new WayAsked(graph, from, to, closed);
  }

  /** From one place to everywhere. */
  static WayAsked from(WeightedGraph graph, WayEnd from, BitSet closed) {
    return new WayAsked(graph, from, null, closed);
  }

  /** From everywhere to one place. */
  static WayAsked to(WeightedGraph graph, WayEnd to, BitSet closed) {
    return new WayAsked(graph, null, to, closed);
  }

  private Extra[] direct(WithinEdge start, double between) {
    double cost = between > 0 ? between * start.cost() : -between * start.costBack();
    return Double.isFinite(cost) && !closed.get(start.edge())
        ? new Extra[] {new Extra(-1, cost, between > 0)}
        : new Extra[0];
  }

  private static Extra[] atNode(@Nullable WayEnd end) {
    return end instanceof AtNode at ? new Extra[] {new Extra(at.node(), 0, true)} : new Extra[0];
  }

  private Extra[] open(WithinEdge end, Extra... both) {
    return Arrays.stream(both)
        .filter(one -> one.node() >= 0 && Double.isFinite(one.cost()) && !closed.get(end.edge()))
        .toArray(Extra[]::new);
  }

  WeightedGraph graph() {
    return graph;
  }

  /** Whether both ends are the same place. */
  boolean isNowhere() {
    return nowhere;
  }

  /** Whether an edge of the graph can't be gone along as a whole. */
  boolean isShut(int edge) {
    return edge == cutFrom || edge == cutTo || closed.get(edge);
  }

  /** The node that stands for the start; that of the goal is the next. */
  int start() {
    return graph.nodes();
  }

  int goal() {
    return graph.nodes() + 1;
  }

  Extra[] exits() {
    return exits;
  }

  Extra[] entries() {
    return entries;
  }

  Extra[] direct() {
    return direct;
  }

  int exitArc(int index) {
    return graph.arcs() + index;
  }

  int entryArc(int index) {
    return graph.arcs() + exits.length + index;
  }

  int directArc() {
    return graph.arcs() + exits.length + entries.length;
  }

  /** The node that an arc leads to. */
  int head(int arc) {
    int extra = arc - graph.arcs();
    if (extra < 0) {
      return graph.head(arc);
    }
    return extra < exits.length ? exits[extra].node() : goal();
  }

  double cost(int arc) {
    return arc < graph.arcs() ? graph.cost(arc) : extra(arc).cost();
  }

  private Extra extra(int arc) {
    int extra = arc - graph.arcs();
    if (extra < exits.length) {
      return exits[extra];
    }
    return extra < exits.length + entries.length ? entries[extra - exits.length] : direct[0];
  }

  /** The edge that an arc belongs to; -1 for none. */
  private int edge(int arc) {
    int extra = arc - graph.arcs();
    if (extra < 0) {
      return graph.edge(arc);
    }
    return extra < exits.length ? cutFrom : cutTo;
  }

  private boolean isForward(int arc) {
    return arc < graph.arcs() ? graph.isForward(arc) : extra(arc).forward();
  }

  /** The way along these arcs, which lead from the start to the goal. */
  Way way(int[] arcs) {
    int[] edges = new int[arcs.length];
    boolean[] forward = new boolean[arcs.length];
    int size = 0;
    double cost = 0;
    for (int arc : arcs) {
      cost += cost(arc);
      if (edge(arc) >= 0) {
        edges[size] = edge(arc);
        forward[size++] = isForward(arc);
      }
    }
    double begins = from instanceof WithinEdge within ? within.fraction() : forward[0] ? 0 : 1;
    double ends = to instanceof WithinEdge within ? within.fraction() : forward[size - 1] ? 1 : 0;
    return new Way(Arrays.copyOf(edges, size), Arrays.copyOf(forward, size), begins, ends, cost);
  }
}
