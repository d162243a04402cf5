package org.borderwatch.server.graph;

import java.util.Arrays;

/**
 * Nodes by a key, the smallest first: a heap with four children each. A node may be in it several
 * times; whoever takes it out knows which key still holds. O(log n) a call. Not for several
 * threads.
 */
final class SearchQueue {
  private double[] keys = new double[64];
  private int[] nodes = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void add(int node, double key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >> 2;
      if (keys[parent] <= key) {
        break;
      }
      keys[at] = keys[parent];
      nodes[at] = nodes[parent];
      at = parent;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** The smallest key. */
  double leastKey() {
    return keys[0];
  }

  /** Takes out the node with the smallest key. */
  int poll() {
    int least = nodes[0];
    size--;
    double key = keys[size];
    int node = nodes[size];
    int at = 0;
    int child = 1;
    while (child < size) {
      int end = Math.min(child + 4, size);
      int smallest = child;
      for (int i = child + 1; i < end; i++) {
        if (keys[i] < keys[smallest]) {
          smallest = i;
        }
      }
      if (keys[smallest] >= key) {
        break;
      }
      keys[at] = keys[smallest];
      nodes[at] = nodes[smallest];
      at = smallest;
      child = 4 * at + 1;
    }
    keys[at] = key;
    nodes[at] = node;
    return least;
  }
}
