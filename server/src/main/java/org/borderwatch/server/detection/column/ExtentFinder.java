package org.borderwatch.server.detection.column;

/** First and last second; rows of a block are sorted by time, so its ends say it all. */
public final class ExtentFinder implements BlockVisitor {
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  @Override
  public void range(Block block, int from, int until) {
    first = Math.min(first, block.seconds(from));
    last = Math.max(last, block.seconds(until - 1));
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    first = Math.min(first, block.seconds(rows[0]));
    last = Math.max(last, block.seconds(rows[count - 1]));
  }

  /** Whether a row was found; only then {@link #first} and {@link #last} mean anything. */
  public boolean found() {
    return first <= last;
  }

  /** Seconds since 2000. */
  public int first() {
    return first;
  }

  /** Seconds since 2000. */
  public int last() {
    return last;
  }
}
