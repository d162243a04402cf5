package org.borderwatch.bench.heat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Insert and delete detections by plain SQL, at a steady rate, each in a transaction of its own;
 * now freely, now so that every answer stays what it is. They can be paused between transactions.
 */
final class Writers implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int PAIRS_PER_SECOND = 200;

  private static final String COPIED =
      "station, responsible_station, source, accuracy_m, direction, setting, outcome, women,"
          + " indicators, origin, border_with, border_offset_m, synthetic, recorded_by, version";

  /** The same row under another number: whoever counts sees no difference. */
  private static final String EXCHANGE =
      "WITH gone AS (DELETE FROM detection WHERE row_no = ? RETURNING *) INSERT INTO detection ("
          + COPIED
          + ", source_ref, observed_at, geom, persons, children, border_km) SELECT "
          + COPIED
          + ", gen_random_uuid()::text, observed_at, geom, persons, children, border_km FROM gone"
          + " RETURNING row_no";

  /** Another row, made of one that is there: elsewhere, at another time, of more people. */
  private static final String INSERT =
      "INSERT INTO detection ("
          + COPIED
          + ", source_ref, observed_at, geom, persons, children, border_km) SELECT "
          + COPIED
          + ", gen_random_uuid()::text, observed_at + random() * interval '90 days' - interval '45"
          + " days', ST_Translate(geom, random() * 0.1 - 0.05, random() * 0.1 - 0.05), persons +"
          + " floor(random() * 3)::int, children, greatest(0, border_km + random() * 10 - 5)"
          + " FROM detection WHERE row_no = ? RETURNING row_no";

  private static final String DELETE = "DELETE FROM detection WHERE row_no = ? RETURNING row_no";

  /** A row that moves and changes, under its own number. */
  private static final String UPDATE =
      "UPDATE detection SET geom = ST_Translate(geom, random() * 0.02 - 0.01, 0), persons = persons"
          + " + 1, version = version + 1 WHERE row_no = ? RETURNING row_no";

  private static final int UPDATE_EVERY = 8;

  private final BenchDatabase database;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<Future<?>> running = new ArrayList<>();
  private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
  private final AtomicLong lastRow;
  private final AtomicLong inserted = new AtomicLong();
  private final AtomicLong deleted = new AtomicLong();
  private final AtomicLong updated = new AtomicLong();
  private volatile boolean free = true;
  private volatile boolean closed;

  Writers(BenchDatabase database, long lastRow) {
    this.database = database;
    this.lastRow = new AtomicLong(lastRow);
  }

  void start() {
    for (int i = 0; i < THREADS; i++) {
      int seed = i;
      running.add(
          threads.submit(
              () -> {
                write(new Draw(seed));
                return null;
              }));
    }
  }

  /** Whether answers may change from now on. */
  void setFree(boolean free) {
    this.free = free;
  }

  /** Lets running transactions end and no other begin, until {@link #resume}. */
  void pause() {
    gate.writeLock().lock();
  }

  void resume() {
    gate.writeLock().unlock();
  }

  long inserted() {
    return inserted.get();
  }

  long deleted() {
    return deleted.get();
  }

  long updated() {
    return updated.get();
  }

  private void write(Draw draw) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement exchange = connection.prepareStatement(EXCHANGE);
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      long due = System.nanoTime();
      for (long i = 0; !closed; i++) {
        gate.readLock().lock();
        try {
          if (free) {
            inserted.addAndGet(run(insert, draw));
            deleted.addAndGet(run(delete, draw));
            updated.addAndGet(i % UPDATE_EVERY == 0 ? run(update, draw) : 0);
          } else {
            int rows = run(exchange, draw);
            inserted.addAndGet(rows);
            deleted.addAndGet(rows);
          }
        } finally {
          gate.readLock().unlock();
        }
        // What a pause held up is not made up for.
        due =
            Math.max(
                due + TimeUnit.SECONDS.toNanos(THREADS) / PAIRS_PER_SECOND,
                System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(50));
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  /** On a random row; 0 when that one is gone already. */
  private int run(PreparedStatement statement, Draw draw) throws SQLException {
    statement.setLong(1, draw.upTo(lastRow.get()));
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return 0;
      }
      lastRow.accumulateAndGet(row.getLong(1), Math::max);
      return 1;
    }
  }

  /** Fails when a writer did. */
  @Override
  public void close() throws Exception {
    closed = true;
    threads.shutdown();
    for (Future<?> one : running) {
      one.get();
    }
  }
}
