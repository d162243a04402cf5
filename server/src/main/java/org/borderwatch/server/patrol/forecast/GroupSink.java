package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.EventSink;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.patrol.forecast.Observed.Slice;

/** Puts detections into strips, slices of time and hours. One thread's. */
final class GroupSink implements EventSink {
  private static final int HOUR_SECONDS = 3600;

  private final LineBins bins;
  private final BorderStrips strips;
  private final double[] metres = new double[2];
  private final long[] begins;
  private final int[] hourOfWeek;
  private final long end;
  private long beyond;
  private final SeenGroups groups = new SeenGroups();

  GroupSink(LineBins bins, BorderStrips strips, List<Slice> slices) {
    this.bins = bins;
    this.strips = strips;
    this.begins =
        slices.stream()
            .mapToLong(one -> one.first().atStartOfDay(DetectionFilterQuery.ZONE).toEpochSecond())
            .toArray();
    this.hourOfWeek =
        slices.stream().mapToInt(one -> ShiftHours.hourOfWeek(one.first(), 0)).toArray();
    this.end =
        slices
            .get(slices.size() - 1)
            .last()
            .plusDays(1)
            .atStartOfDay(DetectionFilterQuery.ZONE)
            .toEpochSecond();
  }

  SeenGroups groups() {
    return groups;
  }

  /** Detections of patrols in no strip, though their nearest kilometre is that of a bin. */
  long beyond() {
    return beyond;
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
    if (second < begins[0] || second >= end) {
      return;
    }
    UtmZone.VIET_NAM.metres(lon, lat, metres, 0);
    int bin = strips.cell(metres[0], metres[1]);
    if (bin < 0) {
      int nearest = bins.of(borderKm);
      boolean isMeant = nearest >= 0 && nearest < bins.count();
      beyond += isMeant && source == Source.PATROL ? 1 : 0;
      return;
    }
    int found = Arrays.binarySearch(begins, second);
    int slice = found >= 0 ? found : -found - 2;
    long hour = (second - begins[slice]) / HOUR_SECONDS + hourOfWeek[slice];
    groups.add(slice, bin, (int) (hour % Factors.HOURS_OF_WEEK), persons, source);
  }
}
