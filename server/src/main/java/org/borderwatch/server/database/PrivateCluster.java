package org.borderwatch.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  private static final int PORTS_TRIED = 5;
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
      port = start(folder, account, process, tools, settings);
    }
    PrivateCluster cluster = new PrivateCluster(folder, lock, process, tools, passwords, port);
    ClusterContents.complete(cluster.administrator(), passwords);
    return cluster;
  }

  private static int start(
      ClusterFolder folder,
      ClusterAccount account,
      ClusterProcess process,
      PostgresTools tools,
      ClusterSettings settings)
      throws IOException {
    String said = "";
    for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
      int port = freePort(folder.about("port"), attempt == 0);
      writeSettings(folder, account, settings.with("port", Integer.toString(port)));
      String refused = process.start(tools);
      if (refused == null) {
        Files.writeString(folder.about("port"), port + "\n");
        return port;
      }
      said = refused;
      // Somebody may have taken the port between our look and PostgreSQL's; another one is tried
      // then.
      if (!said.contains("could not bind") && !said.contains("could not create any TCP/IP")) {
        break;
      }
    }
    throw new DatabaseProblem(
        "PostgreSQL does not start on " + folder.cluster() + ":\n" + said.indent(4).stripTrailing(),
        "see also the log in " + folder.cluster().resolve("log"));
  }

  private static void writeSettings(
      ClusterFolder folder, ClusterAccount account, ClusterSettings settings) throws IOException {
    Path file = folder.cluster().resolve(ClusterBirth.SETTINGS_FILE);
    String text = settings.with("cluster_name", folder.name()).text();
    Files.writeString(
        file,
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    account.own(file);
  }

  /**
   * The port of last time while it is free, so that what people noted down stays right; otherwise
   * any.
   */
  private static int freePort(Path lastTime, boolean preferSame) throws IOException {
    if (preferSame && Files.exists(lastTime)) {
      String text = Files.readString(lastTime, StandardCharsets.UTF_8).strip();
      if (text.matches("\\d{4,5}") && isFree(Integer.parseInt(text))) {
        return Integer.parseInt(text);
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException | IllegalArgumentException taken) {
      return false;
    }
  }

  private static String version(ClusterFolder folder) throws IOException {
    return Files.readString(folder.cluster().resolve("PG_VERSION"), StandardCharsets.UTF_8).strip();
  }
}
