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
  private static final int RING = 4096;
  private static final int WORDS = RING / Long.SIZE;
  private static final int NONE = -1;

  private final double bucketsPerCost;
  private final int[] firstOf = new int[RING];
  private final long[] filled = new long[WORDS];
  private int[] entryNode = new int[256];
  private double[] entryKey = new double[256];
  private int[] entryNext = new int[256];
  private int entries;
  private int[] heapNode = new int[32];
  private double[] heapKey = new double[32];
  private int heapSize;
  private long current;

  /**
   * @param mostCost the greatest cost of an arc
   */
  FrontQueue(double mostCost) {
    double scale = (RING - 3) / mostCost;
    this.bucketsPerCost = scale < Double.MAX_VALUE ? scale : 0;
    Arrays.fill(firstOf, NONE);
  }

  /** Forgets everything, for the next search. */
  void clear() {
    for (int word = 0; word < WORDS; word++) {
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
    int slot = (int) bucket & (RING - 1);
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
      for (; entry != NONE; entry = entryNext[entry]) {
        push(entryNode[entry], entryKey[entry]);
      }
    }
    return pop();
  }

  /** The next slot of the ring that has something, which becomes the current one. */
  private int nextFilled() {
    int slot = (int) current & (RING - 1);
    int word = slot >> 6;
    long rest = filled[word] & -1L << slot;
    for (int looked = 0; rest == 0; ) {
      if (looked++ == WORDS) {
        return NONE;
      }
      word = (word + 1) & (WORDS - 1);
      rest = filled[word];
    }
    int found = (word << 6) + Long.numberOfTrailingZeros(rest);
    current += (found - slot) & (RING - 1);
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

  private int pop() {
    int nearest = heapNode[0];
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
