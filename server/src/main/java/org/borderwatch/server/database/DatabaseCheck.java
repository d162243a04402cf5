package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is one that Borderwatch can live in: PostgreSQL 15 and PostGIS 3.3, or newer.
 */
public final class DatabaseCheck {
  /** Smallest major version; UNIQUE NULLS NOT DISTINCT came with 15. */
  static final int POSTGRESQL_AT_LEAST = 15;

  /** Smallest PostGIS as major * 100 + minor. */
  static final int POSTGIS_AT_LEAST = 303;

  private DatabaseCheck() {}

  /**
   * Checks the versions, and makes the extension when it is only not made yet.
   *
   * @throws DatabaseProblem says what was found, what is required and the remedy
   */
  public static void check(Connection connection) throws SQLException {
    checkPostgresql(connection.getMetaData().getDatabaseMajorVersion());
    String postgis = postgisVersion(connection);
    if (postgis == null) {
      makePostgis(connection);
      postgis = postgisVersion(connection);
    }
    checkPostgis(postgis);
  }

  /**
   * The version of PostGIS in this database, such as 3.3.2, or null when the extension is not made.
   */
  static @Nullable String postgisVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT extversion FROM pg_extension WHERE extname = 'postgis'")) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** Checks the versions and makes nothing. */
  public static void look(Connection connection) throws SQLException {
    checkPostgresql(connection.getMetaData().getDatabaseMajorVersion());
    checkPostgis(postgisVersion(connection));
  }

  static void checkPostgresql(int major) {
    if (major < POSTGRESQL_AT_LEAST) {
      throw new DatabaseProblem(
          "found PostgreSQL " + major + "; required is " + POSTGRESQL_AT_LEAST + " or newer",
          "point BORDERWATCH_DATABASE_URL at a newer server, or unset it to use a private one");
    }
  }

  static void checkPostgis(@Nullable String version) {
    if (version == null || number(version) < POSTGIS_AT_LEAST) {
      throw new DatabaseProblem(
          "found PostGIS %s; required is 3.3 or newer"
              .formatted(version == null ? "nowhere" : version),
          "install a newer PostGIS on the database server, then ALTER EXTENSION postgis UPDATE");
    }
  }

  private static void makePostgis(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    } catch (SQLException refused) {
      throw new DatabaseProblem(
          "the database has no PostGIS and this user may not make it ("
              + refused.getMessage()
              + ")",
          "install PostGIS on the database server (Debian: postgresql-15-postgis-3), then, as an"
              + " administrator in this database: CREATE EXTENSION postgis",
          refused);
    }
  }

  private static int number(String version) {
    String[] parts = version.split("[^0-9]+", -1);
    try {
      return Integer.parseInt(parts[0]) * 100 + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }
}
