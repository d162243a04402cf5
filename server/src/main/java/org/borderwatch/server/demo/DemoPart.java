package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.data.scenario.DemoNetwork;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.network.NetworkRepository;
import org.borderwatch.server.route.RouteRepository;

/** What the demo has beside its detections, in the order in which versions brought it. */
enum DemoPart {
  /** Tracks of patrols and watches of sensors. */
  EFFORT("demo.effort", List.of("patrol_track", "sensor_watch")) {
    @Override
    void add(Connection connection, Scenario scenario) throws SQLException {
      new DemoEffort(connection).add(scenario);
    }
  },
  /** Roads, trails and the register of routes over them. */
  WAYS(
      "demo.ways",
      List.of("trafficking_route", "network_edge", "network_node", "network_feature")) {
    @Override
    void add(Connection connection, Scenario scenario) throws SQLException {
      DemoNetwork network = scenario.network();
      new NetworkRepository(connection).replace(true, network::to);
      RouteRepository register = new RouteRepository(connection);
      for (TraffickingRoute route : scenario.routes(network).register()) {
        // A code that somebody else has taken stays theirs.
        register.add(route, ACCOUNT);
      }
    }
  };

  private static final String ACCOUNT = "demo";

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
