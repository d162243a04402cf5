package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.EventSink;
import org.borderwatch.server.patrol.forecast.Observed.Slice;

/** Puts detections into bins, slices of time and hours. One thread's. */
final class GroupSink implements EventSink {
  private static final int HOUR_SECONDS = 3600;

  private final LineBins bins;
  private final long[] begins;
  private final int[] hourOfWeek;
  private final long end;
  private final SeenGroups groups = new SeenGroups();

  GroupSink(LineBins bins, List<Slice> slices) {
    this.bins = bins;
    this.begins =
        slices.stream()
            .mapToLong(one -> one.first().atStartOfDay(DetectionFilterQuery.ZONE).toEpochSecond())
            .toArray();
    this.hourOfWeek =
        slices.stream().mapToInt(one -> ShiftHours.hourOfWeek(one.first(), 0)).toArray();
    this.end =
        slices.isEmpty()
            ? Long.MIN_VALUE
            : slices
                .get(slices.size() - 1)
                .last()
                .plusDays(1)
                .atStartOfDay(DetectionFilterQuery.ZONE)
                .toEpochSecond();
  }

  SeenGroups groups() {
    return groups;
  }

  @Override
  public void event(
      double lon,
      double lat,
      long second,
      int persons,
      Source source,
      Neighbour with,
      double borderKm) {
    int bin = Math.min(bins.of(borderKm), bins.of(bins.lengthKm() - 1e-6));
    if (bin < 0 || bin >= bins.count() || second >= end) {
      return;
    }
    int found = Arrays.binarySearch(begins, second);
    int slice = found >= 0 ? found : -found - 2;
    if (slice >= 0) {
      long hour = (second - begins[slice]) / HOUR_SECONDS + hourOfWeek[slice];
      groups.add(slice, bin, (int) (hour % Factors.HOURS_OF_WEEK), persons, source);
    }
  }
}
