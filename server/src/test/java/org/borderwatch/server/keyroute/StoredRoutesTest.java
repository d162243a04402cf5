package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.study.FeatureTable;
import org.junit.jupiter.api.Test;

/** Alternative routes and travel times over a network. */
class StoredRoutesTest {
  private final RoadNetwork network = TestNetwork.roadAndTrail();

  private JsonNode routes(String inputs) throws Exception {
    String asked = inputs.contains("weight") ? inputs : "\"weight\": \"walkSeconds\", " + inputs;
    return TestNetwork.run(network, "alternative-routes", "{" + asked + "}");
  }

  @Test
  void aWaySaysWhatItIsLike() throws Exception {
    JsonNode found = routes("\"from\": [105, 20.9999], \"to\": [105.02, 20.9999]");
    assertThat(found.path("features")).hasSize(2);
    JsonNode road = found.at("/features/0/properties");
    assertThat(road.get("rank").asInt()).isEqualTo(1);
    assertThat(road.get("cost").asDouble()).isEqualTo(2000);
    assertThat(road.get("length_m").asDouble()).isEqualTo(2000);
    assertThat(road.get("walk_seconds").asDouble()).isEqualTo(2000);
    assertThat(road.get("drive_seconds").asDouble()).isEqualTo(200);
    assertThat(road.get("edges").toString()).isEqualTo("[\"11\",\"12\"]");
    assertThat(road.get("via").toString()).isEqualTo("[\"QL.4B\"]");
    assertThat(road.get("classes").toString()).isEqualTo("{\"tertiary\":2000.0}");
    assertThat(road.get("synthetic").asBoolean()).isTrue();
    JsonNode trail = found.at("/features/1/properties");
    assertThat(trail.get("cost").asDouble()).isEqualTo(3600);
    assertThat(trail.get("drive_seconds").isNull()).isTrue();
    assertThat(trail.get("ascent_m").asDouble()).isEqualTo(100);
    assertThat(trail.get("overlap").asDouble()).isZero();
    assertThat(trail.get("profile").toString())
        .isEqualTo("[[0.0,10.0],[1500.0,110.0],[3000.0,30.0]]");
    assertThat(trail.get("via").toString()).isEqualTo("[\"Đường mòn\"]");
    assertThat(found.at("/features/1/geometry/coordinates").toString())
        .isEqualTo("[[105.0,21.0],[105.01,21.01],[105.02,21.0]]");
    JsonNode summary = found.get("summary");
    assertThat(summary.get("from_snapped_m").asDouble()).isEqualTo(11.1, within(0.1));
    assertThat(summary.get("network").asText()).isEqualTo("v1");
    assertThat(summary.get("synthetic").asBoolean()).isTrue();
    assertThat(summary.get("reason").asText()).contains("only 2 ways");
  }

  @Test
  void asATableAWayIsARowWithoutProfileAndClasses() throws Exception {
    JsonNode found = routes("\"from\": [105, 21], \"to\": [105.02, 21], \"k\": 1");
    byte[] table =
        FeatureTable.FORM.content().apply(found.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(new String(table, StandardCharsets.UTF_8).split("\r\n", -1))
        .containsExactly(
            "\uFEFFid,lon,lat,rank,cost,overlap,length_m,walk_seconds,drive_seconds,ascent_m,via,edges,unit,period_from,period_to,synthetic",
            "1,105.010000,21.000000,1,2000.0,0.0,2000.0,2000.0,200.0,20.0,QL.4B,11;12,,,,true",
            "");
  }

  @Test
  void aWayMayBeginAndEndWithinEdges() throws Exception {
    JsonNode found =
        routes("\"from\": [105.0025, 21], \"to\": [105.0175, 21], \"weight\": \"driveSeconds\"");
    JsonNode way = found.at("/features/0/properties");
    assertThat(way.get("cost").asDouble()).isEqualTo(150, within(1e-6));
    assertThat(way.get("length_m").asDouble()).isEqualTo(1500);
    assertThat(way.get("ascent_m").asDouble()).isEqualTo(15, within(0.1));
    assertThat(found.at("/features/0/geometry/coordinates").toString())
        .isEqualTo("[[105.0025,21.0],[105.01,21.0],[105.0175,21.0]]");
    JsonNode back =
        routes("\"from\": [105.0175, 21], \"to\": [105.0025, 21], \"weight\": \"driveSeconds\"");
    assertThat(back.path("features")).isEmpty();
    assertThat(back.at("/summary/reason").asText()).contains("One-way");
  }

  @Test
  void endsMoveToTheNearestWaysThatAreJoined() throws Exception {
    JsonNode found = routes("\"from\": [105, 21.001], \"to\": [105.02, 21], \"k\": 1");
    assertThat(found.path("features")).hasSize(1);
    assertThat(found.at("/summary/snapped_to").asText()).isEqualTo("nearest that are joined");
    assertThat(found.at("/summary/from_snapped_m").asDouble()).isBetween(50.0, 111.0);
    JsonNode apart = routes("\"from\": [105, 21.001], \"to\": [105.02, 21], \"snapMetres\": 40");
    assertThat(apart.path("features")).isEmpty();
    assertThat(apart.at("/summary/snapped_to").asText()).isEqualTo("nearest");
    assertThat(apart.at("/summary/reason").asText()).contains("aren't joined");
  }

  @Test
  void whatIsClosedIsPassedByAlsoByTheEnds() throws Exception {
    JsonNode found = routes("\"from\": [105, 21], \"to\": [105.02, 21], \"closed\": [\"11\"]");
    assertThat(found.path("features")).hasSize(1);
    assertThat(found.at("/features/0/properties/edges").toString()).isEqualTo("[\"20\"]");
    JsonNode moved = routes("\"from\": [105.005, 21], \"to\": [105.02, 21], \"closed\": [11]");
    assertThat(moved.at("/summary/from_snapped_m").asDouble()).isGreaterThan(300);
  }

  @Test
  void withoutANetworkOrFarFromItTheRemedyIsNamed() {
    assertThatThrownBy(
            () ->
                TestNetwork.run(
                    RoadNetwork.EMPTY,
                    "alternative-routes",
                    "{\"from\": [105, 21], \"to\": [105, 22]}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("import network");
    assertThatThrownBy(() -> routes("\"from\": [105, 21], \"to\": [105, 22]"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("No way lies within 2000 m of to");
    assertThatThrownBy(
            () -> routes("\"from\": [105, 21], \"to\": [105.02, 21], \"directed\": true"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("about features");
  }

  @Test
  void travelTimesToManyPlacesAreThoseOfTheWays() {
    double[] times =
        TravelTimes.of(
            network,
            Weight.DRIVE_SECONDS,
            new LonLat(105.0025, 21),
            List.of(
                new LonLat(105.0075, 21),
                new LonLat(105.02, 21),
                new LonLat(105.001, 21),
                new LonLat(106, 22)),
            1000,
            1e6);
    assertThat(times[0]).isEqualTo(50, within(1e-6));
    assertThat(times[1]).isEqualTo(175, within(1e-6));
    assertThat(times[2]).isInfinite();
    assertThat(times[3]).isInfinite();
  }
}
