package org.borderwatch.bench.patrol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.roster.Assignment;

/**
 * One strategy against people who adapt, week by week: it plans from what it knows, its teams meet
 * who happens to cross where they are, it learns from that alone (and from reports, which come
 * whatever it does), and those who cross learn what was patrolled.
 *
 * <p>What is met is a matter of luck and teaches the planner; what is counted is its expectation,
 * given who crosses where, which is the same on average and much less noisy.
 */
final class ClosedLoop {
  private static final double DAY_HOURS = 24;
  private static final long SEEDS_APART = 1_000_003;

  private final Ground ground;
  private final Smugglers smugglers;
  private final Knowledge.Terms terms;
  private final double[][] efforts;
  private final Map<String, Integer> teams = new HashMap<>();
  private final Map<String, Integer> areas = new HashMap<>();

  ClosedLoop(Ground ground, Smugglers.Habits habits, Knowledge.Terms terms) {
    this.ground = ground;
    this.smugglers = new Smugglers(ground, habits);
    this.terms = terms;
    this.efforts = ground.efforts();
    ground.teams().forEach(team -> teams.put(team.code(), teams.size()));
    ground.planned().areas().forEach(area -> areas.put(area.id(), areas.size()));
  }

  /**
   * What came of it.
   *
   * @param persons expected to be intercepted
   * @param hours of duty
   * @param crossed persons that came to cross
   * @param cancelled duties for which the team had not rested
   */
  record Outcome(double persons, double hours, double crossed, int cancelled) {
    double perTeamHour() {
      return persons / hours;
    }
  }

  /** Runs it. The same seed brings the same luck to every strategy. */
  Outcome run(Strategy strategy, long seed) {
    Chance chance = new Chance(seed);
    Knowledge knowledge = new Knowledge(ground, terms, chance);
    Smugglers people = smugglers.fresh();
    Strategy.Planner planner = strategy.begin(ground);
    double[] rested = new double[teams.size()];
    double persons = 0;
    double crossed = 0;
    int duties = 0;
    int cancelled = 0;
    for (int week = 0; week < ground.weeks(); week++) {
      List<Assignment> plan = planner.week(week, knowledge, chance.of(3, week));
      double[][] reported = new double[ground.areas()][ground.shifts()];
      knowledge.forget();
      for (int weekday = 0; weekday < Ground.WEEK; weekday++) {
        int day = week * Ground.WEEK + weekday;
        double[][] flows = people.flows(ground.groupsADay()[day]);
        double[][] effort = new double[ground.areas()][ground.shifts()];
        for (Assignment duty : plan) {
          if (duty.day() == weekday + 1) {
            int team = Objects.requireNonNull(teams.get(duty.team()));
            int area = Objects.requireNonNull(areas.get(duty.area()));
            Shift shift = ground.planned().shifts().get(duty.shift() - 1);
            double begins = DAY_HOURS * day + shift.from().toSecondOfDay() / 3600.0;
            if (begins < rested[team] - 1e-9) {
              cancelled++;
              continue;
            }
            rested[team] = begins + shift.hours() + ground.planned().terms().restHours();
            effort[area][duty.shift() - 1] += efforts[team][area];
            duties++;
          }
        }
        double[][] met = new double[ground.areas()][ground.shifts()];
        for (int area = 0; area < met.length; area++) {
          for (int shift = 0; shift < met[area].length; shift++) {
            double flow = flows[area][shift];
            crossed += flow;
            reported[area][shift] += Ground.REPORTED * flow;
            if (effort[area][shift] > 0) {
              double probability = -Math.expm1(-effort[area][shift]);
              met[area][shift] = probability;
              persons += flow * probability;
              knowledge.duty(
                  area,
                  shift,
                  ground.monthOf()[day],
                  ground.weekdayOf()[day],
                  probability,
                  chance.poisson(flow * probability, 4, day, area, shift));
            }
          }
        }
        people.watch(met);
      }
      for (int area = 0; area < reported.length; area++) {
        for (int shift = 0; shift < reported[area].length; shift++) {
          knowledge.reports(
              area, shift, chance.poisson(reported[area][shift], 5, week, area, shift));
        }
      }
    }
    return new Outcome(
        Ground.PERSONS * persons,
        duties * ground.planned().terms().hours(),
        Ground.PERSONS * crossed,
        cancelled);
  }

  /** All strategies with the luck of several seeds: by strategy and run. */
  Outcome[][] runs(List<Strategy> strategies, int runs, long seed) {
    Outcome[][] outcomes = new Outcome[strategies.size()][runs];
    IntStream.range(0, runs)
        .parallel()
        .forEach(
            run -> {
              for (int strategy = 0; strategy < outcomes.length; strategy++) {
                outcomes[strategy][run] = run(strategies.get(strategy), SEEDS_APART * seed + run);
              }
            });
    return outcomes;
  }
}
