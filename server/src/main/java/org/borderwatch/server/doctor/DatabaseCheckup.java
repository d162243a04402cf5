package org.borderwatch.server.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.DatabaseCheck;
import org.borderwatch.server.database.DatabaseProblem;
import org.borderwatch.server.database.Migration;
import org.borderwatch.server.database.SqlText;

/**
 * Looks at versions, migrations, rights and rows of a database, as the owner of its tables.
 *
 * <p>The checks of rights and rows are one SQL file each: a row {@code (what, remedy)} for
 * everything that is bad.
 */
public final class DatabaseCheckup {
  private final DatabaseAddress owner;

  public DatabaseCheckup(DatabaseAddress owner) {
    this.owner = owner;
  }

  /** Everything that was looked at; reads every detection once. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try (Connection connection = owner.connect()) {
      findings.add(Finding.ok("the database answers: " + owner));
      if (!versions(connection, findings) || !migrations(findings)) {
        return findings;
      }
      findings.addAll(
          ask(connection, "structure.sql", "indexes, constraints and triggers are in force"));
      findings.addAll(
          ask(connection, "rights.sql", "the server's role can change neither tables nor history"));
      findings.addAll(
          ask(connection, "rows.sql", "every detection is plausible and in the history"));
      findings.add(contents(connection));
      findings.addAll(NetworkCheckup.look(connection));
    } catch (SQLException failed) {
      findings.add(
          Finding.bad(
              "the database " + owner + " does not answer: " + failed.getMessage(),
              "start it; the private one has its log in the folder log/ of the cluster"));
    }
    return findings;
  }

  private static boolean versions(Connection connection, List<Finding> findings)
      throws SQLException {
    try {
      DatabaseCheck.look(connection);
      findings.add(
          Finding.ok(
              "PostgreSQL "
                  + connection.getMetaData().getDatabaseProductVersion()
                  + " with PostGIS"));
      return true;
    } catch (DatabaseProblem wrong) {
      findings.add(Finding.bad(wrong.wrong(), wrong.remedy()));
      return false;
    }
  }

  private boolean migrations(List<Finding> findings) {
    Migration.State state = Migration.state(owner);
    if (state.newer() > 0 || state.failed() > 0) {
      findings.add(
          Finding.bad(
              "the tables do not fit this software (%d newer, %d failed migrations)"
                  .formatted(state.newer(), state.failed()),
              "use the software that made them, or restore a backup"));
      return false;
    }
    if (state.applied() == 0) {
      findings.add(Finding.warn("there are no tables yet", "scripts/run makes them"));
      return false;
    }
    findings.add(
        state.pending() == 0
            ? Finding.ok("tables are at version " + state.version())
            : Finding.warn(
                state.pending() + " migrations are to be run",
                "the next start of scripts/run does it"));
    return true;
  }

  private static List<Finding> ask(Connection connection, String file, String wellWords)
      throws SQLException {
    List<Finding> bad = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SqlText.of(DatabaseCheckup.class, file))) {
      while (rows.next()) {
        bad.add(Finding.bad(rows.getString("what"), rows.getString("remedy")));
      }
    }
    return bad.isEmpty() ? List.of(Finding.ok(wellWords)) : bad;
  }

  private static Finding contents(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlText.of(DatabaseCheckup.class, "contents.sql"))) {
      row.next();
      String what =
          "%d detections, %d of them synthetic; %d border lines, %d places; %d routes, %d plans"
              .formatted(
                  row.getLong("detections"),
                  row.getLong("synthetic"),
                  row.getLong("lines"),
                  row.getLong("places"),
                  row.getLong("routes"),
                  row.getLong("plans"));
      boolean mixed =
          row.getLong("synthetic") > 0 && row.getLong("synthetic") < row.getLong("detections");
      if (row.getLong("lines") < 3) {
        return Finding.warn(
            what, "the reference layers are missing; the next start of scripts/run loads them");
      }
      return mixed
          ? Finding.warn(
              what, "real and synthetic rows stand together; scripts/borderwatch demo remove")
          : Finding.ok(what);
    }
  }
}
