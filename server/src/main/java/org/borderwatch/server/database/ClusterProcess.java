package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The postmaster of one cluster: whether it runs, where it listens, starting and stopping it. */
final class ClusterProcess {
  private static final Duration LEFTOVERS = Duration.ofSeconds(60);
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  private final ClusterFolder folder;
  private final ClusterAccount account;

  ClusterProcess(ClusterFolder folder, ClusterAccount account) {
    this.folder = folder;
    this.account = account;
  }

  /** The port of the running postmaster, or nothing when none runs on this cluster. */
  OptionalInt runningPort() throws IOException {
    List<String> lines = pidFile();
    if (lines.size() <= PORT_LINE || !isPostmaster(lines.get(PID_LINE).strip())) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
  }

  /**
   * Waits until the postmaster takes connections. Recovery after a crash can take long; it is
   * waited for.
   */
  void awaitReady(Duration limit) throws IOException {
    Instant end = Instant.now().plus(limit);
    while (Instant.now().isBefore(end)) {
      List<String> lines = pidFile();
      if (lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")) {
        return;
      }
      pause();
    }
    throw new DatabaseProblem(
        "the cluster in " + folder.cluster() + " does not get ready",
        "read the log in its folder log/");
  }

  /**
   * Starts the postmaster and waits until it is ready.
   *
   * @return what it said when it did not start, or null when it runs
   */
  @Nullable String start(PostgresTools tools) throws IOException {
    awaitLeftovers();
    forgetStrangerInPidFile();
    Path log = folder.cluster().resolve("start.log");
    Files.deleteIfExists(log);
    Command.Ended ended =
        account.run(
            List.of(
                tools.program("pg_ctl"),
                "start",
                "--silent",
                "--wait",
                "--timeout=600",
                "--pgdata=" + folder.cluster(),
                "--log=" + log));
    if (ended.well()) {
      return null;
    }
    String said = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    return (ended.output() + "\n" + said).strip();
  }

  /**
   * Stops the postmaster: sessions are cut, everything committed is on disk. Does nothing when none
   * runs.
   */
  void stop(PostgresTools tools) throws IOException {
    if (runningPort().isEmpty()) {
      return;
    }
    Command.Ended ended =
        account.run(
            List.of(
                tools.program("pg_ctl"),
                "stop",
                "--silent",
                "--wait",
                "--timeout=120",
                "--mode=fast",
                "--pgdata=" + folder.cluster()));
    if (!ended.well()) {
      throw new DatabaseProblem(
          "the cluster in " + folder.cluster() + " did not stop: " + ended.output(),
          "see which sessions hold it; stopping the machine loses nothing that was committed");
    }
  }

  /**
   * Waits for the processes of a postmaster that was killed: they end by themselves, and until then
   * the shared memory is in use.
   */
  private void awaitLeftovers() throws IOException {
    Instant end = Instant.now().plus(LEFTOVERS);
    while (leftovers()) {
      if (Instant.now().isAfter(end)) {
        throw new DatabaseProblem(
            "processes of a killed PostgreSQL still run (\"postgres: " + folder.name() + "\")",
            "end them with kill, never with kill -9, then start again");
      }
      pause();
    }
  }

  private boolean leftovers() throws IOException {
    String title = "postgres: " + folder.name() + ": ";
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(path -> path.getFileName().toString().matches("\\d+"))
          .anyMatch(path -> commandLine(path).startsWith(title));
    }
  }

  /**
   * A pid file may name a process that came by the number of a dead postmaster (after a restart of
   * the machine or container); PostgreSQL would then refuse to start. No process of this cluster is
   * left at this point, so the file says nothing any more.
   */
  private void forgetStrangerInPidFile() throws IOException {
    List<String> lines = pidFile();
    if (lines.isEmpty() ? Files.exists(pidPath()) : !isPostmaster(lines.get(PID_LINE).strip())) {
      Files.deleteIfExists(pidPath());
    }
  }

  private Path pidPath() {
    return folder.cluster().resolve("postmaster.pid");
  }

  private List<String> pidFile() throws IOException {
    Path file = pidPath();
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private boolean isPostmaster(String pid) {
    // The command line, not the links in /proc: a container may not let root look at those of
    // another account.
    List<String> words =
        Arrays.asList(commandLine(Path.of("/proc", pid.replace("-", ""))).split("\0", -1));
    return words.get(0).endsWith("postgres") && words.contains(folder.cluster().toString());
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline"), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException gone) {
      return "";
    }
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
  }
}
