package org.borderwatch.server.effort;

import java.util.Arrays;

/**
 * The steps of time that effort is counted by, and the part of them that a filter lets through.
 * Immutable.
 */
final class StepClock {
  private final long[] bounds;
  private final long fromSecond;
  private final long untilSecond;

  /**
   * Steps from each of {@code bounds} to before the next.
   *
   * @throws IllegalArgumentException when there are less than two, or they don't rise
   */
  StepClock(long[] bounds, EffortFilter filter) {
    if (bounds.length < 2) {
      throw new IllegalArgumentException("a step needs a begin and an end");
    }
    for (int i = 1; i < bounds.length; i++) {
      if (bounds[i] <= bounds[i - 1]) {
        throw new IllegalArgumentException("steps have to rise: " + bounds[i]);
      }
    }
    this.bounds = bounds.clone();
    fromSecond = Math.max(filter.fromSecond(), bounds[0]);
    untilSecond = Math.min(filter.untilSecond(), bounds[bounds.length - 1]);
  }

  int steps() {
    return bounds.length - 1;
  }

  /** Whether anything from {@code from} to before {@code until} counts. */
  boolean meets(long from, long until) {
    return Math.max(from, fromSecond) < Math.min(until, untilSecond);
  }

  /** The same, no earlier than what counts. */
  long clipFrom(long second) {
    return Math.max(second, fromSecond);
  }

  /** The same, no later than what counts. */
  long clipUntil(long second) {
    return Math.min(second, untilSecond);
  }

  /** The step that holds a second that counts. */
  int step(long second) {
    int found = Arrays.binarySearch(bounds, second);
    return found >= 0 ? found : -found - 2;
  }

  /** First second that doesn't belong to the step any more. */
  long end(int step) {
    return bounds[step + 1];
  }
}
