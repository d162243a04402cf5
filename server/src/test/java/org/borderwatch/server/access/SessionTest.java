package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.cookieOf;
import static org.borderwatch.server.access.TestClient.json;
import static org.borderwatch.server.access.TestClient.tree;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class SessionTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private AccessServer running;
  private TestClient server;
  private AccessServer secure;

  @BeforeAll
  void start(Database database) {
    AccessServer.fill(database);
    running = new AccessServer(database, null, clock);
    server = running.client();
    secure = new AccessServer(database, "https://map.example.vn", Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    running.close();
    secure.close();
  }

  @Test
  void nobodyIsSignedInAtFirst() {
    HttpResponse<String> answer = server.get("/api/session");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"signedIn\":false}");
  }

  @Test
  void whoSignsInIsKnownByTheCookie() {
    HttpResponse<String> signedIn = server.signIn("planner", PASSWORD);
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure", "Max-Age", "Expires");
    HttpResponse<String> answer = server.get("/api/session", "Cookie", cookieOf(signedIn));
    assertThat(tree(answer).path("account").asText()).isEqualTo("planner");
    assertThat(tree(answer).path("unit").path("nameVi").asText()).isEqualTo("Lạng Sơn");
    assertThat(tree(answer).path("permissions").toString())
        .contains("read-heat", "read-detections")
        .doesNotContain("import", "nobody");
  }

  @Test
  void behindHttpsTheCookieIsSecureAndOfThisHostOnly() {
    HttpResponse<String> signedIn = secure.client().signIn("planner", PASSWORD);
    assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-")
        .contains("Secure");
    assertThat(signedIn.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(server.get("/health").headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aWrongPasswordAnUnknownNameAndADeviceGetTheSameAnswer() {
    HttpResponse<String> wrong = server.signIn("analyst", "not the password at all");
    HttpResponse<String> unknown = server.signIn("nobody-of-this-name", PASSWORD);
    HttpResponse<String> device = server.signIn("device", "a device has no password");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(wrong.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(device.body()).isEqualTo(wrong.body());
  }

  @Test
  void eachSignInHasAnotherSessionAndEndsTheOneBefore() {
    String first = server.cookie("commander");
    HttpResponse<String> again =
        server.send(
            "POST",
            "/api/session",
            json(Map.of("account", "commander", "password", PASSWORD)),
            "Cookie",
            first,
            "Origin",
            server.origin());
    assertThat(cookieOf(again)).isNotEqualTo(first);
    assertThat(server.get("/test/read-heat", "Cookie", first).statusCode()).isEqualTo(401);
    assertThat(server.get("/test/read-heat", "Cookie", cookieOf(again)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    String cookie = server.cookie("commander");
    assertThat(server.get("/test/read-heat", "Cookie", cookie).statusCode()).isEqualTo(200);
    HttpResponse<String> out =
        server.send("DELETE", "/api/session", null, "Cookie", cookie, "Origin", server.origin());
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(server.get("/test/read-heat", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsEveryOtherSession(Database database) {
    new Accounts(database.jdbi()).add("changer", Role.PLANNER, "VN", PASSWORD, "admin");
    String here = server.cookie("changer");
    String elsewhere = server.cookie("changer");
    String wanted = "a lantern over the pass";
    HttpResponse<String> changed =
        server.send(
            "POST",
            "/api/session/password",
            json(Map.of("old", PASSWORD, "new", wanted)),
            "Cookie",
            here,
            "Origin",
            server.origin());
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(server.get("/test/read-heat", "Cookie", elsewhere).statusCode()).isEqualTo(401);
    assertThat(server.get("/test/read-heat", "Cookie", here).statusCode()).isEqualTo(401);
    assertThat(server.get("/test/read-heat", "Cookie", cookieOf(changed)).statusCode())
        .isEqualTo(200);
    assertThat(server.signIn("changer", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(tree(server.signIn("changer", wanted)).path("passwordExpired").asBoolean())
        .isFalse();
  }

  @Test
  void anEasyNewPasswordIsRefusedWithAReason() {
    HttpResponse<String> answer =
        server.send(
            "POST",
            "/api/session/password",
            json(Map.of("old", PASSWORD, "new", "Password2024!")),
            "Cookie",
            server.cookie("recorder"),
            "Origin",
            server.origin());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(tree(answer).path("errors").path(0).path("field").asText()).isEqualTo("new");
    assertThat(answer.body()).doesNotContain("Password2024");
  }

  @Test
  void aSessionEndsTwelveHoursAfterItsLastUse(TestDatabase database) throws SQLException {
    String cookie = server.cookie("analyst");
    database.asOwner(
        "UPDATE borderwatch.session SET used_at = now() - interval '11 hours' WHERE account ="
            + " 'analyst'");
    assertThat(server.get("/test/read-heat", "Cookie", cookie).statusCode()).isEqualTo(200);
    database.asOwner(
        "UPDATE borderwatch.session SET used_at = now() - interval '13 hours' WHERE account ="
            + " 'analyst'");
    clock.forward(Duration.ofSeconds(6));
    assertThat(server.get("/test/read-heat", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsSevenDaysAfterItBegan(TestDatabase database) throws SQLException {
    String cookie = server.cookie("analyst");
    database.asOwner(
        "UPDATE borderwatch.session SET created_at = now() - interval '8 days' WHERE account ="
            + " 'analyst'");
    assertThat(server.get("/test/read-heat", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void onlyTheHashOfASessionIsStored(Database database) {
    String cookie = server.cookie("analyst").split("=")[1];
    String stored =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT string_agg(s::text, ' ') FROM session AS s")
                        .mapTo(String.class)
                        .one());
    assertThat(stored).doesNotContain(cookie);
  }

  @Test
  void aBodyThatIsNotJsonOrTooLargeOrHasUnknownFieldsIsRefused() {
    assertThat(
            server
                .send(
                    "POST",
                    "/api/session",
                    "{\"account\":\"admin\",\"password\":\"x\",\"pasword\":\"y\"}")
                .body())
        .contains("pasword", "is password meant?");
    assertThat(server.send("POST", "/api/session", "x".repeat(5_000)).statusCode()).isEqualTo(413);
    assertThat(server.send("POST", "/api/session", "account=admin").statusCode()).isEqualTo(400);
    assertThat(server.send("POST", "/api/session", "[".repeat(4_000)).statusCode()).isEqualTo(400);
    assertThat(server.signIn("admin\0", PASSWORD).statusCode()).isEqualTo(400);
  }
}
