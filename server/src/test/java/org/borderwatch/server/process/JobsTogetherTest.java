package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several servers on one database, and what a restart leaves. */
@PostgisTest
class JobsTogetherTest {
  private final TestDatabase database;
  private final UUID id = UUID.randomUUID();
  private ProcessServer server;

  JobsTogetherTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void start() throws SQLException {
    database.asOwner("DELETE FROM borderwatch.job");
    server = new ProcessServer(database.database(), id, ProcessServer.LIMITS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aNeighbourSeesTheJobAndCancelsIt() {
    try (ProcessServer neighbour = new ProcessServer(database.database())) {
      String job = server.start("slow", "{}");
      JsonNode seen =
          Await.value(
              "seen", () -> neighbour.status(job), one -> one.path("progress").asInt() == 50);
      assertThat(seen.path("message").asText()).isEqualTo("Đang đợi / Holding on");
      HttpResponse<String> answer = neighbour.send("analyst", "DELETE", "/api/jobs/" + job, "");
      assertThat(answer.body()).contains("dismissed");
      Await.until("stopped", () -> server.jobs.live().find(UUID.fromString(job)).isEmpty());
      Await.until("written", () -> neighbour.status(job).has("finished"));
      assertThat(neighbour.status(job).path("status").asText()).isEqualTo("dismissed");
    }
  }

  @Test
  void aRestartSaysWhatItLeftAndLeavesTheNeighbours() {
    try (ProcessServer neighbour = new ProcessServer(database.database())) {
      String job = server.start("slow", "{}");
      String other = neighbour.start("slow", "{}");
      server.await(job, "running");
      neighbour.await(other, "running");
      server.close();
      server = new ProcessServer(database.database(), id, ProcessServer.LIMITS);
      JsonNode left = server.await(job, "failed");
      assertThat(left.path("message").asText()).endsWith("it can be started again.");
      assertThat(server.status(other).path("status").asText()).isEqualTo("running");
      String again =
          ProcessServer.json(server.send("analyst", "POST", "/api/jobs/" + job + "/restart", ""))
              .path("jobID")
              .asText();
      server.go.release();
      server.await(again, "successful");
    }
  }

  @Test
  void aKilledServersJobIsFoundWhenItStartsAgain() throws SQLException {
    UUID killed = UUID.randomUUID();
    UUID job = leftBy(killed, "0 seconds");
    assertThat(server.status(job.toString()).path("status").asText()).isEqualTo("running");
    try (ProcessServer again =
        new ProcessServer(database.database(), killed, ProcessServer.LIMITS)) {
      assertThat(again.status(job.toString()).path("status").asText()).isEqualTo("failed");
    }
  }

  @Test
  void aJobWhoseServerIsSilentIsLostButNeverALivingNeighbours() throws SQLException {
    UUID silent = leftBy(UUID.randomUUID(), "1 hour");
    String alive = server.start("slow", "{}");
    server.await(alive, "running");
    try (JobUpkeep upkeep =
        new JobUpkeep(
            database.database().promptJdbi(),
            Duration.ofSeconds(4),
            Duration.ofDays(90),
            Long.MAX_VALUE)) {
      JsonNode lost = server.await(silent.toString(), "failed");
      assertThat(lost.path("message").asText()).contains("gave no sign");
      assertThat(server.status(alive).path("status").asText()).isEqualTo("running");
    }
  }

  @Test
  void aJobThatWasTakenForLostComesBackWithItsHeartbeatAndItsResultCounts() throws SQLException {
    String job = server.start("slow", "{\"value\": 4}");
    server.await(job, "running");
    lose(job);
    server.await(job, "running");
    lose(job);
    server.go.release();
    JsonNode done = server.await(job, "successful");
    assertThat(done.at("/summary/value").asInt()).isEqualTo(4);
  }

  @Test
  void twentyAtOnceNeverHoldMoreThanTheBudget() {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      jobs.add(server.start("slow", "{\"megabytes\": 60, \"value\": " + i + "}"));
    }
    // Two of 60 MB don't fit into 100 MB, however many threads there are.
    Await.until("one runs", () -> server.jobs.analyses().queue().running() == 1);
    assertThat(server.jobs.analyses().queue().waiting()).isEqualTo(19);
    server.go.release();
    for (String job : jobs) {
      assertThat(server.jobs.analyses().queue().reserved())
          .isLessThanOrEqualTo(100 * TestProcess.MEGABYTE);
      server.await(job, "successful");
    }
    Await.until("all given back", () -> server.jobs.analyses().queue().reserved() == 0);
  }

  private UUID leftBy(UUID killed, String since) throws SQLException {
    UUID job = UUID.randomUUID();
    database.asOwner(
        "INSERT INTO borderwatch.job (id, type, status, requester, unit, server_id, started_at, heartbeat_at) VALUES ('"
            + job
            + "', 'slow', 'running', 'an', 'VN', '"
            + killed
            + "', now(), now() - interval '"
            + since
            + "')");
    return job;
  }

  private void lose(String job) throws SQLException {
    database.asOwner(
        "UPDATE borderwatch.job SET status = 'failed', lost = true, finished_at = now() WHERE id = '"
            + job
            + "'");
  }
}
