package org.borderwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.cli.CommandLineTools;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.cql.CqlParser;
import org.borderwatch.server.cql.Property;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.testing.Gdal;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a running server: what is in them, who may have them, what the audit knows. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
  private static final int DETECTIONS = 5_000;

  private final TestDatabase database;
  private final RunningApp app;
  private final HttpClient client = HttpClient.newHttpClient();
  private String hotspots = "";
  @TempDir static Path folder;

  ExportTest(TestDatabase database) {
    this.database = database;
    this.app = new RunningApp(database);
  }

  @BeforeAll
  void fill() throws Exception {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome,
            persons, women, indicators, origin, border_with, border_km, border_offset_m, synthetic,
            recorded_by)
          SELECT 'patrol', 'row-' || n, '2024-01-01 00:00+07'::timestamptz + n * interval '1 hour',
            ST_SetSRID(ST_MakePoint(round((106.6 + (n * 37 % 1000) / 1e4)::numeric, 7),
              round((21.8 + (n * 91 % 1000) / 5e3)::numeric, 7)), 4326),
            (ARRAY['exit', 'entry', 'unknown'])[1 + n % 3], (ARRAY['trail', 'river'])[1 + n % 2],
            'observed', 1 + n % 7, CASE WHEN n % 5 > 0 THEN 1 END,
            CASE WHEN n % 4 = 0 THEN ARRAY['debt', 'injury'] ELSE '{}' END,
            CASE WHEN n % 6 > 0 THEN 'VN-09' END, 'CN', 1100, 50, true, 'tổ Đèo Gió'
          FROM generate_series(1, 5000) AS n
          """);
    }
    String cells =
        "{\"type\": \"Feature\", \"id\": \"%s\", \"geometry\": {\"type\": \"Point\","
            + " \"coordinates\": [%s, 22]}, \"properties\": {\"n\": %s}}";
    String features =
        String.join(
            ",",
            cells.formatted("a", 106.1, 1),
            cells.formatted("b", 106.2, 5),
            cells.formatted("c", 106.3, 9),
            cells.formatted("d", 106.4, 2));
    String inputs =
        "{\"inputs\": {\"features\": {\"type\": \"FeatureCollection\", \"features\": [%s]}, \"valueProperty\": \"n\", \"bandMetres\": 15000}}"
            .formatted(features);
    HttpResponse<byte[]> done =
        send(
            "POST",
            "/api/processes/hotspots/execution",
            inputs,
            "Content-Type",
            "application/json");
    assertThat(done.statusCode()).as(text(done)).isEqualTo(200);
    String monitor = done.headers().firstValue("Link").orElseThrow();
    hotspots = monitor.replaceFirst(".*/api/jobs/([0-9a-f-]+).*", "$1");
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    String credential = "admin:" + RunningApp.PASSWORD;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credential.getBytes(StandardCharsets.UTF_8)))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = get(path);
    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    return Json.tree(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private long sql(String query) throws SQLException {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void everyDetectionIsInEveryFormatAndInTheAudit(ExportFormat format) throws Exception {
    HttpResponse<byte[]> answer = get("/api/collections/detections/export?format=" + format.code());
    assertThat(answer.statusCode()).isEqualTo(200);
    String name = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertThat(name)
        .matches(
            "attachment; filename=\"borderwatch-detections-\\d{4}-\\d\\d-\\d\\d-synthetic\\."
                + format.extension()
                + "\"");
    Path file = folder.resolve("detections." + format.extension());
    Files.write(file, answer.body());
    String layer = format == ExportFormat.GPX ? "waypoints" : "detections";
    String said = Gdal.run(folder, "ogrinfo", "-so", file.toString(), layer);
    assertThat(said).contains("Feature Count: " + DETECTIONS).contains("recorded_b");
    assertThat(said).contains("Extent: (106.600000, 21.800000) - (106.699900, 21.999800)");
    assertThat(
            sql(
                "SELECT row_count FROM audit_event WHERE route ="
                    + " '/api/collections/detections/export'"
                    + " AND filter ->> 'format' = '%s' ORDER BY event_no DESC LIMIT 1"
                        .formatted(format.code())))
        .isEqualTo(DETECTIONS);
  }

  @Test
  void aPreviewCountsAllAndReckonsTheSize() throws Exception {
    JsonNode preview = json("/api/collections/detections/export/preview?format=gpkg&setting=trail");
    assertThat(preview.path("features").asInt()).isEqualTo(DETECTIONS / 2);
    assertThat(preview.path("geometry").asText()).isEqualTo("Point");
    assertThat(preview.path("synthetic").asBoolean()).isTrue();
    assertThat(preview.at("/attributes/1/name").asText()).isEqualTo("observed_at");
    assertThat(preview.at("/attributes/1/type").asText()).isEqualTo("date-time");
    assertThat(preview.path("formats")).hasSize(ExportFormat.values().length);
    int bytes = get("/api/collections/detections/export?format=gpkg&setting=trail").body().length;
    assertThat(preview.path("bytesAbout").asInt()).isBetween(bytes * 2 / 3, bytes * 3 / 2);
  }

  @Test
  void theResultOfAJobIsAFileAndACollection() throws Exception {
    for (String path :
        List.of(
            "/api/jobs/" + hotspots + "/export?format=geojson",
            "/api/collections/hotspots/export?format=geojson&job=" + hotspots)) {
      JsonNode file = json(path);
      assertThat(file.path("features")).hasSize(4);
      assertThat(file.at("/features/2/id").asText()).isEqualTo("c");
      assertThat(file.at("/features/2/properties/value").asDouble()).isEqualTo(9);
      assertThat(file.at("/features/2/properties/synthetic").asBoolean()).isFalse();
      assertThat(file.path("note").asText()).contains("Result of hotspots, job " + hotspots);
      assertThat(file.at("/summary/n").asInt()).isEqualTo(4);
    }
    String items = "/api/collections/hotspots/items?job=" + hotspots;
    assertThat(json(items + "&limit=3").path("features")).hasSize(3);
    assertThat(json(items + "&bbox=106.15,21,106.35,23").path("numberMatched").asInt())
        .isEqualTo(2);
    assertThat(
            json(items + "&filter=" + encoded("value >= 5 AND p IS NOT NULL"))
                .path("numberMatched")
                .asInt())
        .isEqualTo(2);
    // It was made of features that came along, so it isn't the newest result of the store.
    assertThat(get("/api/collections/hotspots/export?format=csv").statusCode()).isEqualTo(404);
    assertThat(json("/api/collections/hotspots/items").path("numberMatched").asInt()).isZero();
  }

  /** What CQL2 means, what SQL finds, and what the test of a single feature says, are the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "persons >= 5 AND setting = 'trail' | persons >= 5 AND setting = 'trail'",
        "women IS NULL OR NOT direction = 'exit' | women IS NULL OR NOT direction = 'exit'",
        "NOT women = 1 | NOT women = 1",
        "NOT (origin <> 'VN-09') | NOT (origin <> 'VN-09')",
        "source_ref LIKE 'row-1_5%' | source_ref LIKE 'row-1_5%'",
        "source_ref BETWEEN 'row-2' AND 'row-3' | source_ref COLLATE \"C\" BETWEEN 'row-2' AND"
            + " 'row-3'",
        "persons IN (2, 3) AND direction NOT IN ('exit') | persons IN (2, 3) AND direction NOT IN"
            + " ('exit')",
        "observed_at = DATE('2024-03-05') | observed_at >= '2024-03-05 00:00+07' AND observed_at <"
            + " '2024-03-06 00:00+07'",
        "observed_at > TIMESTAMP('2024-03-05T10:30:00Z') | observed_at > '2024-03-05 10:30Z'",
        "S_INTERSECTS(geom, BBOX(106.62, 21.85, 106.65, 21.9)) | ST_Intersects(geom,"
            + " ST_MakeEnvelope(106.62, 21.85, 106.65, 21.9, 4326))",
        "S_INTERSECTS(geom, POLYGON((106.6 21.8, 106.7 21.8, 106.6 22, 106.6 21.8))) |"
            + " ST_Intersects(geom, 'SRID=4326;POLYGON((106.6 21.8, 106.7 21.8, 106.6 22, 106.6"
            + " 21.8))')",
        "station IS NULL AND station_derived | responsible_station IS NULL AND station IS NULL",
        "recorded_by = 'tổ Đèo Gió' AND synthetic | recorded_by = 'tổ Đèo Gió'",
      })
  void aFilterFindsWhatSqlFinds(String filter, String where) throws Exception {
    long expected = sql("SELECT count(*) FROM detection WHERE " + where);
    String parameter = "&filter-lang=cql2-text&filter=" + encoded(filter);
    JsonNode page = json("/api/collections/detections/items?limit=1" + parameter);
    assertThat(page.path("numberMatched").asLong()).isEqualTo(expected);
    Condition condition =
        CqlParser.parse(
            filter,
            List.of(
                Property.of("persons", "integer"),
                Property.of("women", "integer"),
                Property.of("setting", "string"),
                Property.of("direction", "string"),
                Property.of("origin", "string"),
                Property.of("source_ref", "string"),
                Property.of("station", "string"),
                Property.of("station_derived", "boolean"),
                Property.of("synthetic", "boolean"),
                Property.of("recorded_by", "string"),
                Property.of("observed_at", "string")));
    long tested = 0;
    for (JsonNode feature : all().path("features")) {
      tested += Boolean.TRUE.equals(condition.test(feature)) ? 1 : 0;
    }
    assertThat(tested).isEqualTo(expected);
    JsonNode file = json("/api/collections/detections/export?format=geojson" + parameter);
    assertThat(file.path("features")).hasSize((int) expected);
  }

  private JsonNode all() throws IOException, InterruptedException {
    return json("/api/collections/detections/items?limit=10000");
  }

  /** Layers, the network and routes too, each in its own way to the database. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "places | name LIKE 'Đồng %' AND rank >= 1",
        "gates | approximate = FALSE OR note IS NOT NULL",
        "border | length_km > 500",
        "network | class IN ('path', 'track') AND length_m > 100 AND synthetic",
        "routes | status = 'confirmed' AND border_km IS NOT NULL",
        "patrol-tracks | km > 1 AND start > TIMESTAMP('2024-01-01T00:00:00Z')",
      })
  void everyCollectionTakesAFilter(String collection, String filter) throws Exception {
    String path = "/api/collections/" + collection + "/items?limit=1000";
    JsonNode chosen = json(path + "&filter=" + encoded(filter));
    JsonNode others = json(path + "&filter=" + encoded("NOT (" + filter + ")"));
    int all = json(path).path("numberMatched").asInt();
    assertThat(chosen.path("numberMatched").asInt() + others.path("numberMatched").asInt())
        .isLessThanOrEqualTo(all);
    assertThat(chosen.path("features")).hasSize(chosen.path("numberReturned").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/collections/detections/export",
        "/api/collections/detections/export?format=xls",
        "/api/collections/detections/export?format=gpkg&crs=EPSG:3857",
        "/api/collections/detections/export?format=gpx&crs=EPSG:32648",
        "/api/collections/detections/export?format=gpkg&colour=red",
        "/api/collections/detections/export?format=gpkg&filter=person%20%3D%207",
        "/api/collections/detections/items?filter=persons%20%3D%20%27a%27",
        "/api/collections/detections/items?filter=TRUE&filter-lang=cql2-json",
        "/api/collections/hotspots/export?format=csv&job=00000000-0000-4000-8000-000000000000",
      })
  void whatCannotBeDoneIsToldByName(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
    assertThat(Json.tree(answer.body()).path("parameter").asText()).isNotEmpty();
  }

  @Test
  void theCommandLineWritesTheSameFile() throws Exception {
    Path file = folder.resolve("trails.gpkg");
    Said said =
        run(
            "export",
            "detections",
            "--format",
            "gpkg",
            "-o",
            file.toString(),
            "--crs",
            "EPSG:32648",
            "--query",
            "setting=trail",
            "--filter",
            "persons >= 5");
    assertThat(said.exit()).as(said.text()).isZero();
    long expected = sql("SELECT count(*) FROM detection WHERE persons >= 5 AND setting = 'trail'");
    assertThat(said.text()).contains("%,d features, synthetic".formatted(expected));
    assertThat(Gdal.run(folder, "ogrinfo", "-al", "-so", file.toString()))
        .contains("Feature Count: " + expected)
        .contains("ID[\"EPSG\",32648]");
    Path csv = folder.resolve("result.csv");
    assertThat(run("export", "hotspots", "--job", hotspots, "-o", csv.toString()).exit()).isZero();
    assertThat(Files.readString(csv)).contains("WKT").contains("POINT (106.1 22)");
    assertThat(sql("SELECT count(*) FROM audit_event WHERE route = 'export'")).isEqualTo(2);
    assertThat(run("export", "list").text()).contains("routes", "network", "key-segments");
  }

  @Test
  void aCommandThatCannotBeDoneWritesNothing() throws Exception {
    String file = folder.resolve("none.gpkg").toString();
    assertThat(run("export", "detection", "-o", file))
        .isEqualTo(
            new Said(2, "borderwatch: There is no collection detection; is detections meant?\n"));
    assertThat(run("export", "detections").text()).contains("-o FILE is missing");
    assertThat(run("export", "detections", "-o", folder + "/x.doc").text())
        .contains("--format is doc; expected one of geojson, gpkg");
    assertThat(run("export", "detections", "-o", file, "--query", "colour=red").exit())
        .isEqualTo(2);
    assertThat(run("export", "detections", "-o", file, "--filter", "persons >").text())
        .contains("at character 10");
    assertThat(Path.of(file)).doesNotExist();
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  private record Said(int exit, String text) {}

  private Said run(String... words) {
    StringWriter said = new StringWriter();
    int exit =
        CommandLineTools.line(database, folder)
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(words);
    return new Said(exit, said.toString());
  }
}
