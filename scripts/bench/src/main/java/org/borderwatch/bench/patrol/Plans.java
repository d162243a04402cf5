package org.borderwatch.bench.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.cover.CoverageLimits;
import org.borderwatch.server.patrol.cover.CoverageProblem;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.cover.CoverageSolution;
import org.borderwatch.server.patrol.cover.InfeasibleException;
import org.borderwatch.server.patrol.cover.MaximumCoverage;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.NoRosterException;
import org.borderwatch.server.patrol.roster.RosterDraw;

/** What the program plans, whole and by halves. */
final class Plans {
  private Plans() {}

  /**
   * Estimates, and a roster drawn by chance from the game that they make.
   *
   * @param caution as in {@link RosterDraw}
   * @param curiosity as in {@link Knowledge#expected}
   */
  static Strategy ours(String name, double caution, double curiosity) {
    return mixed(name, caution, knowledge -> knowledge.expected(curiosity));
  }

  /** The same draw from plain counts: randomness without what is known of effort and season. */
  static Strategy randomnessOnly(double caution) {
    return mixed("randomness only", caution, Knowledge::plainCounts);
  }

  private interface Values {
    double[][] of(Knowledge knowledge);
  }

  private static Strategy mixed(String name, double caution, Values values) {
    return Rivals.strategy(
        name,
        ground ->
            (week, knowledge, random) -> {
              PlannedAreas planned = with(ground.planned(), values.of(knowledge));
              try {
                return RosterDraw.of(planned, random.nextLong(), caution).duties();
              } catch (NoRosterException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
  }

  private static PlannedAreas with(PlannedAreas planned, double[][] values) {
    List<PatrolArea> areas = new ArrayList<>();
    for (int area = 0; area < values.length; area++) {
      PatrolArea one = planned.areas().get(area);
      List<Crossings> crossings =
          Arrays.stream(values[area])
              .mapToObj(value -> new Crossings(value, value, value, value))
              .toList();
      areas.add(
          new PatrolArea(
              one.id(),
              one.name(),
              one.rank(),
              one.with(),
              one.fromKm(),
              one.untilKm(),
              one.stretch(),
              one.shape(),
              one.waypoints(),
              crossings,
              one.reachMinutes(),
              one.ways()));
    }
    return new PlannedAreas(
        planned.from(),
        planned.days(),
        planned.shifts(),
        planned.terms(),
        planned.posts(),
        planned.teams(),
        areas,
        planned.synthetic(),
        planned.dataVersion());
  }

  /** The choice of areas and shifts that stops most by the estimates: the same on all days. */
  static Strategy patternOnly() {
    return Rivals.strategy(
        "pattern only",
        ground -> {
          double[][] efforts = ground.efforts();
          DutyDays days = Rivals.days(ground);
          return (week, knowledge, random) -> {
            int[] places = best(ground, efforts, knowledge.expected(0));
            List<Assignment> duties = new ArrayList<>();
            for (int team = 0; team < places.length; team++) {
              for (int day = 0; day < Ground.WEEK && places[team] >= 0; day++) {
                if (days.isOn(team, day)) {
                  duties.add(
                      Rivals.duty(
                          ground,
                          day,
                          places[team] % ground.shifts(),
                          team,
                          places[team] / ground.shifts()));
                }
              }
            }
            return duties;
          };
        });
  }

  /** For each team area times shifts plus shift, or -1. */
  private static int[] best(Ground ground, double[][] efforts, double[][] expected) {
    int shifts = ground.shifts();
    double[] weights = Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray();
    List<Site> sites = new ArrayList<>();
    List<int[]> meant = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (int team = 0; team < efforts.length; team++) {
      List<Integer> own = new ArrayList<>();
      for (int target = 0; target < weights.length; target++) {
        double effort = efforts[team][target / shifts];
        if (effort > 0) {
          own.add(sites.size());
          sites.add(new Site(new int[] {target}, new double[] {effort}, 0, 1));
          meant.add(new int[] {team, target});
        }
      }
      groups.add(new Group(own.stream().mapToInt(Integer::intValue).toArray(), 0, 1));
    }
    int[] places = new int[efforts.length];
    Arrays.fill(places, -1);
    try {
      CoverageSolution solution =
          MaximumCoverage.solve(
              new CoverageProblem(weights, sites, groups, efforts.length),
              CoverageLimits.USUAL,
              Crew.alone());
      for (int site = 0; site < meant.size(); site++) {
        if (solution.taken()[site] > 0) {
          places[meant.get(site)[0]] = meant.get(site)[1];
        }
      }
      return places;
    } catch (InfeasibleException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
