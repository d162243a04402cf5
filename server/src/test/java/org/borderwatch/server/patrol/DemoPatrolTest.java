package org.borderwatch.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.demo.UnstoredDemo;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterCheck;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patrol areas and rosters on the demo, from its rows to its documents. */
class DemoPatrolTest {
  private static AnalysisProcess areas;
  private static byte[] sixTeams;

  @BeforeAll
  static void askForSixTeams() throws Exception {
    Scenario demo = Scenario.demo(TestStudy.LAYERS.border(), Places.load());
    StudySources sources = TestStudy.demo();
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
    areas = new PatrolAreasProcess(sources, synthetic -> network, () -> posts);
    sixTeams = run("{\"teams\": 6, \"curveTo\": 3}", Progress.UNWATCHED).forms().get(0).content();
  }

  private static ProcessResult run(String inputs, Progress progress) throws Exception {
    return areas
        .prepare(new ProcessInputs(Json.tree(inputs), areas.description().inputNames()))
        .run(Crew.of(2, progress));
  }

  @Test
  void sixTeamsGetAreasThatAreProvenToBeTheBest() {
    JsonNode document = Json.tree(sixTeams);
    JsonNode summary = document.path("summary");
    assertThat(summary.path("status").asText()).isEqualTo("optimal");
    assertThat(summary.path("gap").asDouble()).isLessThan(1e-6);
    double sum = 0;
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode one : document.path("features")) {
      JsonNode chosen = one.path("properties");
      assertThat(chosen.path("reach_minutes").asDouble()).isBetween(0.0, 90.0);
      assertThat(chosen.path("on_site_hours").asDouble())
          .isCloseTo(8 - 2 * chosen.path("reach_minutes").asDouble() / 60, within(1e-9));
      assertThat(chosen.path("expected_interceptions").asDouble()).isLessThanOrEqualTo(last);
      assertThat(chosen.path("way").size()).isGreaterThan(1);
      assertThat(chosen.path("synthetic").asBoolean()).isTrue();
      last = chosen.path("expected_interceptions").asDouble();
      sum += last;
    }
    assertThat(document.path("features")).hasSize(6);
    assertThat(sum).isCloseTo(summary.path("value").asDouble(), within(1e-6));
    assertThat(summary.path("low").asDouble()).isLessThan(sum);
    assertThat(summary.path("high").asDouble()).isGreaterThan(sum);
    assertThat(summary.path("curve")).hasSize(3);
    assertThat(summary.at("/forecast/pai/model").asDouble())
        .isGreaterThan(summary.at("/forecast/pai/plain").asDouble());
  }

  @Test
  void areasTileTheBorderAndComeBackFromTheDocument() {
    PlannedAreas planned = PlannedAreasRepository.parse(sixTeams).orElseThrow();
    List<PatrolArea> along = new ArrayList<>(planned.areas());
    along.sort(Comparator.comparingDouble(PatrolArea::fromKm));
    for (int i = 0; i < along.size(); i++) {
      PatrolArea area = along.get(i);
      assertThat(area.shape().isValid()).isTrue();
      assertThat(area.shape().getArea()).isPositive();
      assertThat(area.waypoints()).isNotEmpty();
      assertThat(area.crossings()).hasSize(2);
      if (i > 0) {
        assertThat(area.fromKm()).isCloseTo(along.get(i - 1).untilKm(), within(1e-6));
      }
    }
    assertThat(planned.teams()).hasSize(6);
    assertThat(planned.areas().stream().filter(area -> area.rank().isPresent()).count())
        .isEqualTo(6);
    assertThat(planned.synthetic()).isTrue();
  }

  @Test
  void aRosterOfTheseAreasCanBeDoneAndIsWorthWhatThePlanSaid() throws Exception {
    PlannedAreas planned = PlannedAreasRepository.parse(sixTeams).orElseThrow();
    AnalysisProcess rosters = new PatrolRosterProcess(job -> Optional.of(planned));
    String inputs =
        "{\"areas\": \"00000000-0000-0000-0000-000000000001\", \"seed\": 4711, \"caution\": 0}";
    JsonNode found =
        Json.tree(
            rosters
                .prepare(new ProcessInputs(Json.tree(inputs), rosters.description().inputNames()))
                .run(Crew.alone())
                .forms()
                .get(0)
                .content());
    List<Assignment> roster = new ArrayList<>();
    for (JsonNode one : found.path("features")) {
      JsonNode duty = one.path("properties");
      roster.add(
          new Assignment(
              duty.path("day").asInt(),
              duty.path("shift").asInt(),
              duty.path("team").asText(),
              duty.path("area").asText()));
    }
    assertThat(roster).hasSize(30);
    assertThat(RosterCheck.violations(planned, roster)).isEmpty();
    // Reckoned by other code than the choice of areas.
    assertThat(RosterWorth.of(planned, roster).expected())
        .isCloseTo(Json.tree(sixTeams).at("/summary/value").asDouble(), within(1e-6));
  }

  @Test
  void whatMustBeAndWhatMustNotBeHold() throws Exception {
    JsonNode document =
        Json.tree(
            run(
                    """
                    {"teams": {"LS-08": 1, "LS-05": 1}, "curveTo": 1, "hours": 7,
                     "include": ["CN:1150/1152"], "exclude": ["CN:1219/1221"]}""",
                    Progress.UNWATCHED)
                .forms()
                .get(0)
                .content());
    boolean included = false;
    for (JsonNode one : document.path("features")) {
      double from = one.at("/properties/from_km").asDouble();
      double until = one.at("/properties/to_km").asDouble();
      included |= from < 1152 && until > 1150;
      assertThat(from < 1221 && until > 1219).isFalse();
    }
    assertThat(included).isTrue();
  }

  @Test
  void whatCannotBePlannedIsRefusedWithTheReason() {
    refuses("{\"teams\": 0}", "no teams");
    refuses("{}", "teams is missing");
    refuses("{\"teams\": 6, \"hours\": 0}", "hours is 0");
    refuses("{\"teams\": 6, \"hours\": 13}", "overlaps the next");
    refuses("{\"teams\": 6, \"reachMinutes\": 1}", "No post reaches");
    refuses("{\"teams\": {\"XX\": 1}}", "no post XX");
    refuses("{\"teams\": 60, \"reachMinutes\": 8, \"mostPerArea\": 1}", "within reach is room for");
    refuses(
        "{\"teams\": 1, \"include\": [\"CN:1060/1061\", \"CN:1280/1281\"]}",
        "No plan with 1 teams");
    refuses(
        "{\"teams\": 2, \"include\": [\"CN:1060/1062\"], \"exclude\": [\"CN:1061/1063\"]}",
        "both a must and excluded");
    refuses("{\"teams\": 2, \"include\": [\"somewhere\"]}", "pieces of the border");
  }

  private static void refuses(String inputs, String reason) {
    assertThatThrownBy(() -> run(inputs, Progress.UNWATCHED))
        .as(inputs)
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aPlanThatIsStoppedKeepsTheBestSoFar() throws Exception {
    boolean[] stop = {false};
    ProcessResult stopped =
        run(
            "{\"teams\": 9}",
            new Progress() {
              @Override
              public void report(double fraction, String message) {
                // Told while the curve is being made, long after the plan is there.
                stop[0] |= message.contains("Cutting the border");
              }

              @Override
              public boolean cancelled() {
                return stop[0] && isInSearch();
              }

              private boolean isInSearch() {
                return StackWalker.getInstance()
                    .walk(
                        frames ->
                            frames.anyMatch(
                                frame -> frame.getClassName().contains("UncertainCoverage")));
              }
            });
    assertThat(stopped.bestSoFar()).isTrue();
    JsonNode document = Json.tree(stopped.forms().get(0).content());
    assertThat(document.at("/summary/status").asText()).isEqualTo("stopped");
    assertThat(document.path("features")).hasSize(9);
    assertThat(document.at("/summary/bound").asDouble())
        .isGreaterThanOrEqualTo(document.at("/summary/value").asDouble());
  }
}
