package org.borderwatch.bench.heat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.PrivateCluster;

/**
 * The private cluster of a data folder, beside the server that runs on it; as the server's role.
 */
record BenchDatabase(PrivateCluster cluster, Database database) implements AutoCloseable {
  static BenchDatabase open(Path data) {
    PrivateCluster cluster = PrivateCluster.open(data);
    return new BenchDatabase(cluster, new Database(cluster.server(), null, 1));
  }

  /** A connection of its own. */
  Connection connection() throws SQLException {
    return database.ownConnection();
  }

  /** A connection of its own with a setting. */
  Connection connection(String settings) throws SQLException {
    Connection connection = connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
    }
    return connection;
  }

  @Override
  public void close() {
    database.close();
    cluster.close();
  }
}
