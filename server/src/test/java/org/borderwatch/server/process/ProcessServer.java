package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.access.Role;
import org.borderwatch.server.compute.Courtesy;
import org.borderwatch.server.config.ProcessLimits;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.HttpServer;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.jspecify.annotations.Nullable;

/** Processes and jobs over HTTP on a free port; who asks is told by a header. */
final class ProcessServer implements AutoCloseable {
  static final String PUBLIC_URL = "https://map.example.org";
  static final ProcessLimits LIMITS = limits(Duration.ofSeconds(30));

  /** Lets the process {@code slow} go on. */
  final Semaphore go = new Semaphore(0);

  /** Version of the data now. */
  volatile String dataVersion = "v1";

  final Courtesy courtesy = new Courtesy();
  final JobsApi jobs;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  static ProcessLimits limits(Duration syncLimit) {
    return new ProcessLimits(
        100 * TestProcess.MEGABYTE, 30, syncLimit, 1 << 20, Duration.ofDays(90), 1L << 30);
  }

  ProcessServer(Database database) {
    this(database, UUID.randomUUID(), LIMITS);
  }

  ProcessServer(Database database, UUID id, ProcessLimits limits) {
    this(database, id, limits, null);
  }

  /** The same with these processes, or with those made for tests. */
  ProcessServer(
      Database database, UUID id, ProcessLimits limits, @Nullable AnalysisProcesses offered) {
    RouteTable routes = new RouteTable(courtesy);
    AnalysisProcesses processes = offered != null ? offered : madeForTests();
    jobs =
        new JobsApi(
            database, new PublicUrl(() -> PUBLIC_URL), processes, limits, courtesy, id, "1.2.3");
    jobs.register(routes);
    server =
        new HttpServer(
            "127.0.0.1",
            0,
            routes,
            (ctx, route) -> {
              String[] who = String.valueOf(ctx.header("X-Who")).split(":");
              Role role = Role.valueOf(who[0].toUpperCase(Locale.ROOT));
              Set<String> units = Set.of(who.length > 1 ? who[1].split(",") : new String[] {"VN"});
              if (!role.may(route.permission())) {
                throw new NotAllowed("not for " + role.code());
              }
              String account = who.length > 2 ? who[2] : "test-" + role.code();
              String unit = who.length > 1 ? who[1].split(",")[0] : "VN";
              new Principal(account, role, unit, units).enter(ctx);
            },
            config -> {});
    server.start();
  }

  private AnalysisProcesses madeForTests() {
    return new AnalysisProcesses(
        List.of(
            TestProcess.quick(),
            TestProcess.slow(go),
            TestProcess.refusing(),
            TestProcess.broken()),
        () -> dataVersion);
  }

  HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Who", who)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("analyst", "GET", path, "", headers);
  }

  HttpResponse<String> run(String process, String body, String... headers) {
    return send("analyst", "POST", "/api/processes/" + process + "/execution", body, headers);
  }

  /** Starts it and gives the number of the job. */
  String start(String process, String inputs) {
    HttpResponse<String> created =
        run(process, "{\"inputs\": " + inputs + "}", "Prefer", "respond-async");
    if (created.statusCode() != 201) {
      throw new IllegalStateException(created.statusCode() + " " + created.body());
    }
    return json(created).path("jobID").asText();
  }

  JsonNode status(String job) {
    return json(get("/api/jobs/" + job));
  }

  /** Waits until the job is in that state, as the store has it too. */
  JsonNode await(String job, String status) {
    return Await.value(
        job + " is " + status, () -> status(job), it -> it.path("status").asText().equals(status));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body());
  }

  @Override
  public void close() {
    server.close();
    jobs.close();
  }
}
