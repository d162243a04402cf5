package org.borderwatch.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Starts a cluster that does not run: settings for this machine, a port that is free. */
final class ClusterStart {
  private static final int PORTS_TRIED = 5;

  private final ClusterFolder folder;
  private final ClusterAccount account;
  private final ClusterProcess process;

  ClusterStart(ClusterFolder folder, ClusterAccount account, ClusterProcess process) {
    this.folder = folder;
    this.account = account;
    this.process = process;
  }

  /** The port it listens on. Only while the lock of the cluster is held. */
  int start(PostgresTools tools, ClusterSettings settings) throws IOException {
    String said = "";
    for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
      int port = freePort(folder.about("port"), attempt == 0);
      writeSettings(settings.with("port", Integer.toString(port)));
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

  private void writeSettings(ClusterSettings settings) throws IOException {
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
}
