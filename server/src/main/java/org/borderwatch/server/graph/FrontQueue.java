package org.borderwatch.server.graph;

import java.util.Arrays;

/**
 * The nodes that a search has reached and not yet settled, given back by rising distance. Distances
 * that are put in are never below the last one given back, nor more than the graph's greatest cost
 * above it.
 *
 * <p>Buckets of equal width stand in a ring, so that nearly every node is put in and taken out in a
 * few steps; only those of the current bucket, usually one, are kept in a binary heap. Where costs
 * are so uneven that most nodes share a bucket, it is the heap that does the work, in O(log n). A
 * node may be put in again with a smaller distance: who takes it out leaves the second one. Not for
 * several threads.
 */
final class FrontQueue {
  private static final int LEAST_RING = 256;
  private static final int MOST_RING = 1 << 14;
  private static final int NONE = -1;

  private final double bucketsPerCost;
  private final int mask;
  private final int[] firstOf;
  private final long[] filled;
  private int[] entryNode = new int[256];
  private double[] entryKey = new double[256];
  private int[] entryNext = new int[256];
  private int entries;
  private int[] heapNode = new int[32];
  private double[] heapKey = new double[32];
  private int heapSize;
  private long current;
  private double key;

  /**
   * @param nodes of the graph; in the plane some roots of it are reached and not settled at a time
   * @param mostCost the greatest cost of an arc
   */
  FrontQueue(int nodes, double mostCost) {
    int ring = LEAST_RING;
    while (ring < MOST_RING && (long) ring * ring < 64L * nodes) {
      ring *= 2;
    }
    this.mask = ring - 1;
    this.firstOf = new int[ring];
    this.filled = new long[ring / Long.SIZE];
    double scale = (ring - 3) / mostCost;
    this.bucketsPerCost = scale < Double.MAX_VALUE ? scale : 0;
    Arrays.fill(firstOf, NONE);
  }

  /** Forgets everything, for the next search. */
  void clear() {
    for (int word = 0; word < filled.length; word++) {
      for (long left = filled[word]; left != 0; left &= left - 1) {
        firstOf[word * Long.SIZE + Long.numberOfTrailingZeros(left)] = NONE;
      }
      filled[word] = 0;
    }
    entries = 0;
    heapSize = 0;
    current = 0;
  }

  void put(int node, double distance) {
    long bucket = (long) (distance * bucketsPerCost);
    if (bucket <= current) {
      push(node, distance);
      return;
    }
    int slot = (int) bucket & mask;
    if (entries == entryNode.length) {
      entryNode = Arrays.copyOf(entryNode, 2 * entries);
      entryKey = Arrays.copyOf(entryKey, 2 * entries);
      entryNext = Arrays.copyOf(entryNext, 2 * entries);
    }
    entryNode[entries] = node;
    entryKey[entries] = distance;
    entryNext[entries] = firstOf[slot];
    firstOf[slot] = entries++;
    filled[slot >> 6] |= 1L << slot;
  }

  /** Takes out the nearest node; -1 when there is none. */
  int take() {
    while (heapSize == 0) {
      int slot = nextFilled();
      if (slot == NONE) {
        return NONE;
      }
      filled[slot >> 6] &= ~(1L << slot);
      int entry = firstOf[slot];
      firstOf[slot] = NONE;
      if (entryNext[entry] == NONE) {
        key = entryKey[entry];
        return entryNode[entry];
      }
      for (; entry != NONE; entry = entryNext[entry]) {
        push(entryNode[entry], entryKey[entry]);
      }
    }
    return pop();
  }

  /** The next slot of the ring that has something, which becomes the current one. */
  private int nextFilled() {
    int slot = (int) current & mask;
    int word = slot >> 6;
    long rest = filled[word] & -1L << slot;
    for (int looked = 0; rest == 0; ) {
      if (looked++ == filled.length) {
        return NONE;
      }
      word = (word + 1) & (filled.length - 1);
      rest = filled[word];
    }
    int found = (word << 6) + Long.numberOfTrailingZeros(rest);
    current += (found - slot) & mask;
    return found;
  }

  private void push(int node, double key) {
    if (heapSize == heapNode.length) {
      heapNode = Arrays.copyOf(heapNode, 2 * heapSize);
      heapKey = Arrays.copyOf(heapKey, 2 * heapSize);
    }
    int at = heapSize++;
    while (at > 0) {
      int above = (at - 1) >> 1;
      if (heapKey[above] <= key) {
        break;
      }
      heapKey[at] = heapKey[above];
      heapNode[at] = heapNode[above];
      at = above;
    }
    heapKey[at] = key;
    heapNode[at] = node;
  }

  /** Distance with which the node last taken out was put in. */
  double key() {
    return key;
  }

  private int pop() {
    int nearest = heapNode[0];
    key = heapKey[0];
    int size = --heapSize;
    if (size > 0) {
      sink(heapNode[size], heapKey[size], size);
    }
    return nearest;
  }

  private void sink(int node, double key, int size) {
    int at = 0;
    for (int below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && heapKey[below + 1] < heapKey[below]) {
        below++;
      }
      if (heapKey[below] >= key) {
        break;
      }
      heapKey[at] = heapKey[below];
      heapNode[at] = heapNode[below];
      at = below;
    }
    heapKey[at] = key;
    heapNode[at] = node;
  }
}
