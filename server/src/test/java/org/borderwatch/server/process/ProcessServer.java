package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.borderwatch.server.compute.Courtesy;
import org.borderwatch.server.config.ProcessLimits;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.testing.ServedRoutes;
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
  private final ServedRoutes server;

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
    server = new ServedRoutes(routes);
  }

  private AnalysisProcesses madeForTests() {
    return new AnalysisProcesses(
        List.of(
            TestProcess.quick(),
            TestProcess.slow(go),
            TestProcess.refusing(),
            TestProcess.keeping(),
            TestProcess.broken()),
        () -> Set.of(dataVersion));
  }

  HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) {
    return server.send(
        HttpResponse.BodyHandlers.ofString(), who, method, path, "application/json", body, headers);
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
