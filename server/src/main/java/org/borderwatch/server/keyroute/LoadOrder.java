package org.borderwatch.server.keyroute;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which of many loads are the largest. */
final class LoadOrder {
  private LoadOrder() {}

  /** Numbers of the loads, the largest first, equal ones by number. O(n log n). */
  static int[] of(double[] load) {
    return IntStream.range(0, load.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -load[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Ranks from 1 on; a load that is as large as the first of a rank, to a share, has its rank. */
  static int[] ranks(double[] load, int[] order, double same) {
    int[] rank = new int[load.length];
    int first = 0;
    for (int i = 0; i < order.length; i++) {
      if (load[order[i]] < load[order[first]] * (1 - same)) {
        first = i;
      }
      rank[order[i]] = first + 1;
    }
    return rank;
  }
}
