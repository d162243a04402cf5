package org.borderwatch.bench.patrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.NoRosterException;
import org.borderwatch.server.patrol.roster.RosterCheck;
import org.borderwatch.server.patrol.roster.RosterDraw;

/**
 * Makes the roster of each week by one strategy. All keep the same reach, hours, rest and duties;
 * those without a roster of ours send each team out on five days a week, in one shift that week.
 */
final class Commander {
  private static final int WEEK = 7;

  private final PlannedAreas planned;
  private final Strategy strategy;
  private final double caution;
  private final SplittableRandom random;
  private final Map<String, Integer> next = new HashMap<>();

  Commander(PlannedAreas planned, Strategy strategy, double caution, SplittableRandom random) {
    this.planned = planned;
    this.strategy = strategy;
    this.caution = caution;
    this.random = random;
  }

  /** The duties of a week, by what the commander believes of each area and shift. */
  List<Assignment> week(double[] believed) throws NoRosterException {
    return switch (strategy) {
      case OURS -> drawn(believed, caution);
      case PATTERN -> drawn(believed, 0);
      case RANDOMNESS -> drawn(believed, 1);
      default -> plain(believed);
    };
  }

  private List<Assignment> drawn(double[] believed, double howCautious) throws NoRosterException {
    int shifts = planned.shifts().size();
    List<PatrolArea> areas = new ArrayList<>();
    for (int area = 0; area < planned.areas().size(); area++) {
      List<Crossings> crossings = new ArrayList<>();
      for (int shift = 0; shift < shifts; shift++) {
        double value = believed[area * shifts + shift];
        crossings.add(new Crossings(value, value, value, value));
      }
      areas.add(with(planned.areas().get(area), crossings));
    }
    PlannedAreas now =
        new PlannedAreas(
            planned.from(),
            WEEK,
            planned.shifts(),
            planned.terms(),
            planned.posts(),
            planned.teams(),
            areas,
            true,
            "");
    return RosterDraw.of(now, random.nextLong(), howCautious).duties();
  }

  private static PatrolArea with(PatrolArea area, List<Crossings> crossings) {
    return new PatrolArea(
        area.id(),
        area.name(),
        area.rank(),
        area.with(),
        area.fromKm(),
        area.untilKm(),
        area.stretch(),
        area.shape(),
        area.waypoints(),
        crossings,
        area.reachMinutes(),
        area.ways());
  }

  private List<Assignment> plain(double[] believed) {
    List<Assignment> duties = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int begin = random.nextInt(WEEK);
    int number = 0;
    for (Team team : planned.teams()) {
      List<int[]> places = places(team);
      places.sort(
          Comparator.comparingDouble(
              place -> -believed[place[0] * planned.shifts().size() + place[1]]));
      int shift =
          strategy == Strategy.HOTTEST
              ? free(places, taken)[1]
              : random.nextInt(planned.shifts().size());
      for (int day = 1; day <= WEEK; day++) {
        boolean rests = (day + begin + number) % WEEK >= planned.terms().dutiesPerWeek();
        if (!rests) {
          int[] place = choose(team, places, shift, taken, day);
          duties.add(
              new Assignment(day, place[1] + 1, team.code(), planned.areas().get(place[0]).id()));
        }
      }
      if (strategy == Strategy.HOTTEST) {
        int[] hottest = free(places, taken);
        taken.add(hottest[0] + " " + hottest[1]);
      }
      number++;
    }
    return duties;
  }

  private int[] choose(Team team, List<int[]> places, int shift, Set<String> taken, int day) {
    if (strategy == Strategy.HOTTEST) {
      return free(places, taken);
    }
    List<int[]> mine =
        places.stream()
            .filter(place -> place[1] == shift)
            .sorted(Comparator.comparingInt(place -> place[0]))
            .toList();
    if (strategy == Strategy.RANDOM) {
      return mine.get(random.nextInt(mine.size()));
    }
    return mine.get(next.merge(team.code() + shift, 1, Integer::sum) % mine.size());
  }

  private static int[] free(List<int[]> places, Set<String> taken) {
    return places.stream()
        .filter(place -> !taken.contains(place[0] + " " + place[1]))
        .findFirst()
        .orElse(places.get(0));
  }

  /** Areas and shifts that a team reaches. */
  private List<int[]> places(Team team) {
    List<int[]> places = new ArrayList<>();
    for (int area = 0; area < planned.areas().size(); area++) {
      if (planned.onSiteHours(team, planned.areas().get(area)) >= RosterCheck.LEAST_ON_SITE_HOURS) {
        for (int shift = 0; shift < planned.shifts().size(); shift++) {
          places.add(new int[] {area, shift});
        }
      }
    }
    return places;
  }
}
