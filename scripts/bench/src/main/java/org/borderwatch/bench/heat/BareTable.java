package org.borderwatch.bench.heat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of detections without its indexes and keys, and the way back: they are made again as
 * the catalogue described them. All in one transaction, so that it is never seen bare.
 */
final class BareTable {
  /** Keys and references; what drops them and what makes them again. */
  private static final String CONSTRAINTS =
      """
      SELECT format('ALTER TABLE detection DROP CONSTRAINT %I', conname),
             format('ALTER TABLE detection ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
      FROM pg_constraint
      WHERE conrelid = 'detection'::regclass AND contype IN ('p', 'u', 'f')
      ORDER BY contype = 'f', conname
      """;

  /** Indexes that no constraint made. */
  private static final String INDEXES =
      """
      SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index
      WHERE indrelid = 'detection'::regclass
        AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = indexrelid)
      ORDER BY indexrelid
      """;

  private final Connection connection;
  private final List<String> remake;

  private BareTable(Connection connection, List<String> remake) {
    this.connection = connection;
    this.remake = remake;
  }

  static BareTable strip(Connection connection) throws SQLException {
    List<String> drop = new ArrayList<>();
    List<String> remake = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String question : List.of(CONSTRAINTS, INDEXES)) {
        try (ResultSet row = statement.executeQuery(question)) {
          while (row.next()) {
            drop.add(row.getString(1));
            remake.add(row.getString(2));
          }
        }
      }
      for (String sql : drop) {
        statement.execute(sql);
      }
    }
    return new BareTable(connection, remake);
  }

  void restore() throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : remake) {
        LoadDetections.timed(
            sql.substring(0, Math.min(60, sql.length())), () -> statement.execute(sql));
      }
    }
  }
}
