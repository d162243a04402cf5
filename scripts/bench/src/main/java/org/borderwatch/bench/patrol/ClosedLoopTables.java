package org.borderwatch.bench.patrol;

import com.google.ortools.Loader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.borderwatch.bench.patrol.ClosedLoop.Outcome;
import org.borderwatch.bench.patrol.Smugglers.Habits;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.patrol.area.DutyTerms;

/**
 * What plans are worth against people who adapt, on the demo; prints Markdown. Words: runs, and a
 * seed.
 */
public final class ClosedLoopTables {
  static final DutyTerms TERMS = new DutyTerms(8, 11, 5, 90, 0.5, 5000);
  static final int TEAMS = 6;
  static final int WEEKS = 12;
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final Knowledge.Terms LEARNING = new Knowledge.Terms(13, 3);
  static final double CAUTION = 0.8;
  static final Habits USUAL = new Habits(6, 7, 0.8, 15, 0.5);

  /** The sensitivity tables take a part of the runs. */
  private static final int PART = 8;

  private static final double NORMAL_95 = 1.959964;

  private final Ground ground;
  private final int runs;
  private final long seed;

  private ClosedLoopTables(Ground ground, int runs, long seed) {
    this.ground = ground;
    this.runs = runs;
    this.seed = seed;
  }

  /** Prints the tables. */
  public static void main(String[] words) {
    Loader.loadNativeLibraries();
    ReferenceLayers layers = ReferenceLayers.load();
    Scenario demo = Scenario.demo(layers.border(), Places.load());
    Ground ground = DemoGround.of(demo, layers, TERMS, TEAMS, FIRST, WEEKS);
    ClosedLoopTables tables =
        new ClosedLoopTables(ground, Integer.parseInt(words[0]), Long.parseLong(words[1]));
    tables.ground();
    tables.strategies();
    tables.adaptation();
    tables.caution();
    tables.learning();
  }

  private void ground() {
    say(
        "%d areas, %d crossings, %.0f groups a day; %d teams, %d weeks from %s, %d runs, seed %d.%n",
        ground.areas(),
        ground.km().length,
        Arrays.stream(ground.groupsADay()).average().orElseThrow(),
        ground.teams().size(),
        ground.weeks(),
        FIRST,
        runs,
        seed);
    long reached =
        Arrays.stream(ground.areaOf())
            .filter(area -> Arrays.stream(ground.efforts()).anyMatch(team -> team[area] > 0))
            .count();
    say("Within reach of some team: %d of the crossings.%n", reached);
  }

  private void strategies() {
    List<Strategy> strategies =
        List.of(
            ours(),
            Rivals.uniform(),
            Rivals.random(),
            Rivals.hottest(),
            Plans.patternOnly(),
            Plans.randomnessOnly(CAUTION));
    Outcome[][] outcomes = loop(USUAL).runs(strategies, runs, seed);
    say("| strategy | persons a team-hour | of all who cross | ours less it | ours ahead in |");
    say("|---|--:|--:|--:|--:|");
    double[] ours = perHour(outcomes[0]);
    for (int i = 0; i < outcomes.length; i++) {
      double[] one = perHour(outcomes[i]);
      double share =
          Arrays.stream(outcomes[i])
              .mapToDouble(o -> o.persons() / o.crossed())
              .average()
              .orElse(0);
      String paired = i == 0 ? "" : Mean.of(less(ours, one)).text();
      String ahead =
          i == 0
              ? ""
              : "%d of %d"
                  .formatted(
                      Arrays.stream(less(ours, one)).filter(by -> by > 0).count(), one.length);
      say(
          "| %s | %s | %.2f %% | %s | %s |",
          strategies.get(i).name(), Mean.of(one).text(), 100 * share, paired, ahead);
    }
    say("");
    say("| strategy | duties a week | cancelled for want of rest, of all |");
    say("|---|--:|--:|");
    for (int i = 0; i < outcomes.length; i++) {
      double duties =
          Arrays.stream(outcomes[i])
              .mapToDouble(o -> o.hours() / TERMS.hours())
              .average()
              .orElse(0);
      double cancelled =
          Arrays.stream(outcomes[i]).mapToInt(Outcome::cancelled).average().orElse(0);
      say(
          "| %s | %.2f | %.2f %% |",
          strategies.get(i).name(),
          duties / ground.weeks(),
          100 * cancelled / (duties + cancelled));
    }
    say("");
  }

