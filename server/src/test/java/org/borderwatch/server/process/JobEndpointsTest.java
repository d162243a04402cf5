package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.process.ProcessServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs over HTTP. */
@PostgisTest
class JobEndpointsTest {
  private final TestDatabase database;
  private ProcessServer server;

  JobEndpointsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() throws Exception {
    database.asOwner("DELETE FROM borderwatch.job");
    server = new ProcessServer(database.database());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRunningJobStopsWhenItIsDismissed() {
    String id = server.start("slow", "{}");
    server.await(id, "running");
    HttpResponse<String> dismissed = server.send("analyst", "DELETE", "/api/jobs/" + id, "");
    assertThat(json(dismissed).path("status").asText()).isEqualTo("dismissed");
    assertThat(json(dismissed).path("message").asText()).contains("Stopping");
    JsonNode ended = Await.value("stopped", () -> server.status(id), job -> job.has("finished"));
    assertThat(ended.path("status").asText()).isEqualTo("dismissed");
    assertThat(ended.path("message").asText()).isEqualTo(JobEnd.DISMISSED.message());
    assertThat(server.get("/api/jobs/" + id + "/results").statusCode()).isEqualTo(404);

    server.send("analyst", "DELETE", "/api/jobs/" + id, "");
    assertThat(server.get("/api/jobs/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void anAnalysisThatKeepsItsBestHasAResultWhenItIsStopped() {
    String id = server.start("keeping", "{\"value\": 7}");
    server.await(id, "running");
    server.send("analyst", "DELETE", "/api/jobs/" + id, "");
    JsonNode ended = Await.value("stopped", () -> server.status(id), job -> job.has("finished"));
    assertThat(ended.path("status").asText()).isEqualTo("successful");
    JsonNode result = json(server.get("/api/jobs/" + id + "/results"));
    assertThat(result.at("/summary/value").asDouble()).isEqualTo(7);
  }

  @Test
  void aJobSaysHowManyAreBeforeItAndStopsInTheQueue() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3 + atOnce(); i++) {
      ids.add(server.start("slow", "{\"value\": " + i + "}"));
    }
    String last = ids.get(ids.size() - 1);
    String before = "/ Waiting, %d before it.".formatted(ids.size() - 1);
    Await.until("waits", () -> server.status(last).path("message").asText().endsWith(before));
    assertThat(server.status(last).path("status").asText()).isEqualTo("accepted");
    String middle = ids.get(ids.size() - 2);
    server.send("analyst", "DELETE", "/api/jobs/" + middle, "");
    Await.until("ended", () -> server.status(middle).has("finished"));
    assertThat(server.status(middle).has("started")).isFalse();
    assertThat(server.status(last).path("message").asText())
        .endsWith("/ Waiting, %d before it.".formatted(ids.size() - 2));
    server.go.release();
    server.await(last, "successful");
  }

  @Test
  void whenAsManyWaitAsMayTheNextIsTurnedAway() {
    for (int i = 0; i < atOnce(); i++) {
      server.await(server.start("slow", "{}"), "running");
    }
    for (int i = 0; i < ProcessServer.LIMITS.waiting(); i++) {
      server.start("slow", "{}");
    }
    HttpResponse<String> refused = server.run("slow", "{}", "Prefer", "respond-async");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(server.get("/api/jobs")).path("jobs"))
        .hasSize(atOnce() + ProcessServer.LIMITS.waiting());
  }

