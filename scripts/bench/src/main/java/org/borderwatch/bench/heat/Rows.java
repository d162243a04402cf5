package org.borderwatch.bench.heat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Short questions to the database. */
final class Rows {
  private Rows() {}

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The only row of an answer. */
  static <T> T one(Connection connection, String sql, Reader<T> reader, Object... binds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.length; i++) {
        statement.setObject(i + 1, binds[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no row: " + sql);
        }
        return reader.read(row);
      }
    }
  }
}
