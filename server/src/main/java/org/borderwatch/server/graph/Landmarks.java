package org.borderwatch.server.graph;

import java.util.Arrays;
import java.util.BitSet;
import org.borderwatch.server.compute.Crew;

/**
 * Least costs between every node and a few landmarks at the edge of the graph, which say how far it
 * is at least from one node to another (ALT; Goldberg and Harrelson 2005, Computing the Shortest
 * Path: A* Search Meets Graph Theory). The bounds also hold where edges are closed, as that makes
 * ways longer only.
 *
 * <p>Each next landmark is the node farthest from all that there are, among those of the largest
 * part. 16 searches over all nodes to make; 64 bytes a node. Immutable and thread-safe.
 */
final class Landmarks {
  static final int COUNT = 8;

  /** Costs are kept as floats, so a difference of two of them may be off by this share of both. */
  private static final double SLACK = 1.5e-7;

  /** By node and landmark: cost from the landmark to the node. */
  private final float[] from;

  /** By node and landmark: cost from the node to the landmark. */
  private final float[] to;

  private Landmarks(int nodes) {
    from = new float[nodes * COUNT];
    to = new float[nodes * COUNT];
  }

  /** Chooses landmarks and measures; two searches at once where the crew has two threads. */
  static Landmarks of(WeightedGraph graph, ArrivingArcs arriving, GraphParts parts, Crew crew) {
    Landmarks landmarks = new Landmarks(graph.nodes());
    if (graph.nodes() == 0) {
      return landmarks;
    }
    BitSet largest = parts.largest();
    double[] farness = new double[graph.nodes()];
    Arrays.fill(farness, Double.POSITIVE_INFINITY);
    int node = farthest(costsFrom(graph, largest.nextSetBit(0)), largest);
    for (int i = 0; i < COUNT; i++) {
      int landmark = node;
      double[][] both = new double[2][];
      crew.each(
          2,
          part ->
              both[part] =
                  part == 0 ? costsFrom(graph, landmark) : costsTo(graph, arriving, landmark));
      landmarks.keep(i, both[0], both[1]);
      for (int v = 0; v < farness.length; v++) {
        farness[v] = Math.min(farness[v], both[0][v]);
      }
      farness[landmark] = 0;
      node = farthest(farness, largest);
    }
    return landmarks;
  }

  private void keep(int landmark, double[] costFrom, double[] costTo) {
    for (int v = 0; v < costFrom.length; v++) {
      from[v * COUNT + landmark] = (float) costFrom[v];
      to[v * COUNT + landmark] = (float) costTo[v];
    }
  }

  private static double[] costsFrom(WeightedGraph graph, int node) {
    WayAsked asked = WayAsked.from(graph, new WayEnd.AtNode(node), new BitSet());
    return CostTree.fromStart(asked, Double.POSITIVE_INFINITY).costs();
  }

  private static double[] costsTo(WeightedGraph graph, ArrivingArcs arriving, int node) {
    WayAsked asked = WayAsked.to(graph, new WayEnd.AtNode(node), new BitSet());
    return CostTree.toGoal(asked, arriving, Double.POSITIVE_INFINITY).costs();
  }

  /** Of those that can be reached; the first node of the part where none can. */
  private static int farthest(double[] costs, BitSet part) {
    int farthest = part.nextSetBit(0);
    double most = -1;
    for (int v = farthest; v >= 0; v = part.nextSetBit(v + 1)) {
      if (costs[v] > most && Double.isFinite(costs[v])) {
        most = costs[v];
        farthest = v;
      }
    }
    return farthest;
  }

  /** How far it is at least to the goal of what is asked for. */
  Bound boundTo(WayAsked asked) {
    double[] reachedFrom = new double[COUNT];
    double[] leadsTo = new double[COUNT];
    Arrays.fill(reachedFrom, Double.POSITIVE_INFINITY);
    Arrays.fill(leadsTo, Double.NEGATIVE_INFINITY);
    for (WayAsked.Extra entry : asked.entries()) {
      for (int i = 0; i < COUNT; i++) {
        double there = from[entry.node() * COUNT + i];
        double back = to[entry.node() * COUNT + i];
        reachedFrom[i] = Math.min(reachedFrom[i], there * (1 - SLACK) + entry.cost());
        leadsTo[i] = Math.max(leadsTo[i], back * (1 + SLACK) - entry.cost());
      }
    }
    return new Bound(reachedFrom, leadsTo);
  }

  /** A lower bound of the cost from a node to one goal. */
  final class Bound {
    private final double[] reachedFrom;
    private final double[] leadsTo;

    private Bound(double[] reachedFrom, double[] leadsTo) {
      this.reachedFrom = reachedFrom;
      this.leadsTo = leadsTo;
    }

    /** Infinite where the goal can't be reached. */
    double rest(int node) {
      double rest = 0;
      for (int i = 0, at = node * COUNT; i < COUNT; i++, at++) {
        // Not a number where both are infinite: that says nothing, and isn't larger.
        double fromLandmark = reachedFrom[i] - from[at] * (1 + SLACK);
        double toLandmark = to[at] * (1 - SLACK) - leadsTo[i];
        rest = fromLandmark > rest ? fromLandmark : rest;
        rest = toLandmark > rest ? toLandmark : rest;
      }
      return rest;
    }
  }
}
