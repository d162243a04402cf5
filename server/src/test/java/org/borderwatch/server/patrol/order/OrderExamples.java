package org.borderwatch.server.patrol.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.PlannedAreasExamples;
import org.borderwatch.server.patrol.plan.Plan;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.NoRosterException;
import org.borderwatch.server.patrol.roster.RosterDraw;

/** Plans to make orders of. */
final class OrderExamples {
  static final Instant APPROVED = Instant.parse("2024-06-28T09:30:00Z");
  static final Instant PRINTED = Instant.parse("2024-06-30T18:05:00Z");

  private OrderExamples() {}

  /** Three teams in two weeks, as chance draws them. */
  static Plan drawn(String name, boolean approved) {
    PlannedAreas planned = PlannedAreasExamples.small();
    try {
      return plan(name, approved, planned, RosterDraw.of(planned, 1, 0).duties());
    } catch (NoRosterException none) {
      throw new IllegalStateException(none);
    }
  }

  static Plan plan(String name, boolean approved, PlannedAreas planned, List<Assignment> roster) {
    return new Plan(
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        name,
        2,
        approved,
        approved ? Optional.of(2) : Optional.empty(),
        planned,
        roster,
        1,
        APPROVED,
        "chi-huy",
        APPROVED,
        "chi-huy",
        approved ? Optional.of(APPROVED) : Optional.empty(),
        approved ? Optional.of("chi-huy") : Optional.empty());
  }
}
