package org.borderwatch.server.outcome.paper;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeCount;

/**
 * What a report is made of. Thread-safe.
 *
 * @param detections their newest version
 * @param outcomes what units counted
 */
public record ReportSources(Supplier<DetectionView> detections, Outcomes outcomes) {

  /** A unit and the one above it. */
  public record ReportingUnit(
      String code, String nameVi, String nameEn, Optional<String> parent, boolean synthetic) {}

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
          public String version() {
            return "0";
          }
        };

    List<Indicator> indicators();

    /** All units by their codes. */
    Map<String, ReportingUnit> units();

    /** Counts that share a day with the months. */
    List<OutcomeCount> counts(Collection<String> units, LocalDate from, LocalDate until);

    /** Changes with every count that is stored. */
    String version();
  }
}
