package org.borderwatch.server.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.column.Block;
import org.borderwatch.server.detection.column.BlockVisitor;
import org.borderwatch.server.detection.column.CellCounter;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.detection.column.DetectionColumns;
import org.borderwatch.server.detection.column.ExtentFinder;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.RowFilter;
import org.borderwatch.server.detection.column.RowWords;
import org.borderwatch.server.detection.column.SectionCounter;
import org.borderwatch.server.detection.column.StationCodes;
import org.borderwatch.server.detection.column.StationCounter;
import org.borderwatch.server.detection.column.StepCounter;
import org.borderwatch.server.detection.column.SumCounter;

/**
 * One consistent version of all detections, counted from memory. Whatever is asked of the same view
 * agrees, whoever writes meanwhile. Immutable, hence thread-safe.
 */
public final class DetectionView {
  /** The end of what a row can hold: 2^32 - 1 millimetres. */
  private static final long MOST_BORDER_MM = 0xffff_ffffL;

  private final DetectionColumns columns;
  private final StationCodes stations;
  private final String version;
  private final Freshness freshness;

  DetectionView(
      DetectionColumns columns, StationCodes stations, String version, Freshness freshness) {
    this.columns = columns;
    this.stations = stations;
    this.version = version;
    this.freshness = freshness;
  }

  /** Events and people. */
  public record Totals(long detections, long persons, long women, long children) {}

  /** Events and people in the step that begins on the day {@code start} in Viet Nam. */
  public record StepCount(LocalDate start, long detections, long persons) {}

  /** Events and people in a section of the border, and in a step when one was asked for. */
  public record SectionCount(
      long section, Optional<LocalDate> start, long detections, long persons) {}

  /** First and last instant. */
  public record Extent(Optional<Instant> first, Optional<Instant> last) {}

  /** What is visible, as a word for ETags and results. */
  public String version() {
    return version;
  }

  /** When the database was lost, if it is away: the data may have changed since. */
  public Optional<Instant> staleSince() {
    return freshness.since();
  }

  /**
   * {@code asked} with its kind of data decided: real as soon as one real row exists, otherwise
   * synthetic.
   */
  public DetectionFilter decide(DetectionFilter asked) {
    return asked.synthetic().isPresent()
        ? asked
        : asked.withSynthetic(!columns.hasAny(RowWords.REAL));
  }

  /** How many rows there are of either kind. */
  public long rows() {
    return columns.rows();
  }

  public Totals totals(DetectionFilter filter) {
    long detections = 0;
    long persons = 0;
    long women = 0;
    long children = 0;
    for (SumCounter part : columns.scan(rows(filter), SumCounter::new)) {
      detections += part.detections();
      persons += part.persons();
      women += part.women();
      children += part.children();
    }
    return new Totals(detections, persons, women, children);
  }

  /** Counts by step, rising; steps without a detection are absent. */
  public List<StepCount> bySteps(DetectionFilter filter, TimeStep step) {
    Optional<StepStarts> steps = steps(rows(filter), step, columns.timeSpan());
    if (steps.isEmpty()) {
      return List.of();
    }
    StepCounter sum = new StepCounter(steps.get().seconds());
    columns.scan(rows(filter), () -> new StepCounter(steps.get().seconds())).forEach(sum::add);
    List<StepCount> counts = new ArrayList<>();
    for (int i = 0; i < sum.detections().length; i++) {
      if (sum.detections()[i] > 0) {
        counts.add(new StepCount(steps.get().days().get(i), sum.detections()[i], sum.persons()[i]));
      }
    }
    return counts;
  }

  /** Counts by section {@code floor(km * 1000 / sectionMetres)} of one neighbour's line, rising. */
  public List<SectionCount> bySections(
      DetectionFilter filter, double sectionMetres, Optional<TimeStep> step) {
    // Every section has room for every step: none for years that only other rows reach into.
    Optional<StepStarts> steps = step.flatMap(one -> steps(rows(filter), one, timeSpan(filter)));
    if (step.isPresent() && steps.isEmpty()) {
      return List.of();
    }
    long[] starts = steps.map(StepStarts::seconds).orElse(new long[] {Long.MIN_VALUE});
    SectionCounter sum = new SectionCounter(sectionMetres, MOST_BORDER_MM, starts);
    columns
        .scan(rows(filter), () -> new SectionCounter(sectionMetres, MOST_BORDER_MM, starts))
        .forEach(sum::add);
    List<SectionCount> counts = new ArrayList<>();
    for (int section = 0; section < sum.sections(); section++) {
      StepCounter found = sum.section(section);
      for (int i = 0; found != null && i < starts.length; i++) {
        if (found.detections()[i] > 0) {
          int at = i;
          counts.add(
              new SectionCount(
                  section,
                  steps.map(one -> one.days().get(at)),
                  found.detections()[i],
                  found.persons()[i]));
        }
      }
    }
    return counts;
  }

