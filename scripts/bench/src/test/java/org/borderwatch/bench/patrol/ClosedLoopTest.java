package org.borderwatch.bench.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.borderwatch.bench.patrol.ClosedLoop.Outcome;
import org.borderwatch.bench.patrol.Smugglers.Habits;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterCheck;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Whether the loop can be trusted, on five areas of 5 km with one crossing each and one or two
 * teams.
 */
final class ClosedLoopTest {
  private static final DutyTerms TERMS = new DutyTerms(8, 11, 5, 90, 0.5, 5000);
  private static final Habits STUBBORN = new Habits(0, 7, 0.8, 15, 0.5);
  private static final Habits CAREFUL = new Habits(6, 7, 0.8, 15, 0.5);
  private static final Knowledge.Terms LEARNING = new Knowledge.Terms(8, 3);
  private static final double[] EVEN = {1, 1, 1, 1, 1};
  private static final double[] ONE_DOMINATES = {1, 1, 30, 1, 1};

  @Test
  void asManyCrossWhateverPatrolsDo() {
    Smugglers people = new Smugglers(ground(ONE_DOMINATES), CAREFUL);
    double[][] before = people.flows(100);
    double[][] met = new double[5][3];
    met[2][0] = 0.9;
    met[4][1] = 0.3;
    for (int day = 0; day < 20; day++) {
      people.watch(met);
      assertThat(sum(people.flows(100))).isCloseTo(100, within(1e-9));
    }
    assertThat(people.flows(100)[2][0]).isLessThan(0.7 * before[2][0]);
    assertThat(people.flows(100)[3][0]).isGreaterThan(before[3][0]);
  }

  @Test
  void withoutPatrolsAndWithoutFearTheyCrossAsInTheScenario() {
    Ground ground = ground(ONE_DOMINATES);
    Smugglers stubborn = new Smugglers(ground, STUBBORN);
    stubborn.watch(new double[][] {{1, 1, 1}, {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 0}});
    for (double[][] flows :
        List.of(new Smugglers(ground, CAREFUL).flows(100), stubborn.flows(100))) {
      for (int at = 0; at < 15; at++) {
        assertThat(flows[at / 3][at % 3]).isCloseTo(100 * ground.share()[at], within(1e-9));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameOutcome() {
    ClosedLoop loop = new ClosedLoop(ground(EVEN), CAREFUL, LEARNING);
    for (Strategy strategy : all()) {
      Outcome once = loop.run(strategy, 5);
      assertThat(loop.run(strategy, 5)).isEqualTo(once);
      assertThat(once.persons()).isPositive().isLessThan(once.crossed());
      assertThat(once.crossed()).isCloseTo(Ground.PERSONS * 20 * 56, within(1e-6));
    }
    assertThat(loop.run(Plans.ours("ours", 1, 0), 6))
        .isNotEqualTo(loop.run(Plans.ours("ours", 1, 0), 5));
  }

  @Test
  void whereOneCrossingDominatesAndNobodyAdaptsTheHottestIsRightlyTheBest() {
    ClosedLoop loop = new ClosedLoop(ground(ONE_DOMINATES, 1), STUBBORN, LEARNING);
    Outcome[][] outcomes = loop.runs(all(), 4, 3);
    double hottest = mean(outcomes[0]);
    for (Outcome[] other : outcomes) {
      assertThat(mean(other)).isLessThanOrEqualTo(1.02 * hottest);
    }
    assertThat(mean(outcomes[1])).isLessThan(0.8 * hottest);
    assertThat(mean(outcomes[2])).isLessThan(0.8 * hottest);
  }

  @Test
  void everyWeekOfEveryStrategyCanBeDone() {
    Ground ground = ground(EVEN);
    for (Strategy strategy : all()) {
      Chance chance = new Chance(9);
      Knowledge knowledge = new Knowledge(ground, LEARNING, chance);
      Strategy.Planner planner = strategy.begin(ground);
      for (int week = 0; week < 8; week++) {
        List<Assignment> duties = planner.week(week, knowledge, chance.of(3, week));
        assertThat(duties).as(strategy.name()).hasSizeBetween(8, 10);
        for (Assignment duty : duties) {
          assertThat(RosterCheck.violations(ground.planned(), List.of(duty))).isEmpty();
        }
        for (Team team : ground.teams()) {
          List<Assignment> own =
              duties.stream().filter(duty -> duty.team().equals(team.code())).toList();
          assertThat(RosterCheck.violations(ground.planned(), own)).as(strategy.name()).isEmpty();
        }
      }
    }
  }

  private static List<Strategy> all() {
    return List.of(
        Rivals.hottest(),
        Rivals.uniform(),
        Rivals.random(),
        Plans.patternOnly(),
        Plans.randomnessOnly(1),
        Plans.ours("ours", 1, 0));
  }

  private static double mean(Outcome[] outcomes) {
    return Arrays.stream(outcomes).mapToDouble(Outcome::perTeamHour).average().orElseThrow();
  }

  private static double sum(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
  }

  /** Eight weeks with 20 groups a day; the first shift is four times as busy as the others. */
  private static Ground ground(double[] strengths) {
    return ground(strengths, 2);
  }

  private static Ground ground(double[] strengths, int teams) {
    List<Shift> shifts =
        IntStream.range(0, 3)
            .mapToObj(i -> new Shift(i + 1, LocalTime.of(6, 0).plusHours(8L * i), 8))
            .toList();
    List<PatrolArea> areas = new ArrayList<>();
    double[] share = new double[15];
    double[] km = new double[5];
    double all = Arrays.stream(strengths).sum();
    History history = History.empty(5, 3);
    for (int area = 0; area < 5; area++) {
      km[area] = 5 * area + 2.5;
      areas.add(
          new PatrolArea(
              "A" + area,
              "A" + area,
              Optional.empty(),
              Neighbour.CN,
              5 * area,
              5 * area + 5,
              Optional.empty(),
              new GeometryFactory().createPolygon(),
              List.of(new LonLat(107, 22)),
              shifts.stream().map(shift -> Crossings.NONE).toList(),
              area == 4 ? Map.of("W", 80.0, "E", 20.0) : Map.of("W", 30.0, "E", 30.0),
              Map.of()));
      for (int shift = 0; shift < 3; shift++) {
        share[3 * area + shift] = strengths[area] / all * (shift == 0 ? 4 : 1) / 6;
        for (int month = 0; month < History.MONTHS; month++) {
          for (int day = 0; day < Ground.WEEK; day++) {
            history.looked()[month][day][area][shift] = 1;
            history.met()[month][day][area][shift] = 20 * share[3 * area + shift];
          }
        }
      }
    }
    int days = 8 * Ground.WEEK;
    double[] groups = new double[days];
    Arrays.fill(groups, 20);
    PlannedAreas planned =
        new PlannedAreas(
            LocalDate.of(2024, 1, 1),
            Ground.WEEK,
            shifts,
            TERMS,
            List.of(new Post("W", "W", "W", 107, 22), new Post("E", "E", "E", 107, 22)),
            List.of(Team.of("W", 1), Team.of("E", 1)).subList(0, teams),
            areas,
            true,
            "test");
    return new Ground(
        planned,
        new int[] {0, 1, 2, 3, 4},
        km,
        share,
        groups,
        new int[days],
        IntStream.range(0, days).map(day -> day % Ground.WEEK).toArray(),
        history);
  }
}
