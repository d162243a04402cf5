package org.borderwatch.server.keyroute;

import java.util.Optional;
import org.borderwatch.server.detection.DetectionFilter;

/** From which province those had left who were seen. Thread-safe. */
@FunctionalInterface
public interface Departures {
  /** Nobody was seen. */
  Departures NONE = (filter, sink) -> {};

  /** Takes detections, one after the other. */
  @FunctionalInterface
  interface Sink {
    /**
     * One detection.
     *
     * @param province ISO 3166-2 code; empty where it isn't known
     * @param lon degrees east of where it was
     * @param lat degrees north
     * @param persons in the group
     */
    void departure(Optional<String> province, double lon, double lat, int persons);
  }

  /** Gives every detection of {@code filter}, its kind decided, to {@code sink}. */
  void each(DetectionFilter filter, Sink sink);
}
