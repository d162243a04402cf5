package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What was looked at and seen along a line: bins of equal length one after the other, and slices of
 * time of a month at most, none of which is in two months.
 *
 * @param bins their lengths in km; the last of a line may be shorter
 * @param slices one after the other
 * @param hours of patrols
 * @param groups that were seen
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Observed(double[] bins, List<Slice> slices, WatchedHours hours, SeenGroups groups) {
  Observed {
    slices = List.copyOf(slices);
  }

  /** Days of one month. */
  record Slice(LocalDate first, int days) {
    LocalDate last() {
      return first.plusDays(days - 1L);
    }

    /** From 0. */
    int monthOfYear() {
      return first.getMonthValue() - 1;
    }
  }

  /** Some slices, one after the other, of which something is learnt or foretold. */
  record Span(int from, int until) {
    boolean has(int slice) {
      return slice >= from && slice < until;
    }
  }

  Span whole() {
    return new Span(0, slices.size());
  }

  int days(Span span) {
    return slices.subList(span.from(), span.until()).stream().mapToInt(Slice::days).sum();
  }

  /** Patrol hours of each bin. */
  double[] hoursByBin(Span span) {
    double[] sum = new double[bins.length];
    int end = hours.first(span.until());
    for (int i = hours.first(span.from()); i < end; i++) {
      sum[hours.bin(i)] += hours.hours(i);
    }
    return sum;
  }

  /** Detections of patrols in bins where patrols were in that time. */
  int watchedDetections(Span span) {
    double[] looked = hoursByBin(span);
    int seen = 0;
    for (int row = 0; row < groups.size(); row++) {
      if (groups.byPatrol(row) && span.has(groups.slice(row)) && looked[groups.bin(row)] > 0) {
        seen++;
      }
    }
    return seen;
  }
}
