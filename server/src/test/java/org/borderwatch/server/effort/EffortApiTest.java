package org.borderwatch.server.effort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a file to the collections, their tiles and the summary, over HTTP. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffortApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String GPX =
      """
      <gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Nguyễn Văn A</name><trkseg>
      <trkpt lon="106.700" lat="21.960"><time>2024-03-01T02:00:00Z</time></trkpt>
      <trkpt lon="106.710" lat="21.962"><time>2024-03-01T02:20:00Z</time></trkpt>
      <trkpt lon="106.712" lat="21.970"><time>2024-03-01T02:40:00Z</time></trkpt>
      <trkpt lon="106.720" lat="21.970"><time>2024-03-01T04:40:00Z</time></trkpt>
      </trkseg></trk></gpx>
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestDatabase database;
  private RunningApp app;
  private JsonNode result;

  EffortApiTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void importAFile() throws Exception {
    app = new RunningApp(database);
    database.asOwner(
        """
        INSERT INTO borderwatch.unit (code, name_vi, name_en, kind) VALUES ('X-01', 'Đồn 1', 'Station 1', 'station');
        """);
    HttpResponse<String> created =
        send(
            "POST",
            "/api/collections/patrol-tracks/import?team=T3&station=X-01&synthetic=true",
            "application/gpx+xml",
            GPX);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    result = resultOf(JSON.readTree(created.body()).path("jobID").asText());
  }

  @AfterAll
  void stop() {
    app.close();
  }

  @Test
  void theResultSaysWhatWasStoredAndWhatWasDropped() {
    assertThat(result.path("stored").asInt()).isEqualTo(1);
    assertThat(result.path("unchanged").asInt()).isZero();
    assertThat(result.path("refused")).isEmpty();
    assertThat(result.path("dropped").path("gap").asInt()).isEqualTo(1);
  }

  @Test
  void theTrackIsAFeatureWithoutAnyName() throws Exception {
    HttpResponse<String> page =
        send("GET", "/api/collections/patrol-tracks/items?bbox=106,21,107,22", "", "");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.headers().firstValue("Borderwatch-Data")).contains("synthetic");
    assertThat(page.body()).doesNotContain("Nguy");
    JsonNode features = JSON.readTree(page.body()).path("features");
    assertThat(features).hasSize(1);
    JsonNode properties = features.get(0).path("properties");
    assertThat(properties.path("team").asText()).isEqualTo("T3");
    assertThat(properties.path("station").asText()).isEqualTo("X-01");
    assertThat(properties.path("start").asText()).isEqualTo("2024-03-01T02:00:00Z");
    assertThat(properties.path("times").get(2).asText()).isEqualTo("2024-03-01T02:40:00Z");
    assertThat(features.get(0).path("geometry").path("type").asText()).isEqualTo("MultiLineString");
    String one = "/api/collections/patrol-tracks/items/" + features.get(0).path("id").asText();
    assertThat(send("GET", one, "", "").statusCode()).isEqualTo(200);
  }

  @Test
  void filtersChoose() throws Exception {
    String items = "/api/collections/patrol-tracks/items?";
    assertThat(matched(items + "station=X-01")).isEqualTo(1);
    assertThat(matched(items + "station=X-09")).isZero();
    assertThat(matched(items + "datetime=2024-03-01T02:30:00Z/..")).isEqualTo(1);
    assertThat(matched(items + "datetime=2024-03-02/..")).isZero();
    assertThat(matched(items + "synthetic=false")).isZero();
    assertThat(matched(items + "bbox=105,21,106,22")).isZero();
    assertThat(send("GET", items + "team=T3", "", "").statusCode()).isEqualTo(400);
    assertThat(matched("/api/collections/sensor-watches/items")).isZero();
  }

  @Test
  void aTileHasTheTrack() throws Exception {
    // 106.70 E, 21.96 N at zoom 11.
    String tile = "/api/collections/patrol-tracks/tiles/WebMercatorQuad/11/895/1631";
    HttpResponse<String> found = send("GET", tile + "?synthetic=true", "", "");
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    assertThat(send("GET", tile + "?synthetic=false", "", "").statusCode()).isEqualTo(204);
    assertThat(
            send("GET", "/api/collections/sensor-watches/tiles/WebMercatorQuad/11/895/1631", "", "")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void theSummarySaysTheHoursAlongTheBorder() throws Exception {
    String path =
        "/api/summary/effort?borderWith=CN&sectionMetres=5000&step=month&synthetic=true"
            + "&datetime=2024-02-01/2024-04-30";
    HttpResponse<String> answer = send("GET", path, "", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode summary = JSON.readTree(answer.body());
    assertThat(summary.path("periods").toString())
        .isEqualTo("[\"2024-02-01\",\"2024-03-01\",\"2024-04-01\"]");
    assertThat(summary.path("patrol_hours")).hasSameSizeAs(summary.path("sections"));
    double hours = 0;
    for (JsonNode row : summary.path("patrol_hours")) {
      assertThat(row).hasSize(3);
      assertThat(row.get(0).asDouble() + row.get(2).asDouble()).isZero();
      hours += row.get(1).asDouble();
    }
    assertThat(hours).isBetween(0.666, 0.667);
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpRequest again = request(path).header("If-None-Match", tag).GET().build();
    assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(304);
  }

  @Test
  void csvIsNoFormatOfTracks() throws Exception {
    assertThat(
            send("POST", "/api/collections/patrol-tracks/import", "text/csv", "a,b").statusCode())
        .isEqualTo(415);
    assertThat(
            send(
                    "POST",
                    "/api/collections/patrol-tracks/import?team=Anh%20A",
                    "application/gpx+xml",
                    GPX)
                .statusCode())
        .isEqualTo(400);
  }

  private int matched(String path) throws Exception {
    HttpResponse<String> page = send("GET", path, "", "");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return JSON.readTree(page.body()).path("numberMatched").asInt();
  }

  private JsonNode resultOf(String job) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      JsonNode status = JSON.readTree(send("GET", "/api/jobs/" + job, "", "").body());
      if (status.path("status").asText().equals("successful")) {
        return JSON.readTree(send("GET", "/api/jobs/" + job + "/results", "", "").body());
      }
      assertThat(status.path("status").asText()).as(status.toString()).isNotEqualTo("failed");
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("the job did not end");
  }

  private HttpRequest.Builder request(String path) {
    String credentials = "admin:" + RunningApp.PASSWORD;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws Exception {
    HttpRequest.Builder request =
        request(path)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
