package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.basic;
import static org.borderwatch.server.access.TestClient.json;
import static org.borderwatch.server.access.TestClient.tree;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class CredentialsTest {
  private AccessServer running;
  private TestClient server;

  @BeforeAll
  void start(Database database) {
    AccessServer.fill(database);
    running = new AccessServer(database, null, Clock.systemUTC());
    server = running.client();
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void aProgramThatShowsNothingIsAskedForBasic() {
    HttpResponse<String> answer = server.get("/test/read-heat");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Basic realm=\"Borderwatch\"");
  }

  @Test
  void thePageIsNeverAskedForBasic() {
    assertThat(challenge("Sec-Fetch-Site", "same-origin")).isEmpty();
    assertThat(challenge("X-Borderwatch", "page")).isEmpty();
    assertThat(challenge("Accept", "image/avif,image/webp,*/*")).isEmpty();
  }

  @Test
  void anUnknownAddressTellsNobodyThatItIsUnknown() {
    assertThat(server.get("/api/nothing").statusCode()).isEqualTo(401);
    assertThat(server.send("PATCH", "/test/read-heat", "{}").statusCode()).isEqualTo(401);
    String authorization = basic("planner", PASSWORD);
    HttpResponse<String> missing = server.get("/api/nothing", "Authorization", authorization);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(tree(missing).path("type").asText()).isEqualTo("/problems/not-found");
    assertThat(
            server
                .send("PUT", "/test/read-heat", "{}", "Authorization", authorization)
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void whatIsNoRequestAtAllGetsAProblemDocumentToo() {
    HttpResponse<String> answer = server.get("/%2e%2e/secret");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void noTextWithNulReachesTheDatabase() {
    assertThat(server.get("/api/session", "Authorization", basic("adm\0in", PASSWORD)).statusCode())
        .isEqualTo(401);
    assertThat(
            server
                .get("/test/read-heat?direction=%00", "Authorization", basic("planner", PASSWORD))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void basicLetsAGisClientIn() {
    HttpResponse<String> answer =
        server.get("/api/session", "Authorization", basic("analyst", PASSWORD));
    assertThat(tree(answer).path("account").asText()).isEqualTo("analyst");
  }

  @Test
  void manyRequestsWithTheSameBasicAtOnceAreOneAttempt() {
    List<Integer> answers =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(
                i ->
                    server
                        .get("/test/read-heat", "Authorization", basic("commander", PASSWORD))
                        .statusCode())
            .toList();
    assertThat(answers).containsOnly(200);
  }

  @Test
  void aRememberedBasicEndsWhenTheAccountChanges(Database database) {
    Accounts beside = new Accounts(database.jdbi());
    beside.add("gis", Role.ANALYST, "VN", PASSWORD, "admin");
    String authorization = basic("gis", PASSWORD);
    assertThat(server.get("/test/read-heat", "Authorization", authorization).statusCode())
        .isEqualTo(200);
    HttpResponse<String> changed =
        server.send(
            "PUT",
            "/api/accounts/gis",
            json(Map.of("role", "analyst", "unit", "VN", "disabled", true)),
            "Authorization",
            basic("admin", PASSWORD));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(server.get("/test/read-heat", "Authorization", authorization).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aWrongAuthorizationIsAnErrorEvenBesideAGoodCookie() {
    String cookie = server.cookie("planner");
    for (String wrong : List.of("Bearer bw_nothing", "Basic !!!", "Basic", "Digest x", "")) {
      assertThat(
              server.get("/test/read-heat", "Cookie", cookie, "Authorization", wrong).statusCode())
          .as(wrong)
          .isEqualTo(401);
    }
  }

  @Test
  void aDeviceComesInWithItsTokenAndOnlyAdds(Database database) {
    String admin = basic("admin", PASSWORD);
    HttpResponse<String> made =
        server.send(
            "POST",
            "/api/accounts/device/tokens",
            json(Map.of("label", "Handheld 7", "days", 30)),
            "Authorization",
            admin);
    assertThat(made.statusCode()).isEqualTo(201);
    String token = "Bearer " + tree(made).path("token").asText();
    assertThat(
            server.send("POST", "/test/add-detection", "{}", "Authorization", token).statusCode())
        .isEqualTo(201);
    assertThat(server.get("/test/read-heat", "Authorization", token).statusCode()).isEqualTo(403);
    HttpResponse<String> list = server.get("/api/accounts/device/tokens", "Authorization", admin);
    assertThat(list.body())
        .contains("Handheld 7")
        .doesNotContain(tree(made).path("token").asText());
    String id = tree(made).path("id").asText();
    assertThat(
            server
                .send(
                    "DELETE", "/api/accounts/device/tokens?id=" + id, null, "Authorization", admin)
                .statusCode())
        .isEqualTo(204);
    assertThat(
            server.send("POST", "/test/add-detection", "{}", "Authorization", token).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aOneTimePasswordReadsButChangesNothingUntilItIsReplaced(Database database) {
    String oneTime =
        new Accounts(database.jdbi())
            .add("newcomer", Role.RECORDER, "VN", null, "admin")
            .orElseThrow();
    String authorization = basic("newcomer", oneTime);
    assertThat(server.get("/test/read-heat", "Authorization", authorization).statusCode())
        .isEqualTo(200);
    assertThat(
            server.send("POST", "/test/add-detection", "{}", "Authorization", authorization).body())
        .contains("take a new one first");
    assertThat(
            server
                .send(
                    "POST",
                    "/api/session/password",
                    json(Map.of("old", oneTime, "new", PASSWORD)),
                    "Authorization",
                    authorization)
                .statusCode())
        .isEqualTo(204);
    assertThat(
            server
                .send(
                    "POST",
                    "/test/add-detection",
                    "{}",
                    "Authorization",
                    basic("newcomer", PASSWORD))
                .statusCode())
        .isEqualTo(201);
  }

  /** What an unsafe request says about where it comes from, and whether it is let through. */
  @ParameterizedTest
  @CsvSource({
    "cookie, same-origin, ours,                 201",
    "cookie, -,           ours,                 201",
    "cookie, same-origin, -,                    201",
    "cookie, -,           -,                    403",
    "cookie, cross-site,  ours,                 403",
    "cookie, same-site,   ours,                 403",
    "cookie, -,           https://evil.example, 403",
    "cookie, -,           null,                 403",
    "basic,  -,           -,                    201",
    "basic,  cross-site,  -,                    403",
    "basic,  -,           https://evil.example, 403",
    "basic,  same-origin, ours,                 201",
  })
  void anotherSiteCanChangeNothing(String kind, String site, String origin, int status) {
    java.util.ArrayList<String> headers = new java.util.ArrayList<>();
    headers.addAll(
        kind.equals("cookie")
            ? List.of("Cookie", server.cookie("recorder"))
            : List.of("Authorization", basic("recorder", PASSWORD)));
    if (!site.equals("-")) {
      headers.addAll(List.of("Sec-Fetch-Site", site));
    }
    if (!origin.equals("-")) {
      headers.addAll(List.of("Origin", origin.equals("ours") ? server.origin() : origin));
    }
    HttpResponse<String> answer =
        server.send("POST", "/test/add-detection", "{}", headers.toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void readingFromAnotherSiteIsNotRefusedButItsCookieNeverComesAlong() {
    HttpResponse<String> answer =
        server.get(
            "/test/read-heat",
            "Authorization",
            basic("planner", PASSWORD),
            "Origin",
            "https://evil.example");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  private java.util.Optional<String> challenge(String header, String value) {
    return server.get("/test/read-heat", header, value).headers().firstValue("WWW-Authenticate");
  }
}
