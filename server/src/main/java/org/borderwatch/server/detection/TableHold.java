package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the table of detections as it is until the end of a transaction. Whoever rewrites a table,
 * as many an ALTER does, leaves nothing in it for snapshots that are older, and moves its rows to
 * other pages.
 */
final class TableHold {
  private TableHold() {}

  /**
   * Waits for whoever rewrites the table now; others wait from then on. Rows are read and written
   * as ever.
   *
   * @param connection in a transaction that has seen nothing yet: its snapshot comes after the lock
   */
  static void take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE detection IN ACCESS SHARE MODE");
    }
  }
}
