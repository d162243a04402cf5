package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;
import org.borderwatch.server.patrol.area.Shift;

/**
 * What a shift is worth on the mean of some days: the sum over its hours of month x weekday x hour.
 *
 * @param hours of the mean month, weekday and hour that it is worth, by quarter of the day
 * @param error squared relative error of that, as far as the factors are uncertain
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record ShiftFactor(double[] hours, double error) {
  static ShiftFactor of(CrossingModel model, Shift shift, LocalDate from, int days) {
    Factors factors = model.factors();
    double[] byMonth = new double[Factors.MONTHS];
    double[] byWeekday = new double[Factors.WEEKDAYS];
    double[] byHour = new double[Factors.HOURS];
    ShiftHours parts = new ShiftHours(shift);
    for (int d = 0; d < days; d++) {
      LocalDate begins = from.plusDays(d);
      LocalDate next = begins.plusDays(1);
      parts.each(
          (later, hour, hours) -> {
            LocalDate day = later == 0 ? begins : next;
            int month = day.getMonthValue() - 1;
            int weekday = day.getDayOfWeek().getValue() - 1;
            double worth = hours * factors.of(month, weekday * Factors.HOURS + hour);
            byMonth[month] += worth;
            byWeekday[weekday] += worth;
            byHour[hour] += worth;
          });
    }
    double all = 0;
    double[] byPart = new double[LocalRhythm.PARTS];
    for (int hour = 0; hour < byHour.length; hour++) {
      all += byHour[hour];
      byPart[LocalRhythm.part(hour)] += byHour[hour] / days;
    }
    double error = 0;
    for (int i = 0; i < byMonth.length; i++) {
      error += square(byMonth[i] / all) * model.monthError(i);
    }
    for (int i = 0; i < byWeekday.length; i++) {
      error += square(byWeekday[i] / all) * model.weekdayError(i);
    }
    for (int i = 0; i < byHour.length; i++) {
      error += square(byHour[i] / all) * model.hourError(i);
    }
    return new ShiftFactor(byPart, error);
  }

  private static double square(double x) {
    return x * x;
  }
}
