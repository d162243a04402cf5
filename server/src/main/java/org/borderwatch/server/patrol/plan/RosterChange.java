package org.borderwatch.server.patrol.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.patrol.roster.Assignment;

/**
 * A change by hand: what a team does on a day instead of what it did.
 *
 * @param day from 1
 * @param team its code
 * @param before its duty until now; empty for rest
 * @param after its duty from now on; empty for rest
 */
public record RosterChange(
    int day, String team, Optional<Assignment> before, Optional<Assignment> after) {
  static final Comparator<Assignment> ORDER =
      Comparator.comparingInt(Assignment::day)
          .thenComparingInt(Assignment::shift)
          .thenComparing(Assignment::team);

  /** The change that gives a team of a roster another duty on a day. */
  public static RosterChange of(
      List<Assignment> roster, int day, String team, Optional<Assignment> after) {
    return new RosterChange(day, team, find(roster, day, team), after);
  }

  /** The duty of a team on a day. */
  public static Optional<Assignment> find(List<Assignment> roster, int day, String team) {
    return roster.stream()
        .filter(duty -> duty.day() == day && duty.team().equals(team))
        .findFirst();
  }

  /** Whether nothing would be different. */
  public boolean isNothing() {
    return before.equals(after);
  }

  /** What takes this change back. */
  public RosterChange undone() {
    return new RosterChange(day, team, after, before);
  }

  /** The roster after the change, by day, shift and team. */
  public List<Assignment> on(List<Assignment> roster) {
    List<Assignment> changed = new ArrayList<>();
    for (Assignment duty : roster) {
      if (duty.day() != day || !duty.team().equals(team)) {
        changed.add(duty);
      }
    }
    after.ifPresent(changed::add);
    changed.sort(ORDER);
    return changed;
  }
}
