package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.borderwatch.server.graph.WayAsked.Extra;

/**
 * Ways from one place to another that come to no node twice, the cheapest first, one after the
 * other until there is none left. Ways that differ in one of several parallel edges only are
 * different ways. Ways of equal cost come in an order that is the same each time.
 *
 * <p>Yen (1971, Finding the K Shortest Loopless Paths in a Network), with Lawler's (1972) rule that
 * a way is bent off only behind where it was bent off itself, so that no way is found twice. What
 * makes it fast: one search from the goal says of each node how far it is at least, whatever may
 * not be used. That gives a lower bound for each bend without any search, and the search itself is
 * made only once the bound has become the smallest of all, along the tree of the first search.
 *
 * <p>After the first search O(nodes of a way) a way, and a search for each that was the smallest; a
 * search may see all nodes in the worst case. Not for several threads.
 */
final class LooplessWays {
  private static final int[] NO_ARCS = {};

  /** What sums of the same costs in another order may differ by, many times over. */
  private static final double A_HAIR_LESS = 1 - 1e-12;

  /** How many nodes of a search are asked whether the tree leads on from there. */
  private static final int SHORT_CUTS = 4;

  private final WayAsked asked;
  private final WeightedGraph graph;
  private final CostTree tree;
  private final SearchSpace space;
  private final PriorityQueue<Bend> bends = new PriorityQueue<>();

  /** By node, whether it lies on the part of a way that is kept: the number of that part. */
  private final int[] kept;

  private int part;
  private int made;
  private boolean begun;

  LooplessWays(WayAsked asked, CostTree toGoal, SearchSpace space) {
    this.asked = asked;
    this.graph = asked.graph();
    this.tree = toGoal;
    this.space = space;
    this.kept = new int[graph.nodes()];
  }

  /**
   * A way that is bent off another one: it has its first arcs, and then none of those that are
   * barred. Either a bound of what the cheapest such way costs, or that way itself.
   *
   * @param least its cost, a hair less so that it goes before bounds that only rounding makes
   *     smaller; or a lower bound
   * @param number in which it was made, to break ties
   * @param arcs of the way; of the other one, as long as only a bound is known
   * @param at how many first arcs are kept
   * @param barred arcs that it may not go on with
   * @param isFound whether it is a way already
   */
  private record Bend(double least, int number, int[] arcs, int at, int[] barred, boolean isFound)
      implements Comparable<Bend> {
    @Override
    public int compareTo(Bend other) {
      int byCost = Double.compare(least, other.least);
      int byKind = Boolean.compare(other.isFound, isFound);
      return byCost != 0 ? byCost : byKind != 0 ? byKind : Integer.compare(number, other.number);
    }
  }

  /** How many ways and bounds of ways it keeps, about 80 bytes each beside the ways' own arcs. */
  int keeps() {
    return bends.size();
  }

  /** The next way; empty when there is no other. */
  Optional<Way> next() {
    if (!begun) {
      begun = true;
      if (asked.isNowhere()) {
        return Optional.of(Way.NOWHERE);
      }
      part++;
      addBound(NO_ARCS, 0, 0, NO_ARCS);
    }
    while (!bends.isEmpty()) {
      Bend least = bends.poll();
      if (least.isFound()) {
        bendOff(least);
        return Optional.of(asked.way(least.arcs()));
      }
      search(least);
    }
    return Optional.empty();
  }

  private void bendOff(Bend way) {
    int[] arcs = way.arcs();
    part++;
    double cost = 0;
    for (int at = 0; at < arcs.length; at++) {
      if (at > 0) {
        cost += asked.cost(arcs[at - 1]);
        kept[asked.head(arcs[at - 1])] = part;
      }
      if (at == way.at()) {
        int[] barred = Arrays.copyOf(way.barred(), way.barred().length + 1);
        barred[barred.length - 1] = arcs[at];
        addBound(arcs, at, cost, barred);
      } else if (at > way.at()) {
        addBound(arcs, at, cost, new int[] {arcs[at]});
      }
    }
  }

  /** Where it may lead to the goal; nodes of the kept part carry the number of {@link #part}. */
  private void addBound(int[] arcs, int at, double cost, int[] barred) {
    double least = Double.POSITIVE_INFINITY;
    if (at == 0) {
      for (int i = 0; i < asked.exits().length; i++) {
        if (!isBarred(asked.exitArc(i), barred)) {
          Extra exit = asked.exits()[i];
          least = Math.min(least, exit.cost() + tree.cost(exit.node()));
        }
      }
      if (asked.direct().length > 0 && !isBarred(asked.directArc(), barred)) {
        least = Math.min(least, asked.direct()[0].cost());
      }
    } else {
      int node = asked.head(arcs[at - 1]);
      for (int a = graph.firstArc(node); a < graph.firstArc(node + 1); a++) {
        if (kept[graph.head(a)] != part && !asked.isShut(graph.edge(a)) && !isBarred(a, barred)) {
          least = Math.min(least, cost + graph.cost(a) + tree.cost(graph.head(a)));
        }
      }
      for (int i = 0; i < asked.entries().length; i++) {
        if (asked.entries()[i].node() == node && !isBarred(asked.entryArc(i), barred)) {
          least = Math.min(least, cost + asked.entries()[i].cost());
        }
      }
    }
    if (least < Double.POSITIVE_INFINITY) {
      bends.add(new Bend(least, made++, arcs, at, barred, false));
    }
  }

