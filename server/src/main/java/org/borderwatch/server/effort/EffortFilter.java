package org.borderwatch.server.effort;

import java.util.Set;

/**
 * Which effort is meant.
 *
 * @param fromSecond first second since 1970 that counts; a watch is cut there
 * @param untilSecond first that doesn't count any more
 * @param stations codes of the stations whose patrols and sensors count; empty: all
 * @param synthetic simulated effort, or real effort; never both
 */
public record EffortFilter(
    long fromSecond, long untilSecond, Set<String> stations, boolean synthetic) {
  public EffortFilter {
    if (fromSecond > untilSecond) {
      throw new IllegalArgumentException("effort ends before it begins");
    }
    stations = Set.copyOf(stations);
  }
}
