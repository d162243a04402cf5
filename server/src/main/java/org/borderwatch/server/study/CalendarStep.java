package org.borderwatch.server.study;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A step of the calendar in Viet Nam, written as an ISO 8601 duration of whole days, weeks, months
 * or years: {@code P7D}, {@code P1W}, {@code P1M}, {@code P6M}, {@code P1Y}.
 *
 * @param period of one unit alone, more than nothing
 */
public record CalendarStep(Period period) {
  private static final int DAYS_A_WEEK = 7;

  public CalendarStep {
    boolean days = period.getDays() > 0 && period.toTotalMonths() == 0;
    boolean months = period.getDays() == 0 && period.toTotalMonths() > 0;
    if (!(days || months)) {
      throw new IllegalArgumentException("a step is of days, weeks, months or years alone");
    }
  }

  /** The step that {@code text} says, if it says one. */
  public static Optional<CalendarStep> parse(String text) {
    try {
      return Optional.of(new CalendarStep(Period.parse(text).normalized()));
    } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The first day of the calendar's own step that holds {@code day}: months are counted from the
   * beginning of the year 0, weeks begin on Monday; other numbers of days begin on that day.
   */
  public LocalDate start(LocalDate day) {
    if (period.toTotalMonths() > 0) {
      long month = day.getYear() * 12L + day.getMonthValue() - 1;
      long back = Math.floorMod(month, period.toTotalMonths());
      return day.withDayOfMonth(1).minusMonths(back);
    }
    return period.getDays() == DAYS_A_WEEK
        ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        : day;
  }

  /** The day {@code steps} steps after {@code first}. */
  public LocalDate after(LocalDate first, int steps) {
    return first.plus(period.multipliedBy(steps));
  }

  /** About how many days it has. */
  public double days() {
    return period.toTotalMonths() * 365.2425 / 12 + period.getDays();
  }

  @Override
  public String toString() {
    return period.toString();
  }
}
