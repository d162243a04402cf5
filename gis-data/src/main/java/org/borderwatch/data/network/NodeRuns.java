package org.borderwatch.data.network;

import java.util.Arrays;

/**
 * Nodes out of order: rising runs of them, merged two by two until there is one. n log(runs) steps:
 * next to nothing for a few files in order, and good enough for a file in none. Of nodes with one
 * id the one that was added last stays.
 */
final class NodeRuns {
  private long[] ids;
  private long[] places;
  private int size;
  private int[] begins = {0};
  private int runs;

  NodeRuns(int size) {
    ids = new long[size];
    places = new long[size];
  }

  /** Takes a node. */
  @FunctionalInterface
  interface NodeTaker {
    void take(long id, int lonE7, int latE7);
  }

  void add(long id, int lonE7, int latE7) {
    if (size == 0 || id <= ids[size - 1]) {
      begin(size);
    }
    ids[size] = id;
    places[size] = ((long) lonE7 << 32) | (latE7 & 0xffff_ffffL);
    size++;
  }

  private void begin(int at) {
    if (runs == begins.length) {
      begins = Arrays.copyOf(begins, 2 * runs);
    }
    begins[runs++] = at;
  }

  void merge() {
    long[] otherIds = new long[size];
    long[] otherPlaces = new long[size];
    while (runs > 1) {
      int[] from = Arrays.copyOf(begins, runs + 1);
      from[runs] = size;
      int before = runs;
      int out = 0;
      runs = 0;
      for (int run = 0; run < before; run += 2) {
        begin(out);
        int left = from[run];
        int leftEnd = from[run + 1];
        int right = leftEnd;
        int rightEnd = run + 2 <= before ? from[run + 2] : leftEnd;
        while (left < leftEnd || right < rightEnd) {
          boolean takeLeft = right == rightEnd || (left < leftEnd && ids[left] < ids[right]);
          if (!takeLeft && left < leftEnd && ids[left] == ids[right]) {
            left++;
          }
          int next = takeLeft ? left++ : right++;
          otherIds[out] = ids[next];
          otherPlaces[out] = places[next];
          out++;
        }
      }
      size = out;
      long[] swapped = ids;
      ids = otherIds;
      otherIds = swapped;
      swapped = places;
      places = otherPlaces;
      otherPlaces = swapped;
    }
  }

  /** In order of ids, after {@link #merge}. */
  void forEach(NodeTaker taker) {
    for (int i = 0; i < size; i++) {
      taker.take(ids[i], (int) (places[i] >> 32), (int) places[i]);
    }
  }
}
