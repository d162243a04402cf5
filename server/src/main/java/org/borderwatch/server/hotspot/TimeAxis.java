package org.borderwatch.server.hotspot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.CalendarStep;

/**
 * The steps of time that texts fall into: whole numbers, or months ({@code 2024-06}), dates ({@code
 * 2024-06-30}) and times with offset, which count on their day in Viet Nam.
 *
 * @param stepOf number of the step of each text, from 0 on
 * @param firsts how each step is called by its beginning
 * @param lasts and by its end, included
 * @param stepDays about how long a step is; 0 for numbers
 */
record TimeAxis(int[] stepOf, List<String> firsts, List<String> lasts, double stepDays) {
  private static final int MOST_STEPS = 10_000;
  private static final int MONTH_LETTERS = 7;
  private static final int DATE_LETTERS = 10;

  /** One step without a name, for places without a time. */
  static TimeAxis none(int places) {
    return new TimeAxis(new int[places], List.of(), List.of(), 0);
  }

  /**
   * The axis of these texts.
   *
   * @param step how long a step is, for months and dates; empty: a month, or a day
   * @throws BadParameter naming {@code timeProperty} when they aren't of one kind
   */
  static TimeAxis of(List<String> texts, Optional<CalendarStep> step) {
    if (texts.isEmpty()) {
      return none(0);
    }
    return texts.stream().allMatch(text -> text.matches("-?[0-9]{1,9}"))
        ? ofNumbers(texts)
        : ofDays(texts, step);
  }

  private static TimeAxis ofNumbers(List<String> texts) {
    int[] numbers = texts.stream().mapToInt(Integer::parseInt).toArray();
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int number : numbers) {
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    requireSteps((long) most - least + 1);
    List<String> names = new ArrayList<>();
    for (int number = least; number <= most; number++) {
      names.add(Integer.toString(number));
    }
    int[] stepOf = new int[numbers.length];
    for (int i = 0; i < stepOf.length; i++) {
      stepOf[i] = numbers[i] - least;
    }
    return new TimeAxis(stepOf, names, names, 0);
  }

  private static TimeAxis ofDays(List<String> texts, Optional<CalendarStep> asked) {
    boolean months = texts.get(0).length() == MONTH_LETTERS;
    CalendarStep step =
        asked.orElseGet(() -> CalendarStep.parse(months ? "P1M" : "P1D").orElseThrow());
    List<LocalDate> days = texts.stream().map(TimeAxis::day).toList();
    LocalDate first = step.start(days.stream().min(LocalDate::compareTo).orElseThrow());
    LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
    requireSteps((long) ((last.toEpochDay() - first.toEpochDay()) / step.days()) + 1);
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate at = first; !at.isAfter(last); at = step.after(first, starts.size())) {
      starts.add(at);
    }
    int[] stepOf = new int[texts.size()];
    for (int i = 0; i < stepOf.length; i++) {
      int found = java.util.Collections.binarySearch(starts, days.get(i));
      stepOf[i] = found >= 0 ? found : -found - 2;
    }
    List<String> lasts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      lasts.add(step.after(first, i + 1).minusDays(1).toString());
    }
    return new TimeAxis(
        stepOf, starts.stream().map(LocalDate::toString).toList(), lasts, step.days());
  }

  private static LocalDate day(String text) {
    try {
      if (text.length() == MONTH_LETTERS) {
        return YearMonth.parse(text).atDay(1);
      }
      return text.length() > DATE_LETTERS
          ? OffsetDateTime.parse(text).atZoneSameInstant(DetectionFilterQuery.ZONE).toLocalDate()
          : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadParameter(
          "timeProperty",
          "A time is "
              + text
              + "; expected for all features a whole number, a month such as 2024-06 a date such as 2024-06-30 or a time with offset");
    }
  }

  private static void requireSteps(long steps) {
    if (steps > MOST_STEPS) {
      throw new BadParameter(
          "timeProperty",
          "The times span %d steps; at most %d: take a longer step".formatted(steps, MOST_STEPS));
    }
  }

  int steps() {
    return Math.max(1, firsts.size());
  }
}
