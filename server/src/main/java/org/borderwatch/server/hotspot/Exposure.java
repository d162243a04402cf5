package org.borderwatch.server.hotspot;

/**
 * Patrol hours and sensor hours as one exposure: a sensor hour counts as {@code factor} patrol
 * hours, so that a place has the same rate whichever of the two looked there.
 *
 * <p>Sensors stand where many cross, so their rate over the whole area can't be compared with that
 * of patrols: it would make a sensor better than it is, and the places where it stands colder. The
 * factor is the rate ratio of Mantel and Haenszel, place by place: with a events in s sensor hours
 * and b events in p patrol hours of each place (and step),
 *
 * <pre>factor = (sum a p / (s + p)) / (sum b s / (s + p))</pre>
 *
 * <p>in which only places where both looked have a say. Where there are none, or one of the two saw
 * nothing there, it is the ratio of the rates over the whole area; where one of those isn't above 0
 * either, it is 1. Events are detections, also where people are weighed: hours don't depend on what
 * is counted. O(n). Source: Mantel and Haenszel (1959), Statistical aspects of the analysis of data
 * from retrospective studies of disease, JNCI 22; for rates Rothman and Boice (1979), Epidemiologic
 * Analysis with a Programmable Calculator.
 *
 * @param patrolRate events of patrols in a patrol hour, over the whole area
 * @param sensorRate events of sensors in a sensor hour, over the whole area
 * @param bothLooked in how many places (and steps) both looked
 * @param factor patrol hours that a sensor hour counts as
 * @param hours patrol hours that each place (and step) was watched for
 */
record Exposure(
    double patrolRate, double sensorRate, int bothLooked, double factor, double[] hours) {
  static Exposure of(
      double[] patrolEvents, double[] patrolHours, double[] sensorEvents, double[] sensorHours) {
    double sensors = 0;
    double patrols = 0;
    int bothLooked = 0;
    for (int i = 0; i < patrolHours.length; i++) {
      if (patrolHours[i] > 0 && sensorHours[i] > 0) {
        double both = patrolHours[i] + sensorHours[i];
        sensors += sensorEvents[i] * patrolHours[i] / both;
        patrols += patrolEvents[i] * sensorHours[i] / both;
        bothLooked++;
      }
    }
    double patrolRate = rate(patrolEvents, patrolHours);
    double sensorRate = rate(sensorEvents, sensorHours);
    double factor = 1;
    if (sensors > 0 && patrols > 0) {
      factor = sensors / patrols;
    } else if (sensorRate > 0 && patrolRate > 0) {
      factor = sensorRate / patrolRate;
    }
    double[] hours = new double[patrolHours.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = patrolHours[i] + factor * sensorHours[i];
    }
    return new Exposure(patrolRate, sensorRate, bothLooked, factor, hours);
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
