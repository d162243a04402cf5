package org.borderwatch.server.patrol.roster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;

/**
 * What a roster is worth. The interval takes every area's expectation at its lower, or its upper
 * end at once: wider than if their errors were independent, and honest where they share a cause.
 *
 * @param expected persons that are stopped over all days where nobody watches
 * @param low lower end of the 90 % interval
 * @param high its upper end
 * @param evader what whoever has watched how often each area is guarded gains at the best place
 *     that some team reaches: persons a day
 * @param coverage how often each area is guarded by at least one team, a share of days, by shift,
 *     in the order of the areas
 */
public record RosterWorth(
    double expected, double low, double high, double evader, Map<String, double[]> coverage) {

  /** Reckons it. O(areas x shifts + duties). */
  public static RosterWorth of(PlannedAreas planned, List<Assignment> roster) {
    Map<String, PatrolArea> areas = new HashMap<>();
    planned.areas().forEach(area -> areas.put(area.id(), area));
    Map<String, Team> teams = new HashMap<>();
    planned.teams().forEach(team -> teams.put(team.code(), team));
    Map<Visit, Double> missed = new HashMap<>();
    for (Assignment duty : roster) {
      PatrolArea area = areas.get(duty.area());
      Team team = teams.get(duty.team());
      if (area != null && team != null) {
        double stops = planned.terms().meets(planned.onSiteHours(team, area), area.lengthMetres());
        missed.merge(new Visit(duty.day(), duty.shift(), duty.area()), 1 - stops, (a, b) -> a * b);
      }
    }
    double[] sums = new double[3];
    Map<String, double[]> coverage = new LinkedHashMap<>();
    Map<String, double[]> stopped = new HashMap<>();
    planned.areas().forEach(area -> coverage.put(area.id(), new double[planned.shifts().size()]));
    planned.areas().forEach(area -> stopped.put(area.id(), new double[planned.shifts().size()]));
    missed.forEach(
        (visit, share) -> {
          int shift = visit.shift() - 1;
          Crossings crossings = areas.get(visit.area()).crossings().get(shift);
          sums[0] += crossings.value() * (1 - share);
          sums[1] += crossings.low() * (1 - share);
          sums[2] += crossings.high() * (1 - share);
          coverage.get(visit.area())[shift] += 1.0 / planned.days();
          stopped.get(visit.area())[shift] += (1 - share) / planned.days();
        });
    double evader = 0;
    for (PatrolArea area : planned.areas()) {
      if (planned.teams().stream().noneMatch(team -> RosterCheck.isReached(planned, team, area))) {
        continue;
      }
      for (Shift shift : planned.shifts()) {
        int at = shift.number() - 1;
        evader =
            Math.max(evader, area.crossings().get(at).value() * (1 - stopped.get(area.id())[at]));
      }
    }
    return new RosterWorth(sums[0], sums[1], sums[2], evader, coverage);
  }

  private record Visit(int day, int shift, String area) {}
}
