package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.basic;
import static org.borderwatch.server.access.TestClient.json;
import static org.borderwatch.server.access.TestClient.tree;

import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.borderwatch.server.http.Route;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every route of the whole app with every role, and with nobody, over real HTTP. */
@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class RoleWalkTest {
  private static final Map<String, String> PATH_VALUES =
      Map.of(
          "{z}", "9",
          "{code}", "cases",
          "{row}", "222",
          "{col}", "407",
          "{name}", "nobody-of-this-name",
          "{id}", "00000000-0000-4000-8000-000000000000",
          "{featureId}", "00000000-0000-4000-8000-000000000000");

  private final Map<String, List<Boolean>> matrix = RoleMatrix.read();
  private final Map<String, String> authorizations = new HashMap<>();
  private RunningApp app;
  private TestClient client;

  @BeforeAll
  void start(TestDatabase database) {
    app = new RunningApp(database);
    client = new TestClient(app.port());
    String admin = basic("admin", PASSWORD);
    authorizations.put("admin", admin);
    for (Role role : Role.values()) {
      if (role != Role.ADMIN) {
        authorizations.put(role.code(), authorization(role, admin));
      }
    }
  }

  @AfterAll
  void stop() {
    app.close();
  }

  @Test
  void everyRouteHasItsRowAndEveryRowItsRoute() {
    Stream<String> routes = app.routes().routes().stream().map(this::key);
    assertThat(routes.toList()).containsExactlyInAnyOrderElementsOf(matrix.keySet());
  }

  @TestFactory
  Stream<DynamicTest> everyRouteLetsInWhoMayAndNobodyElse() {
    return app.routes().routes().stream()
        .map(route -> DynamicTest.dynamicTest(key(route), () -> walk(route)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api/collections/secrets/items", "/.git/config", "/x"})
  void anUnknownAddressIsRefusedToNobodyAndMissingToAnAccount(String path) {
    assertThat(client.get(path).statusCode()).isEqualTo(401);
    assertThat(client.get(path, "Authorization", authorizations.get("planner")).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/js/../../org/borderwatch/server/access/account-read.sql",
        "/assets/js/%2e%2e/%2e%2e/migration/V001__store.sql",
        "/assets/index.html",
        "/assets/css",
        "/webjars/leaflet/1.9.4/dist/../package.json",
      })
  void thePagesFilesLeadNowhereElse(String path) {
    assertThat(client.get(path).statusCode()).isIn(400, 401, 404);
  }

  @Test
  void aCookieATokenAndBasicLetTheSameAccountIn() {
    String token = token("analyst", authorizations.get("admin"));
    assertThat(client.get("/api/summary/extent", "Authorization", token).statusCode())
        .isEqualTo(200);
    assertThat(client.get("/api/summary/extent", "Cookie", client.cookie("analyst")).statusCode())
        .isEqualTo(200);
    assertThat(
            client
                .get("/api/summary/extent", "Authorization", basic("analyst", PASSWORD))
                .statusCode())
        .isEqualTo(200);
  }

  private void walk(Route route) {
    List<Boolean> expected = matrix.getOrDefault(key(route), List.of());
    assertThat(expected).as("row of " + key(route)).isNotEmpty();
    for (int i = 0; i < RoleMatrix.CALLERS.size(); i++) {
      String caller = RoleMatrix.CALLERS.get(i);
      check(route.method().name(), route, caller, expected.get(i));
      if (route.method() == HandlerType.GET) {
        check("HEAD", route, caller, expected.get(i));
      }
    }
  }

  private void check(String method, Route route, String caller, boolean getsIn) {
    int status = send(method, route, caller).statusCode();
    String what = method + " " + route.path() + " as " + caller;
    if (getsIn) {
      assertThat(status).as(what).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(status).as(what).isEqualTo(caller.equals("nobody") ? 401 : 403);
    }
  }

  /** A request that is let in or refused at the gate; what it asks for makes little sense. */
  private HttpResponse<String> send(String method, Route route, String caller) {
    String path = route.path();
    for (Map.Entry<String, String> value : PATH_VALUES.entrySet()) {
      path = path.replace(value.getKey(), value.getValue());
    }
    path = path.replace("<path>", path.contains("leaflet") ? "leaflet.css" : "js/main.js");
    String body = method.equals("POST") || method.equals("PUT") ? "{}" : null;
    String authorization = authorizations.get(caller);
    return authorization == null
        ? client.send(method, path, body)
        : client.send(method, path, body, "Authorization", authorization);
  }

  private String key(Route route) {
    return route.method().name() + " " + route.path();
  }

  private String authorization(Role role, String admin) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("name", role.code());
    wanted.put("role", role.code());
    wanted.put("unit", "VN");
    HttpResponse<String> made =
        client.send("POST", "/api/accounts", json(wanted), "Authorization", admin);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    if (role == Role.DEVICE) {
      return token(role.code(), admin);
    }
    String oneTime = basic(role.code(), tree(made).path("oneTimePassword").asText());
    HttpResponse<String> changed =
        client.send(
            "POST",
            "/api/session/password",
            json(Map.of("old", tree(made).path("oneTimePassword").asText(), "new", PASSWORD)),
            "Authorization",
            oneTime);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    return basic(role.code(), PASSWORD);
  }

  private String token(String account, String admin) {
    HttpResponse<String> made =
        client.send(
            "POST",
            "/api/accounts/" + account + "/tokens",
            json(Map.of("label", "walk")),
            "Authorization",
            admin);
    return "Bearer " + tree(made).path("token").asText();
  }
}
