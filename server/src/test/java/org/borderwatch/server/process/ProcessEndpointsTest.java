package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.process.ProcessServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OGC API Processes over HTTP, with processes made for it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessEndpointsTest {
  private final ProcessServer server;

  ProcessEndpointsTest(TestDatabase database) {
    server = new ProcessServer(database.database());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theListNamesEveryProcessAndLinksToIt() {
    JsonNode list = json(server.get("/api/processes"));
    assertThat(list.at("/processes")).hasSize(5);
    JsonNode quick = list.at("/processes/0");
    assertThat(quick.path("id").asText()).isEqualTo("quick");
    assertThat(quick.path("version").asText()).isEqualTo("1.2.3");
    assertThat(quick.path("jobControlOptions").toString())
        .isEqualTo("[\"sync-execute\",\"async-execute\",\"dismiss\"]");
    assertThat(quick.path("outputTransmission").toString()).isEqualTo("[\"value\"]");
    assertThat(quick.at("/links/0/href").asText())
        .isEqualTo(ProcessServer.PUBLIC_URL + "/api/processes/quick");
    assertThat(json(server.get("/api/processes?limit=1")).at("/processes")).hasSize(1);
  }

  @Test
  void aDescriptionHasInputsWithSchemaAndTheOneOutput() {
    JsonNode quick = json(server.get("/api/processes/quick"));
    assertThat(quick.at("/inputs/value/schema/type").asText()).isEqualTo("number");
    assertThat(quick.at("/inputs/value/minOccurs").asInt(-1)).isZero();
    assertThat(quick.path("titleVi").asText()).isEqualTo("Thử quick");
    assertThat(quick.at("/outputs/result/schema/oneOf/1/contentMediaType").asText())
        .isEqualTo("text/csv");
    assertThat(quick.has("mediaTypes")).isFalse();
    HttpResponse<String> missing = server.get("/api/processes/quack");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("quick, slow");
  }

  @Test
  void aRawAnswerIsTheResultItself() {
    HttpResponse<String> answer = server.run("quick", "{\"inputs\": {\"value\": 7}}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(json(answer).at("/summary/value").asDouble()).isEqualTo(7);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"quick-\\d{4}-\\d\\d-\\d\\d-synthetic.geojson\"");
    String job = answer.headers().firstValue("Link").orElseThrow().replaceAll("<.*/|>.*", "");
    assertThat(server.status(job).path("status").asText()).isEqualTo("successful");
  }

  @Test
  void aDocumentHoldsTheResult() {
    JsonNode geo = json(server.run("quick", "{\"inputs\": {}, \"response\": \"document\"}"));
    assertThat(geo.at("/result/mediaType").asText()).isEqualTo("application/geo+json");
    assertThat(geo.at("/result/value/type").asText()).isEqualTo("FeatureCollection");
    JsonNode csv =
        json(
            server.run(
                "quick",
                """
                {"response": "document",
                 "outputs": {"result": {"transmissionMode": "value", "format": {"mediaType": "text/csv"}}}}
                """));
    assertThat(csv.at("/result/value").asText()).isEqualTo("value\n0.0\n");
  }

  @Test
  void theFormIsChosenByTheBodyThenByAccept() {
    String csv = "{\"outputs\": {\"result\": {\"format\": {\"mediaType\": \"text/csv\"}}}}";
    assertThat(type(server.run("quick", csv, "Accept", "application/geo+json")))
        .startsWith("text/csv");
    assertThat(type(server.run("quick", "{}", "Accept", "text/*"))).startsWith("text/csv");
    assertThat(type(server.run("quick", "{}", "Accept", "text/csv;q=0.5, application/geo+json")))
        .isEqualTo("application/geo+json");
    assertThat(type(server.run("quick", "{}", "Accept", "*/*"))).isEqualTo("application/geo+json");
    HttpResponse<String> picture = server.run("quick", "{}", "Accept", "image/png");
    assertThat(picture.statusCode()).isEqualTo(406);
    assertThat(picture.body()).contains("image/png", "application/geo+json, text/csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"input\": {}}                                                     | input        | inputs meant",
        "{\"inputs\": {\"valu\": 1}}                                         | valu         | value meant",
        "{\"inputs\": {\"value\": \"x\"}}                                    | value        | expected a number",
        "{\"inputs\": 3}                                                     | inputs       | object",
        "{\"outputs\": {\"map\": {}}}                                        | map          | result",
        "{\"outputs\": {\"result\": {\"formt\": {}}}}                        | formt        | format meant",
        "{\"outputs\": {\"result\": {\"transmissionMode\": \"reference\"}}}  | transmissionMode | only value",
        "{\"outputs\": {\"result\": {\"format\": {\"mediaType\": \"a/b\"}}}} | mediaType    | text/csv",
        "{\"response\": \"raws\"}                                            | response     | raw or document",
        "{\"subscriber\": {}}                                                | subscriber   | known are",
      })
  void whatIsNotKnownIsRefusedByName(String body, String parameter, String says) {
    HttpResponse<String> answer = server.run("quick", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("parameter").asText()).isEqualTo(parameter);
    assertThat(json(answer).path("detail").asText()).contains(says);
  }

  @Test
  void aBodyThatIsTooLongOrNoObjectIsRefused() {
    String long1 = "{\"inputs\": {\"features\": \"" + "x".repeat(1 << 20) + "\"}}";
    assertThat(server.run("quick", long1).statusCode()).isEqualTo(413);
    assertThat(server.run("quick", "[]").statusCode()).isEqualTo(400);
    assertThat(server.run("quick", "{").statusCode()).isEqualTo(400);
    assertThat(
            server
                .run("quick", "{\"inputs\": {\"features\": {\"features\": \"\\u0000\"}}}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoWaitsHearsTheVeryProblemAndTheJobKeepsIt() {
    HttpResponse<String> answer = server.run("refusing", "{}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("parameter").asText()).isEqualTo("value");
    JsonNode job = json(server.get("/api/jobs?processID=refusing&limit=1")).at("/jobs/0");
    assertThat(job.path("status").asText()).isEqualTo("failed");
    assertThat(job.path("message").asText()).isEqualTo("Không có dữ liệu. / There are no data.");
  }

  @Test
  void aBugShowsOnlyItsIncident() {
    HttpResponse<String> answer = server.run("broken", "{}");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("incident").doesNotContain("secret");
  }

  @Test
  void whatNeverFitsIsRefusedAtOnceWithTheNumbers() {
    HttpResponse<String> answer = server.run("quick", "{\"inputs\": {\"megabytes\": 101}}");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer).path("detail").asText()).contains("102 MB", "100 MB");
  }

  @Test
  void respondAsyncAnswersWithTheJobAtOnce() {
    HttpResponse<String> created =
        server.run("slow", "{\"inputs\": {\"value\": 3}}", "Prefer", "respond-async; wait=1");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Preference-Applied")).hasValue("respond-async");
    String id = json(created).path("jobID").asText();
    assertThat(created.headers().firstValue("Location"))
        .hasValue(ProcessServer.PUBLIC_URL + "/api/jobs/" + id);
    JsonNode running =
        Await.value(
            "half done", () -> server.status(id), job -> job.path("progress").asInt() == 50);
    assertThat(running.path("status").asText()).isEqualTo("running");
    assertThat(running.path("message").asText()).isEqualTo("Đang đợi / Holding on");
    assertThat(server.get("/api/jobs/" + id + "/results").statusCode()).isEqualTo(404);
    server.go.release();
    JsonNode done = server.await(id, "successful");
    server.go.drainPermits();
    assertThat(done.path("progress").asInt()).isEqualTo(100);
    assertThat(done.path("processID").asText()).isEqualTo("slow");
    assertThat(done.path("type").asText()).isEqualTo("process");
    assertThat(done.path("title").asText()).isEqualTo("Test slow");
    assertThat(done.path("requester").asText()).isEqualTo("test-analyst");
    assertThat(done.at("/inputs/value").asInt()).isEqualTo(3);
    assertThat(done.at("/summary/value").asInt()).isEqualTo(3);
    assertThat(done.path("dataVersion").asText()).isEqualTo("v1");
    assertThat(done.path("softwareVersion").asText()).isEqualTo("1.2.3");
    assertThat(done.path("synthetic").asBoolean()).isTrue();
    assertThat(done.path("current").asBoolean()).isTrue();
    assertThat(done.findValuesAsText("rel"))
        .containsAll(List.of("self", "http://www.opengis.net/def/rel/ogc/1.0/results"));
    server.dataVersion = "v2";
    assertThat(server.status(id).path("current").asBoolean(true)).isFalse();
    server.dataVersion = "v1";
  }

  @Test
  void whoWatchesAJobDoesNotSlowItDownAndWhoWaitsForTheMapDoes() {
    Await.until("quiet", () -> !server.courtesy.isBusy());
    server.get("/api/jobs");
    assertThat(server.courtesy.isBusy()).isFalse();
    server.get("/api/processes");
    assertThat(server.courtesy.isBusy()).isTrue();
  }

  private static String type(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }
}
