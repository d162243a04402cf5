package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapEndpointsTest {
  private final ApiUnderTest api;

  MapEndpointsTest(Database database) throws SQLException {
    this.api = new ApiUnderTest(database);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @Test
  void theBasemapHoldsWhatThePageDraws() {
    HttpResponse<byte[]> response = api.get("/api/basemap.json");
    JsonNode map = ApiUnderTest.json(response);
    assertThat(map.get("border")).hasSize(3);
    assertThat(map.at("/border/0/line").size()).isBetween(500, 20_000);
    assertThat(map.get("kilometres").size()).isBetween(230, 250);
    assertThat(map.at("/kilometres/0/bearing").asDouble()).isBetween(0.0, 360.0);
    assertThat(map.get("gates")).isNotEmpty();
    assertThat(map.get("places").size()).isGreaterThan(1_500);
    assertThat(map.at("/stretch/fromKm").asDouble()).isEqualTo(1063.7);
    assertThat(map.get("attribution").get(0).asText()).contains("OpenStreetMap");
    assertThat(map.at("/land/coordinates/0/0").size()).isGreaterThan(300);
    assertThat(response.body().length).isLessThan(1_500_000);
    String tag = response.headers().firstValue("ETag").orElseThrow();
    assertThat(api.send("admin", "GET", "/api/basemap.json", "", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void aPointIsToldItsKilometreAndSide() {
    JsonNode dongDang = api.json("/api/locate?lon=106.69767&lat=21.9511");
    assertThat(dongDang.get("inside").asBoolean()).isTrue();
    assertThat(dongDang.get("borderWith").asText()).isEqualTo("CN");
    assertThat(dongDang.get("station").isNull()).isTrue();
    JsonNode pass = api.json("/api/locate?lon=106.71222&lat=21.97639");
    assertThat(pass.get("inside").asBoolean()).isFalse();
    assertThat(pass.get("offsetMetres").asDouble()).isNegative();
    assertThat(api.json("/api/locate?lon=106.7").get("parameter").asText()).isEqualTo("lat");
  }

  @Test
  void wordsComeInBothLanguages() {
    JsonNode words = api.json("/api/words");
    assertThat(words.get("provinces")).hasSize(63);
    assertThat(words.get("directions").findValuesAsText("name")).contains("xuất cảnh");
    assertThat(words.get("indicators")).hasSize(10);
  }
}
