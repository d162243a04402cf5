package org.borderwatch.server.patrol.forecast;

import static org.borderwatch.server.patrol.forecast.Factors.HOURS;
import static org.borderwatch.server.patrol.forecast.Factors.MONTHS;
import static org.borderwatch.server.patrol.forecast.Factors.WEEKDAYS;

/**
 * What hours are worth: the sum of each times its month, weekday and hour, and how uncertain that
 * is. Not for several threads while it is filled.
 */
final class HoursWorth {
  private final CrossingModel model;
  private final double[] byMonth = new double[MONTHS];
  private final double[] byWeekday = new double[WEEKDAYS];
  private final double[] byHour = new double[HOURS];

  HoursWorth(CrossingModel model) {
    this.model = model;
  }

  /** Adds hours of a month (from 0) and an hour of the week; what they are worth. */
  double add(int month, int hourOfWeek, double hours) {
    double worth = hours * model.factors().of(month, hourOfWeek);
    byMonth[month] += worth;
    byWeekday[hourOfWeek / HOURS] += worth;
    byHour[hourOfWeek % HOURS] += worth;
    return worth;
  }

  /** By quarter of the day, see {@link LocalRhythm}. */
  double[] byPart() {
    double[] byPart = new double[LocalRhythm.PARTS];
    for (int hour = 0; hour < HOURS; hour++) {
      byPart[LocalRhythm.part(hour)] += byHour[hour];
    }
    return byPart;
  }

  /**
   * Squared relative error of the sum: each factor's is about one over the events that it rests on,
   * and counts by the square of its share.
   */
  double error() {
    double all = 0;
    for (double one : byHour) {
      all += one;
    }
    double error = 0;
    for (int i = 0; i < MONTHS; i++) {
      error += square(byMonth[i]) * model.monthError(i);
    }
    for (int i = 0; i < WEEKDAYS; i++) {
      error += square(byWeekday[i]) * model.weekdayError(i);
    }
    for (int i = 0; i < HOURS; i++) {
      error += square(byHour[i]) * model.hourError(i);
    }
    return all > 0 ? error / square(all) : 0;
  }

  private static double square(double x) {
    return x * x;
  }
}