  private static boolean isBarred(int arc, int[] barred) {
    for (int one : barred) {
      if (one == arc) {
        return true;
      }
    }
    return false;
  }

  /** Finds the cheapest way of a bend, guided by the tree, and puts it where it belongs. */
  private void search(Bend bend) {
    part++;
    space.begin();
    double cost = 0;
    for (int i = 0; i < bend.at(); i++) {
      cost += asked.cost(bend.arcs()[i]);
      kept[asked.head(bend.arcs()[i])] = part;
    }
    Goal goal = new Goal();
    if (bend.at() == 0) {
      for (int i = 0; i < asked.exits().length; i++) {
        if (!isBarred(asked.exitArc(i), bend.barred())) {
          Extra exit = asked.exits()[i];
          reach(exit.node(), exit.cost(), asked.exitArc(i), asked.start(), goal);
        }
      }
      if (asked.direct().length > 0 && !isBarred(asked.directArc(), bend.barred())) {
        goal.reach(asked.direct()[0].cost(), asked.directArc(), asked.start());
      }
    } else {
      expand(asked.head(bend.arcs()[bend.at() - 1]), cost, bend.barred(), goal);
    }
    int shortCuts = SHORT_CUTS;
    while (!space.queue.isEmpty() && space.queue.leastKey() < goal.cost) {
      double key = space.queue.leastKey();
      int v = space.queue.poll();
      if (key != space.key[v]) {
        continue;
      }
      space.key[v] = Double.NaN;
      if (shortCuts-- > 0 && isFreeFrom(v)) {
        // No other way can be cheaper than the bound of the node that is the first in the queue.
        goal.alongTree(key, v);
        break;
      }
      expand(v, space.cost[v], NO_ARCS, goal);
    }
    if (goal.cost < Double.POSITIVE_INFINITY) {
      int[] arcs = goal.arcs(bend);
      bends.add(new Bend(goal.cost * A_HAIR_LESS, made++, arcs, bend.at(), bend.barred(), true));
    }
  }

  /** Whether the cheapest way of all from a node to the goal keeps clear of the kept part. */
  private boolean isFreeFrom(int node) {
    for (int v = node; v != asked.goal(); v = tree.next(v)) {
      if (kept[v] == part) {
        return false;
      }
    }
    return true;
  }

  private void expand(int v, double cost, int[] barred, Goal goal) {
    for (int i = 0; i < asked.entries().length; i++) {
      if (asked.entries()[i].node() == v && !isBarred(asked.entryArc(i), barred)) {
        goal.reach(cost + asked.entries()[i].cost(), asked.entryArc(i), v);
      }
    }
    for (int a = graph.firstArc(v), end = graph.firstArc(v + 1); a < end; a++) {
      if (!asked.isShut(graph.edge(a)) && !isBarred(a, barred)) {
        reach(graph.head(a), cost + graph.cost(a), a, v, goal);
      }
    }
  }

  private void reach(int node, double cost, int arc, int previous, Goal goal) {
    double key = cost + tree.cost(node);
    if (kept[node] == part || !(key < goal.cost)) {
      return;
    }
    if (space.see(node) && cost >= space.cost[node]) {
      return;
    }
    space.cost[node] = cost;
    space.arc[node] = arc;
    space.previous[node] = previous;
    space.key[node] = key;
    space.queue.add(node, key);
  }

  /** What a search knows of the goal. */
  private final class Goal {
    private double cost = Double.POSITIVE_INFINITY;
    private int arc;
    private int previous;
    private boolean isAlongTree;

    private void alongTree(double reached, int from) {
      cost = reached;
      previous = from;
      isAlongTree = true;
    }

    private void reach(double reached, int byArc, int from) {
      if (reached < cost) {
        cost = reached;
        arc = byArc;
        previous = from;
      }
    }

    private int[] arcs(Bend bend) {
      int root = bend.at() == 0 ? asked.start() : asked.head(bend.arcs()[bend.at() - 1]);
      List<Integer> onwards = new ArrayList<>();
      if (isAlongTree) {
        for (int v = previous; v != asked.goal(); v = tree.next(v)) {
          onwards.add(tree.arc(v));
        }
      } else {
        onwards.add(arc);
      }
      List<Integer> backwards = new ArrayList<>();
      for (int v = previous; v != root; v = space.previous[v]) {
        backwards.add(space.arc[v]);
      }
      Collections.reverse(backwards);
      int size = bend.at() + backwards.size() + onwards.size();
      int[] arcs = Arrays.copyOf(bend.arcs(), size);
      int at = bend.at();
      for (List<Integer> piece : List.of(backwards, onwards)) {
        for (int one : piece) {
          arcs[at++] = one;
        }
      }
      return arcs;
    }
  }
}
