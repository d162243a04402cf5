package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.borderwatch.server.database.Database;

/**
 * Connections of the index, outside the pool. Closing cuts all of them, so that whoever waits for
 * an answer of the database stops waiting. Thread-safe.
 */
final class IndexConnections implements AutoCloseable {
  private final Database database;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  IndexConnections(Database database) {
    this.database = database;
  }

  /**
   * A new connection; give it back to {@link #release}.
   *
   * @param mostSilence after this time without an answer the database counts as lost
   */
  Connection open(Duration mostSilence) throws SQLException {
    Connection connection = database.ownConnection(mostSilence);
    open.add(connection);
    if (closed) {
      release(connection);
      throw new SQLException("the index is closed");
    }
    return connection;
  }

  /** The same, for transactions that each see one snapshot and write nothing. */
  Connection openForReading(Duration mostSilence) throws SQLException {
    Connection connection = open(mostSilence);
    try (Statement statement = connection.createStatement()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      // The same text is asked with every distance in time; a plan for all of them reads too much.
      statement.execute("SET plan_cache_mode = force_custom_plan");
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException failed) {
      release(connection);
      throw failed;
    }
  }

  /** Cuts a connection without asking the database, which may not answer. */
  void release(Connection connection) {
    open.remove(connection);
    try {
      connection.abort(Runnable::run);
    } catch (SQLException cutAlready) {
      // It is gone, as it should be.
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(this::release);
  }
}
