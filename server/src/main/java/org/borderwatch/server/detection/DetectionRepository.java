package org.borderwatch.server.detection;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.server.database.SqlPart;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code detection}. Every method works in the caller's transaction; those that change
 * something need {@link #changesBy} first, so that the history says who.
 */
public final class DetectionRepository {
  private static final String SELECT =
      SqlText.of(DetectionRepository.class, "detection_select.sql");
  private static final String EXTENT =
      SqlText.of(DetectionRepository.class, "detection_extent.sql");
  private static final String INSERT =
      SqlText.of(DetectionRepository.class, "detection_insert.sql");
  private static final String REPLACE =
      SqlText.of(DetectionRepository.class, "detection_replace.sql");
  private static final String DELETED =
      SqlText.of(DetectionRepository.class, "detection_deleted.sql");
  private static final String RESTORE =
      SqlText.of(DetectionRepository.class, "detection_restore.sql");

  /** Rows that the driver holds at a time. */
  private static final int FETCH_ROWS = 1_000;

  private final Connection connection;

  public DetectionRepository(Connection connection) {
    this.connection = connection;
  }

  /** Says in the history of this transaction that {@code account} makes the changes. */
  public void changesBy(String account) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('borderwatch.account', ?, true)")) {
      statement.setString(1, account);
      statement.execute();
    }
  }

  /** How many detections {@code filter} means. */
  public long count(DetectionFilter filter) throws SQLException {
    return count(filter, SqlPart.TRUE);
  }

  /** How many of them {@code more}, over {@code detection AS d}, means too. */
  public long count(DetectionFilter filter, SqlPart more) throws SQLException {
    SqlCondition condition = SqlCondition.of(filter);
    String where = condition.sql() + " AND (" + more.sql() + ")";
    String sql = "SELECT count(*) FROM detection AS d WHERE " + where;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      more.bind(statement, condition.bind(statement, 1));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * First and last time of all detections, ISO 8601 in UTC; two nulls when there are none. Both
   * ends of detection_observed_at_idx.
   */
  public List<@Nullable String> timeExtent() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EXTENT);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return Arrays.asList(row.getString(1), row.getString(2));
    }
  }

  /** Takes detections one by one; false stops. */
  @FunctionalInterface
  public interface Sink {
    boolean take(StoredDetection detection) throws IOException;
  }

  /**
   * Gives to {@code sink} the detections that {@code filter} means in the order of their row
   * numbers, at most {@code limit} of them, those after {@code afterRowNo} only. Needs a connection
   * without auto-commit to hold few rows at a time.
   */
  public void page(DetectionFilter filter, long afterRowNo, int limit, Sink sink)
      throws SQLException, IOException {
    page(filter, SqlPart.TRUE, afterRowNo, limit, sink);
  }

  /** The same of those that {@code more}, over {@code detection AS d}, means too. */
  public void page(DetectionFilter filter, SqlPart more, long afterRowNo, int limit, Sink sink)
      throws SQLException, IOException {
    SqlCondition condition = SqlCondition.of(filter);
    String where = "WHERE " + condition.sql() + " AND (" + more.sql() + ")";
    String order = " AND d.row_no > ? ORDER BY d.row_no LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(SELECT + where + order)) {
      int next = more.bind(statement, condition.bind(statement, 1));
      statement.setLong(next, afterRowNo);
      statement.setInt(next + 1, limit);
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && sink.take(StoredDetection.read(rows))) {
          // The sink did the work.
        }
      }
    }
  }

  public Optional<StoredDetection> find(UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + "WHERE d.id = ?")) {
      statement.setObject(1, id);
      return one(statement);
    }
  }

  /** The detection with the same station, source and reference: the same event. */
  public Optional<StoredDetection> findByKey(Detection seen) throws SQLException {
    String key = "WHERE d.station IS NOT DISTINCT FROM ? AND d.source = ? AND d.source_ref = ?";
    try (PreparedStatement statement = connection.prepareStatement(SELECT + key)) {
      statement.setString(1, seen.station());
      statement.setString(2, seen.source().code());
      statement.setString(3, seen.sourceRef());
      return one(statement);
    }
  }

  /** Stores a new detection; false when its id or its key is taken. */
  public boolean insert(UUID id, LocatedDetection located, boolean synthetic, String account)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      int next = located.bind(statement);
      statement.setObject(next, id);
      statement.setBoolean(next + 1, synthetic);
      statement.setString(next + 2, account);
      return statement.executeUpdate() == 1;
    }
  }

  /**
   * Replaces the content of the detection {@code id}; false when it has no longer that version, or
   * is gone.
   *
   * @throws SQLException with state 23505 when another detection has the new key
   */
  public boolean replace(UUID id, int version, LocatedDetection located) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      int next = located.bind(statement);
      statement.setObject(next, id);
      statement.setInt(next + 1, version);
      return statement.executeUpdate() == 1;
    }
  }

  /** Deletes the detection; false when it has no longer that version, or is gone. */
  public boolean delete(UUID id, int version) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM detection WHERE id = ? AND version = ?")) {
      statement.setObject(1, id);
      statement.setInt(2, version);
      return statement.executeUpdate() == 1;
    }
  }

  /**
   * A detection that was deleted.
   *
   * @param responsibleStation the station that answered for it
   */
  public record Deleted(Optional<String> responsibleStation) {}

  /** What the history says of a detection that was deleted; empty when it never was. */
  public Optional<Deleted> findDeleted(UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETED)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Deleted(Optional.ofNullable(row.getString(1))))
            : Optional.empty();
      }
    }
  }

  /** Puts a deleted detection back; false when its id or its key is taken again. */
  public boolean restore(UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
      statement.setObject(1, id);
      return statement.executeUpdate() == 1;
    }
  }

  private static Optional<StoredDetection> one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(StoredDetection.read(row)) : Optional.empty();
    }
  }
}
