package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.Test;

/** Several clerks move rows about at once; whoever looks sees all of a transaction or none. */
@PostgisTest
class IndexUnderWritesTest {
  private static final int CLERKS = 4;
  private static final long NANOS = Duration.ofSeconds(5).toNanos();

  /** Some rows go and come back elsewhere under other numbers; the sums stay. */
  private static final String MOVE_ROWS =
      """
      WITH gone AS (
        DELETE FROM detection WHERE row_no IN (
          SELECT row_no FROM detection WHERE row_no % ? = ? ORDER BY hashint8(row_no + ?) LIMIT ? FOR UPDATE)
        RETURNING *)
      INSERT INTO detection (id, source, source_ref, observed_at, geom, direction, setting, outcome, persons, women,
        children, indicators, border_with, border_km, border_offset_m, responsible_station, synthetic, recorded_by)
      SELECT gen_random_uuid(), source, 'm:' || gen_random_uuid(), observed_at, ST_Translate(geom, 0.003, -0.002),
        direction, setting, outcome, persons, women, children, indicators, border_with, border_km, border_offset_m,
        responsible_station, synthetic, 'test'
      FROM gone
      """;

  /** One row gives a person to another, so the order of both does not matter. */
  private static final String MOVE_PERSON =
      """
      UPDATE detection AS d SET persons = d.persons + CASE WHEN d.row_no = pair.least THEN 1 ELSE -1 END
      FROM (SELECT min(row_no) AS least, max(row_no) AS most FROM (
              SELECT row_no FROM detection
              WHERE row_no % ? = ? AND persons > 1 + coalesce(women, 0) + coalesce(children, 0)
              ORDER BY hashint8(row_no + ?) LIMIT 2 FOR UPDATE) AS two) AS pair
      WHERE d.row_no IN (pair.least, pair.most) AND pair.least < pair.most
      """;

  @Test
  void everyViewIsWholeWhileClerksMoveRows(Database database) throws Exception {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      new RandomDetections(5).insert(connection, 3_000);
      connection.commit();
    }
    ExecutorService threads = Executors.newFixedThreadPool(CLERKS + 1);
    try (DetectionIndex index = new DetectionIndex(database)) {
      index.start();
      Await.until(
          "the load",
          Duration.ofSeconds(15),
          () -> index.freshness().state() == Freshness.State.CURRENT);
      DetectionView.Totals totals = index.view().totals(DetectionFilter.ALL);
      AtomicLong moved = new AtomicLong();
      List<Future<?>> clerks = new ArrayList<>();
      long until = System.nanoTime() + NANOS;
      for (int clerk = 0; clerk < CLERKS; clerk++) {
        int number = clerk;
        clerks.add(threads.submit(() -> moved.addAndGet(moveRows(database, number, until))));
      }
      long views = 0;
      DetectionView last = index.view();
      while (System.nanoTime() < until) {
        DetectionView view = index.view();
        if (view != last) {
          assertThat(view.totals(DetectionFilter.ALL)).isEqualTo(totals);
          last = view;
          views++;
        }
        Thread.sleep(1);
      }
      for (Future<?> clerk : clerks) {
        clerk.get();
      }
      index.refresh();
      assertThat(index.view().totals(DetectionFilter.ALL)).isEqualTo(totals);
      new IndexAgainstSql(database).assertSame(index.view());
      new IndexAgainstSql(database).assertSameByFilter(index.view(), new Random(9));
      assertThat(index.loads()).isEqualTo(1);
      assertThat(moved.get()).isGreaterThan(500);
      assertThat(views).isGreaterThan(10);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long moveRows(Database database, int clerk, long until) throws Exception {
    Random random = new Random(clerk);
    long moved = 0;
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < until) {
        moved += run(connection, MOVE_ROWS, clerk, random, 1 + random.nextInt(5));
        if (random.nextInt(3) == 0) {
          // A slow one, whose number is lower than those of the others that commit before.
          Thread.sleep(random.nextInt(40));
        }
        moved += run(connection, MOVE_PERSON, clerk, random, 0);
        if (random.nextInt(8) == 0) {
          connection.rollback();
        } else {
          connection.commit();
        }
      }
    }
    return moved;
  }

  private static int run(Connection connection, String sql, int clerk, Random random, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, CLERKS);
      statement.setInt(2, clerk);
      statement.setInt(3, random.nextInt(1 << 30));
      if (limit > 0) {
        statement.setInt(4, limit);
      }
      return statement.executeUpdate();
    }
  }
}
