package org.borderwatch.server.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which nodes hang together, whatever the direction of travel. Parts have numbers by their size: 0
 * has the most nodes; of equal ones, that with the lower first node comes first. Union-find with
 * halved paths (Tarjan and van Leeuwen 1984): as good as linear. Immutable.
 */
final class ConnectedParts {
  private final int[] part;
  private final int[] nodes;

  private ConnectedParts(int[] part, int[] nodes) {
    this.part = part;
    this.nodes = nodes;
  }

  /** Parts of {@code nodes} nodes that edges join. */
  static ConnectedParts of(int nodes, int[] from, int[] to) {
    int[] parent = IntStream.range(0, nodes).toArray();
    for (int i = 0; i < from.length; i++) {
      join(parent, from[i], to[i]);
    }
    return of(parent, nodes);
  }

  /** Parts of the first {@code nodes} of {@code parent}, each of which leads to its root. */
  static ConnectedParts of(int[] parent, int nodes) {
    int[] size = new int[nodes];
    for (int v = 0; v < nodes; v++) {
      size[root(parent, v)]++;
    }
    int[] roots =
        IntStream.range(0, nodes)
            .filter(v -> size[v] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer v) -> -size[v]).thenComparingInt(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[nodes];
    int[] sizes = new int[roots.length];
    for (int i = 0; i < roots.length; i++) {
      number[roots[i]] = i;
      sizes[i] = size[roots[i]];
    }
    int[] part = new int[nodes];
    for (int v = 0; v < nodes; v++) {
      part[v] = number[root(parent, v)];
    }
    return new ConnectedParts(part, sizes);
  }

  /** The lower root becomes that of both. */
  static void join(int[] parent, int from, int to) {
    int a = root(parent, from);
    int b = root(parent, to);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] parent, int node) {
    int v = node;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }

  int count() {
    return nodes.length;
  }

  /** The part of a node. */
  int of(int node) {
    return part[node];
  }

  /** How many nodes a part has; 0 of one that isn't there. */
  int nodes(int number) {
    return number < nodes.length ? nodes[number] : 0;
  }

  @Override
  public String toString() {
    return Arrays.toString(nodes);
  }
}
