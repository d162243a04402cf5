package org.borderwatch.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.borderwatch.server.database.Migration;
import org.borderwatch.server.database.SqlText;

/**
 * What a table holds, whatever the order of its rows.
 *
 * @param rows how many
 * @param sum of a 64 bit hash of each row as text; equal tables have equal sums
 */
public record TableContents(long rows, String sum) {

  /** Every table of the schema by name. Reads each row once: about a million rows a second. */
  public static Map<String, TableContents> ofAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // A row as text must look the same whoever asks.
      statement.execute(
          "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'iso_8601';"
              + " SET extra_float_digits = 1; SET bytea_output = 'hex'");
    }
    Map<String, TableContents> all = new TreeMap<>();
    for (String table : tables(connection)) {
      all.put(table, of(connection, table));
    }
    return all;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(SqlText.of(TableContents.class, "tables.sql"))) {
      statement.setString(1, Migration.SCHEMA);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
    }
    return tables;
  }

  private static TableContents of(Connection connection, String table) throws SQLException {
    // The name comes from the catalogue and is quoted.
    String quoted = '"' + table.replace("\"", "\"\"") + '"';
    String sql = SqlText.of(TableContents.class, "table-contents.sql").formatted(quoted);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new TableContents(row.getLong(1), row.getString(2));
    }
  }
}
