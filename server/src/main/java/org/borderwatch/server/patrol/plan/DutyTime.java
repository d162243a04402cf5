package org.borderwatch.server.patrol.plan;

import java.time.Instant;
import java.time.ZoneId;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.roster.Assignment;

/**
 * When a duty is.
 *
 * @param from begin of its shift
 * @param until its end
 */
public record DutyTime(Instant from, Instant until) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Of a duty of a plan. */
  public static DutyTime of(PlannedAreas planned, Assignment duty) {
    Shift shift = planned.shifts().get(duty.shift() - 1);
    Instant from =
        planned.from().plusDays(duty.day() - 1L).atTime(shift.from()).atZone(ZONE).toInstant();
    return new DutyTime(from, from.plusSeconds(Math.round(shift.hours() * 3600)));
  }
}
