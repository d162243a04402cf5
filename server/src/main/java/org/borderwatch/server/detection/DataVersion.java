package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.server.database.Database;

/**
 * A word that changes when what is visible of the detections changes, for ETags and results.
 *
 * <p>The newest transaction that changed a detection says it all as long as no older one is still
 * running; otherwise the snapshot is added, because a lower number may become visible later. The
 * number of the database follows, because a restore begins another one that counts again.
 */
public final class DataVersion {
  /** Comes before what is added of the snapshot. */
  private static final char UNSETTLED = '-';

  private final Database database;

  public DataVersion(Database database) {
    this.database = database;
  }

  /** The version that a statement started now sees. */
  public String current() throws SQLException {
    try (Connection connection = database.connection()) {
      return seenBy(connection);
    }
  }

  /** Whether every reader of the same data says this version: no older transaction was running. */
  static boolean isSettled(String version) {
    return version.indexOf(UNSETTLED) < 0;
  }

  /** The version that the transaction of {@code connection} sees. */
  static String seenBy(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        // Served by detection_change_xid_idx.
        ResultSet row =
            statement.executeQuery(
                """
                SELECT coalesce(
                  (SELECT xid::text || CASE
                     WHEN pg_snapshot_xmin(pg_current_snapshot()) <= xid
                     THEN '-' || md5(pg_current_snapshot()::text) ELSE '' END
                     || '.' || (SELECT oid FROM pg_database WHERE datname = current_database())
                   FROM detection_change ORDER BY xid DESC LIMIT 1), '0')
                """)) {
      row.next();
      return row.getString(1);
    }
  }
}
