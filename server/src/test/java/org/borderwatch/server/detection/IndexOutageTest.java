package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.Migration;
import org.borderwatch.server.database.PrivateCluster;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.testing.DatabaseLine;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes, hangs, comes back, or comes back as another one. */
class IndexOutageTest {
  private static final Duration SOON = Duration.ofSeconds(6);
  private static final Duration A_LOAD = Duration.ofSeconds(15);

  private final RandomDetections rows = new RandomDetections(20260101);
  private TestDatabase test;
  private DatabaseLine line;
  private Database overLine;
  private DetectionIndex index;

  @BeforeEach
  void open() throws Exception {
    test = TestCluster.freshDatabase();
    line = DatabaseLine.to(test.database().address());
    overLine = new Database(line.address(), null, 2);
    index = new DetectionIndex(overLine);
    insert(test.database(), 200);
  }

  @AfterEach
  void close() throws Exception {
    index.close();
    overLine.close();
    line.close();
    test.close();
  }

  @Test
  void whatChangedWhileTheDatabaseWasAwayIsTakenInWithoutALoad() throws Exception {
    index.start();
    awaitState(index, Freshness.State.CURRENT, A_LOAD);
    DetectionView before = index.view();
    Instant cut = Instant.now();
    line.cut();
    awaitState(index, Freshness.State.STALE, SOON);
    assertThat(index.view().staleSince().orElseThrow())
        .isBetween(cut.minusSeconds(2), cut.plusSeconds(1));
    assertThat(index.view().version()).isEqualTo(before.version());
    assertThat(index.view().rows()).isEqualTo(200);
    execute(test.database(), "DELETE FROM detection WHERE row_no % 4 = 0");
    execute(test.database(), "UPDATE detection SET persons = persons + 3 WHERE row_no % 7 = 0");
    insert(test.database(), 33);
    assertThat(index.view().rows()).isEqualTo(200);
    line.mend();
    awaitState(index, Freshness.State.CURRENT, SOON);
    assertThat(index.view().staleSince()).isEmpty();
    new IndexAgainstSql(test.database()).assertSame(index.view());
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void aDatabaseThatHangsIsNoticedAndReadersDoNotWaitForIt() throws Exception {
    index.start();
    awaitState(index, Freshness.State.CURRENT, A_LOAD);
    line.hold();
    awaitState(index, Freshness.State.STALE, SOON);
    long began = System.nanoTime();
    index.refresh();
    assertThat(index.view().rows()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(200));
    insert(test.database(), 5);
    line.mend();
    awaitState(index, Freshness.State.CURRENT, Duration.ofSeconds(8));
    assertThat(index.view().rows()).isEqualTo(205);
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void connectionsThatTheServerEndsAreMadeAgain() throws Exception {
    index.start();
    awaitState(index, Freshness.State.CURRENT, A_LOAD);
    for (int i = 1; i <= 3; i++) {
      endConnections();
      insert(test.database(), 10);
      long expected = 200 + 10 * i;
      Await.until("the rows", SOON, () -> index.view().rows() == expected);
    }
    new IndexAgainstSql(test.database()).assertSame(index.view());
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void aFirstLoadWaitsForTheDatabase() throws Exception {
    line.cut();
    index.start();
    assertThatThrownBy(index::view).isInstanceOf(ApiException.Loading.class);
    assertThat(index.freshness().state()).isEqualTo(Freshness.State.LOADING);
    line.mend();
    awaitState(index, Freshness.State.CURRENT, A_LOAD);
    assertThat(index.view().rows()).isEqualTo(200);
  }

  @Test
  void itClosesAtOnceWhileTheDatabaseHangs() throws Exception {
    line.hold();
    index.start();
    Thread.sleep(100);
    long began = System.nanoTime();
    index.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    line.mend();
  }

  @Test
  void anotherDatabaseInItsPlaceIsReadWhole() throws Exception {
    index.start();
    awaitState(index, Freshness.State.CURRENT, A_LOAD);
    line.cut();
    try (TestDatabase other = TestCluster.freshDatabase()) {
      insert(other.database(), 77);
      other.database().close();
      test.database().close();
      String name = test.owner().database();
      try (Connection administrator = test.administrator().in("postgres").connect();
          Statement statement = administrator.createStatement()) {
        endConnections();
        statement.execute("ALTER DATABASE " + name + " RENAME TO " + name + "_replaced");
        statement.execute("ALTER DATABASE " + other.owner().database() + " RENAME TO " + name);
      }
    }
    line.mend();
    Await.until("the other rows", SOON, () -> index.view().rows() == 77);
    assertThat(index.loads()).isEqualTo(2);
    assertThat(index.freshness().state()).isEqualTo(Freshness.State.CURRENT);
  }

  @Test
  void aHistoryThatLostItsNewestChangeIsNotGoneOnFrom() throws Exception {
    index.start();
    awaitState(index, Freshness.State.CURRENT, A_LOAD);
    line.cut();
    // As when an older copy of the files was put back, and went on from there.
    test.asOwner(
        """
        ALTER TABLE borderwatch.detection DISABLE TRIGGER USER;
        DELETE FROM borderwatch.detection WHERE row_no = 200;
        ALTER TABLE borderwatch.detection ENABLE TRIGGER USER;
        DELETE FROM borderwatch.detection_change WHERE row_no = 200;
        """);
    line.mend();
    Await.until("the rest", SOON, () -> index.view().rows() == 199);
    assertThat(index.loads()).isEqualTo(2);
  }

  @Test
  void aClusterThatStopsAndStartsIsFollowedFromWhereItWas() throws Exception {
    Path folder = Files.createTempDirectory("borderwatch-outage-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    try {
      DatabaseAddress address = startAndMigrate(folder);
      try (Database database = new Database(address, null, 2);
          DetectionIndex followed = new DetectionIndex(database)) {
        try (PrivateCluster cluster = PrivateCluster.open(folder)) {
          assertThat(cluster.server().port()).isEqualTo(address.port());
          insert(database, 500);
          followed.start();
          awaitState(followed, Freshness.State.CURRENT, A_LOAD);
        }
        awaitState(followed, Freshness.State.STALE, SOON);
        assertThat(followed.view().rows()).isEqualTo(500);
        try (PrivateCluster cluster = PrivateCluster.open(folder)) {
          assertThat(cluster.server().port()).isEqualTo(address.port());
          awaitState(followed, Freshness.State.CURRENT, SOON);
          insert(database, 50);
          execute(database, "DELETE FROM detection WHERE row_no < 20");
          followed.refresh();
          new IndexAgainstSql(database).assertSame(followed.view());
          assertThat(followed.loads()).isEqualTo(1);
          followed.close();
        }
      }
    } finally {
      TestCluster.delete(folder);
    }
  }

  private static DatabaseAddress startAndMigrate(Path folder) {
    try (PrivateCluster cluster = PrivateCluster.open(folder)) {
      Migration.migrate(cluster.owner());
      return cluster.server();
    }
  }

  private static void awaitState(DetectionIndex index, Freshness.State state, Duration most)
      throws Exception {
    Await.until(state.name(), most, () -> index.freshness().state() == state);
  }

  private void endConnections() throws SQLException {
    try (Connection administrator = test.administrator().in("postgres").connect();
        Statement statement = administrator.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '"
              + test.owner().database()
              + "'");
    }
  }

  private void insert(Database database, int count) throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      rows.insert(connection, count);
      connection.commit();
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
