package org.borderwatch.server.patrol.forecast;

/**
 * Detections that the filter means and the rates don't rest on.
 *
 * @param sensor seen by sensors, whose hours aren't patrol hours
 * @param report told by others, without any effort that would go with it
 * @param handover handed over at a gate
 * @param unwatched seen by patrols where no track says that anybody looked, or far from the line
 */
public record LeftOut(long sensor, long report, long handover, long unwatched) {
  /** All of them. */
  public long total() {
    return sensor + report + handover + unwatched;
  }
}
