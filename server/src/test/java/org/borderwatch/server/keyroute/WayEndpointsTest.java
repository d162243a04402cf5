package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.testing.ServedRoutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WayEndpointsTest {
  private final ServedRoutes served;

  WayEndpointsTest() {
    RoadNetwork network = TestNetwork.roadAndTrail();
    RouteTable routes = new RouteTable();
    new WayEndpoints(synthetic -> synthetic.orElse(true) ? network : RoadNetwork.EMPTY)
        .register(routes);
    served = new ServedRoutes(routes);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  private HttpResponse<String> get(String query) {
    return served.send(
        BodyHandlers.ofString(), "recorder", "GET", "/api/network/way?" + query, "", "");
  }

  @Test
  void theCheapestWayIsOneFeature() {
    HttpResponse<String> answer = get("from=105.0025,21&to=105.02,21");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/geo+json");
    JsonNode way = Json.tree(answer.body());
    assertThat(way.at("/type").asText()).isEqualTo("Feature");
    assertThat(way.at("/geometry/coordinates").toString())
        .isEqualTo("[[105.0025,21.0],[105.01,21.0],[105.02,21.0]]");
    assertThat(way.at("/properties/length_m").asDouble()).isEqualTo(1750);
    assertThat(way.at("/properties/weight").asText()).isEqualTo("travelSeconds");
    assertThat(way.at("/properties/synthetic").asBoolean()).isTrue();
    assertThat(way.at("/properties/edges").toString()).isEqualTo("[\"11\",\"12\"]");
  }

  @Test
  void itGoesByWayOfOtherPlaces() {
    JsonNode way =
        Json.tree(get("from=105,21&to=105.02,21&via=105.01,21.01&weight=walkSeconds").body());
    assertThat(way.at("/properties/edges").toString()).isEqualTo("[\"20\"]");
    assertThat(way.at("/geometry/coordinates").toString())
        .isEqualTo("[[105.0,21.0],[105.01,21.01],[105.02,21.0]]");
    JsonNode back =
        Json.tree(get("from=105,21&to=105,21&via=105.01,21;105.015,21&weight=walkSeconds").body());
    assertThat(back.at("/properties/length_m").asDouble()).isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to=105,21 | 400 | from is missing; expected lon,lat",
        "from=105&to=105,21 | 400 | from is 105; expected lon,lat",
        "from=105,x&to=105,21 | 400 | expected lon,lat",
        "from=105,21&to=105.02,21&weight=minutes | 400 | expected one of",
        "from=105,21&to=105.02,21&via=1 | 400 | via is 1",
        "from=105,21&to=105.02,21&synthetic=perhaps | 400 | true or false",
        "from=105,21&to=105.02,22 | 404 | No way lies within 2000 m",
        "from=105.02,21&to=105,21&weight=driveSeconds | 404 | No way leads to 105.0, 21.0",
        "from=105,21&to=105.02,21&synthetic=false | 404 | No way lies",
      })
  void whatCannotBeAnsweredSaysWhy(String query, int status, String reason) {
    HttpResponse<String> answer = get(query);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
  }
}
