package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Undoes what a transaction did, on the way out of one that failed. */
public final class Undo {
  private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

  private Undo() {}

  /**
   * Rolls back. Where the connection is lost there is nothing left to undo, and that it is lost
   * must not hide why.
   */
  public static void on(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      LOG.debug("Nothing to undo: {}", lost.getMessage());
    }
  }
}
