package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionView.SectionCount;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored by plain SQL is in memory, within a second, and equal. */
class DetectionIndexTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration A_LOAD = Duration.ofSeconds(15);

  private final RandomDetections rows = new RandomDetections(20240630);
  private TestDatabase test;
  private Database database;
  private IndexAgainstSql sql;
  private DetectionIndex index;

  @BeforeEach
  void open() {
    test = TestCluster.freshDatabase();
    database = test.database();
    sql = new IndexAgainstSql(database);
    index = new DetectionIndex(database);
  }

  @AfterEach
  void close() {
    index.close();
    test.close();
  }

  @Test
  void anEmptyStoreIsLoadedAndCurrent() throws Exception {
    assertThat(index.freshness().state()).isEqualTo(Freshness.State.LOADING);
    index.start();
    awaitLoaded();
    assertThat(index.view().rows()).isZero();
    assertThat(index.view().version()).isEqualTo("0");
    insert(1);
    awaitRows(1);
    sql.assertSame(index.view());
  }

  @Test
  void aLoadEqualsSql() throws Exception {
    insert(4_000);
    index.start();
    awaitLoaded();
    DetectionView view = index.view();
    assertThat(view.rows()).isEqualTo(4_000);
    sql.assertSame(view);
    sql.assertSameByFilter(view, new Random(7));
  }

  @Test
  void aTableOfManyPiecesIsReadOnceAndWhole() throws Exception {
    insert(500);
    // Rows and holes over more pages than one reader takes at a time.
    execute(
        """
        INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome, persons,
          border_with, border_km, border_offset_m, synthetic, recorded_by)
        SELECT source, 'copy:' || n || ':' || row_no, observed_at + n * interval '1 second', geom, direction, setting,
          outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by
        FROM detection, generate_series(1, 300) AS n
        """);
    execute("DELETE FROM detection WHERE row_no % 3 = 0");
    index.start();
    awaitLoaded();
    sql.assertSame(index.view());
  }

  @Test
  void whatIsInsertedChangedAndDeletedIsSeenWithinASecond() throws Exception {
    insert(300);
    index.start();
    awaitLoaded();
    insert(50);
    awaitRows(350);
    sql.assertSame(index.view());
    long persons = persons();
    execute("UPDATE detection SET persons = persons + 7 WHERE row_no % 10 = 0");
    Await.until("the update", A_SECOND, () -> persons() == persons + 7 * 35);
    sql.assertSame(index.view());
    execute("DELETE FROM detection WHERE row_no <= 100");
    awaitRows(250);
    sql.assertSame(index.view());
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void aRowThatChangedOftenInOneTransactionIsAsItIsNow() throws Exception {
    insert(100);
    index.start();
    awaitLoaded();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      rows.insert(connection, 20);
      statement.execute(
          "UPDATE detection SET persons = persons + 1 WHERE row_no BETWEEN 90 AND 110");
      statement.execute(
          "UPDATE detection SET geom = ST_Translate(geom, 0.123456789, 0), border_km = border_km / 2 WHERE row_no BETWEEN 80 AND 105");
      statement.execute("DELETE FROM detection WHERE row_no BETWEEN 95 AND 103");
      statement.execute(
          """
          WITH gone AS (DELETE FROM detection WHERE row_no = 5 RETURNING *)
          SELECT FROM gone
          """);
      // The same event again, under its old key and id.
      statement.execute(
          """
          INSERT INTO detection (id, source, source_ref, observed_at, geom, direction, setting, outcome, persons,
            border_with, border_km, border_offset_m, synthetic, recorded_by)
          SELECT id, 'report', 'again', '2024-02-03 04:05:06+07', ST_SetSRID(ST_MakePoint(106, 22), 4326), 'entry',
            'river', 'intercepted', 4, 'LA', 12.3456789, 1, true, 'test'
          FROM detection_change WHERE operation = 'delete' AND row_no = 5
          """);
      connection.commit();
    }
    awaitRows(111);
    sql.assertSame(index.view());
    sql.assertSameByFilter(index.view(), new Random(8));
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void transactionsThatCommitOutOfOrderAreAllSeenOnce() throws Exception {
    insert(100);
    index.start();
    awaitLoaded();
    try (Connection slow = database.connection();
        Connection slower = database.connection()) {
      slow.setAutoCommit(false);
      slower.setAutoCommit(false);
      rows.insert(slow, 10);
      rows.insert(slower, 20);
      insert(5);
      awaitRows(105);
      execute("UPDATE detection SET persons = persons + 1 WHERE row_no <= 10");
      index.refresh();
      sql.assertSame(index.view());
      slower.commit();
      awaitRows(125);
      sql.assertSame(index.view());
      rows.insert(slow, 1);
      slow.commit();
      awaitRows(136);
      sql.assertSame(index.view());
    }
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void whatWasRolledBackIsNeverSeen() throws Exception {
    insert(10);
    index.start();
    awaitLoaded();
    String version = index.view().version();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      rows.insert(connection, 10);
      statement.execute("SAVEPOINT here");
      statement.execute("DELETE FROM detection");
      statement.execute("ROLLBACK TO SAVEPOINT here");
      index.refresh();
      assertThat(index.view().version()).isEqualTo(version);
      connection.rollback();
    }
    index.refresh();
    assertThat(index.view().version()).isEqualTo(version);
    sql.assertSame(index.view());
  }

  @Test
  void oneStatementMayChangeThousandsOfRows() throws Exception {
    insert(3_000);
    index.start();
    awaitLoaded();
    execute("UPDATE detection SET geom = ST_Translate(geom, 0.01, -0.01), version = version + 1");
    index.refresh();
    sql.assertSame(index.view());
    execute("DELETE FROM detection");
    awaitRows(0);
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void aTableThatIsRewrittenLosesNothing() throws Exception {
    insert(300);
    index.start();
    awaitLoaded();
    for (String type : List.of("double precision", "real")) {
      insert(20);
      // The table is held longer than the index waits between two looks, so that one falls into it.
      test.asOwner(
          """
          BEGIN; UPDATE borderwatch.detection SET persons = persons + 1 WHERE row_no %% 9 = 0; COMMIT;
          BEGIN; ALTER TABLE borderwatch.detection ALTER accuracy_m TYPE %s; SELECT pg_sleep(1.5); COMMIT
          """
              .formatted(type));
      index.refresh();
      sql.assertSame(index.view());
    }
    awaitRows(340);
    assertThat(index.loads()).isEqualTo(1);
  }

  @Test
  void aProfileByDaysHasNoRoomForYearsOfRowsThatItDoesNotMean() throws Exception {
    DetectionRows store = new DetectionRows(database);
    store.add("1932-01-01 00:00:00+00", 106, 22, 1, 100, false);
    store.add("2067-12-31 00:00:00+00", 106, 22, 1, 100, false);
    for (int day = 1; day <= 28; day++) {
      store.add("2024-02-%02d 12:00:00+07".formatted(day), 106, 22, 2, day);
    }
    index.start();
    awaitLoaded();
    DetectionFilter simulated = DetectionFilter.ALL.withSynthetic(true);
    long before = allocatedBytes();
    List<SectionCount> counts = index.view().bySections(simulated, 100, Optional.of(TimeStep.DAY));
    assertThat(allocatedBytes() - before).isLessThan(2_000_000);
    assertThat(counts)
        .hasSize(28)
        .contains(new SectionCount(280, Optional.of(LocalDate.parse("2024-02-28")), 1, 2));
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void theVersionIsThatOfEveryReaderOnceOlderTransactionsHaveEnded() throws Exception {
    insert(100);
    index.start();
    awaitLoaded();
    try (Connection older = database.connection();
        Statement statement = older.createStatement()) {
      older.setAutoCommit(false);
      statement.execute("SELECT pg_current_xact_id()");
      insert(1);
      index.refresh();
      assertThat(index.view().rows()).isEqualTo(101);
      assertThat(DataVersion.isSettled(index.view().version())).isFalse();
      older.rollback();
    }
    index.refresh();
    assertThat(index.view().version()).isEqualTo(new DataVersion(database).current());
    assertThat(DataVersion.isSettled(index.view().version())).isTrue();
    sql.assertSame(index.view());
  }

  @Test
  void whoeverWritesThenRefreshesReadsWhatWasWritten() throws Exception {
    index.start();
    awaitLoaded();
    for (int n = 1; n <= 20; n++) {
      insert(1);
      index.refresh();
      assertThat(index.view().rows()).isEqualTo(n);
    }
  }

  @Test
  void twoIndexesOfOneStoreAgreeWithinASecond() throws Exception {
    insert(100);
    index.start();
    awaitLoaded();
    try (DetectionIndex other = new DetectionIndex(database)) {
      other.start();
      Await.until("the load", A_LOAD, () -> other.freshness().state() == Freshness.State.CURRENT);
      for (int i = 1; i <= 5; i++) {
        insert(10);
        long expected = 100 + 10 * i;
        awaitRows(expected);
        Await.until("the other", A_SECOND, () -> other.view().rows() == expected);
        sql.assertSame(other.view());
      }
    }
  }

  private void awaitLoaded() throws Exception {
    Await.until("the load", A_LOAD, () -> index.freshness().state() == Freshness.State.CURRENT);
  }

  private void awaitRows(long expected) throws Exception {
    Await.until(expected + " rows", A_SECOND, () -> index.view().rows() == expected);
  }

  private long persons() {
    return index.view().totals(DetectionFilter.ALL).persons();
  }

  private void insert(int count) throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      rows.insert(connection, count);
      connection.commit();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
