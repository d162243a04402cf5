package org.borderwatch.bench.network;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A graph like a road network, made by chance and the same for the same seed: junctions on a shaken
 * square grid, joined to some of their eight neighbours, so that all hang together; what an edge
 * costs is its length times 0.7 to 1.5, as some ways wind.
 *
 * @param x metres east of each node
 * @param y metres north
 * @param from node at one end of each edge
 * @param to node at the other end
 * @param cost of each edge, the same both ways
 */
public record RoadLikeGraph(double[] x, double[] y, int[] from, int[] to, double[] cost) {
  private static final double METRES_APART = 400;

  /** So many nodes, and edges: at least one less than nodes, at most 1.9 times as many. */
  public static RoadLikeGraph of(int nodes, int edges, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int side = (int) Math.ceil(Math.sqrt(nodes));
    double[] x = new double[nodes];
    double[] y = new double[nodes];
    for (int v = 0; v < nodes; v++) {
      x[v] = METRES_APART * (v % side + 0.7 * random.nextDouble());
      y[v] = METRES_APART * (v / side + 0.7 * random.nextDouble());
    }
    long[] candidates = candidates(nodes, side, random);
    RoadLikeGraph graph =
        new RoadLikeGraph(x, y, new int[edges], new int[edges], new double[edges]);
    boolean[] taken = new boolean[candidates.length];
    int count = 0;
    int[] tree = IntStream.range(0, nodes).toArray();
    for (int i = 0; i < candidates.length; i++) {
      int one = root(tree, first(candidates[i]));
      int other = root(tree, second(candidates[i]));
      if (one != other) {
        tree[one] = other;
        taken[i] = true;
        graph.put(count++, candidates[i], random);
      }
    }
    for (int i = 0; count < edges; i++) {
      if (!taken[i]) {
        graph.put(count++, candidates[i], random);
      }
    }
    return graph;
  }

  /** Neighbours to the east, the north and one diagonal in four, in an order of chance. */
  private static long[] candidates(int nodes, int side, SplittableRandom random) {
    long[] found = new long[4 * nodes];
    int count = 0;
    for (int v = 0; v < nodes; v++) {
      boolean isLast = v % side == side - 1;
      if (!isLast && v + 1 < nodes) {
        found[count++] = pair(v, v + 1);
      }
      if (v + side < nodes) {
        found[count++] = pair(v, v + side);
      }
      if (!isLast && v + side + 1 < nodes && random.nextInt(4) == 0) {
        found[count++] = pair(v, v + side + 1);
      }
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long swap = found[i];
      found[i] = found[other];
      found[other] = swap;
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private static long pair(int one, int other) {
    return (long) one << 32 | other;
  }

  private static int first(long pair) {
    return (int) (pair >>> 32);
  }

  private static int second(long pair) {
    return (int) pair;
  }

  private static int root(int[] tree, int node) {
    int at = node;
    while (tree[at] != at) {
      tree[at] = tree[tree[at]];
      at = tree[at];
    }
    return at;
  }

  private void put(int edge, long pair, SplittableRandom random) {
    from[edge] = first(pair);
    to[edge] = second(pair);
    double metres = Math.hypot(x[from[edge]] - x[to[edge]], y[from[edge]] - y[to[edge]]);
    cost[edge] = metres * (0.7 + 0.8 * random.nextDouble());
  }

  public int nodes() {
    return x.length;
  }

  public int edges() {
    return cost.length;
  }
}
