package org.borderwatch.server.outcome.lines;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.study.StudySources;

/**
 * What a report is made of. Thread-safe.
 *
 * @param study detections, effort and the border, the newest version of each
 * @param outcomes what units counted
 * @param register of trafficking routes
 */
public record ReportSources(StudySources study, Outcomes outcomes, Register register) {

  /** Counts by hand, as far as a report needs them. */
  public interface Outcomes {
    /** Nobody has counted anything, and no unit is known. */
    Outcomes NONE =
        new Outcomes() {
          @Override
          public List<Indicator> indicators() {
            return List.of();
          }

          @Override
          public Map<String, ReportingUnit> units() {
            return Map.of();
          }

          @Override
          public List<OutcomeCount> counts(
              Collection<String> units, LocalDate from, LocalDate until) {
            return List.of();
          }

          @Override
          public List<Reporting.Entry> entries(Collection<String> units, ReportPeriod period) {
            return List.of();
          }

          @Override
          public Optional<LastIssue> lastIssue(String unit, ReportPeriod period) {
            return Optional.empty();
          }

          @Override
          public String version() {
            return "0";
          }
        };

    List<Indicator> indicators();

    /** All units by their codes. */
    Map<String, ReportingUnit> units();

    /** Counts that share a day with the months. */
    List<OutcomeCount> counts(Collection<String> units, LocalDate from, LocalDate until);

    /** When each of the units first counted something inside the period; silent ones are absent. */
    List<Reporting.Entry> entries(Collection<String> units, ReportPeriod period);

    /** What the last issue of the report of a unit said; empty where it was never issued. */
    Optional<LastIssue> lastIssue(String unit, ReportPeriod period);

    /** Changes with every count, indicator and issue that is stored, and with the register. */
    String version();
  }

  /** The register of trafficking routes, as far as a report needs it. */
  public interface Register {
    /** No route is registered. */
    Register NONE = (period, synthetic) -> List.of();

    /** Routes of one kind, marked where they were added in the period. */
    List<ReportPlaces.KeyRoute> routes(ReportPeriod period, boolean synthetic);
  }
}
