package org.borderwatch.data.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The calendar of the demo: five half-years from January 2022 to June 2024, with weeks and Tết.
 * Days are counted from 0 and are days in Viet Nam (+07:00, no summer time).
 */
final class Season {
  static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.of(2024, 7, 1));
  static final int HALF_YEARS = 5;

  private static final int OFFSET_SECONDS = 7 * 3600;

  /** First days of the lunar year. */
  private static final List<LocalDate> TET =
      List.of(LocalDate.of(2022, 2, 1), LocalDate.of(2023, 1, 22), LocalDate.of(2024, 2, 10));

  /** Monday to Sunday; the mean is 1. */
  private static final double[] WEEK = {0.84, 0.86, 0.90, 0.98, 1.16, 1.26, 1.00};

  private Season() {}

  /** Half-year 0 to 4 of a day. */
  static int halfYear(int day) {
    LocalDate date = FIRST_DAY.plusDays(day);
    return 2 * (date.getYear() - FIRST_DAY.getYear()) + (date.getMonthValue() > 6 ? 1 : 0);
  }

  /** Seconds since 1970 of a day's midnight in Viet Nam. */
  static long midnight(int day) {
    return (FIRST_DAY.toEpochDay() + day) * 86_400 - OFFSET_SECONDS;
  }

  /** How many times the usual number of people crosses on a day. */
  static double factor(int day) {
    return WEEK[FIRST_DAY.plusDays(day).getDayOfWeek().getValue() - 1] * tet(daysFromTet(day));
  }

  /** Share of people who come home to Viet Nam: more before Tết, fewer after. */
  static double entryShare(int day) {
    int from = daysFromTet(day);
    if (from >= -28 && from < 0) {
      return 0.42;
    }
    return from >= 0 && from <= 28 ? 0.06 : 0.17;
  }

  /** Days since the nearest Tết, negative before it. */
  static int daysFromTet(int day) {
    LocalDate date = FIRST_DAY.plusDays(day);
    long nearest = Long.MAX_VALUE;
    for (LocalDate newYear : TET) {
      long days = ChronoUnit.DAYS.between(newYear, date);
      nearest = Math.abs(days) < Math.abs(nearest) ? days : nearest;
    }
    return (int) nearest;
  }

  /** People go home in the weeks before, nobody travels on the days, and they leave after. */
  private static double tet(int from) {
    if (from >= -1 && from <= 3) {
      return 0.35;
    }
    if (from >= -24 && from < -1) {
      return 1 + 0.8 * (24 + from) / 22.0;
    }
    return from > 3 && from <= 28 ? 1 + 1.0 * (28 - from) / 24.0 : 1;
  }
}
