package org.borderwatch.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;

/** Coverage and rosters of what comes with the request. */
class InlinePatrolTest {
  private static final String PLACES =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "a", "geometry": {"type": "Point", "coordinates": [106.5, 22]}, "properties": {"v": 8}},
        {"type": "Feature", "id": "b", "geometry": {"type": "Point", "coordinates": [106.6, 22]}, "properties": {"v": 4}},
        {"type": "Feature", "id": "c", "geometry": {"type": "Point", "coordinates": [106.7, 22]}, "properties": {"v": 2}}]}""";

  private final AnalysisProcess areas =
      new PatrolAreasProcess(TestStudy.empty().sources(), NetworkSource.NONE, List::of);
  private final AnalysisProcess rosters = new PatrolRosterProcess(AreasOfJob.NONE);

  private static JsonNode run(AnalysisProcess process, String inputs) throws Exception {
    return Json.tree(
        process
            .prepare(new ProcessInputs(Json.tree(inputs), process.description().inputNames()))
            .run(Crew.alone())
            .forms()
            .get(0)
            .content());
  }

  private static String points(double... xyWeight) {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < xyWeight.length; i += 3) {
      features.append(
          "%s{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [%s, %s]}, \"properties\": {\"w\": %s}}"
              .formatted(i == 0 ? "" : ",", xyWeight[i], xyWeight[i + 1], xyWeight[i + 2]));
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }

  @Test
  void theReferenceGameOfThreePlaces() throws Exception {
    JsonNode found =
        run(
            rosters,
            "{\"features\": %s, \"valueProperty\": \"v\", \"patrols\": 1, \"days\": 30, \"seed\": 7}"
                .formatted(PLACES));
    JsonNode summary = found.path("summary");
    assertThat(summary.path("value").asDouble()).isCloseTo(8 / 3.0, within(1e-9));
    assertThat(summary.at("/coverage/a").asDouble()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(summary.at("/coverage/b").asDouble()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(summary.at("/coverage/c").asDouble()).isZero();
    // 20 and 10 of 30 days are exactly the shares, so nothing is lost by drawing.
    assertThat(summary.path("worst_case").asDouble()).isCloseTo(8 / 3.0, within(1e-9));
    assertThat(summary.path("fixed").asDouble()).isEqualTo(4);
    Map<String, Integer> times = new HashMap<>();
    found
        .path("features")
        .forEach(one -> times.merge(one.at("/properties/area").asText(), 1, Integer::sum));
    assertThat(times).isEqualTo(Map.of("a", 20, "b", 10));
  }

  @Test
  void everyShiftHasItsOwnTeamsAndDifferentPlaces() throws Exception {
    JsonNode found =
        run(
            rosters,
            "{\"features\": %s, \"valueProperty\": \"v\", \"patrols\": 2, \"days\": 5, \"shifts\": 3}"
                .formatted(PLACES));
    assertThat(found.path("features")).hasSize(2 * 5 * 3);
    Set<String> guarded = new HashSet<>();
    Map<Integer, Integer> shiftOfTeam = new HashMap<>();
    for (JsonNode one : found.path("features")) {
      JsonNode duty = one.path("properties");
      assertThat(guarded.add(duty.path("day") + " " + duty.path("shift") + " " + duty.path("area")))
          .isTrue();
      int shift = duty.path("shift").asInt();
      assertThat(
              shiftOfTeam.merge(duty.path("team").asInt(), shift, (a, b) -> a.equals(b) ? a : -1))
          .isEqualTo(shift);
    }
    assertThat(shiftOfTeam).hasSize(6);
  }

  @Test
  void aRosterThatCannotBeIsRefusedWithTheReason() {
    String features = "{\"features\": %s, \"valueProperty\": \"v\"".formatted(PLACES);
    assertThatThrownBy(() -> run(rosters, features + ", \"patrols\": 4}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("4 patrols and 3 areas");
    assertThatThrownBy(() -> run(rosters, features + ", \"patrols\": 0}"))
        .hasMessageContaining("no patrols");
    assertThatThrownBy(() -> run(rosters, features + "}"))
        .hasMessageContaining("patrols is missing");
    assertThatThrownBy(() -> run(rosters, "{}")).hasMessageContaining("either areas");
    assertThatThrownBy(() -> run(rosters, "{\"areas\": \"00000000-0000-0000-0000-000000000001\"}"))
        .hasMessageContaining("run it first");
  }

  /** The greedy takes the middle first, which belongs to no best pair. */
  @Test
  void coverageByCostsIsOptimalWhereTheGreedyIsNot() throws Exception {
    JsonNode found =
        run(
            areas,
            """
            {"sites": %s, "demand": %s, "weightProperty": "w", "maxCost": 5, "choose": 2,
             "costs": [[0,1,1],[0,2,1],[1,0,1],[1,1,5],[2,2,2],[2,3,2],[2,0,5.1]]}"""
                .formatted(
                    points(0, 0, 0, 1, 1, 0, 2, 2, 0), points(0, 0, 2, 0, 1, 3, 0, 2, 3, 0, 3, 2)));
    JsonNode summary = found.path("summary");
    assertThat(summary.path("value").asDouble()).isEqualTo(10);
    assertThat(summary.path("bound").asDouble()).isEqualTo(10);
    assertThat(summary.path("gap").asDouble()).isZero();
    assertThat(summary.path("status").asText()).isEqualTo("optimal");
    assertThat(found.path("features")).hasSize(2);
    assertThat(found.at("/features/0/properties/expected_interceptions").asDouble()).isEqualTo(5);
    assertThat(summary.at("/curve/0/value").asDouble()).isEqualTo(6);
    assertThat(summary.at("/curve/1/value").asDouble()).isEqualTo(10);
  }

  @Test
  void withCostsNobodyAsksWhereThingsAre() throws Exception {
    String nowhere =
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": \"s\", \"geometry\": null, \"properties\": {\"w\": 3}}]}";
    JsonNode found =
        run(
            areas,
            "{\"sites\": %1$s, \"demand\": %1$s, \"weightProperty\": \"w\", \"costs\": [[\"s\", \"s\", 1]], \"maxCost\": 1, \"choose\": 1}"
                .formatted(nowhere));
    assertThat(found.at("/summary/value").asDouble()).isEqualTo(3);
  }

  @Test
  void withoutCostsDistanceDecides() throws Exception {
    String inputs =
        """
        {"sites": %s, "demand": %s, "weightProperty": "w", "maxCost": %s, "choose": 1, "crs": "%s"}""";
    String sites = points(0, 0, 0, 1000, 0, 0);
    String demand = points(300, 400, 1, 1000, 100, 4, 1500, 0, 2);
    JsonNode near = run(areas, inputs.formatted(sites, demand, 500, "none"));
    assertThat(near.at("/summary/value").asDouble()).isEqualTo(6);
    JsonNode nearer = run(areas, inputs.formatted(sites, demand, 499.9, "none"));
    assertThat(nearer.at("/summary/value").asDouble()).isEqualTo(4);
    String onEarth =
        inputs.formatted(points(106.5, 22, 0), points(106.51, 22, 3), 1100, "OGC:CRS84");
    // 0.01 degrees of longitude at 22 degrees north are 1,032 m.
    assertThat(run(areas, onEarth).at("/summary/value").asDouble()).isEqualTo(3);
  }

  @Test
  void coverageThatCannotBeAskedForIsRefused() {
    String inputs =
        "{\"sites\": %s, \"demand\": %s, \"maxCost\": 1, \"choose\": %d, \"crs\": \"none\"%s}";
    String one = points(0, 0, 1);
    assertThatThrownBy(() -> run(areas, inputs.formatted(one, one, 2, "")))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("choose is 2 and there are 1 sites");
    assertThatThrownBy(() -> run(areas, inputs.formatted(one, one, 1, ", \"costs\": [[0, 7, 1]]")))
        .hasMessageContaining("entry 0 names 7");
    assertThatThrownBy(() -> run(areas, inputs.formatted(one, points(), 1, "")))
        .hasMessageContaining("no demand");
  }
}
