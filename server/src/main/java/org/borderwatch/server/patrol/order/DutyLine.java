package org.borderwatch.server.patrol.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.plan.DutyTime;

/**
 * A day of a team.
 *
 * @param day in the time of Viet Nam
 * @param duty what it does then; empty for rest
 */
public record DutyLine(LocalDate day, Optional<Duty> duty) {

  /**
   * A duty with its ways.
   *
   * @param shift number from 1
   * @param area to guard
   * @param time of the whole duty, the ways among it
   * @param wayMinutes from the post to the area, one way
   */
  public record Duty(int shift, PatrolArea area, DutyTime time, double wayMinutes) {

    /** When it is there, on full minutes: never before the way is done. */
    public Instant onSiteFrom() {
      return time.from().plus(way());
    }

    /** When it has to leave. */
    public Instant onSiteUntil() {
      return time.until().minus(way());
    }

    private Duration way() {
      return Duration.ofMinutes((long) Math.ceil(wayMinutes - 1e-9));
    }
  }
}
