package org.borderwatch.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.DatabaseCheck;
import org.borderwatch.server.database.Migration;
import org.borderwatch.server.database.PostgresTools;

/**
 * Puts a backup in the place of a database: into a fresh one beside it, proved by the checksums of
 * the manifest, migrated, then swapped by renaming in one transaction. Until that moment the old
 * database is untouched. All data are those of the backup, but its sessions end: people sign in
 * again.
 */
public final class Restore {
  private final PostgresTools tools;
  private final DatabaseAddress owner;
  private final DatabaseAddress administrator;

  /**
   * @param owner of the tables, in the database to be replaced
   * @param administrator may make and rename databases, and make PostGIS; the same as {@code owner}
   *     where one credential does everything
   */
  public Restore(PostgresTools tools, DatabaseAddress owner, DatabaseAddress administrator) {
    this.tools = tools;
    this.owner = owner;
    this.administrator = administrator;
  }

  /**
   * Restores.
   *
   * @param replace whether detections that are there now may go
   * @throws BackupException when something does not fit; the database is as it was then
   */
  public Manifest from(Path file, boolean replace) throws IOException, SQLException {
    String fresh = owner.database() + "_restored";
    try (BackupFile backup = BackupFile.open(file);
        Connection connection = administrator.in("postgres").connect()) {
      refuseWhenInUse(connection);
      refuseWhenFull(replace);
      drop(connection, fresh);
      try {
        fill(connection, fresh, backup);
        swap(connection, fresh);
      } catch (IOException | SQLException | RuntimeException failed) {
        drop(connection, fresh);
        throw failed;
      }
      return backup.manifest();
    }
  }

  private void refuseWhenInUse(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND backend_type = 'client backend'")) {
      statement.setString(1, owner.database());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          throw new BackupException(
              "a server or another program works on this database; stop it first, then restore");
        }
      }
    }
  }

  private void refuseWhenFull(boolean replace) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM borderwatch.detection")) {
      row.next();
      long detections = row.getLong(1);
      if (detections > 0 && !replace) {
        throw new BackupException(
            "the database holds "
                + detections
                + " detections, which a restore would replace; back them up, then repeat with --replace");
      }
    }
  }

  private void fill(Connection connection, String fresh, BackupFile backup)
      throws IOException, SQLException {
    execute(
        connection,
        "CREATE DATABASE "
            + quoted(fresh)
            + " OWNER "
            + quoted(owner.user())
            + " TEMPLATE template0");
    try (Connection inFresh = administrator.in(fresh).connect()) {
      DatabaseCheck.check(inFresh);
    }
    new PostgresClient(tools, owner.in(fresh))
        .feed(
            List.of(
                "pg_restore",
                "--exit-on-error",
                "--single-transaction",
                "--no-owner",
                "--no-privileges"),
            backup.dump());
    verify(fresh, backup.manifest());
    Migration.migrate(owner.in(fresh));
    endSessions(fresh);
    takeOnChanges(fresh);
  }

  /** Whoever signed out or was shut out since then would otherwise be let in again. */
  private void endSessions(String fresh) throws SQLException {
    try (Connection connection = owner.in(fresh).connect()) {
      execute(connection, "DELETE FROM borderwatch.session");
    }
  }

  /**
   * Transactions are numbered by cluster. A change from a cluster that has counted further would
   * seem to come later than whatever happens here, so it counts as part of the restore.
   */
  private void takeOnChanges(String fresh) throws SQLException {
    try (Connection connection = owner.in(fresh).connect()) {
      execute(
          connection,
          "UPDATE borderwatch.detection_change SET xid = pg_current_xact_id()"
              + " WHERE xid >= pg_current_xact_id()");
    }
  }

  private void verify(String fresh, Manifest manifest) throws SQLException {
    try (Connection connection = owner.in(fresh).connect()) {
      Map<String, TableContents> restored = TableContents.ofAll(connection);
      manifest
          .tables()
          .forEach(
              (table, contents) -> {
                if (!contents.equals(restored.get(table))) {
                  throw new BackupException(
                      "the table %s came back as %s, the backup says %s; the file is damaged"
                          .formatted(table, restored.get(table), contents));
                }
              });
    }
  }

  /** Both names change in one transaction: whoever looks finds the old database or the new one. */
  private void swap(Connection connection, String fresh) throws SQLException {
    String old = owner.database() + "_replaced";
    drop(connection, old);
    connection.setAutoCommit(false);
    try {
      rename(connection, owner.database(), old);
      rename(connection, fresh, owner.database());
      connection.commit();
    } catch (SQLException refused) {
      connection.rollback();
      throw refused;
    } finally {
      connection.setAutoCommit(true);
    }
    drop(connection, old);
  }

  private static void rename(Connection connection, String from, String to) throws SQLException {
    execute(connection, "ALTER DATABASE " + quoted(from) + " RENAME TO " + quoted(to));
  }

  private static void drop(Connection connection, String database) throws SQLException {
    execute(connection, "DROP DATABASE IF EXISTS " + quoted(database));
  }

  /** Names of databases and roles come from our own settings, and are quoted all the same. */
  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
