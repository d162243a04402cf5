package org.borderwatch.server.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.borderwatch.server.detection.DetectionFilter.Period;

/**
 * A period with both ends: those asked for, and where open those of the data of that kind.
 *
 * @param from first instant
 * @param until the instant after the last
 */
public record DatedPeriod(Instant from, Instant until) {
  /**
   * The period of {@code filter}, whose open ends are closed by the first and last detection of its
   * kind.
   */
  public static DatedPeriod of(DetectionFilter filter, DetectionView view) {
    Period asked = filter.period();
    if (asked.from().isPresent() && asked.until().isPresent()) {
      return new DatedPeriod(asked.from().get(), asked.until().get());
    }
    DetectionView.Extent extent = view.extent(kindOnly(filter));
    return closed(asked, extent.first(), extent.last());
  }

  private static DetectionFilter kindOnly(DetectionFilter filter) {
    return filter.synthetic().map(DetectionFilter.ALL::withSynthetic).orElse(DetectionFilter.ALL);
  }

  private static DatedPeriod closed(
      Period asked, Optional<Instant> firstSeen, Optional<Instant> lastSeen) {
    Instant first = firstSeen.orElse(Instant.EPOCH);
    Instant last = lastSeen.orElse(Instant.EPOCH);
    Instant from =
        asked.from().orElse(dayOf(first).atStartOfDay(DetectionFilterQuery.ZONE).toInstant());
    Instant until =
        asked
            .until()
            .orElse(dayOf(last).plusDays(1).atStartOfDay(DetectionFilterQuery.ZONE).toInstant());
    return new DatedPeriod(from, until.isBefore(from) ? from : until);
  }

  public double days() {
    return Duration.between(from, until).toSeconds() / 86_400.0;
  }

  /** The first day in Viet Nam. */
  public LocalDate firstDay() {
    return dayOf(from);
  }

  /** The last day in Viet Nam, included. */
  public LocalDate lastDay() {
    return dayOf(until.isAfter(from) ? until.minusSeconds(1) : from);
  }

  /** The same period one year earlier, by the calendar. */
  public DatedPeriod yearBefore() {
    return new DatedPeriod(
        from.atZone(DetectionFilterQuery.ZONE).minusYears(1).toInstant(),
        until.atZone(DetectionFilterQuery.ZONE).minusYears(1).toInstant());
  }

  private static LocalDate dayOf(Instant instant) {
    return instant.atZone(DetectionFilterQuery.ZONE).toLocalDate();
  }
}
