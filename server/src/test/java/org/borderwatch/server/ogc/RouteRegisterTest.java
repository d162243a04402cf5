package org.borderwatch.server.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteRegisterTest {
  private static final String ITEMS = "/api/collections/routes/items";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** From Lạng Sơn over the line near Hữu Nghị to Bằng Tường. */
  private static final String BODY =
      """
      {"type":"Feature","geometry":{"type":"LineString",
        "coordinates":[[106.7615,21.8525],[106.7100,21.9300],[106.7120,21.9900],[106.7557,22.0950]]},
       "properties":{"code":"%s","name":"Lạng Sơn – Bằng Tường","status":"confirmed","origin":"VN-09",
         "transit":["Đồng Đăng","Tân Thanh"],"destination":"Bằng Tường","evidence":["patrol","case_file"],
         "synthetic":false}}
      """;

  private final Database database;
  private final ApiUnderTest api;

  RouteRegisterTest(Database database) throws SQLException {
    this.database = database;
    this.api = new ApiUnderTest(database);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private static String code() {
    return "LS-" + NUMBER.incrementAndGet();
  }

  private JsonNode added() {
    HttpResponse<byte[]> response = api.send("analyst", "POST", ITEMS, BODY.formatted(code()));
    assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(201);
    return ApiUnderTest.json(response);
  }

  private static String address(JsonNode feature) {
    return ITEMS + "/" + feature.get("id").asText();
  }

  private static ObjectNode properties(JsonNode feature) {
    return (ObjectNode) feature.get("properties");
  }

  private JsonNode put(JsonNode feature, String version) {
    HttpResponse<byte[]> done =
        api.send(
            "analyst",
            "PUT",
            address(feature),
            feature.toString(),
            "If-Match",
            '"' + version + '"');
    assertThat(done.statusCode()).as(new String(done.body(), UTF_8)).isEqualTo(200);
    return ApiUnderTest.json(done);
  }

  private void sql(String statements) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  @Test
  void aNewRouteIsMeasuredAndPlacedOnTheBorder() {
    JsonNode route = added();
    JsonNode said = route.get("properties");
    assertThat(said.get("length_km").asDouble()).isBetween(28.0, 30.0);
    assertThat(said.get("border_with").asText()).isEqualTo("CN");
    assertThat(said.get("border_km").asDouble()).isBetween(1_050.0, 1_200.0);
    assertThat(said.get("recorded_by").asText()).isEqualTo("test-analyst");
    assertThat(said.get("transit").get(1).asText()).isEqualTo("Tân Thanh");
    assertThat(route.at("/geometry/type").asText()).isEqualTo("MultiLineString");
    JsonNode read = api.json(address(route));
    assertThat(read.get("properties")).isEqualTo(said);
    assertThat(read.get("geometry")).isEqualTo(route.get("geometry"));
  }

  @Test
  void theSameSentAgainChangesNothingAndAnotherRouteOfTheCodeIsAConflict() {
    String body = BODY.formatted(code());
    JsonNode first = ApiUnderTest.json(api.send("analyst", "POST", ITEMS, body));
    HttpResponse<byte[]> again = api.send("admin", "POST", ITEMS, body);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(ApiUnderTest.json(again)).isEqualTo(first);
    HttpResponse<byte[]> conflict =
        api.send("analyst", "POST", ITEMS, body.replace("confirmed", "dormant"));
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(ApiUnderTest.json(conflict).at("/stored/id")).isEqualTo(first.get("id"));
    JsonNode other = added();
    properties(other).put("code", first.at("/properties/code").asText());
    assertThat(
            api.send("analyst", "PUT", address(other), other.toString(), "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"name\":\"Lạng Sơn – Bằng Tường\"', '\"name\":\"Anh A, số 0912345678\"', name",
    "'\"name\":\"Lạng Sơn – Bằng Tường\"', '\"nickname\":\"x\"', nickname",
    "'\"name\":\"Lạng Sơn – Bằng Tường\"', '\"name\":\"\"', name",
    "'\"status\":\"confirmed\"', '\"status\":\"confirmd\"', status",
    "'\"origin\":\"VN-09\"', '\"origin\":\"met at a house; she said: come!\"', origin",
    "'\"evidence\":[\"patrol\"', '\"evidence\":[\"rumour\"', evidence",
    "'\"Tân Thanh\"', '\"@someone\"', transit",
    "'\"LineString\"', '\"Polygon\"', geometry",
    "'[106.7615,21.8525]', '[21.8525,106.7615]', geometry",
    "'[106.7615,21.8525]', '[6.7,21.8525]', geometry",
    "'\"code\":\"LS', '\"code\":\"ls_é', code",
  })
  void whatIsWrongIsNamedInBothLanguagesAndNothingIsStored(
      String right, String wrong, String field) {
    String body = BODY.formatted(code());
    assertThat(body).contains(right);
    HttpResponse<byte[]> refused = api.send("analyst", "POST", ITEMS, body.replace(right, wrong));
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode error = ApiUnderTest.json(refused).at("/errors/0");
    assertThat(error.get("field").asText()).isEqualTo(field);
    assertThat(error.get("reasonVi").asText()).isNotBlank();
    assertThat(error.get("remedy").asText()).isNotBlank();
    assertThat(new String(refused.body(), UTF_8)).doesNotContain("0912345678");
  }

  @Test
  void evidenceIsLinkedToDetectionsThatAreThere() throws SQLException {
    UUID seen = UUID.randomUUID();
    sql(
        """
        INSERT INTO detection (id, source, source_ref, observed_at, geom, direction, setting, outcome,
          persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
        VALUES ('%s', 'patrol', 'r-%s', '2024-01-01 00:00+07', ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326),
          'exit', 'trail', 'observed', 3, 'CN', 1100, 50, false, 'test')
        """
            .formatted(seen, seen));
    JsonNode route = added();
    properties(route).putArray("detections").add(seen.toString());
    JsonNode linked = put(route, "1");
    assertThat(linked.at("/properties/detections/0").asText()).isEqualTo(seen.toString());
    UUID nobody = UUID.randomUUID();
    properties(linked).withArrayProperty("detections").add(nobody.toString());
    HttpResponse<byte[]> refused =
        api.send("analyst", "PUT", address(route), linked.toString(), "If-Match", "\"2\"");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(ApiUnderTest.json(refused).at("/errors/0/field").asText()).isEqualTo("detections");
    sql("DELETE FROM detection WHERE id = '" + seen + "'");
  }

  @Test
  void everyChangeIsInTheHistoryAndADeletionCanBeUndone() {
    JsonNode route = added();
    String address = address(route);
    properties(route).put("status", "dormant");
    properties(route).putArray("evidence").add("sensor");
    assertThat(api.send("analyst", "PUT", address, route.toString()).statusCode()).isEqualTo(428);
    JsonNode second = put(route, "1");
    assertThat(
            api.send("analyst", "PUT", address, route.toString(), "If-Match", "\"1\"").statusCode())
        .isEqualTo(412);
    ObjectNode moved = second.deepCopy();
    ((ArrayNode) moved.at("/geometry/coordinates/0/0")).set(1, 21.8);
    JsonNode third = put(moved, "2");
    assertThat(api.send("analyst", "DELETE", address, "", "If-Match", "\"3\"").statusCode())
        .isEqualTo(204);
    assertThat(api.get(address).statusCode()).isEqualTo(404);
    HttpResponse<byte[]> restored = api.send("admin", "POST", address + "/restore", "");
    assertThat(restored.statusCode()).isEqualTo(201);
    JsonNode back = ApiUnderTest.json(restored);
    assertThat(back.get("geometry")).isEqualTo(third.get("geometry"));
    assertThat(back.get("properties")).isEqualTo(properties(third).deepCopy().put("version", 4));
    assertThat(api.send("admin", "POST", address + "/restore", "").statusCode()).isEqualTo(409);

    JsonNode changes = api.json(address + "/history").get("changes");
    assertThat(changes.findValuesAsText("operation"))
        .containsExactly("restore", "delete", "update", "update", "insert");
    assertThat(changes.findValuesAsText("by"))
        .containsExactly(
            "test-admin", "test-analyst", "test-analyst", "test-analyst", "test-analyst");
    assertThat(changes.at("/0/version").asInt()).isEqualTo(4);
    assertThat(changes.at("/2/fields").findValuesAsText("name")).containsExactly("geometry");
    assertThat(changes.at("/3/fields").findValuesAsText("name"))
        .containsExactly("status", "evidence");
    assertThat(changes.at("/3/fields/0/from").asText()).isEqualTo("confirmed");
    assertThat(changes.at("/3/fields/1/from/0").asText()).isEqualTo("case_file");
    assertThat(changes.at("/3/before/status").asText()).isEqualTo("confirmed");
    assertThat(changes.at("/2/before/line")).isNotEqualTo(changes.at("/1/before/line"));
    assertThat(changes.at("/4/fields").findValuesAsText("name")).contains("code", "transit");
    String nothing = ITEMS + "/" + UUID.randomUUID();
    assertThat(api.get(nothing + "/history").statusCode()).isEqualTo(404);
    assertThat(api.send("admin", "POST", nothing + "/restore", "").statusCode()).isEqualTo(404);
  }

  @Test
  void theHistoryCanNotBeChangedByTheServer() {
    for (String past :
        List.of(
            "UPDATE route_change SET changed_by = 'somebody'",
            "DELETE FROM route_change",
            "INSERT INTO route_change (operation, id, changed_by)"
                + " VALUES ('insert', gen_random_uuid(), 'x')")) {
      assertThatThrownBy(() -> sql(past)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void filtersPagesAndTilesTakeOneKind() {
    String simulated = BODY.formatted("SIM-1").replace("\"synthetic\":false", "\"synthetic\":true");
    assertThat(api.send("analyst", "POST", ITEMS, simulated).statusCode()).isIn(200, 201);
    JsonNode real = added();
    String code = real.at("/properties/code").asText();
    JsonNode all = api.json(ITEMS + "?limit=1000");
    assertThat(all.get("features").findValuesAsText("code")).contains(code).doesNotContain("SIM-1");
    assertThat(api.json(ITEMS + "?synthetic=true").get("features").findValuesAsText("code"))
        .containsExactly("SIM-1");
    for (String filter :
        List.of(
            "code=" + code,
            "status=confirmed,dormant&code=" + code,
            "transit=T%C3%A2n%20Thanh&code=" + code,
            "origin=VN-09&border_with=CN&code=" + code,
            "bbox=106.70,21.92,106.72,21.94&code=" + code)) {
      assertThat(api.json(ITEMS + "?" + filter).get("numberMatched").asInt())
          .as(filter)
          .isEqualTo(1);
    }
    assertThat(api.json(ITEMS + "?bbox=103,10,104,11").get("numberMatched").asInt()).isZero();
    assertThat(api.get(ITEMS + "?status=sure").statusCode()).isEqualTo(400);
    JsonNode page = api.json(ITEMS + "?limit=1");
    String next = "";
    for (JsonNode link : page.get("links")) {
      next = link.get("rel").asText().equals("next") ? link.get("href").asText() : next;
    }
    JsonNode following = api.json(next.substring(ApiUnderTest.PUBLIC_URL.length()));
    assertThat(following.at("/features/0/id")).isNotEqualTo(page.at("/features/0/id"));
    String tile = "/api/collections/routes/tiles/WebMercatorQuad/9/224/407";
    HttpResponse<byte[]> shown = api.get(tile);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(new String(shown.body(), UTF_8)).contains(code).doesNotContain("SIM-1");
    assertThat(new String(api.get(tile + "?synthetic=true").body(), UTF_8)).contains("SIM-1");
  }

  @Test
  void onlyAnalystAndAdministratorWrite() {
    String body = BODY.formatted(code());
    for (String who : List.of("device", "recorder", "planner", "commander")) {
      assertThat(api.send(who, "POST", ITEMS, body).statusCode()).as(who).isEqualTo(403);
    }
    assertThat(api.send("device", "GET", ITEMS, "").statusCode()).isEqualTo(403);
    assertThat(api.send("recorder", "GET", ITEMS, "").statusCode()).isEqualTo(200);
  }
}
