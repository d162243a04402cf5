package org.borderwatch.server.detection;

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
import java.time.Instant;
import java.util.Base64;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.testing.DatabaseLine;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole server while its database is gone, or hangs and says nothing. */
@PostgisTest
class WithoutDatabaseTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String TOTALS = "/api/summary/totals?synthetic=true";
  private static final String ITEMS = "/api/collections/detections/items";

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestDatabase database;

  WithoutDatabaseTest(TestDatabase database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "hold"})
  void mapsGoOnWithANoticeWritesAreRefusedAndThenItCatchesUp(String how) throws Exception {
    DetectionRows rows = new DetectionRows(database.database(), how);
    rows.add("2024-03-01T08:00:00+07:00", 106.7, 21.9, 3, 1100);
    try (DatabaseLine line = DatabaseLine.to(database.administrator());
        RunningApp app = new RunningApp(line.address())) {
      Await.until("loaded", SOON, () -> state(app).equals("current"));
      long before = detections(app);
      assertThat(get(app, "/api/basemap.json").statusCode()).isEqualTo(200);
      if (how.equals("cut")) {
        line.cut();
      } else {
        line.hold();
      }
      Await.until("stale", SOON, () -> state(app).equals("stale"));
      JsonNode data = json(get(app, "/api/data"));
      assertThat(Instant.parse(data.path("since").asText())).isBefore(Instant.now());
      assertThat(data.path("dataVersion").asText()).isNotEmpty();

      HttpResponse<String> totals = get(app, TOTALS);
      assertThat(totals.headers().firstValue("Borderwatch-Stale-Since")).isPresent();
      assertThat(json(totals).path("detections").asLong()).isEqualTo(before);
      for (String path :
          new String[] {
            "/api/maps/heat/legend?synthetic=true&datetime=2024-01-01/2024-06-30",
            "/api/maps/heat/9/225/407.png?synthetic=true&datetime=2024-01-01/2024-06-30",
            "/api/summary/extent",
            "/api/basemap.json",
            "/api/locate?lon=106.7&lat=21.9",
            "/api/session",
          }) {
        assertThat(get(app, path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(get(app, ITEMS).statusCode()).isEqualTo(503);
      HttpResponse<String> write = send(app, "POST", ITEMS, "{}");
      assertThat(write.statusCode()).isEqualTo(503);
      assertThat(write.headers().firstValue("Retry-After")).isPresent();

      rows.add("2024-03-02T08:00:00+07:00", 106.7, 21.9, 3, 1100);
      line.mend();
      Await.until("current", SOON, () -> state(app).equals("current"));
      Await.until("counted", SOON, () -> detections(app) == before + 1);
      assertThat(get(app, TOTALS).headers().firstValue("Borderwatch-Stale-Since")).isEmpty();
      Await.until("items", SOON, () -> get(app, ITEMS).statusCode() == 200);
    }
  }

  private String state(RunningApp app) throws Exception {
    return json(get(app, "/api/data")).path("state").asText();
  }

  private long detections(RunningApp app) throws Exception {
    return json(get(app, TOTALS)).path("detections").asLong();
  }

  private HttpResponse<String> get(RunningApp app, String path)
      throws IOException, InterruptedException {
    return send(app, "GET", path, "");
  }

  private HttpResponse<String> send(RunningApp app, String method, String path, String body)
      throws IOException, InterruptedException {
    String credential = "admin:" + RunningApp.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/geo+json")
            .timeout(SOON)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body());
  }
}
