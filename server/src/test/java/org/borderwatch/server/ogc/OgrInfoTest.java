package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** GDAL's OAPIF driver, as a GIS would use the API: with HTTP Basic. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OgrInfoTest {
  private final TestDatabase database;
  private final RunningApp app;
  @TempDir static Path folder;

  OgrInfoTest(TestDatabase database) {
    this.database = database;
    this.app = new RunningApp(database);
  }

  @BeforeAll
  void fill() throws SQLException {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome,
            persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
          SELECT 'patrol', 'row-' || n, '2024-01-01 00:00+07'::timestamptz + n * interval '10 min',
            ST_SetSRID(ST_MakePoint(106.6 + n / 1e5, 21.9), 4326), 'exit', 'trail', 'observed',
            1 + n % 7, 'CN', 1100, 50, true, 'test'
          FROM generate_series(1, 20000) AS n
          """);
    }
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private String run(String program, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "ogr", ".txt");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().put("GDAL_HTTP_USERPWD", "admin:" + RunningApp.PASSWORD);
    builder.environment().put("no_proxy", "*");
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private String source() {
    return "OAPIF:http://localhost:" + app.port() + "/api";
  }

  @Test
  void ogrinfoListsEveryCollection() throws Exception {
    assertThat(run("ogrinfo", "-ro", source()))
        .contains("detections", "stations", "gates", "border", "border-sections", "places")
        .doesNotContain("ERROR");
  }

  @Test
  void ogrinfoReadsPlacesWithTheirVietnameseNames() throws Exception {
    String read =
        run("ogrinfo", "-ro", source(), "places", "-spat", "106.6", "21.9", "106.8", "22");
    assertThat(read).contains("Đồng Đăng").contains("POINT (106.69767 21.9511)");
  }

  @Test
  void everyDetectionComesOnceThroughAllPages() throws Exception {
    Path file = folder.resolve("detections.geojson");
    run(
        "ogr2ogr",
        "-oo",
        "PAGE_SIZE=1000",
        "-f",
        "GeoJSON",
        file.toString(),
        source(),
        "detections");
    JsonNode features = readTree(file).get("features");
    Set<String> refs = new HashSet<>();
    features.forEach(feature -> refs.add(feature.at("/properties/source_ref").asText()));
    assertThat(features).hasSize(20_000);
    assertThat(refs).hasSize(20_000);
  }

  private static JsonNode readTree(Path file) throws IOException {
    return Json.tree(Files.readString(file, StandardCharsets.UTF_8));
  }
}
