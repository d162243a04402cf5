package org.borderwatch.server.patrol.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.plan.DutyTime;
import org.borderwatch.server.patrol.plan.Plan;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterWorth;

/**
 * A plan as it goes out: what each team does on which day, and where.
 *
 * @param plan that it is made of
 * @param worth of the whole roster, also where the order is for one team
 * @param teams in the order of their codes
 * @param whole whether it is for all teams of the plan
 */
public record PatrolOrder(Plan plan, RosterWorth worth, List<TeamOrder> teams, boolean whole) {
  private static final Comparator<PatrolArea> BY_RANK =
      Comparator.comparingInt((PatrolArea area) -> area.rank().orElse(Integer.MAX_VALUE))
          .thenComparingDouble(PatrolArea::fromKm);

  public PatrolOrder {
    teams = List.copyOf(teams);
  }

  /**
   * The order of a plan.
   *
   * @param only code of the one team that it is for; empty for all
   * @return empty where the plan has no such team
   */
  public static Optional<PatrolOrder> of(Plan plan, Optional<String> only) {
    List<TeamOrder> teams =
        plan.areas().teams().stream()
            .filter(team -> only.isEmpty() || only.get().equals(team.code()))
            .sorted(Comparator.comparing(Team::code))
            .map(team -> order(plan, team))
            .toList();
    if (teams.isEmpty() && only.isPresent()) {
      return Optional.empty();
    }
    RosterWorth worth = RosterWorth.of(plan.areas(), plan.roster());
    return Optional.of(new PatrolOrder(plan, worth, teams, only.isEmpty()));
  }

  private static TeamOrder order(Plan plan, Team team) {
    PlannedAreas planned = plan.areas();
    Post post =
        planned.posts().stream()
            .filter(one -> one.code().equals(team.station()))
            .findFirst()
            .orElseThrow();
    List<DutyLine> days = new ArrayList<>();
    Set<PatrolArea> areas = new LinkedHashSet<>();
    for (int day = 1; day <= planned.days(); day++) {
      LocalDate date = planned.from().plusDays(day - 1L);
      List<DutyLine> lines = new ArrayList<>();
      for (Assignment duty : plan.roster()) {
        if (duty.day() == day && duty.team().equals(team.code())) {
          PatrolArea area = planned.area(duty.area()).orElseThrow();
          areas.add(area);
          double minutes = area.reachMinutes(team.station());
          lines.add(
              new DutyLine(
                  date,
                  Optional.of(
                      new DutyLine.Duty(duty.shift(), area, DutyTime.of(planned, duty), minutes))));
        }
      }
      days.addAll(lines.isEmpty() ? List.of(new DutyLine(date, Optional.empty())) : lines);
    }
    List<PatrolArea> sorted = areas.stream().sorted(BY_RANK).toList();
    return new TeamOrder(team, post, days, sorted, waypoints(sorted));
  }

  private static List<Waypoint> waypoints(List<PatrolArea> areas) {
    List<Waypoint> waypoints = new ArrayList<>();
    for (PatrolArea area : areas) {
      for (int i = 0; i < area.waypoints().size(); i++) {
        String name = shortName(area) + "-" + (i + 1);
        waypoints.add(new Waypoint(name, area, area.waypoints().get(i)));
      }
    }
    return waypoints;
  }

  /** All areas to which somebody goes, K1 first. */
  public List<PatrolArea> areas() {
    return teams.stream()
        .flatMap(team -> team.areas().stream())
        .distinct()
        .sorted(BY_RANK)
        .toList();
  }

  /** {@code K1} where the plan chose the area, else its kilometres: {@code 1104–1108}. */
  public static String shortName(PatrolArea area) {
    return area.rank().isPresent()
        ? area.name()
        : (long) Math.floor(area.fromKm()) + "–" + (long) Math.floor(area.untilKm());
  }

  /** The last day. */
  public LocalDate until() {
    return plan.areas().from().plusDays(plan.areas().days() - 1L);
  }
}
