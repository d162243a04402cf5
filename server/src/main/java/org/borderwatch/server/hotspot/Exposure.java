package org.borderwatch.server.hotspot;

/**
 * Patrol hours and sensor hours as one exposure, by indirect standardisation: a sensor hour counts
 * as many patrol hours as it sees events, {@code factor = (events of sensors / sensor hours) /
 * (events of patrols / patrol hours)}, each over the whole study area. So two places that are
 * crossed as much have the same rate, whichever of the two looked there.
 *
 * <p>Events are detections, also where people are weighed: hours don't depend on what is counted.
 * Only events of places and steps with hours of their source count. Where one of the rates isn't
 * above 0 there is nothing to compare, and the factor is 1. O(n). Source of the method: Breslow and
 * Day (1987), Statistical Methods in Cancer Research II, chapter 2.
 *
 * @param patrolRate events of patrols in a patrol hour
 * @param sensorRate events of sensors in a sensor hour
 * @param factor patrol hours that a sensor hour counts as
 * @param hours patrol hours that each place (and step) was watched for
 */
record Exposure(double patrolRate, double sensorRate, double factor, double[] hours) {
  static Exposure of(
      double[] patrolEvents, double[] patrolHours, double[] sensorEvents, double[] sensorHours) {
    double patrolRate = rate(patrolEvents, patrolHours);
    double sensorRate = rate(sensorEvents, sensorHours);
    boolean comparable = patrolRate > 0 && sensorRate > 0;
    double factor = comparable ? sensorRate / patrolRate : 1;
    double[] hours = new double[patrolHours.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = patrolHours[i] + factor * sensorHours[i];
    }
    return new Exposure(patrolRate, sensorRate, factor, hours);
  }

  /** Events an hour; 0 without hours. */
  private static double rate(double[] events, double[] hours) {
    double allEvents = 0;
    double allHours = 0;
    for (int i = 0; i < events.length; i++) {
      if (hours[i] > 0) {
        allEvents += events[i];
        allHours += hours[i];
      }
    }
    return allHours > 0 ? allEvents / allHours : 0;
  }
}
