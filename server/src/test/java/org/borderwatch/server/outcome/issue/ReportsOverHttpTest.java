package org.borderwatch.server.outcome.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.outcome.OutcomeApi;
import org.borderwatch.server.outcome.OutcomeChangeRepository;
import org.borderwatch.server.outcome.file.CountFileEndpoints;
import org.borderwatch.server.outcome.file.CountImport;
import org.borderwatch.server.outcome.file.CountImportRepository;
import org.borderwatch.server.outcome.lines.RegisterRepository;
import org.borderwatch.server.outcome.lines.ReportOutcomesRepository;
import org.borderwatch.server.outcome.lines.ReportSources;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.TestStudy;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.ServedRoutes;
import org.borderwatch.server.testing.TestDatabase;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files of counts, the report made of them, and its issues, over HTTP and a real store. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsOverHttpTest {
  private static final String HEAD = "unit,period,indicator,value,at_least\n";

  private final TestDatabase test;
  private final ServedRoutes server;
  private final CountImportRepository imports;

  ReportsOverHttpTest(Database database, TestDatabase test) {
    this.test = test;
    this.imports = new CountImportRepository(database);
    StudySources study = TestStudy.empty().sources();
    ReportSources sources =
        new ReportSources(
            study,
            new ReportOutcomesRepository(database),
            new RegisterRepository(database, study.layers().locator()));
    RouteTable routes = new RouteTable();
    new OutcomeApi(database).register(routes);
    new CountFileEndpoints(new OutcomeChangeRepository(database), imports).register(routes);
    new ReportApi(database, sources, Clock.systemUTC()).register(routes);
    this.server = new ServedRoutes(routes);
  }

  @BeforeAll
  void addUnits() throws SQLException {
    test.asOwner(
        """
        INSERT INTO borderwatch.unit (code, name_vi, name_en, kind, parent)
        VALUES ('VN', 'Bộ Tư lệnh', 'Command', 'command', NULL),
          ('VN-09', 'Biên phòng Lạng Sơn', 'Border Guard of Lang Son', 'province', 'VN')
        ON CONFLICT DO NOTHING
        """);
  }

  @AfterEach
  void forget() throws SQLException {
    test.asOwner("DELETE FROM borderwatch.outcome_cell");
    test.asOwner("DELETE FROM borderwatch.report_issue");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String who, String method, String path, String body) {
    return server.send(BodyHandlers.ofString(), who, method, path, "application/json", body);
  }

  private HttpResponse<String> importFile(String who, String query, String rows) {
    return server.send(
        BodyHandlers.ofString(),
        who,
        "POST",
        "/api/outcomes/import" + query,
        "text/csv",
        HEAD + rows);
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = send("planner", "GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.tree(answer.body());
  }

  private byte[] file(String path) {
    HttpResponse<byte[]> answer =
        server.send(BodyHandlers.ofByteArray(), "planner", "GET", path, "", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> issue(String version) {
    return send(
        "planner",
        "POST",
        "/api/reports",
        "{\"unit\":\"VN-09\",\"period\":\"2024-H1\",\"data_version\":\"%s\"}".formatted(version));
  }

  private static JsonNode line(JsonNode document, String code) {
    for (JsonNode line : document.path("indicators")) {
      if (line.path("code").asText().equals(code)) {
        return line;
      }
    }
    throw new AssertionError("no line " + code);
  }

  @Test
  void aFileIsLookedAtThenStoredThenReported() throws Exception {
    String rows = "VN-09,2024-H1,own_exits,18.500,x\nVN-09,2023-H1,own_exits,19900,\n";
    JsonNode looked = Json.tree(importFile("admin", "?dryRun=true", rows).body());
    assertThat(looked.path("new").asInt()).isEqualTo(2);
    assertThat(looked.path("stored").asBoolean()).isFalse();
    assertThat(get("/api/outcomes?unit=VN-09&period=2024-H1").path("counts")).isEmpty();

    HttpResponse<String> stored = importFile("admin", "", rows);
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    assertThat(Json.tree(stored.body()).path("stored").asBoolean()).isTrue();

    JsonNode now = get("/api/reports/current?unit=VN-09&period=2024-H1");
    JsonNode exits = line(now.path("document"), "own_exits");
    assertThat(exits.path("current").asLong()).isEqualTo(18_500);
    assertThat(exits.path("current_at_least").asBoolean()).isTrue();
    assertThat(now.path("page").asText()).contains("trên 18.500");
    assertThat(get("/api/reports/current?unit=VN-09&period=2024-H1&language=en").path("page"))
        .asString()
        .contains("over 18,500");

    try (PDDocument pdf =
        Loader.loadPDF(file("/api/reports/current/paper.pdf?unit=VN-09&period=2024-H1"))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("trên 18.500", "19.900");
    }
    try (ReadableWorkbook book =
            new ReadableWorkbook(
                new ByteArrayInputStream(
                    file("/api/reports/current/workbook.xlsx?unit=VN-09&period=2024-H1")));
        Stream<Row> lines = book.getFirstSheet().openStream()) {
      List<Row> found =
          lines
              .filter(row -> row.getCellCount() > 6 && row.getCellText(0).equals("own_exits"))
              .toList();
      assertThat(found).hasSize(1);
      assertThat(found.get(0).getCellAsNumber(4).orElseThrow().longValueExact()).isEqualTo(18_500);
    }
  }

  @Test
  void aRefusedRowStoresNothing() {
    HttpResponse<String> refused =
        importFile(
            "admin",
            "",
            "VN-09,2024-H1,suspects,5,\nVN-09,2024-H1,suspects_prosecuted,6,\nVN-09,2024-H1,x,1,\n");
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode told = Json.tree(refused.body());
    assertThat(told.path("refusals").findValuesAsText("line")).containsExactly("3", "4");
    assertThat(told.at("/refusals/0/reason_vi").asText())
        .contains("nhiều hơn Đối tượng bị bắt, xử lý");
    assertThat(get("/api/outcomes?unit=VN-09&period=2024-H1").path("counts")).isEmpty();
  }

  @Test
  void aCountThatIsThereIsReplacedForAReasonAlone() {
    importFile("admin", "", "VN-09,2024-H1,cases,5,\nVN-09,2024-H1,suspects,5,\n");
    String rows = "VN-09,2024-H1,cases,7,\nVN-09,2024-H1,suspects,5,\n";
    HttpResponse<String> refused = importFile("admin", "", rows);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Json.tree(refused.body()).at("/refusals/0/reason").asText()).contains("5 already");
    JsonNode stored = Json.tree(importFile("admin", "?reason=late", rows).body());
    assertThat(stored.path("corrected").asInt()).isEqualTo(1);
    assertThat(stored.path("same").asInt()).isEqualTo(1);
    JsonNode cases = get("/api/outcomes?unit=VN-09&period=2024-H1").at("/counts/0");
    assertThat(cases.path("value").asInt()).isEqualTo(7);
    assertThat(cases.path("reason").asText()).isEqualTo("late");
    assertThat(importFile("admin", "?reason=because", rows).statusCode()).isEqualTo(400);
  }

  @Test
  void whoMayNotReportForAUnitCantImportForIt() {
    HttpResponse<String> other = importFile("recorder:VN-01", "", "VN-09,2024-H1,cases,5,\n");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("\"unit\"");
    assertThat(importFile("planner", "", "VN-09,2024-H1,cases,5,\n").statusCode()).isEqualTo(403);
    assertThat(
            send("recorder:VN-01", "GET", "/api/reports/current?unit=VN-09&period=2024-H1", "")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            send("recorder:VN-09", "GET", "/api/reports/current?unit=VN-09&period=2024-H1", "")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theTemplateComesBackAsItWent() throws Exception {
    importFile("admin", "", "VN-09,2024-H1,own_exits,18500,x\n");
    HttpResponse<byte[]> template =
        server.send(
            BodyHandlers.ofByteArray(),
            "admin",
            "GET",
            "/api/outcomes/template.xlsx?unit=VN-09&period=2024-H1",
            "",
            "");
    CountImport back =
        imports.take(
            template.body(),
            new CountImportRepository.Terms("admin", Optional.empty(), Optional.empty(), true));
    assertThat(back.rows()).isGreaterThanOrEqualTo(60);
    assertThat(back.refusals()).isEmpty();
    assertThat(back.same()).isEqualTo(1);
    assertThat(back.fresh()).isZero();
  }

  @Test
  void anIssueStaysAsItWentOutAndTheNextSaysWhatChanged() throws Exception {
    importFile("admin", "", "VN-09,2024-H1,cases,5,\n");
    String seen =
        get("/api/reports/current?unit=VN-09&period=2024-H1")
            .at("/document/summary/data_version")
            .asText();
    HttpResponse<String> first = issue(seen);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    JsonNode issued = Json.tree(first.body());
    assertThat(issued.path("number").asInt()).isEqualTo(1);

    importFile("admin", "?reason=late", "VN-09,2024-H1,cases,7,\n");
    assertThat(issue(seen).statusCode()).isEqualTo(412);
    JsonNode now = get("/api/reports/current?unit=VN-09&period=2024-H1").path("document");
    assertThat(now.at("/last_issue/changes/0/code").asText()).isEqualTo("cases");
    assertThat(now.at("/last_issue/changes/0/before").asInt()).isEqualTo(5);
    assertThat(now.at("/last_issue/changes/0/now").asInt()).isEqualTo(7);
    assertThat(issue(now.at("/summary/data_version").asText()).statusCode()).isEqualTo(201);

    JsonNode list = get("/api/reports?unit=VN-09&period=2024-H1").path("issues");
    assertThat(list.findValuesAsText("number")).containsExactly("2", "1");
    JsonNode kept = get("/api/reports/" + issued.path("id").asText());
    assertThat(line(kept.path("document"), "cases").path("current").asInt()).isEqualTo(5);
    assertThat(kept.path("page").asText()).contains("Bản 1");
    try (PDDocument pdf =
        Loader.loadPDF(file("/api/reports/" + issued.path("id").asText() + "/paper.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Bản 1", "05");
    }
    assertThat(file("/api/reports/" + issued.path("id").asText() + "/workbook.xlsx"))
        .startsWith('P', 'K');
    assertThat(send("analyst", "POST", "/api/reports", "{}").statusCode()).isEqualTo(403);
    assertThat(send("planner", "GET", "/api/reports/1", "").statusCode()).isEqualTo(404);
  }

  @Test
  void whatCantBeAskedIsNamed() {
    assertThat(send("planner", "GET", "/api/reports/current?period=2024-H9", "").statusCode())
        .isEqualTo(400);
    assertThat(
            send("planner", "GET", "/api/reports/current?period=2024-H1&unit=ZZ", "").statusCode())
        .isEqualTo(400);
    assertThat(
            send("planner", "GET", "/api/reports/current?period=2024-H1&due=soon", "").statusCode())
        .isEqualTo(400);
    assertThat(
            send("planner", "POST", "/api/reports", "{\"period\":\"2024-H1\",\"who\":\"x\"}")
                .statusCode())
        .isEqualTo(400);
  }
}
