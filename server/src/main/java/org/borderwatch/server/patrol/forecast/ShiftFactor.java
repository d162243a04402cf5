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
    HoursWorth worth = new HoursWorth(model);
    ShiftHours parts = new ShiftHours(shift);
    for (int d = 0; d < days; d++) {
      LocalDate begins = from.plusDays(d);
      LocalDate next = begins.plusDays(1);
      parts.each(
          (later, hour, hours) -> {
            LocalDate day = later == 0 ? begins : next;
            int month = day.getMonthValue() - 1;
            double ignored = worth.add(month, ShiftHours.hourOfWeek(day, hour), hours / days);
          });
    }
    return new ShiftFactor(worth.byPart(), worth.error());
  }
}
