package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.DatabaseLine;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs while the database is away or its disk is full. */
@PostgisTest
class JobsInTroubleTest {
  private final TestDatabase database;

  JobsInTroubleTest(TestDatabase database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "hold"})
  void aResultSurvivesADatabaseThatIsAwayWhenTheJobEnds(String how) throws Exception {
    try (DatabaseLine line = DatabaseLine.to(database.administrator());
        Database away = new Database(line.address(), null, 6);
        ProcessServer server = new ProcessServer(away)) {
      String job = server.start("slow", "{\"value\": 6}");
      String next = server.start("slow", "{\"value\": 7}");
      server.await(job, "running");
      if (how.equals("cut")) {
        line.cut();
      } else {
        line.hold();
      }
      server.go.release();
      // It is done, and not forgotten: only the store doesn't know yet.
      Await.until("computed", () -> fraction(server, job) >= 0.9);
      assertThat(server.jobs.live().find(UUID.fromString(job))).isPresent();
      line.mend();
      JsonNode done = server.await(job, "successful");
      assertThat(done.at("/summary/value").asInt()).isEqualTo(6);
      server.await(next, "successful");
    }
  }

  private static double fraction(ProcessServer server, String job) {
    return server
        .jobs
        .live()
        .find(UUID.fromString(job))
        .map(LiveJobs.LiveJob::fraction)
        .orElse(0.0);
  }

  @Test
  void aFullDiskFailsTheJobWithTheRemedyAndTheNextOneGoesWell() throws SQLException {
    try (ProcessServer server = new ProcessServer(database.database())) {
      database.asOwner(
          """
          CREATE FUNCTION borderwatch.no_room() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
          CREATE TRIGGER no_room BEFORE INSERT ON borderwatch.job_result EXECUTE FUNCTION borderwatch.no_room();
          """);
      JsonNode failed = server.await(server.start("quick", "{}"), "failed");
      assertThat(failed.path("message").asText()).contains("The disk of the database is full");
      database.asOwner("DROP TRIGGER no_room ON borderwatch.job_result");
      server.await(server.start("quick", "{}"), "successful");
    }
  }

  @Test
  void whatIsOldOrTakesTooMuchRoomIsForgotten() throws SQLException {
    try (ProcessServer server = new ProcessServer(database.database())) {
      String old = server.start("quick", "{}");
      server.await(old, "successful");
      database.asOwner(
          "UPDATE borderwatch.job SET finished_at = now() - interval '91 days' WHERE id = '"
              + old
              + "'");
      String first = server.start("quick", "{}");
      server.await(first, "successful");
      String second = server.start("quick", "{}");
      server.await(second, "successful");

      try (JobUpkeep upkeep = upkeep(packedBytes(second) + 1)) {
        upkeep.tidy();
      }
      assertThat(server.get("/api/jobs/" + old).statusCode()).isEqualTo(404);
      assertThat(server.get("/api/jobs/" + second + "/results").statusCode()).isEqualTo(200);
      assertThat(server.get("/api/jobs/" + first + "/results").body()).contains("make room");
      assertThat(server.status(first).path("status").asText()).isEqualTo("successful");
    }
  }

  private JobUpkeep upkeep(long resultBytes) {
    return new JobUpkeep(
        database.database().promptJdbi(), JobUpkeep.SILENCE, Duration.ofDays(90), resultBytes);
  }

  private long packedBytes(String job) {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT sum(octet_length(content)) FROM job_result WHERE job = :job")
                    .bind("job", UUID.fromString(job))
                    .mapTo(Long.class)
                    .one());
  }
}
