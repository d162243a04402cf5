package org.borderwatch.server.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.detection.column.DetectionColumns;
import org.borderwatch.server.detection.column.StationCodes;

/**
 * One consistent version of all detections, counted from memory. Whatever is asked of the same view
 * agrees, whoever writes meanwhile. Immutable, hence thread-safe.
 */
public final class DetectionView {
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
    throw new UnsupportedOperationException(asked + "" + columns + stations);
  }

  public Totals totals(DetectionFilter filter) {
    throw new UnsupportedOperationException(filter.toString());
  }

  /** Counts by step, rising; steps without a detection are absent. */
  public List<StepCount> bySteps(DetectionFilter filter, TimeStep step) {
    throw new UnsupportedOperationException(filter.toString() + step);
  }

  /** Counts by section {@code floor(km * 1000 / sectionMetres)} of one neighbour's line, rising. */
  public List<SectionCount> bySections(
      DetectionFilter filter, double sectionMetres, Optional<TimeStep> step) {
    throw new UnsupportedOperationException(filter.toString() + sectionMetres + step);
  }

  public Extent extent(DetectionFilter filter) {
    throw new UnsupportedOperationException(filter.toString());
  }

  /**
   * What lies in each cell of {@code grid}, row by row from the north. Large scans use every core.
   */
  public long[] cells(DetectionFilter filter, CellGrid grid, Weight weight) {
    throw new UnsupportedOperationException(filter.toString() + grid + weight);
  }

  /** Gives every point of {@code filter} that lies in {@code box} to {@code sink}, in no order. */
  public void points(DetectionFilter filter, LonLatBox box, Weight weight, PointSink sink) {
    throw new UnsupportedOperationException(filter.toString() + box + weight + sink);
  }
}
