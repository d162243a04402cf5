package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two roles: the owner migrates, the server works.
 *
 * <p>The server's role can neither alter tables, nor change or remove rows of history ({@code
 * audit_event}, {@code detection_change}), nor write to {@code detection_change} other than through
 * the triggers on {@code detection}.
 */
public final class Roles {
  /** Owns the tables and migrates them. */
  public static final String OWNER = "borderwatch_owner";

  /** What the running server is. */
  public static final String SERVER = "borderwatch_server";

  private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

  private Roles() {}

  /** The statement that takes on a role; role names come from this class only. */
  static String setRole(String role) {
    return "SET ROLE \"" + role + "\"";
  }

  /**
   * Makes the server's role where one credential is all there is, and lets that credential take it
   * on.
   *
   * @return whether the role can be taken on; when not, the log says what that costs
   */
  static boolean makeServerRole(Connection owner) {
    try (Statement statement = owner.createStatement()) {
      if (!exists(owner, SERVER)) {
        statement.execute("CREATE ROLE " + SERVER + " NOLOGIN");
      }
      if (!canTakeOn(owner, SERVER)) {
        statement.execute("GRANT " + SERVER + " TO CURRENT_USER");
      }
      // Tried, not only asked for: from PostgreSQL 16 a member may still not be allowed to SET
      // ROLE.
      statement.execute(setRole(SERVER));
      statement.execute("RESET ROLE");
      return true;
    } catch (SQLException refused) {
      LOG.warn(
          "The server works with the rights of the owner of its tables, so the database does not hold it back from"
              + " changing history: the role {} could not be made or taken on ({}). Remedy: as an administrator of"
              + " the database, CREATE ROLE {} NOLOGIN; GRANT {} TO the user of BORDERWATCH_DATABASE_URL;",
          SERVER,
          refused.getMessage(),
          SERVER,
          SERVER);
      return false;
    }
  }

  /** Whether there is a role of this name. Unlike the rest of this class, asks only. */
  static boolean exists(Connection connection, String role) throws SQLException {
    return ask(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role);
  }

  /**
   * Gives the server's role what it may do on the tables of the schema, and takes away the rest.
   */
  static void grant(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(SqlText.of(Roles.class, "grants.sql"));
    }
  }

  private static boolean canTakeOn(Connection connection, String role) throws SQLException {
    return ask(connection, "SELECT pg_has_role(current_user, ?, 'MEMBER')", role);
  }

  private static boolean ask(Connection connection, String sql, String role) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, role);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
