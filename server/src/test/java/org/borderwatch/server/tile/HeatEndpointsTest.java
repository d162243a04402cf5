package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionRows;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeatEndpointsTest {
  private static final double LON = 106.69767;
  private static final double LAT = 21.9511;
  private static final int DETECTIONS = 40;
  private static final String YEAR = "?datetime=2024-01-01/2024-12-31";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestDatabase place;
  private final DetectionRows rows;
  private RunningApp app;

  HeatEndpointsTest(TestDatabase place, Database database) {
    this.place = place;
    this.rows = new DetectionRows(database);
  }

  @BeforeAll
  void start() throws SQLException {
    app = new RunningApp(place);
    for (int i = 0; i < DETECTIONS; i++) {
      rows.add("2024-05-01T10:00:00+07:00", LON + i * 1e-6, LAT, 3, 1100);
    }
    await(() -> numbers(12, YEAR).get("sum").asLong() == DETECTIONS);
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("it never held").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = request("admin", RunningApp.PASSWORD, path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String name, String password, String path) {
    byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String tile(int zoom, double lon, double lat) {
    TileCoord tile =
        new TileCoord(
            zoom,
            (int) (WebMercator.pixelY(lat, zoom) / WebMercator.TILE_SIZE),
            (int) (WebMercator.pixelX(lon, zoom) / WebMercator.TILE_SIZE));
    return "/api/maps/heat/%d/%d/%d".formatted(tile.zoom(), tile.row(), tile.col());
  }

  private JsonNode json(String path) {
    HttpResponse<byte[]> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.tree(new String(response.body(), StandardCharsets.UTF_8));
  }

  private JsonNode numbers(int zoom, String query) {
    return json(tile(zoom, LON, LAT) + ".json" + query);
  }

  @Test
  void aRecorderGetsNoNumbersFinerThanZoomTwelve() throws SQLException {
    place.asOwner(
        "INSERT INTO borderwatch.unit (code, name_vi, name_en, kind)"
            + " VALUES ('T-1', 'Đồn thử', 'Test post', 'station')");
    String password = "Chay-cham-2026-xa";
    String body =
        """
        {"name": "recorder-1", "role": "recorder", "unit": "T-1", "password": "%s"}
        """
            .formatted(password);
    HttpResponse<byte[]> made =
        send(
            request("admin", RunningApp.PASSWORD, "/api/accounts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(made.statusCode()).isEqualTo(201);
    for (int zoom = 11; zoom <= 14; zoom++) {
      String numbers = tile(zoom, LON, LAT) + ".json" + YEAR;
      assertThat(send(request("recorder-1", password, numbers)).statusCode())
          .as("zoom %s", zoom)
          .isEqualTo(zoom <= 12 ? 200 : 403);
    }
    String picture = tile(14, LON, LAT) + ".png" + YEAR;
    assertThat(send(request("recorder-1", password, picture)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 10, 12, 15})
  void theNumbersAddUpToTheCount(int zoom) {
    JsonNode detections = numbers(zoom, YEAR);
    assertThat(detections.get("sum").asLong()).isEqualTo(DETECTIONS);
    long sum = 0;
    for (JsonNode count : detections.get("counts")) {
      sum += count.asLong();
    }
    assertThat(sum).isEqualTo(DETECTIONS);
    assertThat(detections.get("counts")).hasSize(256 * 256);
    assertThat(numbers(zoom, YEAR + "&weight=persons").get("sum").asLong())
        .isEqualTo(3 * DETECTIONS);
    assertThat(numbers(zoom, YEAR + "&persons=4/..").get("sum").asLong()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"10, 500", "12, 500", "12, 1500", "14, 500"})
  void whereSomethingWasSeenIsColour(int zoom, double bandwidthMetres) throws IOException {
    HttpResponse<byte[]> response =
        get(tile(zoom, LON, LAT) + ".png" + YEAR + "&bandwidthMetres=" + bandwidthMetres);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(response.headers().firstValue("Borderwatch-Data")).contains("synthetic");
    assertThat(response.headers().firstValue("Borderwatch-Stale-Since")).isEmpty();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
    int x = (int) WebMercator.pixelX(LON, zoom) % WebMercator.TILE_SIZE;
    int y = (int) WebMercator.pixelY(LAT, zoom) % WebMercator.TILE_SIZE;
    assertThat(image.getRGB(x, y) >>> 24).isEqualTo(255);
  }

  @Test
  void whereNothingWasSeenIsTheEmptyTile() {
    byte[] far = get(tile(12, 103, 15) + ".png" + YEAR).body();
    assertThat(far).isEqualTo(HeatPalette.LIGHT.emptyFile());
    assertThat(get(tile(12, LON, LAT) + ".png?datetime=2020-01-01/2020-12-31").body())
        .isEqualTo(far);
  }

  @Test
  void whoHasTheTileAlreadyIsToldSo() {
    String path = tile(11, LON, LAT) + ".png" + YEAR;
    HttpResponse<byte[]> first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second = get(path, "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(get(path).body()).isEqualTo(first.body());
  }

  @Test
  void theScaleOfTheLegendIsTheScaleOfTheTile() {
    JsonNode legend = json("/api/maps/heat/legend" + YEAR);
    String path = tile(12, LON, LAT) + ".png" + YEAR;
    assertThat(get(path + "&scale=" + legend.get("scale").asDouble()).body())
        .isEqualTo(get(path).body());
    assertThat(get(path + "&scale=0.001").body()).isNotEqualTo(get(path).body());
    assertThat(get(path + "&theme=dark").body()).isNotEqualTo(get(path).body());
  }

  @Test
  void theLegendSaysHowFarTheKernelWasWidened() {
    JsonNode far = json("/api/maps/heat/legend" + YEAR + "&bandwidthMetres=500&zoom=5");
    assertThat(far.at("/method/widened").asBoolean()).isTrue();
    assertThat(far.at("/method/widenedToMetres").asLong()).isEqualTo(6813);
    JsonNode near = json("/api/maps/heat/legend" + YEAR + "&bandwidthMetres=500&zoom=12");
    assertThat(near.at("/method/widened").asBoolean()).isFalse();
    assertThat(near.at("/method/widenedToMetres").isNull()).isTrue();
    assertThat(near.get("n").asLong()).isEqualTo(DETECTIONS);
    assertThat(near.get("staleSince").isNull()).isTrue();
  }

  @Test
  void aNewDetectionMakesANewTile() throws SQLException {
    double lat = 22.5;
    String path = tile(12, LON, lat) + ".png?datetime=2023-01-01/2023-12-31";
    HttpResponse<byte[]> before = get(path);
    assertThat(before.body()).isEqualTo(HeatPalette.LIGHT.emptyFile());
    for (int i = 0; i < 30; i++) {
      rows.add("2023-05-01T10:00:00+07:00", LON, lat, 3, 1100);
    }
    String tag = before.headers().firstValue("ETag").orElseThrow();
    await(() -> get(path, "If-None-Match", tag).statusCode() == 200);
    await(() -> get(path).body().length > before.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&bandwidthMetres=1", "&scale=3", "&weight=kg", "&theme=pink", "&colour=red"})
  void whatIsNotUnderstoodIsNamed(String wrong) {
    HttpResponse<byte[]> response = get(tile(12, LON, LAT) + ".png" + YEAR + wrong);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains(wrong.substring(1, wrong.indexOf('=')));
  }
}
