package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who reads where patrols go and sensors stand. Each collection has {@code mine} of station X-01,
 * {@code other} of X-02 and {@code nobody} that no station answers for, all in one tile.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffortReadersTest {
  private static final int ZOOM = 11;

  private final Database database;
  private final ApiUnderTest api;

  EffortReadersTest(Database database) throws SQLException {
    this.database = database;
    this.api = new ApiUnderTest(database);
  }

  @BeforeAll
  void fill() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO unit (code, name_vi, name_en, kind) VALUES
            ('X-01', 'Đồn 1', 'Station 1', 'station'), ('X-02', 'Đồn 2', 'Station 2', 'station');
          WITH row (ref, station) AS (VALUES ('mine', 'X-01'), ('other', 'X-02'), ('nobody', NULL)),
          tracks AS (
            INSERT INTO patrol_track (responsible_station, source_ref, started_at, ended_at, geom,
              seconds, km, hours, synthetic, recorded_by)
            SELECT station, ref, '2024-03-01 08:00+07', '2024-03-01 09:00+07',
              ST_GeomFromText('MULTILINESTRING((106.70 21.95, 106.71 21.96))', 4326),
              '{0,3600}', 1.5, 1, true, 'test'
            FROM row
          )
          INSERT INTO sensor_watch (responsible_station, source_ref, watched_from, watched_to, geom,
            radius_m, synthetic, recorded_by)
          SELECT station, ref, '2024-03-01 00:00+07', '2024-03-08 00:00+07',
            ST_SetSRID(ST_MakePoint(106.70, 21.95), 4326), 400, true, 'test'
          FROM row
          """);
    }
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private static String items(String collection) {
    return "/api/collections/" + collection + "/items";
  }

  private static String tile(String collection) {
    int row = (int) (WebMercator.pixelY(21.95, ZOOM) / WebMercator.TILE_SIZE);
    int col = (int) (WebMercator.pixelX(106.70, ZOOM) / WebMercator.TILE_SIZE);
    return "/api/collections/%s/tiles/WebMercatorQuad/%d/%d/%d"
        .formatted(collection, ZOOM, row, col);
  }

  private HttpResponse<byte[]> get(String who, String path) {
    return api.send(who, "GET", path, "");
  }

  /** The id of a feature, as an analyst reads it. */
  private String id(String collection, String reference) {
    for (JsonNode feature : ApiUnderTest.json(get("analyst", items(collection))).get("features")) {
      if (feature.at("/properties/source_ref").asText().equals(reference)) {
        return feature.get("id").asText();
      }
    }
    throw new AssertionError("no " + reference + " in " + collection);
  }

  private static String text(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return new String(response.body(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patrol-tracks", "sensor-watches"})
  void aRecorderReadsThoseOfTheOwnUnitOnly(String collection) {
    String who = "recorder:X-01";
    JsonNode page = ApiUnderTest.json(get(who, items(collection)));
    assertThat(page.get("numberMatched").asInt()).isEqualTo(1);
    assertThat(page.findValuesAsText("source_ref")).containsExactly("mine");
    JsonNode asked = ApiUnderTest.json(get(who, items(collection) + "?station=X-02"));
    assertThat(asked.get("features")).isEmpty();
    String own = items(collection) + "/" + id(collection, "mine");
    assertThat(get(who, own).statusCode()).isEqualTo(200);
    for (String reference : new String[] {"other", "nobody"}) {
      String foreign = items(collection) + "/" + id(collection, reference);
      assertThat(get(who, foreign).statusCode()).as(reference).isEqualTo(404);
    }
    assertThat(text(get(who, tile(collection)))).contains("mine").doesNotContain("other", "nobody");
    assertThat(get(who, tile(collection) + "?station=X-02").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patrol-tracks", "sensor-watches"})
  void aRecorderOfAUnitAboveReadsThoseOfAllBelow(String collection) {
    String who = "recorder:VN-09,X-01,X-02";
    assertThat(ApiUnderTest.json(get(who, items(collection))).findValuesAsText("source_ref"))
        .containsExactlyInAnyOrder("mine", "other");
    assertThat(text(get(who, tile(collection)))).contains("mine", "other").doesNotContain("nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "analyst, patrol-tracks", "analyst, sensor-watches",
    "planner, patrol-tracks", "planner, sensor-watches",
    "commander, patrol-tracks", "commander, sensor-watches"
  })
  void whoAnalysesReadsAll(String role, String collection) {
    String who = role + ":X-01";
    assertThat(ApiUnderTest.json(get(who, items(collection))).findValuesAsText("source_ref"))
        .containsExactlyInAnyOrder("mine", "other", "nobody");
    for (String reference : new String[] {"mine", "other", "nobody"}) {
      String one = items(collection) + "/" + id(collection, reference);
      assertThat(get(who, one).statusCode()).as(reference).isEqualTo(200);
    }
    assertThat(text(get(who, tile(collection)))).contains("mine", "other", "nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"patrol-tracks", "sensor-watches"})
  void aDeviceReadsNone(String collection) {
    String who = "device:X-01";
    assertThat(get(who, items(collection)).statusCode()).isEqualTo(403);
    assertThat(get(who, items(collection) + "/" + id(collection, "mine")).statusCode())
        .isEqualTo(403);
    assertThat(get(who, tile(collection)).statusCode()).isEqualTo(403);
  }

  /** One answer must never serve two accounts. */
  @ParameterizedTest
  @ValueSource(strings = {"patrol-tracks", "sensor-watches"})
  void aTagOfOneAccountIsNoneOfAnother(String collection) {
    String tag = get("analyst", tile(collection)).headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again =
        api.send("recorder:X-01", "GET", tile(collection), "", "If-None-Match", tag);
    assertThat(text(again)).doesNotContain("other");
  }
}
