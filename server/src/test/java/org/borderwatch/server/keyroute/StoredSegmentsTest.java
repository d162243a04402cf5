package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Key segments over a network: a road of the edges 11 and 12 along latitude 21 from 105 by 105.01
 * to 105.02, 1,000 seconds on foot each and 800 back, and beside it the trail 20, 3,600 and 3,000.
 */
class StoredSegmentsTest {
  private final TestStudy study = TestStudy.empty();
  private Departures departures = Departures.NONE;

  private JsonNode found(String inputs) throws Exception {
    NetworkSource network = synthetic -> TestNetwork.roadAndTrailAlone();
    AnalysisProcess process =
        ProcessCatalogue.of(
                study.sources(),
                network,
                code -> Optional.of(new LonLat(105.02, 21.001)),
                departures)
            .require("key-segments");
    String asked = inputs.contains("weight") ? inputs : "\"weight\": \"walkSeconds\", " + inputs;
    ProcessInputs read =
        new ProcessInputs(
            Json.tree("{" + asked.replaceAll(", $", "") + "}"), process.description().inputNames());
    byte[] content =
        process.prepare(read).run(Crew.of(2, Progress.UNWATCHED)).forms().get(0).content();
    return Json.tree(new String(content, StandardCharsets.UTF_8));
  }

  private static JsonNode of(JsonNode found, String id) {
    for (JsonNode feature : found.path("features")) {
      if (feature.path("id").asText().equals(id)) {
        return feature.path("properties");
      }
    }
    return Json.tree("{}");
  }

  private static double load(JsonNode found, String id) {
    return of(found, id).path("load").asDouble(0);
  }

  private static String points(double... lonLat) {
    return TestStudy.points("q", lonLat);
  }

  @Test
  void everybodyWalksTheRoad() throws Exception {
    JsonNode found = found("");
    assertThat(found.path("features")).hasSize(2);
    JsonNode road = found.at("/features/0");
    assertThat(road.path("id").isTextual()).isTrue();
    assertThat(road.path("id").asText()).isEqualTo("11");
    assertThat(road.at("/geometry/coordinates").toString())
        .isEqualTo("[[105.0,21.0],[105.01,21.0]]");
    assertThat(road.at("/properties/load").asDouble()).isEqualTo(4);
    assertThat(road.at("/properties/rank").asInt()).isEqualTo(1);
    assertThat(road.at("/properties/class").asText()).isEqualTo("tertiary");
    assertThat(road.at("/properties/name").asText()).isEqualTo("Đường số 4");
    assertThat(road.at("/properties/ref").asText()).isEqualTo("QL.4B");
    assertThat(road.at("/properties/length_m").asDouble()).isEqualTo(1000);
    assertThat(road.at("/properties/synthetic").asBoolean()).isTrue();
    JsonNode summary = found.path("summary");
    assertThat(summary.path("pairs").asInt()).isEqualTo(6);
    assertThat(summary.path("mean_cost").asDouble()).isEqualTo(7200 / 6.0);
    assertThat(summary.path("weight").asText()).isEqualTo("walkSeconds");
    assertThat(summary.path("network").asText()).isEqualTo("v1");
    assertThat(summary.path("synthetic").asBoolean()).isTrue();
    assertThat(summary.path("left_out").asInt(-1)).isZero();
  }

  @Test
  void fewerSegmentsMayBeAskedForAndTheRestIsCounted() throws Exception {
    JsonNode found = found("\"most\": 1");
    assertThat(found.path("features")).hasSize(1);
    assertThat(found.at("/summary/left_out").asInt()).isEqualTo(1);
  }

  @Test
  void whoDrivesCannotComeBackThroughAOneWayStreet() throws Exception {
    JsonNode found = found("\"weight\": \"driveSeconds\"");
    assertThat(found.at("/summary/unreachable").asInt()).isEqualTo(2);
    assertThat(load(found, "11")).isEqualTo(2);
  }

  @Test
  void whatAClosedRoadCostsIsTold() throws Exception {
    JsonNode found = found("\"closed\": [11]");
    assertThat(load(found, "11")).isZero();
    assertThat(load(found, "20")).isEqualTo(4);
    JsonNode closure = found.at("/summary/closure");
    assertThat(closure.path("mean_extra_cost").asDouble())
        .isCloseTo((3400 + 1600 + 3200 + 1400) / 6.0, within(1e-9));
    assertThat(closure.path("share_within_60_minutes_more").asDouble()).isEqualTo(1);
    assertThat(closure.path("unreachable").asInt(-1)).isZero();
  }

