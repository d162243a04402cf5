package org.borderwatch.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.borderwatch.server.App;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.process.ServerId;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportEndpointsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "duong-mon-bien-gioi-1063";
  private static final String IMPORT = "/api/collections/detections/import";
  private static final String HEADER = "source_ref,observed_at,lon,lat,persons\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestDatabase database;
  @TempDir static Path folder;
  private App app;

  ImportEndpointsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeAll
  void start() throws Exception {
    database.asOwner(
        "INSERT INTO borderwatch.job (id, type, status, requester, unit, server_id)"
            + " VALUES (gen_random_uuid(), 'import', 'running', 'admin', 'VN', '"
            + ServerId.of(folder)
            + "')");
    Files.createDirectories(folder.resolve("imports"));
    Files.writeString(folder.resolve("imports").resolve(UUID.randomUUID() + ".upload"), "left");
    app =
        App.start(
            ServerConfig.load(
                Map.of(
                    "port",
                    "0",
                    "data",
                    folder.toString(),
                    "demo",
                    "false",
                    "import.max.size",
                    "1MB"),
                Map.of(
                    "BORDERWATCH_DATABASE_URL",
                    database.url(),
                    "BORDERWATCH_ADMIN_PASSWORD",
                    PASSWORD)));
  }

  @AfterAll
  void stop() throws Exception {
    app.close();
  }

  @Test
  void aFileBecomesAJobAndItsRowsAreStored() throws Exception {
    String rows = HEADER + row("H-1", 4) + row("H-2", 0) + row("two words", 2);
    HttpResponse<String> created = post("text/csv; charset=utf-8", "", rows);
    assertThat(created.statusCode()).isEqualTo(201);
    JsonNode job = JSON.readTree(created.body());
    assertThat(created.headers().firstValue("Location").orElseThrow())
        .endsWith("/api/jobs/" + job.path("jobID").asText());
    JsonNode result = resultOf(created);
    assertThat(result.path("stored").asInt()).isEqualTo(1);
    assertThat(result.path("refusedCount").asInt()).isEqualTo(2);
    assertThat(result.path("rows").asInt()).isEqualTo(3);
    assertThat(result.path("refused").get(0).path("field").asText()).isEqualTo("persons");
    assertThat(result.path("refused").get(0).path("remedyVi").asText()).isNotBlank();
    HttpResponse<String> rejects = get("/api/jobs/" + job.path("jobID").asText() + "/rejects.csv");
    assertThat(rejects.body())
        .contains("line,field,reason,remedy,source_ref")
        .contains("two words");
    assertThat(count("source_ref = 'H-1'")).isEqualTo(1);
    assertThat(uploads()).isZero();
  }

  @Test
  void aDryRunStoresNothing() throws Exception {
    JsonNode result = resultOf(post("text/csv", "?dryRun=true", HEADER + row("D-1", 4)));
    assertThat(result.path("stored").asInt()).isEqualTo(1);
    assertThat(result.path("dryRun").asBoolean()).isTrue();
    assertThat(count("source_ref = 'D-1'")).isZero();
  }

  @Test
  void aFileThatNobodyCanReadFailsWithTheRemedy() throws Exception {
    JsonNode job = ended(post("text/csv", "", "PK\u0003\u0004 workbook"));
    assertThat(job.path("status").asText()).isEqualTo("failed");
    assertThat(job.path("message").asText()).contains("CSV UTF-8").contains("Excel");
    assertThat(get("/api/jobs/" + job.path("jobID").asText() + "/results").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeTakenIsRefusedAtTheDoor() throws Exception {
    assertThat(post("application/zip", "", "x").statusCode()).isEqualTo(415);
    assertThat(post("text/csv; charset=klingon", "", "x").statusCode()).isEqualTo(415);
    HttpRequest.Builder packed =
        request(IMPORT).header("Content-Type", "text/csv").header("Content-Encoding", "gzip");
    assertThat(send(packed.POST(BodyPublishers.ofString("x")).build()).statusCode()).isEqualTo(415);
    assertThat(post("text/csv", "?dryRun=perhaps", "x").statusCode()).isEqualTo(400);
    assertThat(post("text/csv", "?dry=true", "x").statusCode()).isEqualTo(400);
    assertThat(post("text/csv", "", "x".repeat(1 << 21)).statusCode()).isEqualTo(413);
    assertThat(uploads()).isZero();
    assertThat(get("/api/jobs/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(get("/api/jobs/7").statusCode()).isEqualTo(404);
  }

  @Test
  void aJobThatEndedCanBeForgotten() throws Exception {
    JsonNode job = ended(post("text/csv", "?dryRun=true", HEADER + row("F-1", 4)));
    String path = "/api/jobs/" + job.path("jobID").asText();
    HttpResponse<String> forgotten = send(request(path).DELETE().build());
    assertThat(JSON.readTree(forgotten.body()).path("status").asText()).isEqualTo("dismissed");
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whatARestartLeftUnfinishedIsSaidToHaveFailed() {
    String statuses =
        database
            .database()
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("SELECT string_agg(status, '') FROM job WHERE started_at IS NULL")
                        .mapTo(String.class)
                        .one());
    assertThat(statuses).isEqualTo("failed");
  }

  @Test
  void withoutAnAccountNothingIsTaken() throws Exception {
    HttpRequest anonymous =
        HttpRequest.newBuilder(uri(IMPORT))
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(HEADER))
            .build();
    assertThat(send(anonymous).statusCode()).isEqualTo(401);
    assertThat(uploads()).isZero();
  }

  private static String row(String ref, int persons) {
    return ref + ",2024-06-30T21:10:00+07:00,106.69767,21.9511," + persons + "\n";
  }

  private JsonNode resultOf(HttpResponse<String> created) throws Exception {
    JsonNode job = ended(created);
    assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("successful");
    assertThat(job.path("progress").asInt()).isEqualTo(100);
    return JSON.readTree(get("/api/jobs/" + job.path("jobID").asText() + "/results").body());
  }

  private JsonNode ended(HttpResponse<String> created) throws Exception {
    String id = JSON.readTree(created.body()).path("jobID").asText();
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode job = JSON.readTree(get("/api/jobs/" + id).body());
    while (job.path("finished").isMissingNode()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      job = JSON.readTree(get("/api/jobs/" + id).body());
    }
    return job;
  }

  private HttpResponse<String> post(String type, String query, String body) throws Exception {
    return send(
        request(IMPORT + query)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    byte[] credential = ("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credential));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + app.port() + path);
  }

  private int count(String condition) {
    return database
        .database()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM detection WHERE " + condition)
                    .mapTo(Integer.class)
                    .one());
  }

  private long uploads() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("imports"))) {
      return files.filter(file -> file.toString().endsWith(".upload")).count();
    }
  }
}
