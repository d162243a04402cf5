package org.borderwatch.server.patrol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.demo.Demo;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.PlannedAreasExamples;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.order.OrderApi;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.NoRosterException;
import org.borderwatch.server.patrol.roster.RosterDraw;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.ServedRoutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansOverHttpTest {
  private static final PlannedAreas PLANNED = PlannedAreasExamples.small();
  private static final List<Assignment> ROSTER = draw();
  private static final UUID AREAS = UUID.randomUUID();
  private static final UUID DRAWN = UUID.randomUUID();
  private static final UUID STRANGE = UUID.randomUUID();

  /** In the middle of day 8. */
  private static final Instant NOW = Instant.parse("2024-07-08T05:00:00Z");

  private final Database database;
  private final ServedRoutes server;

  PlansOverHttpTest(Database database) {
    this.database = database;
    RouteTable routes = new RouteTable();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    PlanApi plans = new PlanApi(database, new PublicUrl(() -> "http://here"), clock);
    plans.register(routes);
    new OrderApi(plans.address(), LandBorder.load(), clock).register(routes);
    this.server = new ServedRoutes(routes);
  }

  private static List<Assignment> draw() {
    try {
      return RosterDraw.of(PLANNED, 1, 0).duties();
    } catch (NoRosterException none) {
      throw new IllegalStateException(none);
    }
  }

  @BeforeAll
  void runJobs() {
    store(AREAS, "patrol-areas", PlanExamples.areas(PLANNED));
    store(DRAWN, "patrol-roster", PlanExamples.roster(AREAS, PLANNED.days(), ROSTER));
    store(STRANGE, "patrol-roster", PlanExamples.roster(UUID.randomUUID(), 14, ROSTER));
  }

  private void store(UUID job, String type, byte[] result) {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO job (id, type, status, requester, unit, server_id, finished_at)"
                      + " VALUES (?, ?, 'successful', 'chi-huy', 'VN', ?, now())",
                  job,
                  type,
                  UUID.randomUUID());
              handle.execute(
                  "INSERT INTO job_result (job, media_type, packed, content, size)"
                      + " VALUES (?, 'application/geo+json', false, ?, ?)",
                  job,
                  result,
                  result.length);
            });
  }

  @AfterEach
  void forgetPlans() {
    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM plan"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) {
    return server.send(
        BodyHandlers.ofString(), who, method, path, "application/json", body, headers);
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = send("planner", "GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.tree(answer.body());
  }

  private HttpResponse<String> make(String name, UUID areas, UUID roster) {
    return send(
        "commander",
        "POST",
        "/api/plans",
        "{\"name\":\"%s\",\"areas\":\"%s\",\"roster\":\"%s\"}".formatted(name, areas, roster));
  }

  private String newPlan() {
    HttpResponse<String> made = make("Tuần 27 - Lạng Sơn", AREAS, DRAWN);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String path = "/api/plans/" + Json.tree(made.body()).path("id").asText();
    assertThat(made.headers().firstValue("Location")).contains("http://here" + path);
    assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
    return path;
  }

  private static String rest(Assignment duty) {
    return "{\"day\":%d,\"team\":\"%s\",\"shift\":null,\"area\":null}"
        .formatted(duty.day(), duty.team());
  }

  private HttpResponse<String> change(String path, String body, int version) {
    return send("commander", "POST", path + "/changes", body, "If-Match", "\"" + version + "\"");
  }

  private HttpResponse<String> step(String path, String what, int version) {
    return send("commander", "POST", path + what, "{}", "If-Match", "\"" + version + "\"");
  }

  private static List<Assignment> roster(JsonNode document) {
    List<Assignment> roster = new ArrayList<>();
    for (JsonNode duty : document.path("assignments")) {
      roster.add(
          new Assignment(
              duty.path("day").asInt(),
              duty.path("shift").asInt(),
              duty.path("team").asText(),
              duty.path("area").asText()));
    }
    return roster;
  }

  @Test
  void aPlanSaysAllThatItsTwoResultsSaid() {
    JsonNode document = get(newPlan());
    RosterWorth worth = RosterWorth.of(PLANNED, ROSTER);
    assertThat(roster(document)).containsExactlyInAnyOrderElementsOf(ROSTER);
    assertThat(document.path("status").asText()).isEqualTo("draft");
    assertThat(document.path("approved_version").isNull()).isTrue();
    assertThat(document.at("/worth/expected").asDouble()).isCloseTo(worth.expected(), within(1e-9));
    assertThat(document.at("/areas/features")).hasSize(4);
    assertThat(document.path("teams")).hasSize(3);
    assertThat(document.path("shifts")).hasSize(2);
    assertThat(document.at("/terms/rest_hours").asInt()).isEqualTo(11);
    assertThat(document.at("/result/value").asDouble()).isEqualTo(38.4);
    assertThat(document.at("/forecast/interval_holds").asDouble()).isEqualTo(0.91);
    assertThat(document.at("/before/value").asDouble()).isEqualTo(12.5);
    assertThat(document.path("seed").asInt()).isEqualTo(7);
    assertThat(document.path("synthetic").asBoolean()).isTrue();
    assertThat(document.path("made_by").asText()).isEqualTo("test-commander");
    JsonNode line = get("/api/plans").path("plans").get(0);
    assertThat(line.path("name").asText()).isEqualTo("Tuần 27 - Lạng Sơn");
    assertThat(line.path("teams").asInt()).isEqualTo(3);
    assertThat(line.path("expected").asDouble()).isCloseTo(worth.expected(), within(1e-9));
  }

  @Test
  void ordersGoOutOnPaperForHandheldsAndForMaps() {
    String path = newPlan();
    HttpResponse<byte[]> pdf =
        server.send(
            BodyHandlers.ofByteArray(),
            "planner",
            "GET",
            path + "/order.pdf",
            "application/json",
            "");
    assertThat(pdf.statusCode()).isEqualTo(200);
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(pdf.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"patrol-order-2024-07-01-v1-draft-synthetic.pdf\"");
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    String team = PLANNED.teams().get(0).code();
    HttpResponse<String> gpx =
        send("planner", "GET", path + "/tracks.gpx?version=1&team=" + team, "");
    assertThat(gpx.body()).contains("<gpx ").contains("Tổ 1, Đồn A").doesNotContain("Đồn B");
    assertThat(gpx.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            name ->
                assertThat(name).contains("patrol-tracks-2024-07-01-v1-A-1-draft-synthetic.gpx"));
    assertThat(send("planner", "GET", path + "/tracks.kml", "").body()).contains("<kml ");

    HttpResponse<String> unknown = send("planner", "GET", path + "/order.pdf?team=Z/9", "");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("A/1, B/1, B/2");
    assertThat(send("planner", "GET", path + "/order.pdf?version=2", "").statusCode())
        .isEqualTo(404);
    assertThat(send("recorder", "GET", path + "/order.pdf", "").statusCode()).isEqualTo(403);
  }

  @Test
  void aPlanLivesThroughChangeUndoApprovalAndChangeAgain() {
    String path = newPlan();
    Assignment duty = ROSTER.get(0);
    JsonNode price = Json.tree(send("planner", "POST", path + "/price", rest(duty)).body());
    assertThat(price.path("allowed").asBoolean()).isTrue();
    assertThat(send("commander", "POST", path + "/changes", rest(duty)).statusCode())
        .isEqualTo(428);
    assertThat(change(path, rest(duty), 9).statusCode()).isEqualTo(412);
    assertThat(get(path).path("version").asInt()).isEqualTo(1);

    JsonNode changed = Json.tree(change(path, rest(duty), 1).body());
    assertThat(changed.path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("assignments")).hasSize(ROSTER.size() - 1);
    assertThat(changed.at("/worth/expected").asDouble())
        .isCloseTo(price.path("expected_after").asDouble(), within(1e-9));
    assertThat(changed.at("/changes/0/price").asDouble())
        .isCloseTo(
            price.path("expected_before").asDouble() - price.path("expected_after").asDouble(),
            within(1e-9));
    assertThat(changed.at("/changes/0/before/area").asText()).isEqualTo(duty.area());
    assertThat(changed.at("/changes/0/after").isNull()).isTrue();
    assertThat(change(path, rest(duty), 2).statusCode()).isEqualTo(409);

    JsonNode undone = Json.tree(step(path, "/undo", 2).body());
    assertThat(undone.path("version").asInt()).isEqualTo(3);
    assertThat(roster(undone)).containsExactlyInAnyOrderElementsOf(ROSTER);
    assertThat(undone.path("changes")).isEmpty();
    assertThat(step(path, "/undo", 3).statusCode()).isEqualTo(409);

    JsonNode approved = Json.tree(step(path, "/approve", 3).body());
    assertThat(approved.path("status").asText()).isEqualTo("approved");
    assertThat(approved.path("approved_version").asInt()).isEqualTo(4);
    assertThat(approved.path("approved_by").asText()).isEqualTo("test-commander");
    assertThat(step(path, "/approve", 4).statusCode()).isEqualTo(409);
    assertThat(send("commander", "DELETE", path, "", "If-Match", "\"4\"").statusCode())
        .isEqualTo(409);

    JsonNode again = Json.tree(change(path, rest(duty), 4).body());
    assertThat(again.path("status").asText()).isEqualTo("draft");
    assertThat(again.path("approved_version").asInt()).isEqualTo(4);
    JsonNode fixed = get(path + "?version=4");
    assertThat(fixed.path("status").asText()).isEqualTo("approved");
    assertThat(roster(fixed)).containsExactlyInAnyOrderElementsOf(ROSTER);
    assertThat(get(path + "/versions").path("versions"))
        .extracting(one -> one.path("kind").asText())
        .containsExactly("changed", "approved", "undone", "changed", "created");
    HttpResponse<String> same = send("planner", "GET", path, "", "If-None-Match", "\"5\"");
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(send("planner", "GET", path + "?version=6", "").statusCode()).isEqualTo(404);
    assertThat(send("planner", "GET", path + "?version=0", "").statusCode()).isEqualTo(400);
  }

  @Test
  void whatCantBeDoneIsRefusedWithItsReasonsAndChangesNothing() {
    String path = newPlan();
    PatrolArea far = PLANNED.areas().get(3);
    String body = "{\"day\":1,\"team\":\"A/1\",\"shift\":1,\"area\":\"%s\"}".formatted(far.id());
    JsonNode price = Json.tree(send("planner", "POST", path + "/price", body).body());
    assertThat(price.path("allowed").asBoolean()).isFalse();
    assertThat(price.at("/reasons/0/vi").asText()).contains("ngoài tầm");
    HttpResponse<String> refused = change(path, body, 1);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Json.tree(refused.body()).at("/reasons/0/en").asText()).contains("out of");
    for (String wrong :
        List.of(
            "{\"day\":1,\"team\":\"A/1\",\"shift\":9,\"area\":\"%s\"}".formatted(far.id()),
            "{\"day\":1,\"team\":\"Z/9\",\"shift\":1,\"area\":\"%s\"}".formatted(far.id()),
            "{\"day\":99,\"team\":\"A/1\",\"shift\":1,\"area\":\"%s\"}".formatted(far.id()),
            "{\"day\":1,\"team\":\"A/1\",\"shift\":1,\"area\":\"nowhere\"}")) {
      assertThat(change(path, wrong, 1).statusCode()).as(wrong).isEqualTo(422);
    }
    for (String bad :
        List.of("[]", "{}", "{\"day\":1,\"team\":\"A/1\",\"note\":\"x\"}", "{\"day\":\"1\"}")) {
      assertThat(change(path, bad, 1).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(get(path).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void onlyResultsThatBelongTogetherAndMayBeSeenMakeAPlan() {
    assertThat(make("A", AREAS, STRANGE).body()).contains("was not drawn for these areas");
    assertThat(make("A", DRAWN, AREAS).statusCode()).isEqualTo(400);
    assertThat(make("A", AREAS, UUID.randomUUID()).statusCode()).isEqualTo(400);
    assertThat(make("<b>", AREAS, DRAWN).statusCode()).isEqualTo(400);
    assertThat(make("x".repeat(61), AREAS, DRAWN).statusCode()).isEqualTo(400);
    String body = "{\"name\":\"A\",\"areas\":\"%s\",\"roster\":\"%s\"}".formatted(AREAS, DRAWN);
    assertThat(send("commander:CB:an", "POST", "/api/plans", body).statusCode()).isEqualTo(400);
    assertThat(send("commander:VN:an", "POST", "/api/plans", body).statusCode()).isEqualTo(201);
    assertThat(send("planner:VN:an", "POST", "/api/plans", body).statusCode()).isEqualTo(403);
    assertThat(get("/api/plans").path("plans")).hasSize(1);
  }

  @Test
  void ofManyWhoChangeTheSameVersionOneWinsAndNoChangeIsLost() throws Exception {
    String path = newPlan();
    List<Callable<HttpResponse<String>>> changes = new ArrayList<>();
    for (Assignment duty : ROSTER.subList(0, 8)) {
      changes.add(() -> change(path, rest(duty), 1));
    }
    ExecutorService many = Executors.newFixedThreadPool(changes.size());
    int won = 0;
    try {
      for (Future<HttpResponse<String>> one : many.invokeAll(changes)) {
        int status = one.get().statusCode();
        assertThat(status).isIn(200, 412);
        won += status == 200 ? 1 : 0;
      }
    } finally {
      many.shutdownNow();
    }
    assertThat(won).isEqualTo(1);
    assertThat(get(path).path("version").asInt()).isEqualTo(2);
    assertThat(get(path).path("assignments")).hasSize(ROSTER.size() - 1);
  }

  @Test
  void aDraftMayGoAndItsJobsMayGoBeforeIt() {
    UUID areas = UUID.randomUUID();
    UUID drawn = UUID.randomUUID();
    store(areas, "patrol-areas", PlanExamples.areas(PLANNED));
    store(drawn, "patrol-roster", PlanExamples.roster(areas, PLANNED.days(), ROSTER));
    String path = "/api/plans/" + Json.tree(make("B", areas, drawn).body()).path("id").asText();
    database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM job WHERE id IN (?, ?)", areas, drawn));
    assertThat(get(path).path("assignments")).hasSize(ROSTER.size());
    assertThat(send("commander", "DELETE", path, "").statusCode()).isEqualTo(428);
    assertThat(send("commander", "DELETE", path, "", "If-Match", "\"2\"").statusCode())
        .isEqualTo(412);
    assertThat(send("commander", "DELETE", path, "", "If-Match", "\"1\"").statusCode())
        .isEqualTo(204);
    assertThat(send("planner", "GET", path, "").statusCode()).isEqualTo(404);
    assertThat(send("planner", "GET", "/api/plans/x", "").statusCode()).isEqualTo(404);
  }

  @Test
  void theDatabaseKeepsWhatWasSaid() {
    String path = newPlan();
    String id = path.substring("/api/plans/".length());
    for (String forbidden :
        List.of(
            "UPDATE plan_version SET made_by = 'x'",
            "DELETE FROM plan_version",
            "TRUNCATE plan CASCADE",
            "UPDATE plan SET name = 'x'")) {
      assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(forbidden)))
          .as(forbidden)
          .hasMessageContaining("permission denied");
    }
    String version =
        "INSERT INTO plan_version (plan, version, kind, roster, expected, made_by)"
            + " VALUES ('%s', %d, 'approved', '[]', 0, 'test')";
    assertThatThrownBy(
            () -> database.jdbi().useHandle(handle -> handle.execute(version.formatted(id, 5))))
        .hasMessageContaining("follows none");
    // A real plan that was approved can't be deleted, by whatever way.
    UUID real = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                database
                    .jdbi()
                    .useTransaction(
                        handle -> {
                          handle.execute(
                              "INSERT INTO plan (id, name, basis, first_day, days, teams, synthetic, made_by)"
                                  + " VALUES (?, 'R', '{}', '2024-07-01', 7, 1, false, 'test')",
                              real);
                          handle.execute(
                              "INSERT INTO plan_version (plan, version, kind, roster, expected, made_by)"
                                  + " VALUES (?, 1, 'created', '[]', 0, 'test')",
                              real);
                          handle.execute(version.formatted(real, 2));
                          handle.execute("DELETE FROM plan WHERE id = ?", real);
                        }))
        .hasMessageContaining("was approved and stays");
  }

  @Test
  void thereAreLimits() {
    String path = newPlan();
    String id = path.substring("/api/plans/".length());
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO plan_version (plan, version, kind, roster, change, expected, made_by)"
                        + " SELECT v.plan, n, 'changed', v.roster, '{\"day\": 1, \"team\": \"A/1\"}', 0, 'test'"
                        + " FROM plan_version AS v, generate_series(2, 199) AS n WHERE v.plan = ?::uuid",
                    id));
    HttpResponse<String> full = change(path, rest(ROSTER.get(0)), 199);
    assertThat(full.statusCode()).isEqualTo(409);
    assertThat(full.body()).contains("make a new one");
    assertThat(step(path, "/approve", 199).statusCode()).isEqualTo(200);
    assertThat(step(path, "/undo", 200).statusCode()).isEqualTo(409);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO plan (name, basis, first_day, days, teams, synthetic, made_by)"
                        + " SELECT 'P', '{}', '2024-07-01', 7, 1, true, 'test' FROM generate_series(1, 1999)"));
    assertThat(make("C", AREAS, DRAWN).statusCode()).isEqualTo(409);
  }

  @Test
  void syntheticPlansGoWithTheDemo() throws SQLException {
    String path = newPlan();
    step(path, "/approve", 1);
    new Demo(database).remove();
    assertThat(get("/api/plans").path("plans")).isEmpty();
  }

  @Test
  void whatWasWalkedStandsBesideWhatWasPlanned() {
    String path = newPlan();
    Assignment duty = ROSTER.stream().filter(one -> one.day() <= 6).findFirst().orElseThrow();
    PatrolArea area = PLANNED.area(duty.area()).orElseThrow();
    Team team = PLANNED.team(duty.team()).orElseThrow();
    DutyTime time = DutyTime.of(PLANNED, duty);
    double lon = area.shape().getCentroid().getX();
    double lat = area.shape().getCentroid().getY();
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  "INSERT INTO unit (code, name_vi, name_en, kind, parent) VALUES ('VN', 'V', 'V', 'command', NULL), ('A', 'A', 'A', 'station', 'VN'), ('B', 'B', 'B', 'station', 'VN') ON CONFLICT DO NOTHING");
              // An hour there, and far away a last track that says until when all is told.
              track(handle, "t-1", team, time.from(), lon, lat);
              track(handle, "t-2", team, Instant.parse("2024-07-07T20:00:00Z"), 105, 22.9);
              detection(handle, "d-1", time.from().plusSeconds(600), lon, lat, 3, "intercepted");
              detection(handle, "d-2", time.from().plusSeconds(900), lon, lat, 4, "observed");
              detection(handle, "d-3", time.from().minusSeconds(900), lon, lat, 5, "intercepted");
            });
    JsonNode walked = get(path + "/walked");
    assertThat(walked.path("duties")).hasSize(ROSTER.size());
    for (JsonNode one : walked.path("duties")) {
      boolean isIt =
          one.path("day").asInt() == duty.day() && one.path("team").asText().equals(duty.team());
      boolean sharesIt =
          one.path("day").asInt() == duty.day()
              && one.path("area").asText().equals(duty.area())
              && one.path("shift").asInt() == duty.shift();
      Instant until =
          DutyTime.of(
                  PLANNED,
                  new Assignment(
                      one.path("day").asInt(),
                      one.path("shift").asInt(),
                      one.path("team").asText(),
                      one.path("area").asText()))
              .until();
      if (isIt) {
        assertThat(one.path("status").asText()).isEqualTo("partly");
        assertThat(one.path("minutes_seen").asDouble()).isCloseTo(60, within(1e-6));
        assertThat(one.path("minutes_planned").asDouble())
            .isCloseTo(60 * PLANNED.onSiteHours(team, area), within(1e-6));
      } else if (!sharesIt) {
        assertThat(one.path("status").asText())
            .isEqualTo(until.isAfter(Instant.parse("2024-07-07T21:00:00Z")) ? "to_come" : "missed");
      }
    }
    JsonNode summary = walked.path("summary");
    assertThat(summary.path("seen_detections").asInt()).isEqualTo(1);
    assertThat(summary.path("seen_persons").asInt()).isEqualTo(3);
    assertThat(summary.path("partly").asInt()).isEqualTo(1);
    assertThat(summary.path("to_come").asInt()).isPositive();
    assertThat(summary.path("expected").asDouble()).isPositive();
    assertThat(summary.path("p").asDouble()).isBetween(0.0, 1.0);
    assertThat(summary.path("verdict_vi").asText()).contains("thực tế");
  }

  private static void track(
      org.jdbi.v3.core.Handle handle, String ref, Team team, Instant at, double lon, double lat) {
    handle.execute(
        "INSERT INTO patrol_track (station, responsible_station, source_ref, team, started_at, ended_at, geom, seconds, km, hours, synthetic, recorded_by)"
            + " VALUES (?, ?, ?, ?, ?::timestamptz, ?::timestamptz + interval '1 hour',"
            + " ST_SetSRID(ST_GeomFromText(?), 4326), '{0,1800,3600}', 1, 1, true, 'test')",
        team.station(),
        team.station(),
        ref,
        team.code().replace('/', '-'),
        at.toString(),
        at.toString(),
        "MULTILINESTRING((%s %s, %s %s, %s %s))"
            .formatted(lon, lat, lon + 0.001, lat, lon + 0.001, lat));
  }

  private static void detection(
      org.jdbi.v3.core.Handle handle,
      String ref,
      Instant at,
      double lon,
      double lat,
      int persons,
      String outcome) {
    handle.execute(
        "INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)"
            + " VALUES ('patrol', ?, ?::timestamptz, ST_SetSRID(ST_MakePoint(?, ?), 4326), 'exit', 'trail', ?, ?, 'CN', 1000, 50, true, 'test')",
        ref,
        at.toString(),
        Math.round(lon * 1e7) / 1e7,
        Math.round(lat * 1e7) / 1e7,
        outcome,
        persons);
  }
}
