package org.borderwatch.server.patrol.forecast;

/**
 * How many times the usual number of people crosses in a month, on a weekday and at an hour. The
 * mean of each is 1.
 *
 * @param month of the year, January first: 12
 * @param weekday Monday first: 7
 * @param hour of the day in Viet Nam, from midnight: 24
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Factors(double[] month, double[] weekday, double[] hour) {
  static final int MONTHS = 12;
  static final int WEEKDAYS = 7;
  static final int HOURS = 24;
  static final int HOURS_OF_WEEK = WEEKDAYS * HOURS;

  /** The product for a month (from 0) and an hour of the week (from Monday midnight, 0 to 167). */
  double of(int monthOfYear, int hourOfWeek) {
    return month[monthOfYear] * weekday[hourOfWeek / HOURS] * hour[hourOfWeek % HOURS];
  }
}
