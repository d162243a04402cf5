package org.borderwatch.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The network over HTTP, in the whole app, imported as a job. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkApiTest {
  private static final String OSM =
      """
      <osm version="0.6">
      <node id="1" lon="106.700" lat="21.900"/><node id="2" lon="106.710" lat="21.900"/>
      <node id="3" lon="106.720" lat="21.900"/><node id="4" lon="106.710" lat="21.910"/>
      <node id="5" lon="106.715" lat="21.905"><tag k="place" v="village"/><tag k="name" v="Bản Tài"/></node>
      <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/>
        <tag k="ref" v="QL.1A"/><tag k="name" v="Đường Hùng Vương"/><tag k="oneway" v="yes"/></way>
      <way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="path"/></way>
      </osm>
      """;

  private final TestDatabase database;
  private final RunningApp app;
  private final HttpClient client = HttpClient.newHttpClient();

  NetworkApiTest(TestDatabase database) {
    this.database = database;
    this.app = new RunningApp(database);
  }

  @BeforeAll
  void fill() throws Exception {
    database.asOwner(
        """
        INSERT INTO borderwatch.detection (source, source_ref, observed_at, geom, direction,
          setting, outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
        SELECT 'patrol', 'row-' || n, '2024-01-01 00:00+07'::timestamptz + n * interval '1 day',
          ST_SetSRID(ST_MakePoint(106.71, 21.905 + n * 0.002), 4326), 'exit', 'trail', 'observed', n, 'CN',
          1100, 50, false, 'test'
        FROM generate_series(1, 9) AS n
        """);
    JsonNode report = imported("/api/collections/network/import?fileName=vn.osm", OSM);
    assertThat(report.at("/stored/edges").asInt()).isEqualTo(3);
    assertThat(report.at("/stored/parts").asInt()).isEqualTo(1);
    assertThat(report.at("/classes/primary/edges").asInt()).isEqualTo(2);
    assertThat(report.at("/dryRun").asBoolean()).isFalse();
  }

  @AfterAll
  void stop() {
    app.close();
  }

  @Test
  void waysAreACollectionThatCanBeFilteredAndPaged() throws Exception {
    JsonNode info = json("/api/collections/network");
    assertThat(info.get("attribution").asText()).contains("OpenStreetMap", "ODbL");
    JsonNode all = json("/api/collections/network/items");
    assertThat(all.get("numberMatched").asInt()).isEqualTo(3);
    JsonNode path = json("/api/collections/network/items?class=path").at("/features/0");
    assertThat(path.at("/geometry/type").asText()).isEqualTo("LineString");
    assertThat(path.at("/properties/part").asInt()).isZero();
    assertThat(path.at("/properties/synthetic").asBoolean()).isFalse();
    assertThat(path.at("/properties/length_m").asDouble()).isBetween(1_105.0, 1_110.0);
    assertThat(path.at("/properties/drive_s").isNull()).isTrue();
    String id = path.get("id").asText();
    assertThat(json("/api/collections/network/items/" + id).get("id").asText()).isEqualTo(id);
    assertThat(get("/api/collections/network/items/999999").statusCode()).isEqualTo(404);
    assertThat(get("/api/collections/network/items/x").statusCode()).isEqualTo(404);
    JsonNode page = json("/api/collections/network/items?limit=2");
    assertThat(page.get("features")).hasSize(2);
    String next = page.get("links").findValuesAsText("href").toString();
    assertThat(next).contains("cursor=");
    assertThat(
            json("/api/collections/network/items?bbox=106.709,21.905,106.711,21.92")
                .get("features"))
        .hasSize(1);
    assertThat(json("/api/collections/network/items?synthetic=true").get("features")).isEmpty();
    assertThat(json("/api/collections/network/items?part=0,1&ref=QL.1A").get("features"))
        .hasSize(2);
    assertThat(get("/api/collections/network/items?part=x").body()).contains("whole numbers");
    assertThat(get("/api/collections/network/items?datetime=yesterday").statusCode())
        .isEqualTo(400);
    JsonNode village = json("/api/collections/network-features/items?kind=settlement");
    assertThat(village.at("/features/0/properties/name").asText()).isEqualTo("Bản Tài");
  }

  @Test
  void tilesHoldTheMainRoadsFarOutAndTrailsNearBy() {
    HttpResponse<String> far = get(tile("network", 7));
    assertThat(far.statusCode()).isEqualTo(200);
    assertThat(far.headers().firstValue("Borderwatch-Data")).contains("real");
    assertThat(far.body()).contains("primary").doesNotContain("path");
    assertThat(get(tile("network", 14)).body()).contains("primary", "path", "QL.1A");
    assertThat(get(tile("network", 14) + "?synthetic=true").statusCode()).isEqualTo(204);
    assertThat(get(tile("network-features", 12)).body()).contains("settlement");
    assertThat(get(tile("network", 4)).statusCode()).isEqualTo(404);
  }

  private static String tile(String collection, int zoom) {
    int row = (int) (WebMercator.pixelY(21.9001, zoom) / WebMercator.TILE_SIZE);
    int col = (int) (WebMercator.pixelX(106.7101, zoom) / WebMercator.TILE_SIZE);
    if (collection.equals("network-features")) {
      row = (int) (WebMercator.pixelY(21.905, zoom) / WebMercator.TILE_SIZE);
      col = (int) (WebMercator.pixelX(106.715, zoom) / WebMercator.TILE_SIZE);
    }
    return "/api/collections/%s/tiles/WebMercatorQuad/%d/%d/%d"
        .formatted(collection, zoom, row, col);
  }

  @Test
  void theNearestPlaceOnAWayIsTold() throws Exception {
    JsonNode point = json("/api/network/nearest?lon=106.705&lat=21.901");
    assertThat(point.at("/geometry/coordinates/0").asDouble()).isEqualTo(106.705);
    assertThat(point.at("/geometry/coordinates/1").asDouble()).isEqualTo(21.9);
    assertThat(point.at("/properties/class").asText()).isEqualTo("primary");
    assertThat(point.at("/properties/ref").asText()).isEqualTo("QL.1A");
    assertThat(point.at("/properties/name").asText()).isEqualTo("Đường Hùng Vương");
    assertThat(point.at("/properties/distance_m").asDouble()).isBetween(110.0, 111.5);
    assertThat(point.at("/properties/fraction").asDouble()).isEqualTo(0.5);
    assertThat(get("/api/network/nearest?lon=106.705&lat=21.901&maxMetres=100").statusCode())
        .isEqualTo(404);
    assertThat(get("/api/network/nearest?lat=21.901").body()).contains("lon is missing");
    assertThat(get("/api/network/nearest?lon=200&lat=21.901").statusCode()).isEqualTo(400);
  }

  @Test
  void aSegmentTellsWhatLiesOnIt() throws Exception {
    String id = json("/api/network/nearest?lon=106.71&lat=21.906").at("/properties/edge").asText();
    JsonNode segment = json("/api/network/segments/" + id).get("properties");
    assertThat(segment.get("class").asText()).isEqualTo("path");
    assertThat(segment.get("profile").isNull()).isTrue();
    // From 21.907 on, every 0.002 degrees (221 m); the trail ends at 21.910.
    assertThat(segment.at("/detections/count").asInt()).isEqualTo(4);
    assertThat(segment.at("/detections/persons").asInt()).isEqualTo(1 + 2 + 3 + 4);
    assertThat(segment.at("/detections/withinMetres").asInt()).isEqualTo(500);
    assertThat(segment.get("routes")).isEmpty();
    JsonNode near =
        json("/api/network/segments/" + id + "?withinMetres=300&datetime=2024-01-03/2024-12-31");
    assertThat(near.at("/properties/detections/count").asInt()).isEqualTo(2);
    assertThat(get("/api/network/segments/0").statusCode()).isEqualTo(404);
    assertThat(get("/api/network/segments/" + id + "?withinMetres=0").statusCode()).isEqualTo(400);
  }

  @Test
  void anImportThatCannotBeReadSaysWhyAndLeavesTheNetwork() throws Exception {
    JsonNode failed = job("/api/collections/network/import", "<osm><node");
    assertThat(failed.get("status").asText()).isEqualTo("failed");
    assertThat(failed.get("message").asText()).contains("not well-formed", "XML bị lỗi");
    assertThat(send("POST", "/api/collections/network/import", "text/csv", "a,b").statusCode())
        .isEqualTo(415);
    assertThat(
            send("POST", "/api/collections/network/import?fileName=a/b", "application/xml", OSM)
                .statusCode())
        .isEqualTo(400);
    JsonNode heights = job("/api/collections/elevation/import?fileName=x.hgt", "none");
    assertThat(heights.get("status").asText()).isEqualTo("failed");
    assertThat(heights.get("message").asText()).contains("N21E106.hgt");
    assertThat(json("/api/collections/network/items").get("numberMatched").asInt()).isEqualTo(3);
  }

  @Test
  void theSizeOfTheNetworkIsAMetric() {
    assertThat(get("/metrics").body())
        .contains("borderwatch_network_edges{synthetic=\"false\"} 3.0")
        .contains("borderwatch_network_parts{synthetic=\"false\"} 1.0");
  }

  private JsonNode imported(String path, String body) throws Exception {
    JsonNode job = job(path, body);
    assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("successful");
    return json("/api/jobs/" + job.get("jobID").asText() + "/results");
  }

  private JsonNode job(String path, String body) throws Exception {
    String type = path.contains("elevation") ? "application/octet-stream" : "application/xml";
    HttpResponse<String> made = send("POST", path, type, body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = Json.tree(made.body()).get("jobID").asText();
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    JsonNode job = json("/api/jobs/" + id);
    while (!job.get("status").asText().matches("successful|failed|dismissed")
        && System.nanoTime() < until) {
      job = json("/api/jobs/" + id);
    }
    return job;
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return Json.tree(answer.body());
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, "application/json", null);
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    String pair = "admin:" + RunningApp.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .header("Authorization", "Basic " + basic)
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
