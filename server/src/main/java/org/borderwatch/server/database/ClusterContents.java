package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The roles and the database that belong into a private cluster. Looks at each first, so a start
 * after a crash in the middle of the first one completes what is missing.
 */
final class ClusterContents {
  /** The name of the administrator's role, as {@code initdb} makes it. */
  static final String ADMINISTRATOR = "postgres";

  /** The one database. */
  static final String DATABASE = "borderwatch";

  private ClusterContents() {}

  static void complete(DatabaseAddress administrator, ClusterPasswords passwords)
      throws SQLException {
    try (Connection connection = administrator.connect()) {
      role(connection, Roles.OWNER, passwords.owner());
      role(connection, Roles.SERVER, passwords.server());
      if (!yes(
          connection, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'borderwatch')")) {
        execute(
            connection, "CREATE DATABASE borderwatch OWNER borderwatch_owner TEMPLATE template0");
      }
    }
    addPostgis(administrator.in(DATABASE));
  }

  /** PostGIS in one database, for which only the administrator has the right. */
  static void addPostgis(DatabaseAddress administrator) throws SQLException {
    try (Connection connection = administrator.connect()) {
      if (DatabaseCheck.postgisVersion(connection) == null) {
        execute(connection, "CREATE EXTENSION IF NOT EXISTS postgis");
      }
    }
  }

  private static void role(Connection connection, String role, String password)
      throws SQLException {
    if (!Roles.exists(connection, role)) {
      // Passwords of ours are letters, digits, - and _: nothing to quote. A statement like this
      // takes no binds.
      execute(connection, "CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }
  }

  private static boolean yes(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
