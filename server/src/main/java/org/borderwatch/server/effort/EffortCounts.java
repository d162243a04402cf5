package org.borderwatch.server.effort;

/**
 * Effort by place and step of time. What belongs to place {@code i} and step {@code t} stands at
 * {@code i * steps + t}.
 *
 * @param places number of cells or sections of the border
 * @param steps number of steps
 * @param patrolHours hours that patrols were there
 * @param patrolKm kilometres that they walked or drove there
 * @param sensorHours hours that sensors watched there
 */
public record EffortCounts(
    int places, int steps, double[] patrolHours, double[] patrolKm, double[] sensorHours) {
  /** No effort anywhere. */
  public static EffortCounts none(int places, int steps) {
    int size = Math.multiplyExact(places, steps);
    return new EffortCounts(places, steps, new double[size], new double[size], new double[size]);
  }
}