  /**
   * Events and people of a station in each step; the station is empty where nobody answers.
   *
   * @param detections by step
   * @param persons by step
   * @param squares sum of squared sizes of groups, by step
   */
  public record StationSteps(String station, long[] detections, long[] persons, long[] squares) {}

  /**
   * Counts by the station that answers, and by steps; one scan.
   *
   * @param stepBounds seconds since 1970 at which the steps begin, rising, and last the end of the
   *     last one
   */
  public List<StationSteps> byStations(DetectionFilter filter, long[] stepBounds) {
    long[] bounds =
        Arrays.stream(stepBounds).map(one -> one - RowFilters.SECONDS_1970_TO_2000).toArray();
    StationCounter sum = new StationCounter(bounds);
    columns.scan(rows(filter), () -> new StationCounter(bounds)).forEach(sum::add);
    List<StationSteps> found = new ArrayList<>();
    found.add(steps("", sum, StationCodes.NONE, bounds.length - 1));
    stations
        .all()
        .forEach((code, number) -> found.add(steps(code, sum, number, bounds.length - 1)));
    return found;
  }

  private static StationSteps steps(String code, StationCounter sum, int number, int steps) {
    long[][] by = new long[3][steps];
    for (int step = 0; step < steps; step++) {
      long[] sums = sum.sums(number, step);
      for (int i = 0; i < 3; i++) {
        by[i][step] = sums[i];
      }
    }
    return new StationSteps(code, by[0], by[1], by[2]);
  }

  public Extent extent(DetectionFilter filter) {
    int[] span = timeSpan(filter);
    return span.length == 0
        ? new Extent(Optional.empty(), Optional.empty())
        : new Extent(Optional.of(instant(span[0])), Optional.of(instant(span[1])));
  }

  /**
   * What lies in each cell of {@code grid}, row by row from the north. Large scans use every core.
   */
  public long[] cells(DetectionFilter filter, CellGrid grid, Weight weight) {
    boolean persons = weight == Weight.PERSONS;
    List<CellCounter> parts =
        columns.scan(rows(filter).within(grid.box()), () -> new CellCounter(grid, persons));
    CellCounter first = parts.get(0);
    parts.subList(1, parts.size()).forEach(first::add);
    return first.counts();
  }

  /** Gives every point of {@code filter} that lies in {@code box} to {@code sink}, in no order. */
  public void points(DetectionFilter filter, LonLatBox box, Weight weight, PointSink sink) {
    columns.scan(
        rows(filter).within(RowFilters.box(box)), new PointReader(sink, weight == Weight.PERSONS));
  }

  /**
   * Gives every event of {@code filter} to one of the sinks, in no order; large scans use every
   * core. A sink serves one thread and may end the scan by throwing.
   *
   * @param sinks makes a sink for each thread
   * @return the sinks that were used, at least one
   */
  public <S extends EventSink> List<S> events(DetectionFilter filter, Supplier<S> sinks) {
    return columns.scan(rows(filter), () -> new EventReader<>(sinks.get())).stream()
        .map(EventReader::sink)
        .toList();
  }

  private RowFilter rows(DetectionFilter filter) {
    return RowFilters.of(filter, stations);
  }

  /** Least and greatest second of the rows of {@code filter}; empty array without rows. */
  private int[] timeSpan(DetectionFilter filter) {
    ExtentFinder found = new ExtentFinder();
    columns.scan(rows(filter), found);
    return found.found() ? new int[] {found.first(), found.last()} : new int[0];
  }

  /** The steps that {@code rows} within {@code span} may fall into; empty when there are none. */
  private static Optional<StepStarts> steps(RowFilter rows, TimeStep step, int[] span) {
    if (span.length == 0) {
      return Optional.empty();
    }
    long first = Math.max(span[0], rows.fromSecond());
    long last = Math.min(span[1], rows.untilSecond() - 1);
    return first > last
        ? Optional.empty()
        : Optional.of(StepStarts.of(step, (int) first, (int) last));
  }

  private static Instant instant(int second) {
    return Instant.ofEpochSecond(RowFilters.SECONDS_1970_TO_2000 + second);
  }

  /** Turns rows back into points. */
  private record PointReader(PointSink sink, boolean persons) implements BlockVisitor {
    @Override
    public void range(Block block, int from, int until) {
      for (int row = from; row < until; row++) {
        give(block, row);
      }
    }

    @Override
    public void rows(Block block, int[] rows, int count) {
      for (int i = 0; i < count; i++) {
        give(block, rows[i]);
      }
    }

    private void give(Block block, int row) {
      sink.point(
          FixedMercator.lon(block.x(row)),
          FixedMercator.lat(block.y(row)),
          persons ? block.persons(row) : 1);
    }
  }
}
