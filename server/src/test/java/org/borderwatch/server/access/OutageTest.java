package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.basic;
import static org.borderwatch.server.access.TestClient.json;
import static org.borderwatch.server.access.TestClient.tree;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.DatabaseLine;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what while the database is gone, or hangs and says nothing. */
@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class OutageTest {
  private static final Duration NO_LONGER_FRESH = Duration.ofMinutes(6);
  private static final int EVERY_THREAD = 40;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private DatabaseLine line;
  private Database database;
  private AccessServer running;
  private TestClient server;

  @BeforeAll
  void start(TestDatabase test) {
    AccessServer.fill(test.database());
    line = DatabaseLine.to(test.database().address());
    database = new Database(line.address(), null, 4);
    running = new AccessServer(database, null, clock);
    server = running.client();
  }

  @AfterAll
  void stop() throws Exception {
    running.close();
    database.close();
    line.close();
  }

  @BeforeEach
  void mend() {
    line.mend();
    awaitDatabase();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "hold"})
  void whoWasLetInGoesOnReadingAndChangesNothing(String how) {
    List<String[]> credentials =
        List.of(
            new String[] {"Cookie", server.cookie("analyst"), "Origin", server.origin()},
            new String[] {"Authorization", token("analyst")},
            new String[] {"Authorization", basic("analyst", PASSWORD)});
    for (String[] credential : credentials) {
      assertThat(status("GET", "/test/read-heat", credential)).isEqualTo(200);
    }
    lose(how);
    clock.forward(NO_LONGER_FRESH);
    for (String[] credential : credentials) {
      assertThat(status("GET", "/test/read-heat", credential)).isEqualTo(200);
      assertThat(status("GET", "/test/read-layers", credential)).isEqualTo(200);
      assertThat(tree(server.get("/api/session", credential)).path("account").asText())
          .isEqualTo("analyst");
      assertThat(status("GET", "/test/manage-accounts", credential)).isEqualTo(403);
      assertThat(status("GET", "/test/read-detections", credential)).isEqualTo(503);
      HttpResponse<String> write = server.send("POST", "/test/read-heat", "{}", credential);
      assertThat(write.statusCode()).isEqualTo(503);
      assertThat(tree(write).path("type").asText()).isEqualTo("/problems/database-away");
      assertThat(write.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "hold"})
  void everythingWorksAgainByItselfOnceTheDatabaseIsBack(String how) {
    String[] cookie = {"Cookie", server.cookie("recorder"), "Origin", server.origin()};
    assertThat(status("POST", "/test/add-detection", cookie)).isEqualTo(201);
    lose(how);
    clock.forward(NO_LONGER_FRESH);
    assertThat(status("POST", "/test/add-detection", cookie)).isEqualTo(503);
    line.mend();
    awaitDatabase();
    assertThat(status("POST", "/test/add-detection", cookie)).isEqualTo(201);
    assertThat(status("GET", "/test/read-detections", cookie)).isEqualTo(200);
  }

  @Test
  void halfAnHourWithoutADatabaseIsEnough() {
    String[] cookie = {"Cookie", server.cookie("planner")};
    assertThat(status("GET", "/test/read-heat", cookie)).isEqualTo(200);
    lose("cut");
    clock.forward(Duration.ofMinutes(29));
    assertThat(status("GET", "/test/read-heat", cookie)).isEqualTo(200);
    clock.forward(Duration.ofMinutes(2));
    assertThat(status("GET", "/test/read-heat", cookie)).isEqualTo(503);
  }

  @Test
  void whoIsNotKnownIsToldThatNobodyCanTell() {
    lose("cut");
    assertThat(status("GET", "/test/read-heat", "Cookie", "borderwatch-session=other"))
        .isEqualTo(503);
    assertThat(status("GET", "/test/read-heat", "Authorization", basic("planner", "guess")))
        .isEqualTo(503);
    assertThat(server.signIn("planner", PASSWORD).statusCode()).isEqualTo(503);
    assertThat(status("GET", "/test/read-heat")).isEqualTo(401);
    assertThat(tree(server.get("/api/session")).path("signedIn").asBoolean()).isFalse();
  }

  @Test
  void whoSignedOutBeforeIsNotRemembered() {
    String[] cookie = {"Cookie", server.cookie("planner"), "Origin", server.origin()};
    assertThat(status("GET", "/test/read-heat", cookie)).isEqualTo(200);
    assertThat(status("DELETE", "/api/session", cookie)).isEqualTo(204);
    lose("cut");
    assertThat(status("GET", "/test/read-heat", cookie)).isEqualTo(503);
  }

  @Test
  void whoWasShutOutBeforeIsNotRemembered() {
    String admin = basic("admin", PASSWORD);
    String gis = basic("commander", PASSWORD);
    assertThat(status("GET", "/test/read-heat", "Authorization", gis)).isEqualTo(200);
    Map<String, Object> shutOut = Map.of("role", "commander", "unit", "VN", "disabled", true);
    String account = "/api/accounts/commander";
    assertThat(server.send("PUT", account, json(shutOut), "Authorization", admin).statusCode())
        .isEqualTo(200);
    lose("cut");
    assertThat(status("GET", "/test/read-heat", "Authorization", gis)).isEqualTo(503);
  }

  @Test
  void nobodyWaitsInLineForADatabaseThatHangs() throws Exception {
    String[] cookie = {"Cookie", server.cookie("planner")};
    assertThat(status("GET", "/test/read-heat", cookie)).isEqualTo(200);
    lose("hold");
    clock.forward(NO_LONGER_FRESH);
    assertThat(readAtOnce(cookie)).as("when it is noticed").isLessThan(Duration.ofSeconds(5));
    assertThat(readAtOnce(cookie)).as("afterwards").isLessThan(Duration.ofMillis(1500));
  }

  private Duration readAtOnce(String[] credential) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(EVERY_THREAD);
    long began = System.nanoTime();
    try {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, EVERY_THREAD)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> status("GET", "/test/read-heat", credential), callers))
              .toList();
      for (CompletableFuture<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
      return Duration.ofNanos(System.nanoTime() - began);
    } finally {
      callers.shutdown();
    }
  }

  private void lose(String how) {
    if (how.equals("cut")) {
      line.cut();
    } else {
      line.hold();
    }
  }

  private void awaitDatabase() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String nobody = basic("nobody", "nothing");
    while (status("GET", "/api/session", "Authorization", nobody) == 503) {
      assertThat(System.nanoTime()).as("the database stays away").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private String token(String account) {
    return "Bearer "
        + tree(server.send(
                "POST",
                "/api/accounts/" + account + "/tokens",
                json(Map.of("label", "Map", "days", 3)),
                "Authorization",
                basic("admin", PASSWORD)))
            .path("token")
            .asText();
  }

  private int status(String method, String path, String... headers) {
    return server.send(method, path, method.equals("GET") ? null : "{}", headers).statusCode();
  }
}
