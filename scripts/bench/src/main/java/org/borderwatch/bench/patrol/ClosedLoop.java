package org.borderwatch.bench.patrol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Mouth;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.demo.UnstoredDemo;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.patrol.PatrolAreasProcess;
import org.borderwatch.server.patrol.PlannedAreasRepository;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.NoRosterException;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.StudySources;

/**
 * A closed loop on the demo: smugglers learn where patrols are, planners learn where people are
 * met. Prints Markdown. Words: runs, first seed, weeks, care of the smugglers (several with
 * commas).
 */
public final class ClosedLoop {
  private static final String HISTORY = "2022-01-01/2023-12-31";
  private static final double PERSONS_A_GROUP = 4;
  private static final int BURN_IN_WEEKS = 2;

  /** Six teams at posts along the whole border, one each: the same for everybody. */
  private static final String QUESTION =
      """
      {"filter": {"datetime": "%s"}, "from": "2024-01-01", "curveTo": 1,
       "teams": {"LS-01": 1, "LS-03": 1, "LS-05": 1, "LS-07": 1, "LS-08": 1, "LS-10": 1}}""";

  private final Scenario demo;
  private final PlannedAreas planned;
  private final int weeks;

  private ClosedLoop(Scenario demo, PlannedAreas planned, int weeks) {
    this.demo = demo;
    this.planned = planned;
    this.weeks = weeks;
  }

  /** Prints the tables. */
  public static void main(String[] words) throws Exception {
    int runs = Integer.parseInt(words[0]);
    long seed = Long.parseLong(words[1]);
    ReferenceLayers layers = ReferenceLayers.load();
    Scenario demo = Scenario.demo(layers.border(), Places.load());
    PlannedAreas planned = areas(demo, layers);
    ClosedLoop loop = new ClosedLoop(demo, planned, Integer.parseInt(words[2]));
    double caution = words.length > 4 ? Double.parseDouble(words[4]) : 0.5;
    for (String care : words[3].split(",")) {
      loop.table(runs, seed, Double.parseDouble(care), caution);
    }
  }

