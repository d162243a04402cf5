package org.borderwatch.server.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.server.http.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code job}. */
final class JobRow implements RowMapper<Job> {
  @Override
  public Job map(ResultSet row, StatementContext context) throws SQLException {
    return new Job(
        order(row),
        Word.byCode(JobStatus.class, row.getString("status")).orElseThrow(),
        row.getInt("progress"),
        row.getString("message"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        made(row));
  }

  private static JobOrder order(ResultSet row) throws SQLException {
    return new JobOrder(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getString("requester"),
        row.getString("unit"),
        Json.tree(row.getString("inputs")),
        row.getString("media_type"),
        row.getString("response").equals("document"));
  }

  private static Job.Made made(ResultSet row) throws SQLException {
    String summary = row.getString("summary");
    return new Job.Made(
        row.getString("data_version"),
        row.getString("software_version"),
        row.getBoolean("synthetic"),
        summary == null ? null : Json.tree(summary),
        List.of((String[]) row.getArray("forms").getArray()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
