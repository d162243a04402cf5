package org.borderwatch.server.detection.column;

/** Adds up events and people; whole blocks by their summary. */
public final class SumCounter implements BlockVisitor {
  private long detections;
  private long persons;
  private long women;
  private long children;

  @Override
  public void range(Block block, int from, int until) {
    detections += until - from;
    persons += block.persons(from, until);
    women += block.women(from, until);
    children += block.children(from, until);
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    detections += count;
    for (int i = 0; i < count; i++) {
      persons += block.persons(rows[i]);
      women += block.women(rows[i]);
      children += block.children(rows[i]);
    }
  }

  public long detections() {
    return detections;
  }

  public long persons() {
    return persons;
  }

  public long women() {
    return women;
  }

  public long children() {
    return children;
  }
}
