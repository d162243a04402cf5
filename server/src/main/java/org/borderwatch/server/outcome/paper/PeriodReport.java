package org.borderwatch.server.outcome.paper;

import java.util.List;
import org.borderwatch.server.report.ReportPeriod;

/**
 * The report of a unit and those below it.
 *
 * @param period that it is about
 * @param unit code of the unit
 * @param unitVi what it is called
 * @param unitEn the same in English
 * @param sections with at least one line each
 * @param missing units directly below that have counted nothing in this period, they and all below
 *     them; by their Vietnamese and English names
 * @param synthetic whether detections in it are simulated
 * @param dataVersion of all that it was made of
 */
public record PeriodReport(
    ReportPeriod period,
    String unit,
    String unitVi,
    String unitEn,
    List<ReportSection> sections,
    List<Missing> missing,
    boolean synthetic,
    String dataVersion) {
  public PeriodReport {
    sections = List.copyOf(sections);
    missing = List.copyOf(missing);
  }

  /** A unit that has not reported. */
  public record Missing(String code, String nameVi, String nameEn) {}

  /** Lines of all sections. */
  public List<ReportLine> lines() {
    return sections.stream().flatMap(section -> section.lines().stream()).toList();
  }
}
