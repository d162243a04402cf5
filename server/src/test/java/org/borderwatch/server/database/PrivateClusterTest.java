package org.borderwatch.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.testing.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivateClusterTest {
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("borderwatch-cluster-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void deleteFolder() {
    TestCluster.delete(folder);
  }

  @Test
  void whatWasWrittenIsThereAtTheNextStart() throws Exception {
    int port;
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      port = cluster.owner().port();
      write(cluster, "first");
      assertThat(pidFile(cluster)).exists();
    }
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      assertThat(cluster.owner().port()).isEqualTo(port);
      assertThat(read(cluster)).isEqualTo("first");
    }
    assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void itIsDurableAndLetsNobodyInWithoutAPassword() throws Exception {
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      assertThat(ask(cluster, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(cluster, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> cluster.owner().as(Roles.OWNER, "a guess").connect())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      for (String role : new String[] {"postgres", "borderwatch-owner", "borderwatch-server"}) {
        Path file = folder.resolve("cluster-" + role + ".password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void afterTheKillOfThePostmasterNothingCommittedIsLost() throws Exception {
    PrivateCluster killed = PrivateCluster.open(folder);
    write(killed, "committed");
    kill(pid(killed));
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      assertThat(read(cluster)).isEqualTo("committed");
      killed.close();
      assertThat(read(cluster)).isEqualTo("committed");
    }
    assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void theLastUserStopsIt() throws Exception {
    PrivateCluster first = PrivateCluster.open(folder);
    PrivateCluster second = PrivateCluster.open(folder);
    assertThat(second.owner().port()).isEqualTo(first.owner().port());
    first.close();
    first.close();
    write(second, "still here");
    second.close();
    assertThatThrownBy(() -> second.owner().connect()).isInstanceOf(SQLException.class);
  }

  @Test
  void aClusterThatAKilledProcessLeftIsAdoptedAndStopped() throws Exception {
    Process holder = holder();
    awaitPort(holder);
    String pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0);
    holder.destroyForcibly().waitFor();
    try (PrivateCluster adopted = PrivateCluster.open(folder)) {
      assertThat(Long.toString(pid(adopted))).isEqualTo(pid);
    }
    assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void twoProcessesThatStartAtOnceShareOneCluster() throws Exception {
    Process one = holder();
    Process other = holder();
    assertThat(awaitPort(one)).isEqualTo(awaitPort(other));
    one.getOutputStream().close();
    assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      write(cluster, "beside the other process");
    }
    assertThat(folder.resolve("cluster/postmaster.pid")).exists();
    other.getOutputStream().close();
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void aPidFileThatNamesAStrangerIsNoObstacle() throws Exception {
    Path cluster;
    try (PrivateCluster first = PrivateCluster.open(folder)) {
      cluster = first.folder();
    }
    long stranger = ProcessHandle.current().pid();
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        stranger + "\n" + cluster + "\n1763000000\n5555\n\n127.0.0.1\n");
    try (PrivateCluster second = PrivateCluster.open(folder)) {
      assertThat(pid(second)).isNotEqualTo(stranger);
    }
  }

  @Test
  void aFirstStartThatStoppedHalfwayIsDoneAgain() throws Exception {
    Path halfway = Files.createDirectory(folder.resolve("cluster.new"));
    Files.writeString(halfway.resolve("PG_VERSION"), "15\n");
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      write(cluster, "whole");
    }
    assertThat(halfway).doesNotExist();
  }

  @Test
  void whereTheAccountCannotGoThereIsAPointer() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Path place;
    try (PrivateCluster cluster = PrivateCluster.open(closed)) {
      write(cluster, "elsewhere");
      place = cluster.folder();
    }
    try (PrivateCluster cluster = PrivateCluster.open(closed)) {
      assertThat(read(cluster)).isEqualTo("elsewhere");
    }
    // Only root steps down to another account; anybody else reaches their own folder.
    boolean root = "root".equals(System.getProperty("user.name"));
    assertThat(Files.exists(closed.resolve("cluster.pointer"))).isEqualTo(root);
    assertThat(place.startsWith(closed)).isEqualTo(!root);
    TestCluster.delete(root ? place.getParent() : place);
  }

  private Process holder() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            java, "-cp", classes, ClusterHolder.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String awaitPort(Process holder) throws IOException {
    BufferedReader lines = holder.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    assertThat(line).startsWith("port ");
    return line;
  }

  private static void kill(long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static Path pidFile(PrivateCluster cluster) {
    return cluster.folder().resolve("postmaster.pid");
  }

  private static long pid(PrivateCluster cluster) throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile(cluster)).get(0).strip());
  }

  private static void write(PrivateCluster cluster, String text) throws SQLException {
    try (Connection connection = cluster.owner().connect()) {
      connection.createStatement().execute("CREATE SCHEMA IF NOT EXISTS kept");
      connection.createStatement().execute("CREATE TABLE IF NOT EXISTS kept.note (text text)");
      connection.createStatement().execute("INSERT INTO kept.note VALUES ('" + text + "')");
    }
  }

  private static String read(PrivateCluster cluster) throws SQLException {
    return ask(cluster, "SELECT string_agg(text, ' ') FROM kept.note");
  }

  private static String ask(PrivateCluster cluster, String sql) throws SQLException {
    try (Connection connection = cluster.owner().connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
