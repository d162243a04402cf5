package org.borderwatch.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.HealthEndpoints;
import org.borderwatch.server.http.HttpServer;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RequestMetrics;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.http.SecurityHeaders;

/** Access over real HTTP, with one small route to read and to write for each permission. */
final class AccessServer implements AutoCloseable {
  static final String PASSWORD = "trăng sáng trên đèo Mẫu Sơn";

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String publicUrl;

  AccessServer(Database database, String publicUrl, Clock clock) {
    this.publicUrl = publicUrl;
    Access access = new Access(database.jdbi(), publicUrl, "test", clock);
    RouteTable routes = new RouteTable();
    access.addTo(routes);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new HealthEndpoints(database.jdbi(), registry).addTo(routes);
    for (Permission permission : Permission.values()) {
      String path = "/test/" + permission.code();
      QueryParameters known = QueryParameters.of("bbox", "direction");
      routes.get(path, permission, known, "Reads", ctx -> AuditMark.rows(ctx, 7));
      routes.post(path, permission, known, "Writes", ctx -> ctx.status(201));
    }
    this.server =
        new HttpServer(
            "127.0.0.1",
            0,
            routes,
            access.gate(),
            config -> {
              new SecurityHeaders(publicUrl).install(config.routes);
              access.install(config.routes);
              new RequestMetrics(registry).install(config);
            });
    server.start();
  }

  /** One account for each role, all with {@link #PASSWORD}, and units VN, VN-09 and LS-01. */
  static void fill(Database database) {
    FirstAccount.make(database.jdbi(), PASSWORD);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO unit (code, name_vi, name_en, kind, parent) VALUES"
                        + " ('VN-09', 'Lạng Sơn', 'Lang Son', 'province', 'VN'),"
                        + " ('LS-01', 'Đồn 1', 'Station 1', 'station', 'VN-09')"));
    Accounts accounts = new Accounts(database.jdbi());
    for (Role role : Role.values()) {
      if (role == Role.ADMIN) {
        continue;
      }
      accounts.add(
          role.code(), role, "VN-09", role == Role.DEVICE ? null : PASSWORD, FirstAccount.NAME);
    }
    database.jdbi().useHandle(handle -> handle.execute("UPDATE account SET must_change = false"));
  }

  String origin() {
    return publicUrl != null ? publicUrl : "http://127.0.0.1:" + server.port();
  }

  /** Sends a request; {@code headers} are names and values in turn. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Signs in as the page does. */
  HttpResponse<String> signIn(String account, String password) {
    return send(
        "POST",
        "/api/session",
        json(Map.of("account", account, "password", password)),
        "Origin",
        origin(),
        "Sec-Fetch-Site",
        "same-origin");
  }

  /** Signs in and returns the value of a header Cookie. */
  String cookie(String account) {
    return cookieOf(signIn(account, PASSWORD));
  }

  static String cookieOf(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  static String basic(String account, String password) {
    byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static JsonNode tree(HttpResponse<String> answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
