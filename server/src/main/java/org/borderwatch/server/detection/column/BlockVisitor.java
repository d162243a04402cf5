package org.borderwatch.server.detection.column;

/** Takes the rows that a scan finds, a block at a time. */
public interface BlockVisitor {
  /** Every row from {@code from} to before {@code until}. */
  void range(Block block, int from, int until);

  /** The first {@code count} of {@code rows}, rising. */
  void rows(Block block, int[] rows, int count);
}
