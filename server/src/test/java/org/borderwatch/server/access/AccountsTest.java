package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.basic;
import static org.borderwatch.server.access.TestClient.json;
import static org.borderwatch.server.access.TestClient.tree;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class AccountsTest {
  private AccessServer running;
  private TestClient server;
  private Accounts accounts;
  private AccountRepository repository;

  @BeforeAll
  void start(Database database) {
    AccessServer.fill(database);
    running = new AccessServer(database, null, Clock.systemUTC());
    server = running.client();
    accounts = new Accounts(database.jdbi());
    repository = new AccountRepository(database.jdbi());
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void anAccountSeesItsUnitAndAllBelow() {
    assertThat(repository.find("admin").orElseThrow().units())
        .containsExactlyInAnyOrder("VN", "VN-09", "LS-01");
    assertThat(repository.find("recorder").orElseThrow().units())
        .containsExactlyInAnyOrder("VN-09", "LS-01");
  }

  @Test
  void theLastAdminCanNeitherGoNorBeDisabledNorBecomeAnything() {
    assertThatThrownBy(() -> accounts.remove("admin")).isInstanceOf(ApiException.Conflict.class);
    assertThatThrownBy(() -> accounts.change("admin", Role.ADMIN, "VN", true, null))
        .isInstanceOf(ApiException.Conflict.class);
    assertThatThrownBy(() -> accounts.change("admin", Role.ANALYST, "VN", false, null))
        .isInstanceOf(ApiException.Conflict.class)
        .hasMessageContaining("last admin");
    accounts.add("second", Role.ADMIN, "VN", null, "admin");
    accounts.change("second", Role.ADMIN, "VN", true, null);
    assertThatThrownBy(() -> accounts.remove("admin")).isInstanceOf(ApiException.Conflict.class);
    accounts.remove("second");
  }

  @Test
  void aChangeWithABadPasswordChangesNothing() {
    accounts.add("half", Role.PLANNER, "VN", null, "admin");
    assertThatThrownBy(() -> accounts.change("half", Role.ANALYST, "VN-09", false, "short"))
        .isInstanceOf(ApiException.BadBody.class);
    assertThat(repository.find("half").orElseThrow().role()).isEqualTo(Role.PLANNER);
    accounts.change("half", Role.ANALYST, "VN-09", false, PASSWORD);
    assertThat(repository.find("half").orElseThrow().role()).isEqualTo(Role.ANALYST);
    assertThat(repository.find("half").orElseThrow().mustChange()).isTrue();
    accounts.remove("half");
  }

  @Test
  void whoBecomesADeviceIsSignedOut() {
    accounts.add("soon.device", Role.RECORDER, "VN", PASSWORD, "admin");
    String cookie = server.cookie("soon.device");
    accounts.change("soon.device", Role.DEVICE, "VN", false, null);
    assertThat(tree(server.get("/api/session", "Cookie", cookie)).path("signedIn").asBoolean())
        .isFalse();
    accounts.remove("soon.device");
  }

  @Test
  void anotherFirstAccountIsNeverMade(Database database) {
    assertThat(FirstAccount.make(database.jdbi(), null)).isEmpty();
    assertThat(repository.find("admin").orElseThrow().mustChange()).isFalse();
  }

  @Test
  void overHttpAnAdminMakesChangesAndRemovesAnAccount() {
    String admin = basic("admin", PASSWORD);
    Map<String, String> wanted = Map.of("name", "lan.anh", "role", "recorder", "unit", "LS-01");
    HttpResponse<String> made =
        server.send("POST", "/api/accounts", json(wanted), "Authorization", admin);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location")).contains("/api/accounts/lan.anh");
    String oneTime = tree(made).path("oneTimePassword").asText();
    assertThat(tree(server.signIn("lan.anh", oneTime)).path("passwordExpired").asBoolean())
        .isTrue();
    assertThat(
            server.send("POST", "/api/accounts", json(wanted), "Authorization", admin).statusCode())
        .isEqualTo(409);
    HttpResponse<String> changed =
        server.send(
            "PUT",
            "/api/accounts/lan.anh",
            json(Map.of("role", "commander", "unit", "VN-09", "resetPassword", true)),
            "Authorization",
            admin);
    assertThat(tree(changed).path("role").asText()).isEqualTo("commander");
    assertThat(tree(changed).path("oneTimePassword").asText()).isNotBlank().isNotEqualTo(oneTime);
    assertThat(server.get("/api/accounts", "Authorization", admin).body())
        .contains("lan.anh")
        .doesNotContain("argon2", oneTime);
    assertThat(
            server
                .send("DELETE", "/api/accounts/lan.anh", null, "Authorization", admin)
                .statusCode())
        .isEqualTo(204);
    assertThat(
            server
                .send("DELETE", "/api/accounts/lan.anh", null, "Authorization", admin)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsWrongWithAnAccountIsSaidByField() {
    assertThatThrownBy(() -> accounts.add("Lan Anh", Role.PLANNER, "VN", null, "admin"))
        .hasMessageContaining("name");
    assertThatThrownBy(() -> accounts.add("lan", Role.PLANNER, "XX-99", null, "admin"))
        .hasMessageContaining("XX-99");
    assertThatThrownBy(() -> accounts.add("lan", Role.PLANNER, "VN", "too short", "admin"))
        .hasMessageContaining("9 characters");
    assertThatThrownBy(() -> accounts.add("lan", Role.DEVICE, "VN", PASSWORD, "admin"))
        .hasMessageContaining("token");
  }
}
