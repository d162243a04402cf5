package org.borderwatch.server.network;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Boxes by place: a tree packed by Sort-Tile-Recursive in flat arrays, 16 boxes to a node. JTS's
 * STRtree packs the same way, but keeps an object and an envelope for each box: 6 times as large
 * and slower to build and to ask. Immutable and thread-safe.
 *
 * <p>Source: Leutenegger, Lopez and Edgington (1997), STR: A Simple and Efficient Algorithm for
 * R-Tree Packing.
 */
final class BoxTree {
  private static final int FAN = 16;

  /** Numbers of the boxes in the order of the tree. */
  private final int[] item;

  /** West, south, east, north of each box, then of each node level by level up to the root. */
  private final int[] boxes;

  /** Where each level begins, in boxes; last the end. */
  private final int[] level;

  /**
   * Packs boxes.
   *
   * @param given west, south, east and north of each in turn
   */
  BoxTree(int[] given) {
    int n = given.length / 4;
    item = tiled(given, n);
    level = levels(n);
    boxes = new int[4 * level[level.length - 1]];
    for (int i = 0; i < n; i++) {
      System.arraycopy(given, 4 * item[i], boxes, 4 * i, 4);
    }
    for (int l = 1; l < level.length - 1; l++) {
      for (int node = level[l]; node < level[l + 1]; node++) {
        int first = level[l - 1] + (node - level[l]) * FAN;
        around(first, Math.min(first + FAN, level[l]), node);
      }
    }
  }

  private static int[] levels(int n) {
    int[] begins = new int[12];
    int count = 1;
    int size = n;
    while (true) {
      begins[count] = begins[count - 1] + size;
      count++;
      if (size <= 1) {
        return Arrays.copyOf(begins, count);
      }
      size = (size + FAN - 1) / FAN;
    }
  }

  /** Slices from west to east, and in each from south to north. */
  private static int[] tiled(int[] given, int n) {
    int leaves = (n + FAN - 1) / FAN;
    int slices = Math.max(1, (int) Math.ceil(Math.sqrt(leaves)));
    int slice = Math.max(1, (leaves + slices - 1) / slices * FAN);
    long[] order = new long[n];
    for (int i = 0; i < n; i++) {
      order[i] = key(given[4 * i], given[4 * i + 2], i);
    }
    Arrays.parallelSort(order);
    for (int first = 0; first < n; first += slice) {
      int end = Math.min(n, first + slice);
      for (int i = first; i < end; i++) {
        int box = (int) order[i];
        order[i] = key(given[4 * box + 1], given[4 * box + 3], box);
      }
      Arrays.sort(order, first, end);
    }
    int[] items = new int[n];
    for (int i = 0; i < n; i++) {
      items[i] = (int) order[i];
    }
    return items;
  }

  /** The middle above, the number of the box below. */
  private static long key(int low, int high, int box) {
    return (((long) low + high) / 2) << 32 | box;
  }

  private void around(int first, int end, int node) {
    int at = 4 * node;
    System.arraycopy(boxes, 4 * first, boxes, at, 4);
    for (int i = first + 1; i < end; i++) {
      boxes[at] = Math.min(boxes[at], boxes[4 * i]);
      boxes[at + 1] = Math.min(boxes[at + 1], boxes[4 * i + 1]);
      boxes[at + 2] = Math.max(boxes[at + 2], boxes[4 * i + 2]);
      boxes[at + 3] = Math.max(boxes[at + 3], boxes[4 * i + 3]);
    }
  }

  /** Tells {@code found} the number of each box that touches the one that is asked for. */
  void visit(int west, int south, int east, int north, IntConsumer found) {
    if (item.length > 0) {
      int root = level.length - 2;
      visit(root, level[root], new int[] {west, south, east, north}, found);
    }
  }

  private void visit(int atLevel, int node, int[] ask, IntConsumer found) {
    int at = 4 * node;
    if (boxes[at] > ask[2]
        || boxes[at + 2] < ask[0]
        || boxes[at + 1] > ask[3]
        || boxes[at + 3] < ask[1]) {
      return;
    }
    if (atLevel == 0) {
      found.accept(item[node]);
      return;
    }
    int first = level[atLevel - 1] + (node - level[atLevel]) * FAN;
    int end = Math.min(first + FAN, level[atLevel]);
    for (int child = first; child < end; child++) {
      visit(atLevel - 1, child, ask, found);
    }
  }
}
