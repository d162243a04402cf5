package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.network.NetworkRepository;

/**
 * Adds the synthetic scenario to the database, and removes it again. Each in one transaction: a
 * crash leaves all of it or none. Real rows are never touched. Thread-safe.
 */
public final class Demo {
  private static final String ACCOUNT = "demo";

  /** What was added or removed, as the table of settings names it. */
  private static final String DEMO = "demo";

  private static final String EFFORT = "demo.effort";

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
        addEffortToOlder();
        return 0;
      }
    }
    return add();
  }

  /** A demo that an earlier version of the program added has no effort: once, it is added. */
  private void addEffortToOlder() throws SQLException {
    boolean lacks;
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlText.of(Demo.class, "effort-lacks.sql"))) {
      row.next();
      lacks = row.getBoolean(1);
    }
    if (lacks) {
      Scenario scenario = Scenario.demo(LandBorder.load(), Places.load());
      inTransaction(connection -> addEffort(connection, scenario));
    }
  }

  private static long addEffort(Connection connection, Scenario scenario) throws SQLException {
    long added = new DemoEffort(connection).add(scenario);
    remember(connection, EFFORT, "added");
    return added;
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
          addEffort(connection, scenario);
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
            statement.executeUpdate("DELETE FROM trafficking_route WHERE synthetic");
            statement.executeUpdate("DELETE FROM patrol_track WHERE synthetic");
            statement.executeUpdate("DELETE FROM sensor_watch WHERE synthetic");
            new NetworkRepository(connection).delete(true);
            statement.executeUpdate("DELETE FROM border_section WHERE synthetic");
            statement.executeUpdate(SqlText.of(Demo.class, "stations-delete.sql"));
            remember(connection, EFFORT, "removed");
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
