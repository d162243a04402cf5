package org.borderwatch.server.patrol.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterCheck;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.borderwatch.server.patrol.roster.Violation;

/**
 * What a change by hand costs.
 *
 * @param reasons why it can't be done: what the changed roster breaks and the one before did not
 * @param before worth of the roster as it is
 * @param after worth of the roster with the change
 */
public record ChangePrice(List<Violation> reasons, RosterWorth before, RosterWorth after) {
  public ChangePrice {
    reasons = List.copyOf(reasons);
  }

  /** Reckons it; stores nothing. */
  public static ChangePrice of(PlannedAreas planned, List<Assignment> roster, RosterChange change) {
    List<Assignment> changed = change.on(roster);
    Set<Violation> old = new HashSet<>(RosterCheck.violations(planned, roster));
    List<Violation> fresh =
        RosterCheck.violations(planned, changed).stream()
            .filter(violation -> !old.contains(violation))
            .toList();
    return new ChangePrice(fresh, worth(planned, roster), worth(planned, changed));
  }

  public boolean isAllowed() {
    return reasons.isEmpty();
  }

  /** Persons that are no longer stopped, over all days; below 0 where the change is a gain. */
  public double price() {
    return before.expected() - after.expected();
  }

  /** Duties that name an unknown shift can't be reckoned, and have been refused for that. */
  private static RosterWorth worth(PlannedAreas planned, List<Assignment> roster) {
    return RosterWorth.of(
        planned,
        roster.stream()
            .filter(duty -> duty.shift() >= 1 && duty.shift() <= planned.shifts().size())
            .toList());
  }
}
