package org.borderwatch.server.graph;

import java.util.Arrays;

/**
 * What one search knows of the nodes: kept from one search to the next, so that a search that sees
 * few nodes touches few. 32 bytes a node. Not for several threads.
 */
final class SearchSpace {
  final SearchQueue queue = new SearchQueue();
  final double[] cost;

  /** The key under which a node stands in the queue now; NaN once nothing is to be expected. */
  final double[] key;

  /** Least cost from a node on, which may be infinite. */
  final double[] rest;

  final int[] arc;
  final int[] previous;
  private final int[] seen;
  private int search;

  SearchSpace(int nodes) {
    cost = new double[nodes];
    key = new double[nodes];
    rest = new double[nodes];
    arc = new int[nodes];
    previous = new int[nodes];
    seen = new int[nodes];
  }

  /** Forgets all. O(1), but for one search in four thousand million. */
  void begin() {
    queue.clear();
    if (++search == 0) {
      Arrays.fill(seen, 0);
      search = 1;
    }
  }

  /** Whether this search saw the node before; from now on it has. */
  boolean see(int node) {
    if (seen[node] == search) {
      return true;
    }
    seen[node] = search;
    return false;
  }
}
