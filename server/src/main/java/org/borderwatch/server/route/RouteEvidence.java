package org.borderwatch.server.route;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.EventSink;

/**
 * What was seen along a route: the detections of a filter within a distance of its lines.
 *
 * <p>Half-years are those of Viet Nam. Counted from memory: each detection in the box around the
 * route is looked at once, on every core.
 *
 * @param nearest those nearest to the lines, the nearest first
 */
public record RouteEvidence(
    Count all, Map<Source, Count> bySource, Map<HalfYear, Count> byHalfYear, List<Seen> nearest) {

  /** Events and people. */
  public record Count(long detections, long persons) {
    static final Count NOTHING = new Count(0, 0);

    private Count and(Count other) {
      return new Count(detections + other.detections, persons + other.persons);
    }
  }

  /**
   * A half-year.
   *
   * @param half 1 or 2
   */
  public record HalfYear(int year, int half) implements Comparable<HalfYear> {
    static HalfYear of(long second) {
      ZonedDateTime time = Instant.ofEpochSecond(second).atZone(DetectionFilterQuery.ZONE);
      return new HalfYear(time.getYear(), time.getMonthValue() <= 6 ? 1 : 2);
    }

    @Override
    public int compareTo(HalfYear other) {
      return Integer.compare(2 * year + half, 2 * other.year + other.half);
    }
  }

  /**
   * One detection.
   *
   * @param lon degrees east
   * @param lat degrees north
   * @param second since 1970
   * @param metres from the lines
   */
  public record Seen(
      double lon, double lat, long second, int persons, Source source, double metres) {
    private static final Comparator<Seen> NEAREST_FIRST =
        Comparator.comparingDouble(Seen::metres)
            .thenComparing(Seen::second, Comparator.reverseOrder())
            .thenComparingDouble(Seen::lon)
            .thenComparingDouble(Seen::lat);
  }

  /** Counts what {@code filter} means of {@code view} within {@code corridor}. */
  public static RouteEvidence of(
      DetectionView view, DetectionFilter filter, Corridor corridor, int mostNearest) {
    LonLatBox asked = filter.bbox().orElse(corridor.box());
    double west = Math.max(asked.minLon(), corridor.box().minLon());
    double south = Math.max(asked.minLat(), corridor.box().minLat());
    double east = Math.min(asked.maxLon(), corridor.box().maxLon());
    double north = Math.min(asked.maxLat(), corridor.box().maxLat());
    Tally sum = new Tally(corridor, mostNearest);
    if (west <= east && south <= north) {
      DetectionFilter near = filter.withBox(new LonLatBox(west, south, east, north));
      view.events(near, () -> new Tally(corridor, mostNearest)).forEach(sum::add);
    }
    return sum.evidence();
  }

  /** Counts the events of one thread. */
  private static final class Tally implements EventSink {
    private final Corridor corridor;
    private final int mostNearest;
    private final double[] plane = new double[2];
    private Count all = Count.NOTHING;
    private final Map<Source, Count> bySource = new EnumMap<>(Source.class);
    private final Map<HalfYear, Count> byHalfYear = new TreeMap<>();

    /** The furthest is on top. */
    private final PriorityQueue<Seen> nearest = new PriorityQueue<>(Seen.NEAREST_FIRST.reversed());

    Tally(Corridor corridor, int mostNearest) {
      this.corridor = corridor;
      this.mostNearest = mostNearest;
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
      double metres = corridor.metres(lon, lat, plane);
      if (Double.isFinite(metres)) {
        Count one = new Count(1, persons);
        all = all.and(one);
        bySource.merge(source, one, Count::and);
        byHalfYear.merge(HalfYear.of(second), one, Count::and);
        keep(new Seen(lon, lat, second, persons, source, metres));
      }
    }

    private void keep(Seen seen) {
      nearest.add(seen);
      if (nearest.size() > mostNearest) {
        nearest.remove();
      }
    }

    void add(Tally other) {
      all = all.and(other.all);
      other.bySource.forEach((source, count) -> bySource.merge(source, count, Count::and));
      other.byHalfYear.forEach((half, count) -> byHalfYear.merge(half, count, Count::and));
      other.nearest.forEach(this::keep);
    }

    RouteEvidence evidence() {
      List<Seen> sorted = new ArrayList<>(nearest);
      sorted.sort(Seen.NEAREST_FIRST);
      return new RouteEvidence(all, bySource, byHalfYear, List.copyOf(sorted));
    }
  }
}
