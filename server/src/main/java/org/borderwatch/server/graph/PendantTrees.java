package org.borderwatch.server.graph;

import java.util.Arrays;

/**
 * The trees that hang on a graph by one edge each, such as trails that end in a valley. All ways
 * between a tree and the rest lead over its root, so that the loads of its edges are known without
 * a search, and the rest, the core, can be searched as if everybody in the tree stood at the root.
 *
 * <p>Only for graphs all of whose edges lead both ways, though not at the same cost: there, whoever
 * hangs together reaches each other. An edge beside a parallel one belongs to the core. O(edges).
 */
final class PendantTrees {
  /** What is less than this share of a sum is what rounding leaves. */
  private static final double NOTHING = 1e-13;

  private final Links links;

  /** Nodes that were cut off, leaves first, and the link by which each hung on the rest. */
  private final int[] cutNode;

  private final int[] cutLink;

  /** Where a node's tree hangs on the core; of nodes of the core they themselves. */
  private final int[] root;

  private PendantTrees(Links links, int[] cutNode, int[] cutLink, int[] root) {
    this.links = links;
    this.cutNode = cutNode;
    this.cutLink = cutLink;
    this.root = root;
  }

  /** Whether every edge leads both ways. */
  static boolean canBeCutOff(Links links) {
    for (double cost : links.outAndIn) {
      if (cost == Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  static PendantTrees of(Links links) {
    int n = links.nodes();
    int[] degree = new int[n];
    int[] leaves = new int[n];
    int last = 0;
    for (int v = 0; v < n; v++) {
      degree[v] = links.first[v + 1] - links.first[v];
      if (degree[v] == 1) {
        leaves[last++] = v;
      }
    }
    int[] cutNode = new int[n];
    int[] cutLink = new int[n];
    int cuts = 0;
    int[] above = new int[n];
    Arrays.setAll(above, v -> v);
    for (int i = 0; i < last; i++) {
      int leaf = leaves[i];
      if (degree[leaf] != 1) {
        continue;
      }
      int link = links.first[leaf];
      while (isCut(above, leaf, links.endAndEdge[2 * link])) {
        link++;
      }
      int parent = links.endAndEdge[2 * link];
      above[leaf] = parent;
      cutNode[cuts] = leaf;
      cutLink[cuts++] = link;
      degree[leaf] = 0;
      if (--degree[parent] == 1) {
        leaves[last++] = parent;
      }
    }
    return new PendantTrees(
        links, Arrays.copyOf(cutNode, cuts), Arrays.copyOf(cutLink, cuts), roots(above));
  }

  /** Whether the neighbour of a leaf hangs on it. */
  private static boolean isCut(int[] above, int leaf, int neighbour) {
    return above[neighbour] == leaf;
  }

  private static int[] roots(int[] above) {
    int[] root = new int[above.length];
    for (int v = 0; v < root.length; v++) {
      int at = v;
      while (above[at] != at) {
        at = above[at];
      }
      // Whoever comes by later stops here.
      for (int below = v; above[below] != below; ) {
        int next = above[below];
        above[below] = at;
        below = next;
      }
      root[v] = at;
    }
    return root;
  }

  /** How many nodes were cut off. */
  int cuts() {
    return cutNode.length;
  }

  /** The graph without the trees, whose nodes are numbered anew. */
  Links core() {
    return links.core(root);
  }

  /** The same trips where everybody in a tree stands at its root, by the numbers of the core. */
  Trips atRoots(Trips trips) {
    int[] number = new int[root.length];
    int count = 0;
    for (int v = 0; v < root.length; v++) {
      number[v] = root[v] == v ? count++ : 0;
    }
    int[] place = new int[root.length];
    for (int node = 0; node < place.length; node++) {
      place[node] = number[root[links.here[node]]];
    }
    return trips.gathered(place, count);
  }

  /**
   * What the trees carry.
   *
   * @param cost of all ways as far as they lead through trees, times demand
   * @param demand between nodes that reach each other, in the whole graph
   * @param pairs that reach each other, in the whole graph
   */
  record Carried(double cost, double demand, long pairs) {}

  /**
   * Writes the loads of the trees' edges.
   *
   * @param load by edge, by the numbers of the graph with its trees
   */
  Carried carry(Trips trips, double[] load) {
    double[] out = new double[root.length];
    double[] into = new double[root.length];
    int[] part = parts();
    Trips.Between between = trips.between(links.here, part, out, into);
    double cost = 0;
    for (int i = 0; i < cutNode.length; i++) {
      int leaf = cutNode[i];
      int link = cutLink[i];
      double up = out[leaf] * rest(between.into()[part[leaf]], into[leaf]);
      double down = into[leaf] * rest(between.out()[part[leaf]], out[leaf]);
      load[links.endAndEdge[2 * link + 1]] = up + down;
      cost += up * links.outAndIn[2 * link] + down * links.outAndIn[2 * link + 1];
      int parent = links.endAndEdge[2 * link];
      out[parent] += out[leaf];
      into[parent] += into[leaf];
    }
    return new Carried(cost, between.demand(), between.pairs());
  }

  /** What isn't in a tree; 0 where only the order of adding makes a difference. */
  private static double rest(double all, double inTree) {
    double rest = all - inTree;
    return rest > NOTHING * all ? rest : 0;
  }

  /** The connected part of each node, by its smallest number. Nodes are numbered ring by ring. */
  private int[] parts() {
    int[] part = new int[root.length];
    Arrays.fill(part, -1);
    int[] next = new int[root.length];
    for (int v = 0; v < part.length; v++) {
      if (part[v] >= 0) {
        continue;
      }
      part[v] = v;
      int count = 0;
      next[count++] = v;
      while (count > 0) {
        int u = next[--count];
        for (int link = links.first[u]; link < links.first[u + 1]; link++) {
          int end = links.endAndEdge[2 * link];
          if (part[end] < 0) {
            part[end] = v;
            next[count++] = end;
          }
        }
      }
    }
    return part;
  }
}
