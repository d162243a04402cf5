package org.borderwatch.server.graph;

import java.util.Random;

/** A small multigraph made by chance: parallel edges, loops, closed directions, many ties. */
record RandomGraph(int nodes, int[] from, int[] to, double[] cost, double[] costBack) {

  static RandomGraph of(Random random, int mostNodes, int mostEdges) {
    int nodes = 1 + random.nextInt(mostNodes);
    int edges = random.nextInt(mostEdges + 1);
    RandomGraph graph =
        new RandomGraph(
            nodes, new int[edges], new int[edges], new double[edges], new double[edges]);
    int kind = random.nextInt(4);
    for (int e = 0; e < edges; e++) {
      graph.from[e] = random.nextInt(nodes);
      graph.to[e] = random.nextInt(nodes);
      graph.cost[e] = cost(random, kind);
      graph.costBack[e] =
          switch (kind) {
            case 0, 1 -> graph.cost[e];
            case 2 -> Double.POSITIVE_INFINITY;
            default -> random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : cost(random, kind);
          };
    }
    return graph;
  }

  /** Tenths, whose sums in another order differ in the last bits. */
  private static double cost(Random random, int kind) {
    return kind == 0 ? 1 : (1 + random.nextInt(5)) / 10.0;
  }

  WeightedGraph graph() {
    return WeightedGraph.of(nodes, from, to, cost, costBack);
  }

  @Override
  public String toString() {
    return "%d nodes, from %s to %s, cost %s, back %s"
        .formatted(
            nodes,
            java.util.Arrays.toString(from),
            java.util.Arrays.toString(to),
            java.util.Arrays.toString(cost),
            java.util.Arrays.toString(costBack));
  }
}
