package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.geo.StationRepository;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemsTest {
  private static final int ROWS = 20_000;
  private static final String DETECTIONS = "/api/collections/detections/items";

  private final Database database;
  private final ApiUnderTest api;

  ItemsTest(Database database) throws SQLException {
    this.database = database;
    this.api = new ApiUnderTest(database);
  }

  @BeforeAll
  void fill() throws SQLException {
    run(
        """
        INSERT INTO unit (code, name_vi, name_en, kind, parent, geom, synthetic)
        VALUES ('LS-01', 'Đồn Một', 'Station One', 'station', 'VN-09',
                ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326), true);
        INSERT INTO detection (source, source_ref, responsible_station, observed_at, geom, direction,
          setting, outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
        SELECT 'patrol', 'row-' || n, CASE WHEN n % 100 = 0 THEN 'LS-01' END,
          '2024-01-01 00:00+07'::timestamptz + n * interval '10 minutes',
          ST_SetSRID(ST_MakePoint(106.6 + n / 1e5, 21.9), 4326), 'exit', 'trail', 'observed',
          1 + n % 7, 'CN', 1100, 50, true, 'test'
        FROM generate_series(1, 20000) AS n
        """);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aStationIsFoundByItsCode() throws SQLException {
    try (Connection connection = database.connection()) {
      StationRepository stations = new StationRepository(connection);
      assertThat(stations.place("LS-01")).contains(new LonLat(106.7, 21.9));
      assertThat(stations.place("LS-02")).isEmpty();
      assertThat(stations.place("VN-09")).isEmpty();
    }
  }

  private static String path(String href) {
    assertThat(href).startsWith(ApiUnderTest.PUBLIC_URL);
    return href.substring(ApiUnderTest.PUBLIC_URL.length());
  }

  private static String next(JsonNode page) {
    for (JsonNode link : page.get("links")) {
      if (link.get("rel").asText().equals("next")) {
        return path(link.get("href").asText());
      }
    }
    return "";
  }

  @Test
  void everyPageComesOnceAndNoneTwiceWhileRowsComeAndGo() throws SQLException {
    Set<String> refs = new HashSet<>();
    int features = 0;
    int pages = 0;
    String path = DETECTIONS + "?limit=1500&persons=1/7&synthetic=true&source=patrol";
    while (!path.isEmpty()) {
      JsonNode page = api.json(path);
      assertThat(page.get("numberMatched").asInt()).isEqualTo(ROWS);
      assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
      for (JsonNode feature : page.get("features")) {
        refs.add(feature.at("/properties/source_ref").asText());
        features++;
      }
      if (pages++ == 2) {
        run("DELETE FROM detection WHERE source_ref = 'row-1'");
      }
      path = next(page);
    }
    assertThat(features).isEqualTo(ROWS);
    assertThat(refs).hasSize(ROWS);
    run(
        """
        INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome,
          persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
        VALUES ('patrol', 'row-1', '2024-01-01 00:10+07', ST_SetSRID(ST_MakePoint(106.60001, 21.9),
          4326), 'exit', 'trail', 'observed', 2, 'CN', 1100, 50, true, 'test')
        """);
  }

  @Test
  void aFilterOfPlaceAndTimeMeansWhatItSays() {
    JsonNode page =
        api.json(DETECTIONS + "?bbox=106.65,21.8,106.66,22&datetime=2024-02-04/..&limit=10000");
    assertThat(page.get("features")).isNotEmpty();
    for (JsonNode feature : page.get("features")) {
      assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(106.65, 106.66);
      assertThat(feature.at("/properties/observed_at").asText())
          .isGreaterThanOrEqualTo("2024-02-04T00:00:00+07:00");
    }
  }

  @Test
  void aFeatureHasAnIdAndAnOffsetInItsTimes() {
    JsonNode feature = api.json(DETECTIONS + "?limit=1").at("/features/0");
    JsonNode alone = api.json(DETECTIONS + "/" + feature.get("id").asText());
    assertThat(withoutLinks(alone)).isEqualTo(feature);
    assertThat(alone.get("links").findValuesAsText("rel")).containsExactly("self", "collection");
    assertThat(alone.at("/properties/observed_at").asText()).endsWith("+07:00");
    assertThat(alone.at("/properties/indicators").isArray()).isTrue();
    assertThat(alone.at("/properties/station_derived").asBoolean()).isTrue();
  }

  private static JsonNode withoutLinks(JsonNode feature) {
    ObjectNode bare = feature.deepCopy();
    bare.remove("links");
    return bare;
  }

  @Test
  void aRecorderReadsOnlyTheOwnUnit() {
    JsonNode page =
        ApiUnderTest.json(api.send("recorder:LS-01", "GET", DETECTIONS + "?limit=1000", ""));
    assertThat(page.get("numberMatched").asInt()).isEqualTo(ROWS / 100);
    String other = api.json(DETECTIONS + "?limit=1").at("/features/0/id").asText();
    assertThat(api.send("recorder:LS-01", "GET", DETECTIONS + "/" + other, "").statusCode())
        .isEqualTo(404);
    assertThat(api.send("device", "GET", DETECTIONS, "").statusCode()).isEqualTo(403);
  }

  @Test
  void aPageThatIsKnownIsNotSentAgain() {
    HttpResponse<byte[]> first = api.get(DETECTIONS + "?limit=5");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second =
        api.send("admin", "GET", DETECTIONS + "?limit=5", "", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(first.headers().firstValue("Content-Crs"))
        .contains("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    assertThat(first.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"");
  }

  @Test
  void aPageIsSentAgainOnceAnotherRowMatches() throws SQLException {
    String page = DETECTIONS + "?limit=5&source=sensor,patrol&synthetic=true";
    String tag = api.get(page).headers().firstValue("ETag").orElseThrow();
    run(
        """
        INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome,
          persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
        VALUES ('sensor', 'one-more', '2022-01-01', ST_SetSRID(ST_MakePoint(106.6, 21.9), 4326),
          'exit', 'trail', 'observed', 1, 'CN', 1100, 50, true, 'test')
        """);
    HttpResponse<byte[]> again = api.send("admin", "GET", page, "", "If-None-Match", tag);
    run("DELETE FROM detection WHERE source_ref = 'one-more'");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(ApiUnderTest.json(again).get("numberMatched").asInt()).isEqualTo(ROWS + 1);
  }

  @Test
  void headIsGetWithoutABodyAndOptionsNamesTheMethods() {
    HttpResponse<byte[]> head = api.send("admin", "HEAD", DETECTIONS + "?limit=5", "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type")).contains("application/geo+json");
    assertThat(head.headers().firstValue("ETag"))
        .isEqualTo(api.get(DETECTIONS + "?limit=5").headers().firstValue("ETag"));
    assertThat(api.send("device", "HEAD", DETECTIONS, "").statusCode()).isEqualTo(403);
    assertThat(api.send("admin", "HEAD", DETECTIONS + "/no-such-id", "").statusCode())
        .isEqualTo(404);
    HttpResponse<byte[]> options = api.send("admin", "OPTIONS", DETECTIONS, "");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
  }

  @Test
  void anUnknownParameterOrACursorOfSomebodyElseIsRefusedByName() {
    HttpResponse<byte[]> unknown = api.get(DETECTIONS + "?directon=exit");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(ApiUnderTest.json(unknown).get("parameter").asText()).isEqualTo("directon");
    assertThat(ApiUnderTest.json(api.get(DETECTIONS + "?cursor=abc")).get("parameter").asText())
        .isEqualTo("cursor");
    assertThat(api.get(DETECTIONS + "?limit=0").statusCode()).isEqualTo(400);
    assertThat(api.get(DETECTIONS + "/no-such-id").statusCode()).isEqualTo(404);
  }

  @Test
  void layersAreReadByBoxAndByEveryProperty() {
    assertThat(api.json("/api/collections/border/items").get("features")).hasSize(3);
    JsonNode gate = api.json("/api/collections/gates/items?code=huu-nghi").at("/features/0");
    assertThat(gate.get("id").asText()).isEqualTo("huu-nghi");
    assertThat(gate.at("/properties/approximate").asBoolean()).isFalse();
    JsonNode near = api.json("/api/collections/places/items?country=VN&bbox=106.6,21.8,106.9,22");
    assertThat(near.get("features")).isNotEmpty();
    String town = "/api/collections/places/items/" + near.at("/features/0/id").asText();
    assertThat(withoutLinks(api.json(town))).isEqualTo(near.at("/features/0"));
    assertThat(api.json("/api/collections/places/items?opposite=x").get("status").asInt())
        .isEqualTo(400);
    assertThat(api.json("/api/collections/stations/items?synthetic=true").get("features"))
        .hasSize(1);
    int places = 0;
    String path = "/api/collections/places/items?limit=700";
    while (!path.isEmpty()) {
      JsonNode page = api.json(path);
      places += page.get("features").size();
      assertThat(page.get("numberMatched").asInt()).isGreaterThan(1_500);
      path = next(page);
      if (path.isEmpty()) {
        assertThat(places).isEqualTo(page.get("numberMatched").asInt());
      }
    }
  }

  @Test
  void theLandingPageLeadsToEveryCollection() {
    JsonNode landing = api.json("/api");
    assertThat(landing.get("links").findValuesAsText("rel"))
        .contains("self", "service-desc", "conformance", "data");
    JsonNode collections = api.json("/api/collections").get("collections");
    assertThat(collections.findValuesAsText("id"))
        .contains("detections", "stations", "gates", "border", "border-sections", "places");
    for (JsonNode collection : collections) {
      String id = collection.get("id").asText();
      assertThat(api.json("/api/collections/" + id)).isEqualTo(collection);
      assertThat(api.get("/api/collections/" + id + "/items?limit=1").statusCode()).isEqualTo(200);
    }
    JsonNode device = ApiUnderTest.json(api.send("device", "GET", "/api/collections", ""));
    assertThat(device.get("collections")).isEmpty();
  }
}
