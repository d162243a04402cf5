package org.borderwatch.server.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.server.database.SqlText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code job}. Thread-safe. */
public final class JobRepository {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADD = SqlText.of(JobRepository.class, "add_job.sql");
  private static final String FIND = SqlText.of(JobRepository.class, "find_job.sql");
  private static final String FINISH = SqlText.of(JobRepository.class, "finish_job.sql");
  private static final String FAIL_LEFT = SqlText.of(JobRepository.class, "fail_left_jobs.sql");

  private final Jdbi jdbi;
  private final UUID server;

  /**
   * The jobs as one server sees them.
   *
   * @param server the server that runs what is added here
   */
  public JobRepository(Jdbi jdbi, UUID server) {
    this.jdbi = jdbi;
    this.server = server;
  }

  /** Adds a job that waits to be run. */
  public void add(UUID id, String type, String requester, String unit, JsonNode inputs) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("id", id)
                .bind("type", type)
                .bind("requester", requester)
                .bind("unit", unit)
                .bind("inputs", inputs.toString())
                .bind("server", server)
                .execute());
  }

  /** It runs now. */
  public void start(UUID id) {
    update(
        "UPDATE job SET status = 'running', started_at = now(), heartbeat_at = now() WHERE id = ?",
        id);
  }

  /** It is alive, and so far. */
  public void beat(UUID id, int percent) {
    update("UPDATE job SET progress = ?, heartbeat_at = now() WHERE id = ?", percent, id);
  }

  /** It ended. A job that has ended already stays as it is. */
  public void finish(UUID id, JobStatus status, String message, @Nullable JsonNode result) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FINISH)
                .bind("id", id)
                .bind("status", status.code())
                .bind("message", message)
                .bind("result", result == null ? null : result.toString())
                .execute());
  }

  /** Forgets a job and its result. */
  public void remove(UUID id) {
    update("DELETE FROM job WHERE id = ?", id);
  }

  public Optional<Job> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(FIND).bind("id", id).map((row, context) -> job(row)).findOne());
  }

  /** Says of every job that this server left unfinished that it failed. Only when it starts. */
  public int failLeft() {
    return jdbi.withHandle(
        handle -> handle.createUpdate(FAIL_LEFT).bind("server", server).execute());
  }

  private void update(String sql, Object... values) {
    jdbi.useHandle(handle -> handle.execute(sql, values));
  }

  private static Job job(ResultSet row) throws SQLException {
    String status = row.getString("status");
    String result = row.getString("result");
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("type"),
        Word.byCode(JobStatus.class, status).orElseThrow(),
        row.getInt("progress"),
        row.getString("message"),
        row.getString("requester"),
        row.getString("unit"),
        json(row.getString("inputs")),
        result == null ? null : json(result),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL keeps JSON", e);
    }
  }
}
