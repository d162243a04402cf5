package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectionChangesTest {
  private static final String ITEMS = "/api/collections/detections/items";
  private static final String BODY =
      """
      {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[106.69767,21.9511]},
       "properties":{"observed_at":"2024-06-01T21:10:00+07:00","persons":3,"women":2,
         "accuracy_m":12.3,"direction":"exit","indicators":["debt","injury"],"origin":"VN-09"}}
      """;

  private final Database database;
  private final ApiUnderTest api;

  DetectionChangesTest(Database database) throws SQLException {
    this.database = database;
    this.api = new ApiUnderTest(database);
  }

  /** LS-01 answers for the border at Dong Dang, LS-02 for all the rest to the west. */
  @BeforeAll
  void fill() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO unit (code, name_vi, name_en, kind, parent, synthetic)
          VALUES ('LS-01', 'Đồn Một', 'One', 'station', 'VN-09', true),
                 ('LS-02', 'Đồn Hai', 'Two', 'station', 'VN-09', true);
          INSERT INTO border_section (station, border_with, from_km, to_km, geom)
          SELECT s, 'CN', a, b, ST_SetSRID(ST_MakeLine(ST_MakePoint(106, 22), ST_MakePoint(107, 22)), 4326)
          FROM (VALUES ('LS-02', 0, 1100), ('LS-01', 1100, 1400)) AS v (s, a, b)
          """);
    }
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private static String body() {
    return BODY.formatted(UUID.randomUUID());
  }

  private JsonNode added(String who) {
    HttpResponse<byte[]> response = api.send(who, "POST", ITEMS, body());
    assertThat(response.statusCode()).isEqualTo(201);
    return ApiUnderTest.json(response);
  }

  private static String address(JsonNode feature) {
    return ITEMS + "/" + feature.get("id").asText();
  }

  private static ObjectNode properties(JsonNode feature) {
    return (ObjectNode) feature.get("properties");
  }

  private List<String> history(JsonNode feature) throws SQLException {
    List<String> changes = new ArrayList<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT operation || ' by ' || changed_by FROM detection_change WHERE id = '"
                    + UUID.fromString(feature.get("id").asText())
                    + "' ORDER BY change_no")) {
      while (row.next()) {
        changes.add(row.getString(1));
      }
    }
    return changes;
  }

  @Test
  void aNewDetectionIsPlacedOnTheBorderAndRemembersWhoAddedIt() throws SQLException {
    String body = body();
    HttpResponse<byte[]> response = api.send("recorder:LS-01", "POST", ITEMS, body);
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode feature = ApiUnderTest.json(response);
    assertThat(response.headers().firstValue("Location"))
        .contains(ApiUnderTest.PUBLIC_URL + address(feature));
    assertThat(response.headers().firstValue("ETag")).contains("\"1\"");
    JsonNode properties = feature.get("properties");
    assertThat(properties.get("observed_at").asText()).isEqualTo("2024-06-01T21:10:00+07:00");
    assertThat(properties.get("border_with").asText()).isEqualTo("CN");
    assertThat(properties.get("border_offset_m").asDouble()).isPositive();
    assertThat(properties.get("station").asText()).isEqualTo("LS-01");
    assertThat(properties.get("station_derived").asBoolean()).isTrue();
    assertThat(properties.get("accuracy_m").asDouble()).isEqualTo(12.3);
    assertThat(properties.get("setting").asText()).isEqualTo("trail");
    assertThat(properties.get("source_ref").asText())
        .isEqualTo("web:" + feature.get("id").asText());
    assertThat(history(feature)).containsExactly("insert by test-recorder");
  }

  @Test
  void aListWithinAListIsRefusedAndNotPassedOver() {
    String nested = body().replace("[\"debt\",\"injury\"]", "[[\"debt\"]]");
    HttpResponse<byte[]> refused = api.send("recorder:LS-01", "POST", ITEMS, nested);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(ApiUnderTest.json(refused).at("/errors/0/field").asText()).isEqualTo("indicators");
  }

  @Test
  void theSameSentAgainChangesNothingAndOtherContentIsAConflict() throws SQLException {
    String body = body();
    JsonNode first = ApiUnderTest.json(api.send("device:LS-01", "POST", ITEMS, body));
    HttpResponse<byte[]> again = api.send("device:LS-01", "POST", ITEMS, body);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(ApiUnderTest.json(again)).isEqualTo(first);
    String other = body.replace("\"persons\":3", "\"persons\":4");
    HttpResponse<byte[]> conflict = api.send("admin", "POST", ITEMS, other);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(ApiUnderTest.json(conflict).at("/stored/properties/persons").asInt()).isEqualTo(3);
    assertThat(ApiUnderTest.json(api.send("device:LS-01", "POST", ITEMS, other)).has("stored"))
        .isFalse();
    assertThat(history(first)).hasSize(1);
  }

  @Test
  void everythingThatIsWrongIsToldInBothLanguages() {
    String body =
        body().replace("\"persons\":3", "\"persons\":\"many\",\"perons\":2,\"direction\":\"exot\"");
    HttpResponse<byte[]> refused = api.send("admin", "POST", ITEMS, body);
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode errors = ApiUnderTest.json(refused).get("errors");
    assertThat(errors.findValuesAsText("field")).contains("persons", "perons");
    for (JsonNode error : errors) {
      assertThat(error.get("reason").asText()).isNotBlank();
      assertThat(error.get("reasonVi").asText()).isNotBlank();
    }
    String line = body().replace("Point", "LineString");
    assertThat(api.send("admin", "POST", ITEMS, line).statusCode()).isEqualTo(400);
    HttpResponse<byte[]> text = api.send("admin", "POST", ITEMS, "hello");
    assertThat(text.statusCode()).isEqualTo(400);
  }

  @Test
  void aChangeNeedsTheVersionThatWasRead() throws SQLException {
    JsonNode feature = added("admin");
    properties(feature).put("persons", 9);
    String changed = feature.toString();
    assertThat(api.send("admin", "PUT", address(feature), changed).statusCode()).isEqualTo(428);
    assertThat(
            api.send("admin", "PUT", address(feature), changed, "If-Match", "\"7\"").statusCode())
        .isEqualTo(412);
    HttpResponse<byte[]> done =
        api.send("admin", "PUT", address(feature), changed, "If-Match", "\"1\"");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.headers().firstValue("ETag")).contains("\"2\"");
    JsonNode now = ApiUnderTest.json(done);
    assertThat(now.at("/properties/persons").asInt()).isEqualTo(9);
    assertThat(now.at("/properties/station_derived").asBoolean()).isTrue();
    assertThat(
            api.send("admin", "PUT", address(feature), changed, "If-Match", "\"1\"").statusCode())
        .isEqualTo(412);
    assertThat(history(feature)).containsExactly("insert by test-admin", "update by test-admin");
  }

  @Test
  void aDeletionCanBeUndone() {
    JsonNode feature = added("recorder:LS-01");
    String address = address(feature);
    assertThat(api.send("recorder:LS-01", "DELETE", address, "").statusCode()).isEqualTo(428);
    assertThat(api.send("recorder:LS-01", "DELETE", address, "", "If-Match", "\"1\"").statusCode())
        .isEqualTo(204);
    assertThat(api.get(address).statusCode()).isEqualTo(404);
    HttpResponse<byte[]> restored = api.send("recorder:LS-01", "POST", address + "/restore", "");
    assertThat(restored.statusCode()).isEqualTo(201);
    JsonNode back = ApiUnderTest.json(restored);
    assertThat(back.get("geometry")).isEqualTo(feature.get("geometry"));
    ObjectNode before = properties(feature).put("version", 2);
    assertThat(back.get("properties")).isEqualTo(before);
    assertThat(api.send("admin", "POST", address + "/restore", "").statusCode()).isEqualTo(409);
    assertThat(
            api.send("admin", "POST", ITEMS + "/" + UUID.randomUUID() + "/restore", "")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anotherUnitsDetectionIsOutOfReach() {
    assertThat(api.send("recorder:LS-02", "POST", ITEMS, body()).statusCode()).isEqualTo(403);
    assertThat(api.send("device:LS-02", "POST", ITEMS, body()).statusCode()).isEqualTo(403);
    assertThat(api.send("planner", "POST", ITEMS, body()).statusCode()).isEqualTo(403);
    JsonNode feature = added("recorder:LS-01");
    String address = address(feature);
    assertThat(api.send("recorder:LS-02", "DELETE", address, "", "If-Match", "\"1\"").statusCode())
        .isEqualTo(404);
    properties(feature).put("station", "LS-02").put("station_derived", false);
    assertThat(
            api.send("recorder:LS-01", "PUT", address, feature.toString(), "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(403);
    assertThat(api.send("admin", "DELETE", address, "", "If-Match", "*").statusCode())
        .isEqualTo(204);
    assertThat(api.send("recorder:LS-02", "POST", address + "/restore", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aTakenReferenceIsAConflictAlsoWhenReplacing() {
    JsonNode one = added("admin");
    JsonNode two = added("admin");
    properties(two).put("source_ref", one.at("/properties/source_ref").asText());
    assertThat(
            api.send("admin", "PUT", address(two), two.toString(), "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(409);
  }
}
