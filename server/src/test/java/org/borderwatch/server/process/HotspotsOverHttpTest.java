package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.borderwatch.server.process.ProcessServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.config.ProcessLimits;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.TestStudy;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The analyses over HTTP, as any client of OGC API Processes runs them. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotspotsOverHttpTest {
  private static final ProcessLimits LIMITS =
      new ProcessLimits(
          1L << 31, 30, Duration.ofSeconds(60), 1 << 22, Duration.ofDays(90), 1L << 30);
  private static final StudySources SOURCES =
      TestStudy.empty()
          .seen(TestStudy.inside(1150, 1000), "2024-03-05T18:00:00Z", 30, 2, Source.PATROL)
          .sources();

  private final ProcessServer server;

  HotspotsOverHttpTest(TestDatabase database) {
    server =
        new ProcessServer(
            database.database(),
            UUID.randomUUID(),
            LIMITS,
            ProcessCatalogue.of(SOURCES, NetworkSource.NONE));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyAnalysisIsOfferedInTwoLanguagesWithASchemaForEachInput() {
    JsonNode list = json(server.get("/api/processes"));
    assertThat(list.at("/processes").findValuesAsText("id"))
        .containsExactly(
            "density",
            "hotspots",
            "emerging-hotspots",
            "space-time-scan",
            "border-profile",
            "backtest",
            "key-segments",
            "alternative-routes",
            "reachability",
            "patrol-areas",
            "patrol-roster",
            "period-report");
    for (JsonNode process : list.at("/processes")) {
      assertThat(process.path("titleVi").asText()).isNotBlank();
      JsonNode full = json(server.get("/api/processes/" + process.path("id").asText()));
      assertThat(full.path("descriptionVi").asText()).isNotBlank();
      for (JsonNode input : full.path("inputs")) {
        assertThat(input.path("titleVi").asText()).isNotBlank();
        assertThat(input.path("schema").isObject()).isTrue();
      }
    }
  }

  @Test
  void theSixPublishedScoresComeOverHttp() {
    String points =
        TestStudy.points("v", 10, 10, 2, 20, 10, 3, 40, 10, 3.2, 15, 20, 5, 30, 20, 8, 30, 30, 7);
    HttpResponse<String> answer =
        server.run(
            "hotspots",
            "{\"inputs\": {\"features\": "
                + points
                + ", \"crs\": \"none\", \"bandMetres\": 15, \"valueProperty\": \"v\"}}");
    assertThat(answer.statusCode()).isEqualTo(200);
    double[] expected = {-1.3972763, -0.2891776, 0.6506496, -0.2891776, 1.2345209, 2.0242433};
    for (int i = 0; i < expected.length; i++) {
      assertThat(json(answer).at("/features").get(i).at("/properties/giz").asDouble())
          .isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void whatIsStoredIsAnalysedAsAJobThatKnowsItsSummary() {
    String job =
        server.start(
            "hotspots", "{\"filter\": {\"borderWith\": [\"CN\"], \"borderKm\": [1100, 1200]}}");
    JsonNode done = server.await(job, "successful");
    assertThat(done.path("synthetic").asBoolean()).isTrue();
    assertThat(done.path("current").asBoolean()).isTrue();
    assertThat(done.at("/summary/n").asInt()).isPositive();
    assertThat(json(server.get("/api/jobs/" + job + "/results")).at("/features")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hotspots          | ''",
        "emerging-hotspots | ', \"step\": \"P1M\"'",
        "space-time-scan   | ', \"step\": \"P1M\", \"statistic\": \"poisson\"'",
      })
  void aResultIsATableForWhoeverTakesCsv(String process, String more) {
    String body = "{\"inputs\": {\"filter\": {\"borderWith\": [\"CN\"]}%s}%s}";
    String asked = ", \"outputs\": {\"result\": {\"format\": {\"mediaType\": \"text/csv\"}}}";
    for (HttpResponse<String> answer :
        List.of(
            server.run(process, body.formatted(more, asked)),
            server.run(process, body.formatted(more, ""), "Accept", "text/csv"))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment; filename=\"" + process + "-")
          .endsWith("-synthetic.csv\"");
      assertThat(answer.body()).startsWith("\uFEFFid,lon,lat,");
      assertThat(answer.body().lines().findFirst().orElseThrow()).endsWith(",synthetic");
      assertThat(answer.body().lines().skip(1)).isNotEmpty().allMatch(row -> row.endsWith(",true"));
    }
  }

  @Test
  void aJobThatIsDoneOffersItsTableToo() {
    String job = server.start("hotspots", "{\"filter\": {\"borderKm\": [1100, 1200]}}");
    JsonNode done = server.await(job, "successful");
    assertThat(done.path("links").findValuesAsText("rel"))
        .filteredOn("alternate"::equals)
        .hasSize(1);
    assertThat(done.path("links").findValuesAsText("type")).containsOnlyOnce("text/csv");
    assertThat(json(server.get("/api/jobs?processID=hotspots")).at("/jobs/0/links").toString())
        .contains("text/csv");
    String path = "/api/jobs/" + job + "/results";
    assertThat(json(server.get(path)).at("/features")).isNotEmpty();
    HttpResponse<String> csv = server.get(path, "Accept", "text/csv");
    assertThat(csv.body().lines()).hasSize(1 + json(server.get(path)).at("/features").size());
    assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith("-synthetic.csv\"");
    String tag = csv.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isNotEqualTo(server.get(path).headers().firstValue("ETag").orElseThrow());
    assertThat(server.get(path, "Accept", "text/csv", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void aTableInsideADocumentIsAText() {
    JsonNode answer =
        json(
            server.run(
                "hotspots",
                """
                {"inputs": {"features": %s, "crs": "none", "bandMetres": 15, "valueProperty": "v"},
                 "outputs": {"result": {"format": {"mediaType": "text/csv"}}}, "response": "document"}
                """
                    .formatted(TestStudy.points("v", 10, 10, 2, 20, 10, 3))));
    assertThat(answer.at("/result/mediaType").asText()).isEqualTo("text/csv");
    assertThat(answer.at("/result/value").asText()).startsWith("\uFEFFid,x,y,value,");
  }

  @Test
  void whatIsNoTableOfPlacesStaysJson() {
    for (String process : List.of("border-profile", "backtest", "density")) {
      HttpResponse<String> answer = server.run(process, "{\"inputs\": {}}", "Accept", "text/csv");
      assertThat(answer.statusCode()).as(process).isEqualTo(406);
    }
  }

  @Test
  void aDensityIsAGeoTiffUnlessCellsAreAskedFor() {
    HttpResponse<String> tiff = server.run("density", "{\"inputs\": {}}");
    assertThat(tiff.statusCode()).isEqualTo(200);
    assertThat(tiff.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/tiff");
    HttpResponse<String> cells =
        server.run(
            "density",
            "{\"inputs\": {}, \"outputs\": {\"result\": {\"format\": {\"mediaType\":"
                + " \"application/geo+json\"}}}}");
    assertThat(cells.statusCode()).isEqualTo(200);
    assertThat(json(cells).at("/summary/total").asDouble()).isEqualTo(30);
  }

  @Test
  void aRefusalNamesTheInput() {
    HttpResponse<String> answer =
        server.run("hotspots", "{\"inputs\": {\"filter\": {\"sourc\": \"patrol\"}}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).contains("is source meant?");
  }
}
