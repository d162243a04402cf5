package org.borderwatch.server.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database of one data folder, ready for work: started if it is the private one, checked,
 * migrated, opened.
 *
 * <p>Closing closes the pool and leaves the private cluster, which stops with its last user.
 */
public final class Storage implements AutoCloseable {
  private final @Nullable PrivateCluster cluster;
  private final DatabaseAddress owner;
  private final Database database;

  private Storage(@Nullable PrivateCluster cluster, DatabaseAddress owner, Database database) {
    this.cluster = cluster;
    this.owner = owner;
    this.database = database;
  }

  /**
   * Opens the database at {@code url}, or the private one of the data folder when {@code url} is
   * null.
   *
   * @throws DatabaseProblem says what is wrong with it, and the remedy
   */
  public static Storage open(Path dataFolder, @Nullable String url, int poolSize) {
    return url == null
        ? ofCluster(PrivateCluster.open(dataFolder), poolSize)
        : ofAddress(DatabaseAddress.parse(url), poolSize);
  }

  /** The database of a cluster that is open; the cluster is left when this closes. */
  public static Storage ofCluster(PrivateCluster cluster, int poolSize) {
    try {
      Migration.migrate(cluster.owner());
      return new Storage(cluster, cluster.owner(), new Database(cluster.server(), null, poolSize));
    } catch (RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  /** A database of somebody else's, where one credential does everything. */
  public static Storage ofAddress(DatabaseAddress address, int poolSize) {
    boolean stepsDown;
    try (Connection connection = address.connect()) {
      DatabaseCheck.check(connection);
      stepsDown = Roles.makeServerRole(connection);
    } catch (SQLException away) {
      throw new DatabaseProblem(
          "the database " + address + " cannot be reached: " + away.getMessage(),
          "check BORDERWATCH_DATABASE_URL, and that the server runs and lets this user in",
          away);
    }
    Migration.migrate(address);
    return new Storage(
        null, address, new Database(address, stepsDown ? Roles.SERVER : null, poolSize));
  }

  /** The pool of the server's role. */
  public Database database() {
    return database;
  }

  /** The database as the one who may change tables; never used while serving. */
  public DatabaseAddress owner() {
    return owner;
  }

  /** Who may make databases: of the private cluster, or once more the one credential. */
  public DatabaseAddress administrator() {
    return cluster == null ? owner : cluster.administrator();
  }

  /**
   * Programs that fit the database; with one of somebody else's, the newest that is installed here.
   */
  public PostgresTools tools() {
    return cluster == null ? PostgresTools.newest() : cluster.tools();
  }

  /** The private cluster, or null with a database of somebody else's. */
  public @Nullable PrivateCluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    database.close();
    if (cluster != null) {
      cluster.close();
    }
  }
}
