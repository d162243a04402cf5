package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.graph.Landmarks.Bound;
import org.borderwatch.server.graph.WayAsked.Extra;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way by best-first search: A* (Hart, Nilsson and Raphael 1968) with the bounds of
 * {@link Landmarks}, or Dijkstra's search without them. Exact: a node is looked at again when a
 * cheaper way to it turns up, so bounds need not be consistent, only never too large.
 */
final class ShortestWay {
  private final WayAsked asked;
  private final SearchSpace space;
  private final @Nullable Bound bound;
  private double best = Double.POSITIVE_INFINITY;
  private int bestEntry = -1;

  private ShortestWay(WayAsked asked, SearchSpace space, @Nullable Bound bound) {
    this.asked = asked;
    this.space = space;
    this.bound = bound;
  }

  static Optional<Way> find(WayAsked asked, SearchSpace space, @Nullable Landmarks landmarks) {
    if (asked.isNowhere()) {
      return Optional.of(Way.NOWHERE);
    }
    Bound bound = landmarks == null ? null : landmarks.boundTo(asked);
    return new ShortestWay(asked, space, bound).find();
  }

  private Optional<Way> find() {
    boolean isDirect = asked.direct().length > 0;
    double direct = isDirect ? asked.direct()[0].cost() : Double.POSITIVE_INFINITY;
    best = direct;
    search();
    if (best < direct) {
      return Optional.of(asked.way(arcs()));
    }
    return isDirect ? Optional.of(asked.way(new int[] {asked.directArc()})) : Optional.empty();
  }

  private void search() {
    WeightedGraph graph = asked.graph();
    space.begin();
    for (int i = 0; i < asked.exits().length; i++) {
      Extra exit = asked.exits()[i];
      reach(exit.node(), exit.cost(), asked.exitArc(i), asked.start());
    }
    Extra[] entries = asked.entries();
    while (!space.queue.isEmpty() && space.queue.leastKey() < best) {
      double key = space.queue.leastKey();
      int v = space.queue.poll();
      if (key != space.key[v]) {
        continue;
      }
      space.key[v] = Double.NaN;
      double cost = space.cost[v];
      for (int i = 0; i < entries.length; i++) {
        if (entries[i].node() == v && cost + entries[i].cost() < best) {
          best = cost + entries[i].cost();
          bestEntry = i;
        }
      }
      for (int a = graph.firstArc(v), end = graph.firstArc(v + 1); a < end; a++) {
        if (!asked.isShut(graph.edge(a))) {
          reach(graph.head(a), cost + graph.cost(a), a, v);
        }
      }
    }
  }

  private void reach(int node, double cost, int arc, int previous) {
    if (!space.see(node)) {
      space.rest[node] = bound == null ? 0 : bound.rest(node);
    } else if (cost >= space.cost[node]) {
      return;
    }
    space.cost[node] = cost;
    space.arc[node] = arc;
    space.previous[node] = previous;
    double key = cost + space.rest[node];
    space.key[node] = key;
    if (key < best) {
      space.queue.add(node, key);
    }
  }

  private int[] arcs() {
    List<Integer> backwards = new ArrayList<>();
    backwards.add(asked.entryArc(bestEntry));
    for (int v = asked.entries()[bestEntry].node(); v != asked.start(); v = space.previous[v]) {
      backwards.add(space.arc[v]);
    }
    int[] arcs = new int[backwards.size()];
    for (int i = 0; i < arcs.length; i++) {
      arcs[i] = backwards.get(arcs.length - 1 - i);
    }
    return arcs;
  }
}
