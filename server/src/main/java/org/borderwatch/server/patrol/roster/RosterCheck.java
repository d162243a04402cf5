package org.borderwatch.server.patrol.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;

/**
 * Whether a roster can be done: every team, area and shift is known, every area in reach with time
 * left there, one duty a day, rest between duties, no more duties in any seven days than agreed,
 * and no area guarded twice at once. Knows nothing of how rosters are made. O(duties).
 */
public final class RosterCheck {
  /** Less time on the spot isn't worth the way. */
  public static final double LEAST_ON_SITE_HOURS = 0.5;

  private final PlannedAreas planned;
  private final Map<String, Team> teams = new HashMap<>();
  private final Map<String, PatrolArea> areas = new HashMap<>();
  private final List<Violation> found = new ArrayList<>();

  private RosterCheck(PlannedAreas planned) {
    this.planned = planned;
    planned.teams().forEach(team -> teams.put(team.code(), team));
    planned.areas().forEach(area -> areas.put(area.id(), area));
  }

  /** All that can't be done; nothing where all can. */
  public static List<Violation> violations(PlannedAreas planned, List<Assignment> roster) {
    RosterCheck check = new RosterCheck(planned);
    Map<String, TreeMap<Integer, Assignment>> byTeam = new HashMap<>();
    Set<String> guarded = new HashSet<>();
    for (Assignment duty : roster) {
      if (!check.isKnown(duty)) {
        continue;
      }
      check.requireReach(duty);
      if (!guarded.add(duty.day() + " " + duty.shift() + " " + duty.area())) {
        check.add(
            duty,
            "khu vực %s đã có tổ khác trong ca này",
            "area %s has another team in that shift",
            check.name(duty));
      }
      Assignment other =
          byTeam.computeIfAbsent(duty.team(), team -> new TreeMap<>()).put(duty.day(), duty);
      if (other != null) {
        check.add(duty, "đã có nhiệm vụ khác trong ngày", "has another duty on that day");
      }
    }
    byTeam.values().forEach(check::requireRest);
    return check.found;
  }

  /** Whether a team comes to an area in time, with enough of it left there. */
  static boolean isReached(PlannedAreas planned, Team team, PatrolArea area) {
    return planned.onSiteHours(team, area) >= LEAST_ON_SITE_HOURS;
  }

  private boolean isKnown(Assignment duty) {
    if (!teams.containsKey(duty.team())) {
      add(duty, "không có tổ %s", "there is no team %s", duty.team());
    } else if (!areas.containsKey(duty.area())) {
      add(duty, "không có khu vực %s", "there is no area %s", duty.area());
    } else if (duty.shift() < 1 || duty.shift() > planned.shifts().size()) {
      add(duty, "không có ca %d", "there is no shift %d", duty.shift());
    } else if (duty.day() < 1 || duty.day() > planned.days()) {
      add(duty, "ngày %d ngoài kỳ", "day %d lies outside of the plan", duty.day());
    } else {
      return true;
    }
    return false;
  }

  private void requireReach(Assignment duty) {
    Team team = teams.get(duty.team());
    PatrolArea area = areas.get(duty.area());
    if (team == null || area == null) {
      return;
    }
    double minutes = area.reachMinutes(team.station());
    if (minutes > planned.terms().reachMinutes()) {
      add(
          duty,
          "khu vực %s ngoài tầm với %.0f phút của đồn",
          "area %s is out of the post's reach of %.0f minutes",
          name(duty),
          planned.terms().reachMinutes());
    } else if (planned.terms().onSiteHours(minutes) < LEAST_ON_SITE_HOURS) {
      add(
          duty,
          "đi và về hết %.0f phút, không còn giờ tại khu vực %s",
          "the ways take %.0f minutes and leave no time in area %s",
          2 * minutes,
          name(duty));
    }
  }

  private void requireRest(TreeMap<Integer, Assignment> duties) {
    for (Assignment duty : duties.values()) {
      Shift shift = planned.shifts().get(duty.shift() - 1);
      for (Assignment next : duties.tailMap(duty.day(), false).values()) {
        double rest =
            TurnPatterns.restHours(
                shift, planned.shifts().get(next.shift() - 1), next.day() - duty.day());
        if (rest < planned.terms().restHours() - 1e-9) {
          add(
              next,
              "chỉ nghỉ %s giờ sau ca trước, cần ít nhất %s giờ",
              "rests %s hours after the duty before, needs %s at least",
              hours(rest),
              hours(planned.terms().restHours()));
        }
        break;
      }
      int inWeek = duties.subMap(duty.day(), true, duty.day() + TurnPatterns.WEEK - 1, true).size();
      if (inWeek > planned.terms().dutiesPerWeek()) {
        add(
            duty,
            "có %d ca trong bảy ngày, nhiều nhất là %d",
            "has %d duties in seven days, at most %d",
            inWeek,
            planned.terms().dutiesPerWeek());
      }
    }
  }

  private String name(Assignment duty) {
    PatrolArea area = areas.get(duty.area());
    return area == null ? duty.area() : area.name();
  }

  private static String hours(double hours) {
    return String.format(Locale.ROOT, "%.1f", hours).replace(".0", "");
  }

  private void add(Assignment duty, String vi, String en, Object... words) {
    found.add(
        new Violation(
            duty.day(),
            duty.team(),
            "Tổ %s, ngày %d: ".formatted(duty.team(), duty.day()) + vi.formatted(words),
            "Team %s, day %d: ".formatted(duty.team(), duty.day()) + en.formatted(words)));
  }
}
