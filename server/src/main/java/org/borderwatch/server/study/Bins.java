package org.borderwatch.server.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.detection.DetectionFilterQuery;

/**
 * Steps of time one after the other, in Viet Nam.
 *
 * @param starts first days, rising
 * @param end the day after the last
 */
public record Bins(List<LocalDate> starts, LocalDate end) {
  public Bins {
    starts = List.copyOf(starts);
  }

  /** The whole steps from {@code first} to {@code last}; a rest shorter than a step is left out. */
  public static Bins whole(CalendarStep step, LocalDate first, LocalDate last) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate at = first;
    LocalDate next = step.after(first, 1);
    while (!next.minusDays(1).isAfter(last)) {
      starts.add(at);
      at = next;
      next = step.after(first, starts.size() + 1);
    }
    return new Bins(starts, at);
  }

  /** The calendar's own steps that hold any day from {@code first} to {@code last}. */
  public static Bins holding(CalendarStep step, LocalDate first, LocalDate last) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate origin = step.start(first);
    LocalDate at = origin;
    while (!at.isAfter(last)) {
      starts.add(at);
      at = step.after(origin, starts.size());
    }
    return new Bins(starts, at);
  }

  /** The last {@code count} of them, or all when there are fewer. */
  public Bins last(int count) {
    return new Bins(starts.subList(Math.max(0, starts.size() - count), starts.size()), end);
  }

  /** The last day of a step, included. */
  public LocalDate lastDay(int step) {
    return (step + 1 < starts.size() ? starts.get(step + 1) : end).minusDays(1);
  }

  public int size() {
    return starts.size();
  }

  /** Seconds since 1970 at which they begin, and last the end of the last one. */
  public long[] bounds() {
    long[] bounds = new long[starts.size() + 1];
    for (int i = 0; i < bounds.length; i++) {
      LocalDate day = i < starts.size() ? starts.get(i) : end;
      bounds[i] = day.atStartOfDay(DetectionFilterQuery.ZONE).toEpochSecond();
    }
    return bounds;
  }
}
