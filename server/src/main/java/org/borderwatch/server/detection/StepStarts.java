package org.borderwatch.server.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of the calendar in Viet Nam over a span of time.
 *
 * @param days on which the steps begin, rising
 * @param seconds at which they begin, since 2000
 */
record StepStarts(List<LocalDate> days, long[] seconds) {
  /** The steps from the one that holds {@code firstSecond} to the one that holds the last. */
  static StepStarts of(TimeStep step, int firstSecond, int lastSecond) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate last = dayOf(lastSecond);
    for (LocalDate day = step.start(dayOf(firstSecond)); !day.isAfter(last); day = step.next(day)) {
      days.add(day);
    }
    return new StepStarts(
        List.copyOf(days), days.stream().mapToLong(StepStarts::midnight).toArray());
  }

  private static LocalDate dayOf(int second) {
    return Instant.ofEpochSecond(RowFilters.SECONDS_1970_TO_2000 + second)
        .atZone(DetectionFilterQuery.ZONE)
        .toLocalDate();
  }

  private static long midnight(LocalDate day) {
    return RowFilters.second(day.atStartOfDay(DetectionFilterQuery.ZONE).toInstant());
  }
}
