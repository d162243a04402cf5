package org.borderwatch.server.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.ServedRoutes;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesOverHttpTest {
  private final TestDatabase test;
  private final ServedRoutes server;

  OutcomesOverHttpTest(Database database, TestDatabase test) {
    this.test = test;
    RouteTable routes = new RouteTable();
    new OutcomeApi(database).register(routes);
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
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String who, String method, String path, String body) {
    return server.send(BodyHandlers.ofString(), who, method, path, "application/json", body);
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = send("planner", "GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.tree(answer.body());
  }

  private HttpResponse<String> put(String unit, String period, String counts, String reason) {
    return send(
        "admin",
        "PUT",
        "/api/outcomes",
        "{\"unit\":\"%s\",\"period\":\"%s\",\"reason\":\"%s\",\"counts\":[%s]}"
            .formatted(unit, period, reason, counts));
  }

  private static String count(String indicator, String value, int version) {
    return "{\"indicator\":\"%s\",\"value\":%s,\"version\":%d}"
        .formatted(indicator, value, version);
  }

  private Map<String, Long> values(String unit, String period) {
    Map<String, Long> values = new HashMap<>();
    for (JsonNode one : get("/api/outcomes?unit=" + unit + "&period=" + period).path("counts")) {
      values.put(one.path("indicator").asText(), one.path("value").asLong());
    }
    return values;
  }

  @Test
  void theFiguresOfBothSourceReportsAreStoredAndAddUp() {
    for (String[] form :
        List.of(
            new String[] {"VN", "2023-01/2024-06"},
            new String[] {"VN", "2024-H1"},
            new String[] {"VN-09", "2017-H1"},
            new String[] {"VN-09", "2016-H1"})) {
      HttpResponse<String> stored =
          send("admin", "PUT", "/api/outcomes", SourceReports.form(form[0], form[1]));
      assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    }
    Map<String, Long> national = values("VN", "2023-01/2024-06");
    for (SourceReports.Figure one : SourceReports.figures()) {
      if (one.unit().equals("VN")) {
        assertThat(national).containsEntry(one.indicator(), one.value());
      }
    }
    assertThat(
            national.get("cases_rescue")
                + national.get("cases_own")
                + national.get("cases_returned"))
        .isEqualTo(208)
        .isEqualTo(national.get("cases"));
    assertThat(
            national.get("victims_in_cases")
                + national.get("victims_rescued")
                + national.get("victims_screened"))
        .isEqualTo(375)
        .isEqualTo(national.get("victims"));
    assertThat(national.get("suspects_prosecuted") + national.get("suspects_to_police"))
        .isEqualTo(118)
        .isEqualTo(national.get("suspects"));
    assertThat(
            national.get("special_done")
                + national.get("trials_done")
                + national.get("special_open"))
        .isEqualTo(32)
        .isEqualTo(national.get("cases_own"));
    Map<String, Long> langSon = values("VN-09", "2017-H1");
    assertThat(
            langSon.get("received_social")
                + langSon.get("received_border_guard")
                + langSon.get("received_escaped"))
        .isEqualTo(10)
        .isEqualTo(langSon.get("received"));
    assertThat(
            national.get("illegal_crossing_persons")
                / (double) national.get("illegal_crossing_cases"))
        .isCloseTo(4.018, org.assertj.core.api.Assertions.within(5e-4));
  }

  @Test
  void aPartThatExceedsItsWholeIsRefusedAndNothingIsStored() {
    HttpResponse<String> refused =
        put(
            "VN-09",
            "2024-H1",
            count("suspects", "5", 0) + "," + count("suspects_prosecuted", "6", 0),
            "corrected");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Json.tree(refused.body()).at("/contradictions/0/indicator").asText())
        .isEqualTo("suspects_prosecuted");
    assertThat(refused.body()).contains("nhiều hơn Đối tượng bị bắt, xử lý (05)");
    assertThat(values("VN-09", "2024-H1")).isEmpty();
  }

  @Test
  void aCorrectionKeepsWhatWasThereWithWhoAndWhy() {
    put("VN-09", "2024-H1", count("cases", "5", 0), "corrected");
    JsonNode first = get("/api/outcomes?unit=VN-09&period=2024-H1").at("/counts/0");
    assertThat(first.path("reason").asText()).isEqualTo("entered");
    assertThat(put("VN-09", "2024-H1", count("cases", "7", 0), "late").statusCode()).isEqualTo(412);
    assertThat(put("VN-09", "2024-H1", count("cases", "7", 1), "late").statusCode()).isEqualTo(200);
    // The same once more is nothing new.
    assertThat(put("VN-09", "2024-H1", count("cases", "7", 2), "late").statusCode()).isEqualTo(200);
    JsonNode history =
        get("/api/outcomes/" + first.path("id").asText() + "/history").path("versions");
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/value").asInt()).isEqualTo(7);
    assertThat(history.at("/0/reason").asText()).isEqualTo("late");
    assertThat(history.at("/0/modified_by").asText()).isEqualTo("test-admin");
    assertThat(history.at("/1/value").asInt()).isEqualTo(5);
    assertThat(put("VN-09", "2024-H1", count("cases", "null", 2), "corrected").statusCode())
        .isEqualTo(200);
    assertThat(values("VN-09", "2024-H1")).isEmpty();
    assertThat(put("VN-09", "2024-H1", count("cases", "8", 0), "corrected").statusCode())
        .isEqualTo(200);
    assertThat(get("/api/outcomes/" + first.path("id").asText() + "/history").path("versions"))
        .hasSize(4);
  }

  @Test
  void monthsThatAreCountedAlreadyAreRefused() {
    put("VN-09", "2024-H1", count("cases", "5", 0), "corrected");
    HttpResponse<String> twice = put("VN-09", "2024-03", count("cases", "1", 0), "corrected");
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("chồng lên nhau");
    assertThat(put("VN-09", "2024-07", count("cases", "1", 0), "corrected").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatCannotBeRightIsNamedByRowAndFieldAllAtOnce() {
    HttpResponse<String> bad =
        put(
            "VN-09",
            "2024-H7",
            "{\"indicator\":\"cases\",\"value\":-1},{\"indicator\":\"nothing\",\"value\":1},"
                + "{\"indicator\":\"cases\",\"value\":1,\"partner\":\"laos\",\"who\":\"x\"}",
            "because");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(Json.tree(bad.body()).path("errors"))
        .extracting(error -> error.path("field").asText())
        .contains(
            "period",
            "reason",
            "counts/0/value",
            "counts/1/indicator",
            "counts/2/partner",
            "counts/2/who");
    assertThat(put("XX-1", "2024-H1", count("cases", "1", 0), "late").statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayReportForAUnitIsDecidedByTheUnit() {
    String form =
        "{\"unit\":\"VN-09\",\"period\":\"2024-H1\",\"counts\":[" + count("cases", "1", 0) + "]}";
    assertThat(send("planner", "PUT", "/api/outcomes", form).statusCode()).isEqualTo(403);
    assertThat(
            send("recorder", "PUT", "/api/outcomes", form.replace("VN-09", "VN-01")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void indicatorsAreAddedRenamedAndRetired() throws SQLException {
    String body =
        "{\"section\":\"victims\",\"name_vi\":\"Trẻ em được giải cứu\",\"name_en\":\"Children rescued\","
            + "\"unit_vi\":\"trẻ em\",\"unit_en\":\"children\",\"kind\":\"persons\",\"part_of\":\"victims_rescued\",\"version\":0}";
    String path = "/api/outcomes/indicators/children_rescued";
    assertThat(send("analyst", "PUT", path, body).statusCode()).isEqualTo(403);
    String unread = body.replace("\"version\":0", "\"version\":7");
    assertThat(send("admin", "PUT", path, unread).statusCode()).isEqualTo(412);
    assertThat(send("admin", "PUT", path, body).statusCode()).isEqualTo(200);
    assertThat(send("admin", "PUT", path, body).statusCode()).isEqualTo(412);
    String retired = body.replace("\"version\":0", "\"version\":1,\"retired\":true");
    assertThat(send("admin", "PUT", path, retired).statusCode()).isEqualTo(200);
    assertThat(put("VN-09", "2024-H1", count("children_rescued", "1", 0), "late").statusCode())
        .isEqualTo(400);
    String circle =
        body.replace("children_rescued", "x").replace("victims_rescued", "children_rescued");
    assertThat(send("admin", "PUT", path, circle).statusCode()).isEqualTo(400);
    assertThat(get("/api/outcomes/indicators").path("indicators").size())
        .isGreaterThanOrEqualTo(60);
    test.asOwner("DELETE FROM borderwatch.outcome_indicator WHERE code = 'children_rescued'");
  }
}
