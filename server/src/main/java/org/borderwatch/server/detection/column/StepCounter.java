package org.borderwatch.server.detection.column;

import java.util.Arrays;

/** Counts events and people by steps of time: step i begins at {@code starts[i]}. */
public final class StepCounter implements BlockVisitor {
  private final long[] starts;
  private final long[] detections;
  private final long[] persons;
  private int lastStep;
  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;

  /**
   * Nothing counted yet.
   *
   * @param starts seconds since 2000, rising; no row is before the first, the last has no end
   */
  public StepCounter(long[] starts) {
    this.starts = starts;
    this.detections = new long[starts.length];
    this.persons = new long[starts.length];
  }

  @Override
  public void range(Block block, int from, int until) {
    int row = from;
    while (row < until) {
      int step = stepOf(block.seconds(row));
      int end = step + 1 < starts.length ? Math.min(until, block.firstAt(starts[step + 1])) : until;
      detections[step] += end - row;
      persons[step] += block.persons(row, end);
      row = end;
    }
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    for (int i = 0; i < count; i++) {
      add(block, rows[i]);
    }
  }

  /** Adds a row. Quick when its step is that of the row before, as rows come sorted by time. */
  void add(Block block, int row) {
    int second = block.seconds(row);
    if (second < from || second >= until) {
      lastStep = stepOf(second);
      from = starts[lastStep];
      until = lastStep + 1 < starts.length ? starts[lastStep + 1] : Long.MAX_VALUE;
    }
    detections[lastStep]++;
    persons[lastStep] += block.persons(row);
  }

  private int stepOf(int second) {
    int found = Arrays.binarySearch(starts, second);
    return found >= 0 ? found : -found - 2;
  }

  /** Adds what another counted by the same steps. */
  public void add(StepCounter other) {
    for (int i = 0; i < starts.length; i++) {
      detections[i] += other.detections[i];
      persons[i] += other.persons[i];
    }
  }

  public long[] detections() {
    return detections;
  }

  public long[] persons() {
    return persons;
  }
}
