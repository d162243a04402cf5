package org.borderwatch.server.effort;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All patrol tracks and sensor watches in memory, kept current with the store: read again, all of
 * them, when they changed. Readers take a view and never wait for a writer. Thread-safe.
 */
public final class EffortIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EffortIndex.class);
  private static final long FIRST_LOAD_MILLIS = 2_000;
  private static final int POLL_MILLIS = 800;
  private static final long RETRY_MILLIS = 1_000;
  private static final Duration MOST_SILENCE = Duration.ofSeconds(4);

  private final Database database;
  private final BorderLocator locator;
  private final CountDownLatch firstLoad = new CountDownLatch(1);
  private final AtomicLong loads = new AtomicLong();
  private final Thread follower = new Thread(this::follow, "effort-sync");
  private volatile @Nullable EffortView view;
  private volatile @Nullable Connection listening;
  private volatile boolean closed;

  /** Effort of {@code database}, not loaded yet. */
  public EffortIndex(Database database, BorderLocator locator) {
    this.database = database;
    this.locator = locator;
    follower.setDaemon(true);
  }

  /** Begins to load and to follow, in a thread of its own. */
  public void start() {
    follower.start();
  }

  /**
   * The newest version. While the first load runs, waits for it, two seconds at most.
   *
   * @throws ApiException.Loading when it isn't there by then
   */
  public EffortView view() {
    if (view == null) {
      await(firstLoad);
    }
    EffortView now = view;
    if (now == null) {
      throw new ApiException.Loading(0, 0);
    }
    return now;
  }

  /**
   * Takes in what was committed before this call: whoever writes then reads what was written. Does
   * nothing while the database is away.
   */
  public void refresh() {
    try {
      update();
    } catch (SQLException away) {
      LOG.debug("Effort can't be read now: {}", away.getMessage());
    }
  }

  /** Reads everything again when it changed. */
  private synchronized void update() throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        EffortRepository repository = new EffortRepository(connection);
        String version = repository.version();
        EffortView last = view;
        if (last == null || !last.version().equals(version)) {
          load(repository, version);
        }
      } finally {
        Undo.on(connection);
      }
    }
  }

  private void load(EffortRepository repository, String version) throws SQLException {
    long began = System.nanoTime();
    EffortView loaded = repository.all().view(version, locator).after(view);
    view = loaded;
    loads.incrementAndGet();
    firstLoad.countDown();
    LOG.info(
        "{} patrol tracks and {} sensor watches read into memory in {} ms",
        loaded.tracks(),
        loaded.watches(),
        (System.nanoTime() - began) / 1_000_000);
  }

  private void follow() {
    while (!closed) {
      try {
        listen();
      } catch (SQLException | RuntimeException lost) {
        if (!closed) {
          LOG.warn("Effort can't be followed now: {}", lost.getMessage());
          pause();
        }
      }
    }
  }

  private void listen() throws SQLException {
    Connection connection = database.ownConnection(MOST_SILENCE);
    listening = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN effort_change");
      PGConnection postgres = connection.unwrap(PGConnection.class);
      while (!closed) {
        update();
        // Nobody has to wait for the kilometres of the border then.
        view().prepareSections(Crew.alone());
        // Notifications may be missed, so it looks from time to time as well.
        postgres.getNotifications(POLL_MILLIS);
      }
    } finally {
      listening = null;
      connection.abort(Runnable::run);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean ignored = latch.await(FIRST_LOAD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells {@code registry} from now on how much effort there is. */
  public void measure(MeterRegistry registry) {
    Gauge.builder("borderwatch.effort.tracks", this, index -> count(index.view, true))
        .description("Patrol tracks in memory")
        .register(registry);
    Gauge.builder("borderwatch.effort.watches", this, index -> count(index.view, false))
        .description("Sensor watches in memory")
        .register(registry);
    FunctionCounter.builder("borderwatch.effort.loads", loads, AtomicLong::get)
        .description("How often all effort was read")
        .register(registry);
  }

  private static double count(@Nullable EffortView now, boolean tracks) {
    if (now == null) {
      return Double.NaN;
    }
    return tracks ? now.tracks() : now.watches();
  }

  /** Stops to follow the store. The last version can still be read. */
  @Override
  public void close() {
    closed = true;
    Connection connection = listening;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException cutAlready) {
        // It is gone, as it should be.
      }
    }
    follower.interrupt();
  }
}
