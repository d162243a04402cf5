package org.borderwatch.server.demo;

import java.util.Optional;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.keyroute.Departures;

/**
 * Provinces of departure of a scenario's detections, without any store.
 *
 * @param scenario whose detections are meant
 */
public record UnstoredDepartures(Scenario scenario) implements Departures {
  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when more is asked for than the kind of data
   */
  @Override
  public void each(DetectionFilter filter, Sink sink) {
    if (!filter.equals(DetectionFilter.ALL.withSynthetic(true))) {
      throw new IllegalArgumentException("all simulated detections or none: " + filter);
    }
    scenario.detections(
        seen ->
            sink.departure(
                Optional.ofNullable(seen.origin()), seen.lon(), seen.lat(), seen.persons()));
  }
}
