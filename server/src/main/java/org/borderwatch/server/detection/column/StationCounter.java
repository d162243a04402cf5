package org.borderwatch.server.detection.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts events, people and squared group sizes by station and by steps of time. Not for several
 * threads.
 */
public final class StationCounter implements BlockVisitor {
  private static final int SUMS = 3;

  private final long[] bounds;
  private long[] @Nullable [] byStation = new long[64][];

  /**
   * Nothing counted yet.
   *
   * @param bounds seconds since 2000 at which steps begin, rising, and last the end of the last
   *     one; other rows are left out
   */
  public StationCounter(long[] bounds) {
    this.bounds = bounds.clone();
  }

  @Override
  public void range(Block block, int from, int until) {
    for (int row = from; row < until; row++) {
      add(block, row);
    }
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    for (int i = 0; i < count; i++) {
      add(block, rows[i]);
    }
  }

  private void add(Block block, int row) {
    int found = Arrays.binarySearch(bounds, block.seconds(row));
    int step = found >= 0 ? found : -found - 2;
    if (step < 0 || step >= bounds.length - 1) {
      return;
    }
    long[] sums = of(block.stations[row]);
    int people = block.persons(row);
    sums[SUMS * step]++;
    sums[SUMS * step + 1] += people;
    sums[SUMS * step + 2] += (long) people * people;
  }

  private long[] of(int station) {
    if (station >= byStation.length) {
      byStation = Arrays.copyOf(byStation, Math.max(station + 1, 2 * byStation.length));
    }
    long[] sums = byStation[station];
    if (sums == null) {
      sums = new long[SUMS * (bounds.length - 1)];
      byStation[station] = sums;
    }
    return sums;
  }

  /** Adds what another counted by the same steps. */
  public void add(StationCounter other) {
    for (int station = 0; station < other.byStation.length; station++) {
      long[] theirs = other.byStation[station];
      if (theirs != null) {
        long[] ours = of(station);
        for (int i = 0; i < ours.length; i++) {
          ours[i] += theirs[i];
        }
      }
    }
  }

  /** Events, people and squared sizes of a station in a step. */
  public long[] sums(int station, int step) {
    long[] sums = station < byStation.length ? byStation[station] : null;
    return sums == null ? new long[SUMS] : Arrays.copyOfRange(sums, SUMS * step, SUMS * step + 3);
  }
}
