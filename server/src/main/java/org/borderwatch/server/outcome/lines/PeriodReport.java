package org.borderwatch.server.outcome.lines;

import java.util.List;
import java.util.Optional;
import org.borderwatch.server.report.ReportPeriod;

/**
 * The report of a unit and those below it.
 *
 * @param period that it is about
 * @param unit that it is of
 * @param sections with at least one line each
 * @param reporting who has reported, and when
 * @param months detections month by month, from the same period on
 * @param stations compared with each other; empty where nobody patrolled
 * @param places hot places and key routes; empty where nothing was detected and no route is known
 * @param changes against the last issue; empty where there is none
 * @param synthetic whether something in it is simulated
 * @param dataVersion of all that it was made of
 */
public record PeriodReport(
    ReportPeriod period,
    ReportingUnit unit,
    List<ReportSection> sections,
    Reporting reporting,
    List<MonthCount> months,
    Optional<StationComparison> stations,
    Optional<ReportPlaces> places,
    Optional<IssueChanges> changes,
    boolean synthetic,
    String dataVersion) {
  public PeriodReport {
    sections = List.copyOf(sections);
    months = List.copyOf(months);
  }

  /** Lines of all sections. */
  public List<ReportLine> lines() {
    return sections.stream().flatMap(section -> section.lines().stream()).toList();
  }
}
