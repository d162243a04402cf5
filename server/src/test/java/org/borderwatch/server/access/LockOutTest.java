package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.basic;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class LockOutTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private AccessServer running;
  private TestClient server;

  @BeforeAll
  void fill(Database database) {
    AccessServer.fill(database);
  }

  @BeforeEach
  void start(Database database) {
    running = new AccessServer(database, null, clock);
    server = running.client();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
    for (int i = 0; i < 5; i++) {
      assertThat(server.signIn("planner", "wrong password " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> tooEarly = server.signIn("planner", PASSWORD);
    assertThat(tooEarly.statusCode()).isEqualTo(429);
    long seconds = Long.parseLong(tooEarly.headers().firstValue("Retry-After").orElseThrow());
    assertThat(seconds).isBetween(1L, 5L);
    clock.forward(Duration.ofSeconds(seconds));
    assertThat(server.signIn("planner", PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void basicAndTheSignInPageAreSlowedTogether() {
    for (int i = 0; i < 3; i++) {
      server.signIn("analyst", "wrong password " + i);
      server.get("/test/read-heat", "Authorization", basic("analyst", "other password " + i));
    }
    assertThat(server.signIn("analyst", PASSWORD).statusCode()).isEqualTo(429);
    assertThat(
            server.get("/test/read-heat", "Authorization", basic("analyst", PASSWORD)).statusCode())
        .isEqualTo(429);
  }

  @Test
  void aNameThatNobodyHasIsSlowedLikeAnyOther() {
    for (int i = 0; i < 5; i++) {
      server.signIn("nobody-has-this", "wrong password " + i);
    }
    assertThat(server.signIn("nobody-has-this", "again").statusCode()).isEqualTo(429);
  }

  @Test
  void aSessionGoesOnWhileOthersGuess() {
    String cookie = server.cookie("commander");
    for (int i = 0; i < 7; i++) {
      server.signIn("commander", "wrong password " + i);
    }
    assertThat(server.get("/test/read-heat", "Cookie", cookie).statusCode()).isEqualTo(200);
  }

  @Test
  void theOldPasswordCannotBeGuessedThroughTheChangeOfPassword() {
    String cookie = server.cookie("recorder");
    int last = 0;
    for (int i = 0; i < 6; i++) {
      last =
          server
              .send(
                  "POST",
                  "/api/session/password",
                  TestClient.json(
                      java.util.Map.of("old", "guess " + i, "new", "bốn con trâu trắng")),
                  "Cookie",
                  cookie,
                  "Origin",
                  server.origin())
              .statusCode();
    }
    assertThat(last).isEqualTo(429);
  }
}
