package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A PostgreSQL of our own below a data folder, listening on 127.0.0.1 at a free port only.
 *
 * <p>Opening it makes it when missing, starts it when it does not run, and recovers it after a
 * crash of any process; closing stops it when no other process uses it. Several may open the same
 * folder, from one process or many. Thread-safe.
 */
public final class PrivateCluster implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(10);

  private final ClusterFolder folder;
  private final ClusterLock lock;
  private final ClusterProcess process;
  private final PostgresTools tools;
  private final ClusterPasswords passwords;
  private final int port;
  private boolean closed;

  private PrivateCluster(
      ClusterFolder folder,
      ClusterLock lock,
      ClusterProcess process,
      PostgresTools tools,
      ClusterPasswords passwords,
      int port) {
    this.folder = folder;
    this.lock = lock;
    this.process = process;
    this.tools = tools;
    this.passwords = passwords;
    this.port = port;
  }

  /**
   * Opens the cluster of a data folder with the settings for this machine.
   *
   * @throws DatabaseProblem when it cannot be made or started, with the remedy
   */
  public static PrivateCluster open(Path dataFolder) {
    return open(dataFolder, ClusterSettings.forMachine());
  }

  /**
   * Opens with other settings; they count only when this call is the one that starts the cluster.
   */
  public static PrivateCluster open(Path dataFolder, ClusterSettings settings) {
    try {
      ClusterAccount account = ClusterAccount.find();
      ClusterFolder folder = ClusterFolder.find(dataFolder, account);
      ClusterLock lock = new ClusterLock(folder);
      try (ClusterLock.Held deciding = lock.decide()) {
        PrivateCluster cluster = started(folder, lock, account, settings);
        lock.enter();
        AtExit.close(cluster);
        return cluster;
      }
    } catch (IOException | SQLException failed) {
      throw new DatabaseProblem(
          "the private database below " + dataFolder + " cannot be opened: " + failed,
          "scripts/borderwatch doctor looks at disk, rights and versions",
          failed);
    }
  }

  /** Whether a data folder has a cluster, here or behind its pointer. Makes nothing. */
  public static boolean exists(Path dataFolder) {
    return ClusterFolder.isNamedIn(dataFolder);
  }

  /** The database as its owner, for migrations. */
  public DatabaseAddress owner() {
    return address(Roles.OWNER, passwords.owner()).in(ClusterContents.DATABASE);
  }

  /** The database as the server's role. */
  public DatabaseAddress server() {
    return address(Roles.SERVER, passwords.server()).in(ClusterContents.DATABASE);
  }

  /** The cluster as its administrator, in the database {@code postgres}. */
  public DatabaseAddress administrator() {
    return address(ClusterContents.ADMINISTRATOR, passwords.administrator());
  }

  /** The programs of the PostgreSQL that runs it. */
  public PostgresTools tools() {
    return tools;
  }

  /** The folder of the cluster: PostgreSQL's data directory. */
  public Path folder() {
    return folder.cluster();
  }

  /** Leaves the cluster; the last user of all processes stops it. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    AtExit.forget(this);
    try (ClusterLock.Held deciding = lock.decide()) {
      if (lock.leave()) {
        process.stop(tools);
      }
    } catch (IOException failed) {
      throw new DatabaseProblem(
          "the private database could not be stopped: " + failed,
          "the next start adopts it",
          failed);
    }
  }

  private DatabaseAddress address(String user, String password) {
    return new DatabaseAddress("127.0.0.1", port, "postgres", user, password, Map.of());
  }

  private static PrivateCluster started(
      ClusterFolder folder, ClusterLock lock, ClusterAccount account, ClusterSettings settings)
      throws IOException, SQLException {
    ClusterPasswords passwords = ClusterPasswords.of(folder);
    if (!folder.exists()) {
      ClusterBirth.make(folder, account, passwords);
    }
    PostgresTools tools = PostgresTools.ofVersion(version(folder));
    ClusterProcess process = new ClusterProcess(folder, account);
    OptionalInt running = process.runningPort();
    int port;
    if (running.isPresent()) {
      port = running.getAsInt();
      process.awaitReady(READY);
    } else {
      AutoCloseable halfStarted = () -> stopWhenUnused(lock, process, tools);
      AtExit.close(halfStarted);
      try {
        port = new ClusterStart(folder, account, process).start(tools, settings);
      } finally {
        AtExit.forget(halfStarted);
      }
    }
    PrivateCluster cluster = new PrivateCluster(folder, lock, process, tools, passwords, port);
    ClusterContents.complete(cluster.administrator(), passwords);
    return cluster;
  }

  /**
   * For an end in the middle of a start: waits for the start, then stops what nobody came to use.
   */
  private static void stopWhenUnused(ClusterLock lock, ClusterProcess process, PostgresTools tools)
      throws IOException {
    try (ClusterLock.Held deciding = lock.decide()) {
      if (lock.unused()) {
        process.stop(tools);
      }
    }
  }

  private static String version(ClusterFolder folder) throws IOException {
    return Files.readString(folder.cluster().resolve("PG_VERSION"), StandardCharsets.UTF_8).strip();
  }
}
