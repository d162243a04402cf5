package org.borderwatch.server.effort;

import java.util.List;

/**
 * Effort by station and step.
 *
 * @param stations codes; empty text for effort of no station
 * @param counts place {@code i} is station {@code i}
 */
public record StationEffort(List<String> stations, EffortCounts counts) {
  public StationEffort {
    stations = List.copyOf(stations);
  }
}
