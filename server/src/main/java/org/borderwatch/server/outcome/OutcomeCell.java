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

  /**
   * Whether something would be counted twice: the same unit and thing in some day that they share.
   * A count with one country is part of that with all of the same months, and of no other's.
   */
  public boolean overlaps(OutcomeCell other) {
    boolean isPart = partner.isPresent() != other.partner.isPresent();
    boolean sameMonths = from.equals(other.from) && until.equals(other.until);
    return unit.equals(other.unit)
        && indicator.equals(other.indicator)
        && (partner.equals(other.partner) || isPart && !sameMonths)
        && from.isBefore(other.until)
        && other.from.isBefore(until);
  }

  /** The cell of another indicator, else the same. */
  public OutcomeCell of(String otherIndicator) {
    return new OutcomeCell(unit, otherIndicator, from, until, partner);
  }

  /** The cell of the same months with all countries. */
  public OutcomeCell withAll() {
    return new OutcomeCell(unit, indicator, from, until, Optional.empty());
  }
}
