package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Runs a binary COPY to here, row by row, in the transaction of a connection. */
public final class CopyRows {
  private CopyRows() {}

  /** Takes rows, one after the other. */
  @FunctionalInterface
  public interface Sink {
    void row(CopyRow row);
  }

  /** COPY takes no bound values, so they go in as settings of the transaction. */
  public static void set(Connection connection, String setting, String value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config(?, ?, true)")) {
      statement.setString(1, setting);
      statement.setString(2, value);
      statement.execute();
    }
  }

  /** Gives each row of {@code copy}, which has so many fields, to {@code sink}. */
  public static void read(Connection connection, String copy, int fields, Sink sink)
      throws SQLException {
    CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
    try {
      CopyRow row = new CopyRow();
      for (byte[] message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
        if (row.begin(message, fields)) {
          sink.row(row);
        }
      }
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }
}