  @Test
  void resultsComeInEachFormWithATagAndAName() {
    String id = server.start("quick", "{\"value\": 5}");
    server.await(id, "successful");
    String path = "/api/jobs/" + id + "/results";
    HttpResponse<String> usual = server.get(path);
    assertThat(usual.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(json(usual).at("/summary/value").asInt()).isEqualTo(5);
    HttpResponse<String> csv = server.get(path, "Accept", "text/csv");
    assertThat(csv.body()).isEqualTo("value\n5.0\n");
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith("-synthetic.csv\"");
    assertThat(csv.headers().firstValue("Vary").orElseThrow()).startsWith("Accept,");
    String tag = csv.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isNotEqualTo(usual.headers().firstValue("ETag").orElseThrow());
    assertThat(server.get(path, "Accept", "text/csv", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(server.get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void aResultThatWasAskedForAsADocumentIsOne() {
    HttpResponse<String> created =
        server.run("quick", "{\"response\": \"document\"}", "Prefer", "respond-async");
    String id = json(created).path("jobID").asText();
    server.await(id, "successful");
    JsonNode document = json(server.get("/api/jobs/" + id + "/results"));
    assertThat(document.at("/result/value/type").asText()).isEqualTo("FeatureCollection");
  }

  @Test
  void aJobThatEndedIsStartedAgainWithTheSameInputs() {
    String features = "{\"features\": [\"" + "x".repeat(20_000) + "\"]}";
    String id = server.start("quick", "{\"value\": 8, \"features\": " + features + "}");
    JsonNode first = server.await(id, "successful");
    assertThat(first.at("/inputs/features/bytes").asInt()).isGreaterThan(20_000);
    HttpResponse<String> again = server.send("planner", "POST", "/api/jobs/" + id + "/restart", "");
    assertThat(again.statusCode()).isEqualTo(201);
    String second = json(again).path("jobID").asText();
    assertThat(second).isNotEqualTo(id);
    JsonNode done = server.await(second, "successful");
    assertThat(done.path("requester").asText()).isEqualTo("test-planner");
    assertThat(done.at("/summary/value").asInt()).isEqualTo(8);
    assertThat(done.path("inputs")).isEqualTo(first.path("inputs"));
  }

  @Test
  void whatRunsOrImportsIsNotStartedAgain() throws Exception {
    String id = server.start("slow", "{}");
    HttpResponse<String> runs = server.send("analyst", "POST", "/api/jobs/" + id + "/restart", "");
    assertThat(runs.statusCode()).isEqualTo(409);
    UUID imported = UUID.randomUUID();
    database.asOwner(
        "INSERT INTO borderwatch.job (id, type, status, requester, unit, server_id, finished_at) VALUES ('"
            + imported
            + "', 'import', 'successful', 'test-admin', 'VN', gen_random_uuid(), now())");
    HttpResponse<String> answer =
        server.send("admin", "POST", "/api/jobs/" + imported + "/restart", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("send it again");
  }

  @Test
  void whoIsKeptWaitingTooLongHearsOfTheJobThatGoesOn() {
    server.close();
    server =
        new ProcessServer(
            database.database(),
            UUID.randomUUID(),
            ProcessServer.limits(java.time.Duration.ofMillis(50)));
    HttpResponse<String> answer = server.run("slow", "{}");
    assertThat(answer.statusCode()).isEqualTo(504);
    String id = json(answer).path("jobID").asText();
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(id);
    server.go.release();
    server.await(id, "successful");
  }

  @ParameterizedTest
  @CsvSource({
    "planner, VN-01:VN-01:an, true", // who asked
    "analyst, VN:VN-01:binh, true", // above: below is written unit,unit
    "planner, VN-01:VN-01:chi, true",
    "planner, VN-02:VN-02:dung, false",
    "recorder, VN-01:VN-01:em, false",
    "admin, VN-09:VN-09:admin, true",
  })
  void aJobIsSeenByWhoAskedByTheUnitAboveAndByTheAdministrator(
      String role, String who, boolean sees) {
    String id =
        json(server.send(
                "planner:VN-01:an",
                "POST",
                "/api/processes/quick/execution",
                "{}",
                "Prefer",
                "respond-async"))
            .path("jobID")
            .asText();
    String[] parts = who.split(":");
    String caller = role + ":" + parts[0] + "," + parts[1] + "x:" + parts[2];
    if (parts[0].equals("VN")) {
      caller = role + ":VN,VN-01:" + parts[2];
    }
    int status = server.send(caller, "GET", "/api/jobs/" + id, "").statusCode();
    assertThat(status).isEqualTo(sees ? 200 : 404);
    JsonNode list = json(server.send(caller, "GET", "/api/jobs", ""));
    assertThat(list.path("jobs").size()).isEqualTo(sees ? 1 : 0);
  }

  @Test
  void theListIsNewestFirstInPages() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, server.start("quick", "{}"));
    }
    made.forEach(id -> server.await(id, "successful"));
    List<String> seen = new ArrayList<>();
    String next = "/api/jobs?limit=2&processID=quick";
    while (!next.isEmpty()) {
      JsonNode page = json(server.get(next));
      page.path("jobs").forEach(job -> seen.add(job.path("jobID").asText()));
      next = "";
      for (JsonNode link : page.path("links")) {
        if (link.path("rel").asText().equals("next")) {
          next = link.path("href").asText().substring(ProcessServer.PUBLIC_URL.length());
        }
      }
    }
    assertThat(seen).isEqualTo(made);
  }

  @Test
  void theListIsNarrowedByProcessStatusTimeAndDuration() throws Exception {
    server.await(server.start("quick", "{}"), "successful");
    server.await(server.start("refusing", "{}"), "failed");
    database.asOwner(
        "UPDATE borderwatch.job SET created_at = '2024-03-01 12:00+07', started_at = '2024-03-01 12:00+07',"
            + " finished_at = '2024-03-01 12:10+07' WHERE type = 'refusing'");
    assertThat(found("")).containsExactly("quick", "refusing");
    assertThat(found("?processID=refusing,other")).containsExactly("refusing");
    assertThat(found("?status=failed,running")).containsExactly("refusing");
    assertThat(found("?datetime=2024-03-01")).containsExactly("refusing");
    assertThat(found("?datetime=2024-03-02/..")).containsExactly("quick");
    assertThat(found("?minDuration=600")).containsExactly("refusing");
    assertThat(found("?maxDuration=599&type=process")).containsExactly("quick");
    for (String bad :
        List.of(
            "status=fine",
            "type=import",
            "limit=0",
            "datetime=x",
            "minDuration=a",
            "cursor=x",
            "q=1")) {
      assertThat(server.get("/api/jobs?" + bad).statusCode()).as(bad).isEqualTo(400);
    }
  }

  private List<String> found(String query) {
    return json(server.get("/api/jobs" + query)).findValuesAsText("processID");
  }

  private static int atOnce() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}
