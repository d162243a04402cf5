package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;
import org.borderwatch.server.patrol.area.Shift;

/** Which hours of which days a shift is made of, and how much of each. Immutable. */
final class ShiftHours {
  private final Shift shift;

  ShiftHours(Shift shift) {
    this.shift = shift;
  }

  /** Takes a part of an hour. */
  interface Part {
    /**
     * A part of an hour of a shift.
     *
     * @param daysLater 0 on the day on which the shift begins, 1 on the next
     * @param hourOfDay from 0
     * @param hours above 0, at most 1
     */
    void of(int daysLater, int hourOfDay, double hours);
  }

  /** All parts in the order of time. */
  void each(Part part) {
    double from = shift.from().toSecondOfDay() / 3600.0;
    double until = from + shift.hours();
    for (int hour = (int) Math.floor(from); hour < until; hour++) {
      double hours = Math.min(hour + 1, until) - Math.max(hour, from);
      if (hours > 0) {
        part.of(hour / Factors.HOURS, hour % Factors.HOURS, hours);
      }
    }
  }

  /** Which part of each hour of the day lies in the shift. */
  double[] byHour() {
    double[] share = new double[Factors.HOURS];
    each((later, hour, hours) -> share[hour] += hours);
    return share;
  }

  static int hourOfWeek(LocalDate day, int hourOfDay) {
    return (day.getDayOfWeek().getValue() - 1) * Factors.HOURS + hourOfDay;
  }
}
