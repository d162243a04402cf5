package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/**
 * Listens for {@code NOTIFY detection_change} on a connection of its own and asks for a catch-up.
 * What it misses while there is no connection is found by the poll, so it never has to hurry.
 */
final class ChangeListener implements Runnable {
  private static final Duration MOST_SILENCE = Duration.ofSeconds(4);
  private static final int LISTEN_MILLIS = 60_000;
  private static final long RETRY_MILLIS = 1_000;

  private final IndexConnections connections;
  private final CatchUpRequests requests;

  ChangeListener(IndexConnections connections, CatchUpRequests requests) {
    this.connections = connections;
    this.requests = requests;
  }

  @Override
  public void run() {
    try {
      while (!requests.closed()) {
        try {
          listen();
        } catch (SQLException lost) {
          requests.pause(RETRY_MILLIS);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() throws SQLException {
    Connection connection = connections.open(MOST_SILENCE);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN detection_change");
      PGConnection postgres = connection.unwrap(PGConnection.class);
      while (!requests.closed()) {
        requests.ask();
        while (postgres.getNotifications(LISTEN_MILLIS).length == 0 && !requests.closed()) {
          // An answer proves that somebody is still there.
          statement.execute("SELECT");
        }
      }
    } finally {
      connections.release(connection);
    }
  }
}
