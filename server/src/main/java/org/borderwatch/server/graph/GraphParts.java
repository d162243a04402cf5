package org.borderwatch.server.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which nodes hang together, whichever way the arcs lead. O(nodes + arcs) to make, 4 bytes a node.
 * Immutable and thread-safe.
 */
final class GraphParts {
  private final int[] partOf;
  private final int largest;

  GraphParts(WeightedGraph graph, ArrivingArcs arriving) {
    partOf = new int[graph.nodes()];
    Arrays.fill(partOf, -1);
    int[] queue = new int[graph.nodes()];
    int parts = 0;
    int most = 0;
    int mostPart = 0;
    for (int first = 0; first < partOf.length; first++) {
      if (partOf[first] >= 0) {
        continue;
      }
      int end = reach(first, parts, queue, 0);
      for (int i = 0; i < end; i++) {
        int v = queue[i];
        for (int a = graph.firstArc(v); a < graph.firstArc(v + 1); a++) {
          end = reach(graph.head(a), parts, queue, end);
        }
        for (int place = arriving.first(v); place < arriving.first(v + 1); place++) {
          end = reach(arriving.tail(place), parts, queue, end);
        }
      }
      if (end > most) {
        most = end;
        mostPart = parts;
      }
      parts++;
    }
    largest = mostPart;
  }

  private int reach(int node, int part, int[] queue, int end) {
    if (partOf[node] >= 0) {
      return end;
    }
    partOf[node] = part;
    queue[end] = node;
    return end + 1;
  }

  /** The number of the part that a node belongs to. */
  int of(int node) {
    return partOf[node];
  }

  /** The nodes of the largest part; the first among equals. */
  BitSet largest() {
    BitSet nodes = new BitSet(partOf.length);
    for (int v = 0; v < partOf.length; v++) {
      if (partOf[v] == largest) {
        nodes.set(v);
      }
    }
    return nodes;
  }
}