  @Test
  void aPointStandsForTheNearerEndOfTheNearestWay() throws Exception {
    JsonNode found =
        found(
            "\"origins\": %s, \"destinations\": %s, \"demand\": \"q\""
                .formatted(
                    points(105.004, 21.0001, 3, 105.006, 20.9999, 2),
                    points(105.02, 21.01, 1, 106, 22, 1)));
    assertThat(load(found, "11")).isEqualTo(3);
    assertThat(load(found, "12")).isEqualTo(5);
    assertThat(found.at("/summary/unsnapped").asInt()).isEqualTo(1);
    assertThat(found.at("/summary/unsnapped_destinations").asInt()).isEqualTo(1);
  }

  @Test
  void everyStationIsADestination() throws Exception {
    study.station("S1", Neighbour.CN, 1000, 1010);
    JsonNode found = found("\"origins\": \"all\", \"destinations\": \"stations\"");
    assertThat(found.at("/summary/pairs").asInt()).isEqualTo(2);
    assertThat(load(found, "12")).isEqualTo(2);
  }

  @Test
  void placesWhereSomethingWasSeenCountOnceOrForWhatWasSeen() throws Exception {
    study.seen(new LonLat(105.02, 21), "2024-03-01T00:00:00Z", 3, 2, Source.PATROL);
    study.seen(new LonLat(105.01, 21), "2024-03-02T00:00:00Z", 1, 5, Source.SENSOR);
    study.seen(new LonLat(107, 20), "2024-03-02T00:00:00Z", 1, 5, Source.SENSOR);
    String from = "\"origins\": " + points(105, 21, 1) + ", \"destinations\": \"detections\"";
    JsonNode once = found(from);
    assertThat(load(once, "11")).isEqualTo(2);
    assertThat(load(once, "12")).isEqualTo(1);
    assertThat(once.at("/summary/unit").asText()).isEqualTo("pairs");
    assertThat(once.at("/summary/unsnapped_destinations").asInt()).isEqualTo(1);
    JsonNode persons = found(from + ", \"demand\": \"persons\"");
    assertThat(load(persons, "11")).isEqualTo(11);
    assertThat(load(persons, "12")).isEqualTo(6);
    assertThat(persons.at("/summary/unit").asText()).isEqualTo("persons");
    JsonNode shared =
        found(
            "\"demand\": \"detections\", \"filter\": {\"source\": \"patrol\"}, \"origins\": "
                + points(105, 21, 1, 105.01, 21, 1));
    assertThat(load(shared, "11")).isEqualTo(1.5);
    assertThat(load(shared, "12")).isEqualTo(3);
    assertThat(shared.at("/summary/data_version").asText()).isEqualTo("test+v1");
    assertThatThrownBy(() -> found(from + ", \"filter\": {\"source\": \"handover\"}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("No detection fits");
  }

  @Test
  void peopleComeFromTheTownOfTheirProvince() throws Exception {
    // Hà Nội lies in the east: who comes from there enters at the road's eastern end.
    departures =
        (filter, sink) -> {
          assertThat(filter.synthetic()).isPresent();
          sink.departure(Optional.of("VN-HN"), 105, 21, 4);
          sink.departure(Optional.of("VN-HN"), 105.01, 21.00001, 3);
          sink.departure(Optional.of("VN-HN"), 105, 21, 1);
          sink.departure(Optional.empty(), 105, 21, 7);
          sink.departure(Optional.of("VN-HN"), 107, 20, 7);
        };
    JsonNode persons = found("\"demand\": \"persons\"");
    assertThat(load(persons, "11")).isEqualTo(5);
    assertThat(load(persons, "12")).isEqualTo(8);
    JsonNode summary = persons.path("summary");
    assertThat(summary.path("unknown_origin").asInt()).isEqualTo(1);
    assertThat(summary.path("unsnapped").asInt()).isEqualTo(1);
    assertThat(summary.path("pairs").asInt()).isEqualTo(2);
    assertThat(summary.path("total_demand").asDouble()).isEqualTo(8);
    assertThat(load(found("\"demand\": \"detections\""), "12")).isEqualTo(3);
    departures = Departures.NONE;
    assertThatThrownBy(() -> found("\"demand\": \"detections\""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("give origins");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"directed\": true | give features",
        "\"origins\": \"towns\" | detections, gates, places, provinces, stations",
        "\"demand\": \"persons\", \"origins\": \"gates\", \"destinations\": \"all\" | leave one of"
            + " them out",
        "\"closed\": [99] | There is no edge 99",
        "\"origins\": \"gates\" | None of the points of origins has a way within 2000 m",
        "\"weight\": \"days\" | weight",
      })
  void whatCannotBeUnderstoodIsRefusedByName(String inputs, String reason) {
    assertThatThrownBy(() -> found(inputs))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @Test
  void withoutANetworkTheRemedyIsNamed() {
    assertThatThrownBy(() -> TestStudy.inline("key-segments", "{}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("import network");
  }
}
