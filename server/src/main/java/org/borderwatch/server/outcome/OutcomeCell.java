package org.borderwatch.server.outcome;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What can be counted once.
 *
 * @param unit that reports
 * @param indicator its code
 * @param from first day of a month
 * @param until first day of the month after the last: half-open
 * @param partner ISO 3166-1 code of the country that was worked with; empty for all
 */
public record OutcomeCell(
    String unit, String indicator, LocalDate from, LocalDate until, Optional<String> partner) {

  /** Whether both count the same unit and thing in some day that they share. */
  public boolean overlaps(OutcomeCell other) {
    return unit.equals(other.unit)
        && indicator.equals(other.indicator)
        && partner.equals(other.partner)
        && from.isBefore(other.until)
        && other.from.isBefore(until);
  }

  /** The cell of another indicator, else the same. */
  public OutcomeCell of(String otherIndicator) {
    return new OutcomeCell(unit, otherIndicator, from, until, partner);
  }
}
