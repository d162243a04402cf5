package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.borderwatch.server.compute.Progress;

/**
 * Ways that share at most a given part of their length with those before them: the first is the
 * cheapest, and each next one the cheapest that keeps the limit. What is shared is measured against
 * all ways before it together, edge by edge, whichever way one goes along the edge.
 *
 * <p>First all loopless ways in the order of their cost are held against the limit, some hundred of
 * them: what is found so is exact. Where they are too much alike, as small detours multiply, the
 * rest is a heuristic without a bound: ways over one node each (Abraham and others 2010,
 * Alternative Routes in Road Networks), that is the cheapest way from the start to the node and on
 * to the goal, again in the order of their cost.
 */
public final class DissimilarWays {
  /** Loopless ways that are looked at, in a graph where that takes no time and in a large one. */
  static final int MOST_TRIED_SMALL = 5000;

  static final int MOST_TRIED_LARGE = 300;
  private static final int LARGE = 2000;

  /** Bounds of further ways that are kept meanwhile, some 40 MB. */
  private static final int MOST_KEPT = 500_000;

  /** What sums of shares may be off by. */
  private static final double ROUNDING = 1e-9;

  /** Ways over a node that are measured at most. */
  private static final int MOST_MEASURED = 20_000;

  private final WayAsked asked;
  private final CostTree fromStart;
  private final CostTree toGoal;
  private final double maxOverlap;
  private final List<Way> chosen = new ArrayList<>();
  private final UsedEdges used;

  /** By node, whether a way over a node came there: the number of that way. */
  private final int[] seen;

  private int measured;

  private DissimilarWays(
      WayAsked asked,
      CostTree fromStart,
      CostTree toGoal,
      IntToDoubleFunction length,
      double maxOverlap) {
    this.asked = asked;
    this.fromStart = fromStart;
    this.toGoal = toGoal;
    this.maxOverlap = maxOverlap;
    this.used = new UsedEdges(length);
    this.seen = new int[asked.graph().nodes()];
  }

  /**
   * The ways that were found, the cheapest first.
   *
   * @param exact how many of them, from the first on, are what an exact search gives
   * @param isAll whether there is surely no other
   */
  public record Found(List<Way> ways, int exact, boolean isAll) {}

  /**
   * Looks for ways.
   *
   * @param loopless all of them, none taken yet
   * @param length of an edge, in whatever the overlap is a share of
   */
  static Found find(
      WayAsked asked,
      LooplessWays loopless,
      CostTree toGoal,
      int most,
      IntToDoubleFunction length,
      double maxOverlap,
      Progress progress) {
    CostTree fromStart = CostTree.fromStart(asked, Double.POSITIVE_INFINITY);
    DissimilarWays ways = new DissimilarWays(asked, fromStart, toGoal, length, maxOverlap);
    int tries = asked.graph().nodes() > LARGE ? MOST_TRIED_LARGE : MOST_TRIED_SMALL;
    for (int i = 0; i < tries && ways.chosen.size() < most && loopless.keeps() < MOST_KEPT; i++) {
      progress.check();
      Optional<Way> next = loopless.next();
      if (next.isEmpty()) {
        return new Found(ways.chosen, ways.chosen.size(), true);
      }
      ways.offer(next.get());
    }
    int exact = ways.chosen.size();
    if (exact < most) {
      ways.overNodes(most, progress);
    }
    return new Found(ways.chosen, exact, false);
  }

  private void offer(Way way) {
    if (chosen.isEmpty() || used.overlap(way) <= maxOverlap + ROUNDING) {
      chosen.add(way);
      used.add(way);
    }
  }

  private void overNodes(int most, Progress progress) {
    List<Integer> nodes = new ArrayList<>();
    for (int v = 0; v < seen.length; v++) {
      if (through(v) < Double.POSITIVE_INFINITY && !isOnPlateau(v)) {
        nodes.add(v);
      }
    }
    nodes.sort(Comparator.comparingDouble(this::through).thenComparing(v -> v));
    for (int i = 0; i < nodes.size() && chosen.size() < most && i < MOST_MEASURED; i++) {
      if (i % 64 == 0) {
        progress.check();
      }
      int[] arcs = arcs(nodes.get(i));
      if (arcs.length > 0) {
        offer(asked.way(arcs));
      }
    }
  }

  private double through(int node) {
    return fromStart.cost(node) + toGoal.cost(node);
  }

  /** Whether the way over this node is also that over the node before it, which stands for both. */
  private boolean isOnPlateau(int node) {
    int before = fromStart.next(node);
    return before != asked.start() && toGoal.arc(before) == fromStart.arc(node);
  }

  /** The way over a node; none when it comes to a node twice. */
  private int[] arcs(int node) {
    measured++;
    List<Integer> arcs = new ArrayList<>();
    for (int v = node; v != asked.start(); v = fromStart.next(v)) {
      seen[v] = measured;
      arcs.add(fromStart.arc(v));
    }
    Collections.reverse(arcs);
    for (int v = node; v != asked.goal(); v = toGoal.next(v)) {
      if (v != node && seen[v] == measured) {
        return new int[0];
      }
      arcs.add(toGoal.arc(v));
    }
    return arcs.stream().mapToInt(Integer::intValue).toArray();
  }
}
