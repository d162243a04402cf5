package org.borderwatch.server.outcome.lines;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountComparison.Reading;
import org.borderwatch.server.report.RateComparison;
import org.borderwatch.server.report.RateRatio;

/**
 * A line of the report.
 *
 * @param subject what is counted
 * @param depth 0, or more for a part of the line above it
 * @param comparison this period beside the same period; of a rate, the events alone
 * @param rate events for each thousand hours, where the line is a rate
 * @param provisional whether something in it may still change
 * @param incomplete whether months of this period lie in counts of longer periods, which can't be
 *     shared out
 * @param history of periods of the same length before this one, and this one last; empty where it
 *     isn't told
 */
public record ReportLine(
    Subject subject,
    int depth,
    CountComparison comparison,
    Optional<RateComparison> rate,
    boolean provisional,
    boolean incomplete,
    List<Past> history) {
  public ReportLine {
    history = List.copyOf(history);
  }

  /**
   * What a line is about.
   *
   * @param code of what is counted
   * @param nameVi its words
   * @param nameEn the same in English
   * @param unitVi what is counted
   * @param unitEn the same in English
   */
  public record Subject(String code, String nameVi, String nameEn, String unitVi, String unitEn) {}

  /** A count of an earlier period; empty where nobody reported. */
  public record Past(String period, Optional<Long> value) {}

  /** A line that nobody entered by hand. */
  static ReportLine computed(Subject subject, int depth, CountComparison comparison) {
    return new ReportLine(subject, depth, comparison, Optional.empty(), false, false, List.of());
  }

  /** A rate of events. */
  static ReportLine rate(Subject subject, CountComparison events, RateComparison rate) {
    return new ReportLine(subject, 0, events, Optional.of(rate), false, false, List.of());
  }

  /** The same with earlier periods. */
  ReportLine with(List<Past> earlier) {
    return new ReportLine(subject, depth, comparison, rate, provisional, incomplete, earlier);
  }

  public String code() {
    return subject.code();
  }

  /** Ratio to the same period; empty where it can't be said. */
  public Optional<RateRatio> ratio() {
    return rate.map(RateComparison::ratio).orElse(comparison.ratio());
  }

  public Reading reading() {
    return rate.map(RateComparison::reading).orElse(comparison.reading());
  }

  public OptionalDouble percent() {
    return rate.map(RateComparison::percent).orElse(comparison.percent());
  }
}
