package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.network.NetworkRepository;

/** What the demo has beside its detections, in the order in which versions brought it. */
enum DemoPart {
  /** Tracks of patrols and watches of sensors. */
  EFFORT("demo.effort", List.of("patrol_track", "sensor_watch")) {
    @Override
    void add(Connection connection, Scenario scenario) throws SQLException {
      new DemoEffort(connection).add(scenario);
    }
  },
  /** Roads and trails. */
  NETWORK("demo.network", List.of("network_edge", "network_node", "network_feature")) {
    @Override
    void add(Connection connection, Scenario scenario) throws SQLException {
      new NetworkRepository(connection).replace(true, scenario.network()::to);
    }
  };

  private final String setting;
  private final List<String> tables;

  DemoPart(String setting, List<String> tables) {
    this.setting = setting;
    this.tables = tables;
  }

  /** Adds what is missing. */
  abstract void add(Connection connection, Scenario scenario) throws SQLException;

  /** The setting that says whether it was added or removed. */
  String setting() {
    return setting;
  }

  /** Deletes everything synthetic of its tables. */
  void remove(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.executeUpdate("DELETE FROM " + table + " WHERE synthetic");
      }
    }
  }
}
