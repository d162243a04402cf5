package org.borderwatch.server.detection.column;

import java.util.Arrays;

/**
 * The place and time of every block side by side, so that finding those that matter is one walk.
 */
final class BlockDirectory {
  private static final int FIELDS = 6;

  private final int[] summary;
  private final int count;

  BlockDirectory(Block[] blocks) {
    this.count = blocks.length;
    this.summary = new int[count * FIELDS];
    for (int i = 0; i < count; i++) {
      Block block = blocks[i];
      int at = i * FIELDS;
      summary[at] = block.bounds.minX();
      summary[at + 1] = block.bounds.maxX();
      summary[at + 2] = block.bounds.minY();
      summary[at + 3] = block.bounds.maxY();
      summary[at + 4] = block.seconds[0];
      summary[at + 5] = block.seconds[block.size() - 1];
    }
  }

  /** Numbers of the blocks that may hold rows of the filter's box and time, rising. */
  int[] candidates(RowFilter filter) {
    Box box = filter.box();
    int[] found = new int[count];
    int size = 0;
    for (int i = 0, at = 0; i < count; i++, at += FIELDS) {
      if (summary[at] <= box.maxX()
          && summary[at + 1] >= box.minX()
          && summary[at + 2] <= box.maxY()
          && summary[at + 3] >= box.minY()
          && summary[at + 4] < filter.untilSecond()
          && summary[at + 5] >= filter.fromSecond()) {
        found[size++] = i;
      }
    }
    return box.isEmpty() ? new int[0] : Arrays.copyOf(found, size);
  }

  int[] timeSpan() {
    if (count == 0) {
      return new int[0];
    }
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int at = 0; at < summary.length; at += FIELDS) {
      first = Math.min(first, summary[at + 4]);
      last = Math.max(last, summary[at + 5]);
    }
    return new int[] {first, last};
  }

  long bytes() {
    return 4L * summary.length + 4L * count;
  }
}
