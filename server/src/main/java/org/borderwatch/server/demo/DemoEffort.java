package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.effort.IncomingTracks;
import org.borderwatch.server.effort.IncomingWatches;

/**
 * Writes the patrol tracks and sensor watches of the demo, on a connection that is in a
 * transaction.
 */
final class DemoEffort {
  private static final String ACCOUNT = "demo";

  private final Connection connection;

  DemoEffort(Connection connection) {
    this.connection = connection;
  }

  /** Adds what is missing; returns how many tracks and watches that were. */
  long add(Scenario scenario) throws SQLException {
    return addTracks(scenario.patrolTracks()) + addWatches(scenario);
  }

  private long addTracks(Iterator<PatrolTrack> tracks) throws SQLException {
    try (IncomingTracks incoming = new IncomingTracks(connection)) {
      for (long line = 1; tracks.hasNext(); line++) {
        PatrolTrack track = tracks.next();
        incoming.add(line, track, track.station());
      }
      incoming.copied();
      return incoming.store(ACCOUNT, true);
    }
  }

  private long addWatches(Scenario scenario) throws SQLException {
    try (IncomingWatches incoming = new IncomingWatches(connection)) {
      long line = 1;
      for (SensorWatch watch : scenario.sensorWatches()) {
        incoming.add(line++, watch, watch.station());
      }
      incoming.copied();
      return incoming.store(ACCOUNT, true);
    }
  }
}
