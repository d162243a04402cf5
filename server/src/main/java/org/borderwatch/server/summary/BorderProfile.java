package org.borderwatch.server.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.detection.DetectionView.SectionCount;
import org.borderwatch.server.detection.TimeStep;

/**
 * Counts along the kilometres of one neighbour's line, and by calendar step where asked: sections
 * by periods.
 *
 * <p>Section {@code i} runs from {@code i * sectionMetres} to before {@code (i + 1) *
 * sectionMetres}, so that sections stay where they are whatever the filter.
 *
 * @param sectionMetres length of a section
 * @param firstSection number of the first
 * @param periods first days of the steps, rising; empty when no step was asked for
 * @param detections by section, then by period; one column when no step was asked for
 * @param persons likewise
 */
public record BorderProfile(
    double sectionMetres,
    long firstSection,
    List<LocalDate> periods,
    long[][] detections,
    long[][] persons) {

  /**
   * From the counts that are not zero to a whole picture, from section {@code first} to {@code
   * last}.
   */
  public static BorderProfile of(
      double sectionMetres,
      long first,
      long last,
      Optional<TimeStep> step,
      LocalDate firstDay,
      LocalDate lastDay,
      List<SectionCount> counts) {
    List<LocalDate> periods = step.map(s -> starts(s, firstDay, lastDay)).orElse(List.of());
    Map<LocalDate, Integer> column = new HashMap<>();
    periods.forEach(start -> column.put(start, column.size()));
    int sections = (int) (last - first + 1);
    int columns = step.isPresent() ? periods.size() : 1;
    long[][] detections = new long[sections][columns];
    long[][] persons = new long[sections][columns];
    for (SectionCount count : counts) {
      int row = (int) (count.section() - first);
      int at = count.start().map(column::get).orElse(0);
      detections[row][at] += count.detections();
      persons[row][at] += count.persons();
    }
    return new BorderProfile(sectionMetres, first, periods, detections, persons);
  }

  private static List<LocalDate> starts(TimeStep step, LocalDate firstDay, LocalDate lastDay) {
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate at = step.start(firstDay); !at.isAfter(lastDay); at = step.next(at)) {
      starts.add(at);
    }
    return List.copyOf(starts);
  }

  /** Kilometre at which section {@code row} begins. */
  public double fromKm(int row) {
    return (firstSection + row) * sectionMetres / 1000;
  }
}
