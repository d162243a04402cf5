package org.borderwatch.server.patrol.forecast;

import org.borderwatch.server.patrol.forecast.Observed.Span;

/**
 * The plain baseline: what was seen there and then a day, whoever looked and however long.
 * Stateless.
 */
final class PlainCounts {
  private PlainCounts() {}

  /** People of all sources by bin and hour of the day, a day of the span. */
  static double[] personsADay(Observed observed, Span span) {
    return aDay(observed, span, observed.groups()::persons, row -> true);
  }

  /** Detections of patrols by bin and hour of the day, a day of the span. */
  static double[] patrolDetectionsADay(Observed observed, Span span) {
    return aDay(observed, span, row -> 1, observed.groups()::byPatrol);
  }

  private static double[] aDay(
      Observed observed,
      Span span,
      java.util.function.IntToDoubleFunction weight,
      java.util.function.IntPredicate counts) {
    double[] sum = new double[observed.bins().length * Factors.HOURS];
    double days = observed.days(span);
    SeenGroups groups = observed.groups();
    for (int row = 0; row < groups.size(); row++) {
      if (span.has(groups.slice(row)) && counts.test(row)) {
        int at = groups.bin(row) * Factors.HOURS + groups.hourOfWeek(row) % Factors.HOURS;
        sum[at] += weight.applyAsDouble(row) / days;
      }
    }
    return sum;
  }
}