  private void adaptation() {
    say(
        "| rationality | half life, days | uniform | random | hottest | pattern only | randomness only | ours | ours less the best other |");
    say("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (Habits habits : List.of(with(0, 7), with(3, 7), with(12, 7), with(6, 2), with(6, 28))) {
      List<Strategy> strategies =
          List.of(
              Rivals.uniform(),
              Rivals.random(),
              Rivals.hottest(),
              Plans.patternOnly(),
              Plans.randomnessOnly(CAUTION),
              ours());
      List<double[]> found =
          Arrays.stream(loop(habits).runs(strategies, part(), seed + 1))
              .map(ClosedLoopTables::perHour)
              .toList();
      double[] own = found.get(found.size() - 1);
      int best = 0;
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < found.size(); i++) {
        Mean mean = Mean.of(found.get(i));
        row.append(String.format(Locale.ROOT, " %.3f |", mean.mean()));
        best = i < found.size() - 1 && mean.mean() > Mean.of(found.get(best)).mean() ? i : best;
      }
      say(
          "| %.0f | %.0f |%s %s (%s) |",
          habits.rationality(),
          habits.halfLifeDays(),
          row,
          Mean.of(less(own, found.get(best))).text(),
          strategies.get(best).name());
    }
    say("");
  }

  private void caution() {
    say("| caution | ours | randomness only |");
    say("|--:|--:|--:|");
    for (double caution : new double[] {0, 0.5, 0.8, 1}) {
      List<Strategy> strategies =
          List.of(Plans.ours("ours", caution, 0), Plans.randomnessOnly(caution));
      StringBuilder row = new StringBuilder();
      for (Outcome[] one : loop(USUAL).runs(strategies, part(), seed + 2)) {
        row.append(" ").append(Mean.of(perHour(one)).text()).append(" |");
      }
      say("| %.1f |%s", caution, row);
    }
    say("");
  }

  /** What the planner could still gain by learning otherwise. */
  private void learning() {
    say("| half life of what was met, weeks | curiosity 0 | curiosity 1 | curiosity 2 |");
    say("|--:|--:|--:|--:|");
    for (double halfLife : new double[] {2, 6, 13, 26}) {
      List<Strategy> strategies = new ArrayList<>();
      for (double curiosity : new double[] {0, 1, 2}) {
        strategies.add(Plans.ours("ours", CAUTION, curiosity));
      }
      ClosedLoop loop =
          new ClosedLoop(ground, USUAL, new Knowledge.Terms(halfLife, LEARNING.cellEvents()));
      StringBuilder row = new StringBuilder();
      for (Outcome[] one : loop.runs(strategies, part(), seed + 3)) {
        row.append(" ").append(Mean.of(perHour(one)).text()).append(" |");
      }
      say("| %.0f |%s", halfLife, row);
    }
  }

  private static Strategy ours() {
    return Plans.ours("ours", CAUTION, 0);
  }

  private static Habits with(double rationality, double halfLifeDays) {
    return new Habits(
        rationality, halfLifeDays, USUAL.adapting(), USUAL.reachKm(), USUAL.otherShift());
  }

  private int part() {
    return Math.max(2, runs / PART);
  }

  private ClosedLoop loop(Habits habits) {
    return new ClosedLoop(ground, habits, LEARNING);
  }

  private static double[] perHour(Outcome[] outcomes) {
    return Arrays.stream(outcomes).mapToDouble(Outcome::perTeamHour).toArray();
  }

  private static double[] less(double[] one, double[] other) {
    double[] less = new double[one.length];
    Arrays.setAll(less, i -> one[i] - other[i]);
    return less;
  }

  /** A mean over runs and the half width of its 95 % confidence interval. */
  private record Mean(double mean, double half) {
    static Mean of(double[] values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
      return new Mean(mean, NORMAL_95 * Math.sqrt(squares / (values.length - 1) / values.length));
    }

    String text() {
      return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", mean, mean - half, mean + half);
    }
  }

  private static void say(String line, Object... words) {
    System.out.println(String.format(Locale.ROOT, line, words));
  }
}
