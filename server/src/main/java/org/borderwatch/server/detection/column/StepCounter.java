package org.borderwatch.server.detection.column;

import java.util.Arrays;

/** Counts events and people by steps of time: step i begins at {@code starts[i]}. */
public final class StepCounter implements BlockVisitor {
  private final long[] starts;
  private final long[] detections;
  private final long[] persons;

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
    int step = stepOf(block.seconds(rows[0]));
    for (int i = 0; i < count; i++) {
      int second = block.seconds(rows[i]);
      while (step + 1 < starts.length && starts[step + 1] <= second) {
        step++;
      }
      detections[step]++;
      persons[step] += block.persons(rows[i]);
    }
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