  private static PlannedAreas areas(Scenario demo, ReferenceLayers layers) throws Exception {
    StudySources sources = UnstoredDemo.of(demo, layers);
    RoadNetwork network = UnstoredDemo.network(demo.network());
    List<Post> posts =
        demo.stations().stream()
            .map(
                one ->
                    new Post(
                        one.code(),
                        one.nameVi(),
                        one.nameEn(),
                        one.position().lon(),
                        one.position().lat()))
            .toList();
    PatrolAreasProcess process = new PatrolAreasProcess(sources, synthetic -> network, () -> posts);
    byte[] result =
        process
            .prepare(
                new ProcessInputs(
                    Json.tree(QUESTION.formatted(HISTORY)), process.description().inputNames()))
            .run(Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED))
            .forms()
            .get(0)
            .content();
    return PlannedAreasRepository.parse(result).orElseThrow();
  }

  private void table(int runs, long seed, double care, double caution) throws Exception {
    Strategy[] all = Strategy.values();
    double[][] scores = new double[all.length][runs];
    double[][] usual = usual();
    Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED)
        .each(
            runs,
            run -> {
              for (Strategy strategy : all) {
                try {
                  scores[strategy.ordinal()][run] = run(strategy, seed + run, care, caution, usual);
                } catch (NoRosterException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    say("");
    say(
        "Care %s, caution %s, %d runs of %d weeks, seeds from %d."
            .formatted(care, caution, runs, weeks, seed));
    say("");
    say(
        "| strategy | persons stopped per 100 team hours | 95 % interval | ours less this, paired |");
    say("|---|--:|--:|--:|");
    for (Strategy strategy : all) {
      double[] score = scores[strategy.ordinal()];
      double[] less =
          IntStream.range(0, runs)
              .mapToDouble(i -> scores[Strategy.OURS.ordinal()][i] - score[i])
              .toArray();
      say(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f to %.2f | %s |",
              strategy.title(),
              mean(score),
              mean(score) - error(score),
              mean(score) + error(score),
              strategy == Strategy.OURS
                  ? "–"
                  : String.format(
                      Locale.ROOT,
                      "%+.2f (%+.2f to %+.2f)",
                      mean(less),
                      mean(less) - error(less),
                      mean(less) + error(less))));
    }
  }

  /** One run: persons that are expected to be stopped per 100 team hours, the ways included. */
  private double run(Strategy strategy, long seed, double care, double caution, double[][] usual)
      throws NoRosterException {
    int shifts = planned.shifts().size();
    SplittableRandom chance = new SplittableRandom(seed);
    SplittableRandom world = chance.split();
    Commander commander = new Commander(planned, strategy, caution, chance.split());
    Smugglers smugglers = new Smugglers(planned.areas(), shifts, care);
    double[] prior = new double[planned.areas().size() * shifts];
    for (int place = 0; place < prior.length; place++) {
      var crossings = planned.areas().get(place / shifts).crossings().get(place % shifts);
      prior[place] = strategy.withEffort() ? crossings.value() : crossings.plain();
    }
    Estimates estimates = new Estimates(prior, strategy.withEffort());
    Map<String, Integer> numbers = new HashMap<>();
    planned.areas().forEach(area -> numbers.put(area.id(), numbers.size()));
    double stoppedPersons = 0;
    double hours = 0;
    for (int week = 0; week < weeks; week++) {
      List<Assignment> duties = commander.week(estimates.now());
      for (int day = 0; day < 7; day++) {
        double[] people = smugglers.today(usual[week * 7 + day]);
        double[] missed = new double[people.length];
        Arrays.fill(missed, 1);
        for (Assignment duty : duties) {
          if (duty.day() == day + 1) {
            int place = numbers.get(duty.area()) * shifts + duty.shift() - 1;
            PatrolArea area = planned.areas().get(place / shifts);
            Team team = planned.team(duty.team()).orElseThrow();
            double stops =
                planned.terms().meets(planned.onSiteHours(team, area), area.lengthMetres());
            missed[place] *= 1 - stops;
            hours += week < BURN_IN_WEEKS ? 0 : planned.terms().hours();
          }
        }
        double[] stopped = new double[people.length];
        for (int place = 0; place < people.length; place++) {
          stopped[place] = 1 - missed[place];
          if (stopped[place] > 0) {
            stoppedPersons += week < BURN_IN_WEEKS ? 0 : people[place] * stopped[place];
            double groups = poisson(people[place] * stopped[place] / PERSONS_A_GROUP, world);
            estimates.see(place, groups * PERSONS_A_GROUP, stopped[place]);
          }
        }
        smugglers.learn(stopped);
        estimates.endDay();
      }
      estimates.endWeek();
    }
    return 100 * stoppedPersons / hours;
  }

  /** People by day, area and shift if nobody patrolled: the truth of the demo, gates left out. */
  private double[][] usual() {
    int shifts = planned.shifts().size();
    double[][] usual = new double[weeks * 7][planned.areas().size() * shifts];
    for (Mouth mouth : demo.truth().mouths()) {
      int area =
          IntStream.range(0, planned.areas().size())
              .filter(i -> mouth.km() >= planned.areas().get(i).fromKm())
              .filter(i -> mouth.km() < planned.areas().get(i).untilKm())
              .findFirst()
              .orElse(-1);
      if (area < 0 || mouth.isGate()) {
        continue;
      }
      for (int day = 0; day < usual.length; day++) {
        for (Shift shift : planned.shifts()) {
          for (int hour = 0; hour < shift.hours(); hour++) {
            int at = shift.from().getHour() + hour;
            usual[day][area * shifts + shift.number() - 1] +=
                PERSONS_A_GROUP
                    * demo.expectedCrossings(
                        mouth, planned.from().plusDays(day + at / 24), at % 24);
          }
        }
      }
    }
    return usual;
  }

  private static int poisson(double mean, SplittableRandom random) {
    int count = 0;
    double product = random.nextDouble();
    while (product > Math.exp(-mean)) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Half the width of the 95 % interval of the mean. */
  private static double error(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return 1.96 * Math.sqrt(squares / (values.length - 1) / values.length);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
