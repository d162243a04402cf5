package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.database.Undo;

/**
 * Adds the synthetic scenario to the database, and removes it again. Each in one transaction: a
 * crash leaves all of it or none. Real rows are never touched. Thread-safe.
 */
public final class Demo {
  private static final String ACCOUNT = "demo";

  /** What was added or removed, as the table of settings names it. */
  private static final String DEMO = "demo";

  private final Database database;

  public Demo(Database database) {
    this.database = database;
  }

  /**
   * Adds the scenario to a database that has no detections and from which nobody removed it.
   *
   * @return how many detections were added; 0 in most starts, after a few milliseconds
   */
  public long addToEmpty() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM detection) OR EXISTS (SELECT FROM setting WHERE key ="
                    + " 'demo')")) {
      row.next();
      if (row.getBoolean(1)) {
        addPartsToOlder();
        return 0;
      }
    }
    return add();
  }

  /**
   * A demo that an earlier version of the program added lacks later parts: once, they are added.
   */
  private void addPartsToOlder() throws SQLException {
    List<DemoPart> missing = new ArrayList<>();
    try (Connection connection = database.connection()) {
      for (DemoPart part : DemoPart.values()) {
        if (lacks(connection, part)) {
          missing.add(part);
        }
      }
    }
    if (!missing.isEmpty()) {
      Scenario scenario = Scenario.demo(LandBorder.load(), Places.load());
      inTransaction(
          connection -> {
            add(missing, connection, scenario);
            return missing.size();
          });
    }
  }

  private static boolean lacks(Connection connection, DemoPart part) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SqlText.of(Demo.class, "part-lacks.sql"))) {
      statement.setString(1, part.setting());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static void add(List<DemoPart> parts, Connection connection, Scenario scenario)
      throws SQLException {
    for (DemoPart part : parts) {
      part.add(connection, scenario);
      remember(connection, part.setting(), "added");
    }
  }

  /**
   * Adds the scenario; what is there already stays. Takes a few seconds.
   *
   * @return how many detections were added
   */
  public long add() throws SQLException {
    LandBorder border = LandBorder.load();
    Scenario scenario = Scenario.demo(border, Places.load());
    return inTransaction(
        connection -> {
          new DemoStations(connection, border).add(scenario.stations());
          // Rows of a batch are not counted one by one when some of them are there already.
          long before = synthetic(connection);
          new DemoDetections(connection, new BorderLocator(border), scenario.stations())
              .add(scenario.detections());
          add(List.of(DemoPart.values()), connection, scenario);
          remember(connection, DEMO, "added");
          return synthetic(connection) - before;
        });
  }

  /**
   * Removes everything synthetic; the next start does not add it again.
   *
   * @return how many detections were removed
   */
  public long remove() throws SQLException {
    return inTransaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            long removed = statement.executeLargeUpdate("DELETE FROM detection WHERE synthetic");
            for (DemoPart part : DemoPart.values()) {
              part.remove(connection);
              remember(connection, part.setting(), "removed");
            }
            statement.executeUpdate("DELETE FROM plan WHERE synthetic");
            statement.executeUpdate("DELETE FROM border_section WHERE synthetic");
            statement.executeUpdate(SqlText.of(Demo.class, "stations-delete.sql"));
            remember(connection, DEMO, "removed");
            return removed;
          }
        });
  }

  private static long synthetic(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM detection WHERE synthetic")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void remember(Connection connection, String what, String state)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SqlText.of(Demo.class, "state-set.sql"))) {
      statement.setString(1, what);
      statement.setString(2, state);
      statement.executeUpdate();
    }
  }

  private long inTransaction(Work work) throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement who =
          connection.prepareStatement("SELECT set_config('borderwatch.account', ?, true)")) {
        who.setString(1, ACCOUNT);
        who.execute();
        long rows = work.on(connection);
        connection.commit();
        return rows;
      } catch (SQLException | RuntimeException failed) {
        Undo.on(connection);
        throw failed;
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    long on(Connection connection) throws SQLException;
  }
}
