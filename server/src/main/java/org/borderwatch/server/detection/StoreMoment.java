package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction saw of the store, to ask later what came since.
 *
 * @param incarnation which database it was, see {@link #incarnation}
 * @param snapshot its {@code pg_snapshot}
 * @param changeNo the newest change that it saw, null when there was none
 * @param xid the transaction of that change
 * @param version see {@link DataVersion}
 */
record StoreMoment(
    String incarnation,
    String snapshot,
    @Nullable Long changeNo,
    @Nullable String xid,
    String version) {
  private static final String MOMENT = SqlText.of(StoreMoment.class, "index_moment.sql");
  private static final String CONTINUES = SqlText.of(StoreMoment.class, "index_continues.sql");

  /** The moment of the transaction that {@code connection} is in. */
  static StoreMoment of(Connection connection, String incarnation) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MOMENT)) {
      row.next();
      String snapshot = row.getString("snapshot");
      long changeNo = row.getLong("change_no");
      return new StoreMoment(
          incarnation,
          snapshot,
          row.wasNull() ? null : changeNo,
          row.getString("xid"),
          DataVersion.seenBy(connection));
    }
  }

  /**
   * The same state of the data, seen by a later snapshot, that of {@code connection}. Its version
   * is the one that every reader says as soon as there is such a one, and stays until then.
   */
  StoreMoment seenAgain(Connection connection, String laterSnapshot) throws SQLException {
    String now = DataVersion.isSettled(version) ? version : DataVersion.seenBy(connection);
    String known = DataVersion.isSettled(now) ? now : version;
    return new StoreMoment(incarnation, laterSnapshot, changeNo, xid, known);
  }

  /**
   * Whether the database of {@code connection} is the one of this moment, grown since. It isn't
   * after a restore, nor when a copy of its files was put back.
   */
  boolean continuesIn(Connection connection, String incarnationNow) throws SQLException {
    if (!incarnation.equals(incarnationNow)) {
      return false;
    }
    try (PreparedStatement statement = connection.prepareStatement(CONTINUES)) {
      statement.setString(1, snapshot);
      statement.setObject(2, changeNo, Types.BIGINT);
      statement.setString(3, xid);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /**
   * Which database this is: the cluster, where it may be asked, and the number of the database in
   * it, which a restore doesn't keep. Stays for the life of a connection.
   */
  static String incarnation(Connection connection) throws SQLException {
    String database =
        ask(connection, "SELECT oid FROM pg_database WHERE datname = current_database()");
    String mayAsk =
        ask(connection, "SELECT has_function_privilege('pg_control_system()', 'execute')");
    return "t".equals(mayAsk)
        ? ask(connection, "SELECT system_identifier FROM pg_control_system()") + "/" + database
        : database;
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
