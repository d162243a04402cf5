package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.borderwatch.server.detection.column.MissingRowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the index, then keeps it current until closed; goes on from where it was when the database
 * was lost. Runs in one thread.
 */
final class IndexSync implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSync.class);

  /** A hung database is noticed after the next poll and this. */
  private static final Duration MOST_SILENCE = Duration.ofSeconds(3);

  /** Notifications may be missed; nothing is seen later than this. */
  private static final long POLL_MILLIS = 800;

  /** Commits that come faster than this are taken together. */
  private static final long BATCH_MILLIS = 50;

  private static final long FIRST_RETRY_MILLIS = 250;
  private static final long LAST_RETRY_MILLIS = 2_000;

  /** Beyond this, and beyond a tenth of all rows, reading everything is faster. */
  private static final long MOST_CHANGES = 200_000;

  private static final long MOST_CHANGES_SHARE = 10;

  private final IndexConnections connections;
  private final IndexLoad load;
  private final IndexChanges changes;
  private final CatchUpRequests requests;
  private final BiConsumer<IndexState, Freshness> publish;
  private final LongAdder loads = new LongAdder();
  private final LongAdder catchUps = new LongAdder();
  private final LongAdder catchUpNanos = new LongAdder();
  private @Nullable IndexState state;
  private @Nullable IndexState shown;
  private Instant lastSuccess = Instant.now();
  private boolean current;
  private long retryMillis = FIRST_RETRY_MILLIS;

  IndexSync(
      IndexConnections connections,
      IndexLoad load,
      IndexChanges changes,
      CatchUpRequests requests,
      BiConsumer<IndexState, Freshness> publish) {
    this.connections = connections;
    this.load = load;
    this.changes = changes;
    this.requests = requests;
    this.publish = publish;
  }

  @Override
  public void run() {
    try {
      while (!requests.closed()) {
        try {
          follow();
        } catch (SQLException | RuntimeException | OutOfMemoryError failed) {
          if (!requests.closed()) {
            lost(failed);
          }
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Follows the database on one connection, until it is lost. */
  private void follow() throws SQLException, InterruptedException {
    Connection connection = connections.openForReading(MOST_SILENCE);
    try {
      IndexState last = state;
      if (last == null || !isContinued(last.moment(), connection)) {
        load();
      }
      while (!requests.closed()) {
        catchUp(connection);
      }
    } finally {
      connections.release(connection);
    }
  }

  private boolean isContinued(StoreMoment moment, Connection connection) throws SQLException {
    boolean continued = moment.continuesIn(connection, StoreMoment.incarnation(connection));
    connection.commit();
    if (!continued) {
      LOG.warn("The database is another one than before, or an older copy: reading all of it");
    }
    return continued;
  }

  private void load() throws SQLException, InterruptedException {
    long began = System.nanoTime();
    IndexState loaded = load.run();
    state = loaded;
    loads.increment();
    LOG.info(
        "{} detections read into memory in {} ms", loaded.columns().rows(), millisSince(began));
  }

  /** One catch-up; then waits until another one is due. */
  private void catchUp(Connection connection) throws SQLException, InterruptedException {
    long request = requests.take(current ? POLL_MILLIS : 0);
    long began = System.nanoTime();
    Instant asOf = Instant.now();
    IndexState last = Objects.requireNonNull(state);
    Optional<IndexState> next = next(last, connection);
    if (next.isEmpty()) {
      load();
      return;
    }
    state = next.get();
    if (!current || !next.get().looksLike(shown)) {
      publish.accept(next.get(), Freshness.CURRENT);
      shown = next.get();
    }
    current = true;
    lastSuccess = asOf;
    retryMillis = FIRST_RETRY_MILLIS;
    requests.served(request);
    catchUps.increment();
    catchUpNanos.add(System.nanoTime() - began);
    // Never busy for more than half of the time, whoever writes how much.
    requests.pause(Math.max(BATCH_MILLIS - millisSince(began), millisSince(began)));
  }

  /** The state that follows {@code last}, empty when everything has to be read again. */
  private Optional<IndexState> next(IndexState last, Connection connection) throws SQLException {
    try {
      long most = Math.max(MOST_CHANGES, last.columns().rows() / MOST_CHANGES_SHARE);
      return changes.since(last, connection, most);
    } catch (MissingRowException unlike) {
      LOG.error("The index is not what was stored: reading everything again", unlike);
      return Optional.empty();
    }
  }

  private void lost(Throwable failed) throws InterruptedException {
    IndexState last = state;
    if (current && last != null) {
      publish.accept(last, Freshness.stale(lastSuccess));
    }
    if (!(failed instanceof SQLException)) {
      LOG.error("Detections can't be followed now", failed);
    } else if (current || retryMillis == FIRST_RETRY_MILLIS) {
      LOG.warn("Detections can't be followed now: {}", failed.getMessage());
    }
    current = false;
    requests.away();
    requests.pause(retryMillis);
    retryMillis = Math.min(2 * retryMillis, LAST_RETRY_MILLIS);
  }

  /** How often everything was read. */
  long loads() {
    return loads.sum();
  }

  /** How often changes were looked for. */
  long catchUps() {
    return catchUps.sum();
  }

  /** How long that took in all. */
  long catchUpNanos() {
    return catchUpNanos.sum();
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
