package org.borderwatch.server.patrol.roster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
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
    Map<String, Integer> numbers = new HashMap<>();
    planned.areas().forEach(area -> numbers.put(area.id(), numbers.size()));
    Map<String, Team> teams = new HashMap<>();
    planned.teams().forEach(team -> teams.put(team.code(), team));
    Map<Visit, Double> missed = new HashMap<>();
    for (Assignment duty : roster) {
      Integer number = numbers.get(duty.area());
      Team team = teams.get(duty.team());
      if (number != null && team != null) {
        PatrolArea area = planned.areas().get(number);
        double stops = planned.terms().meets(planned.onSiteHours(team, area), area.lengthMetres());
        missed.merge(new Visit(duty.day(), duty.shift() - 1, number), 1 - stops, (a, b) -> a * b);
      }
    }
    double expected = 0;
    double low = 0;
    double high = 0;
    double[][] guarded = new double[planned.areas().size()][planned.shifts().size()];
    double[][] stopped = new double[planned.areas().size()][planned.shifts().size()];
    for (Map.Entry<Visit, Double> one : missed.entrySet()) {
      Visit visit = one.getKey();
      double share = 1 - one.getValue();
      Crossings crossings = planned.areas().get(visit.area()).crossings().get(visit.shift());
      expected += crossings.value() * share;
      low += crossings.low() * share;
      high += crossings.high() * share;
      guarded[visit.area()][visit.shift()] += 1.0 / planned.days();
      stopped[visit.area()][visit.shift()] += share / planned.days();
    }
    double evader = 0;
    Map<String, double[]> coverage = new LinkedHashMap<>();
    for (int number = 0; number < guarded.length; number++) {
      PatrolArea area = planned.areas().get(number);
      coverage.put(area.id(), guarded[number]);
      if (planned.teams().stream().anyMatch(team -> RosterCheck.isReached(planned, team, area))) {
        for (int shift = 0; shift < stopped[number].length; shift++) {
          double left = area.crossings().get(shift).value() * (1 - stopped[number][shift]);
          evader = Math.max(evader, left);
        }
      }
    }
    return new RosterWorth(expected, low, high, evader, coverage);
  }

  private record Visit(int day, int shift, int area) {}
}
