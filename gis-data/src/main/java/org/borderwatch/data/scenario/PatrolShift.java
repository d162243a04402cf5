package org.borderwatch.data.scenario;

/**
 * A patrol that walks a piece of its station's stretch during six hours of a day.
 *
 * @param station number of the station, from 0
 * @param day day of the demo, from 0
 * @param slot 0 to 3: from midnight, 6, 12 or 18 o'clock
 * @param hours on the way, up to 6
 */
public record PatrolShift(
    int station, int day, int slot, double fromKm, double toKm, double hours) {
  boolean covers(double km) {
    return km >= fromKm && km <= toKm;
  }

  /** Hours of looking that each kilometre gets. */
  public double hoursPerKm() {
    return hours / (toKm - fromKm);
  }
}
