package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Jobs in the whole app. */
@PostgisTest
class ResultAuditTest {
  private final TestDatabase database;

  ResultAuditTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void readingAResultAndAskingForOneAreWrittenDownAndAStatusIsNot() throws Exception {
    UUID job = UUID.randomUUID();
    try (RunningApp app = new RunningApp(database)) {
      database.asOwner(
          "INSERT INTO borderwatch.job (id, type, status, requester, unit, server_id, finished_at) VALUES ('"
              + job
              + "', 'hotspots', 'successful', 'admin', 'VN', gen_random_uuid(), now());"
              + "INSERT INTO borderwatch.job_result (job, media_type, packed, content, size) VALUES ('"
              + job
              + "', 'application/json', false, '{}', 2)");
      assertThat(send(app, "GET", "/api/jobs/" + job).statusCode()).isEqualTo(200);
      assertThat(send(app, "GET", "/api/jobs").body()).contains(job.toString());
      assertThat(audited()).isZero();
      assertThat(send(app, "GET", "/api/jobs/" + job + "/results").body()).isEqualTo("{}");
      assertThat(audited()).isEqualTo(1);
      send(app, "POST", "/api/processes/none/execution");
      assertThat(audited()).isEqualTo(2);
      assertThat(send(app, "GET", "/api").body())
          .contains("def/rel/ogc/1.0/processes", "def/rel/ogc/1.0/job-list");
      assertThat(send(app, "GET", "/metrics").body())
          .contains("borderwatch_jobs_waiting", "borderwatch_jobs_reserved_bytes");
    }
  }

  private long audited() {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM audit_event").mapTo(Long.class).one());
  }

  private static HttpResponse<String> send(RunningApp app, String method, String path)
      throws Exception {
    byte[] credential = ("admin:" + RunningApp.PASSWORD).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credential))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
