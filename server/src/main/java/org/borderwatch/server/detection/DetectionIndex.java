package org.borderwatch.server.detection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.column.DetectionColumns;
import org.borderwatch.server.detection.column.StationCodes;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * All detections in memory, kept current with the store: what maps, charts and analyses count from.
 * Readers take a {@link DetectionView} and never wait for a writer. Thread-safe.
 */
public final class DetectionIndex implements AutoCloseable {
  private static final long FIRST_LOAD_MILLIS = 2_000;
  private static final long REFRESH_MILLIS = 1_000;
  private static final long CLOSE_MILLIS = 500;

  private final StationCodes stations = new StationCodes();
  private final CatchUpRequests requests = new CatchUpRequests();
  private final CountDownLatch firstLoad = new CountDownLatch(1);
  private final IndexConnections connections;
  private final IndexLoad load;
  private final IndexSync sync;
  private final List<Thread> threads;
  private volatile @Nullable Published published;

  /** A version, and how current it is. */
  private record Published(DetectionColumns columns, DetectionView view, Freshness freshness) {}

  public DetectionIndex(Database database) {
    connections = new IndexConnections(database);
    load = new IndexLoad(connections, stations);
    sync = new IndexSync(connections, load, new IndexChanges(stations), requests, this::publish);
    threads =
        List.of(
            thread("index-sync", sync),
            thread("index-listen", new ChangeListener(connections, requests)));
  }

  /** Begins to load, in a thread of its own. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /**
   * The newest version. While the first load runs, waits for it, two seconds at most.
   *
   * @throws ApiException.Loading when it isn't there by then
   */
  public DetectionView view() {
    if (published == null) {
      await(firstLoad);
    }
    Published now = published;
    if (now == null) {
      throw new ApiException.Loading(load.loaded(), load.total());
    }
    return now.view();
  }

  /**
   * How many detections {@code filter} means, as the transaction of {@code connection} sees them:
   * from memory when it sees the version that is there, otherwise counted by the store.
   */
  public long count(Connection connection, DetectionFilter filter) throws SQLException {
    Published now = published;
    return now != null && now.view().version().equals(DataVersion.seenBy(connection))
        ? now.view().totals(filter).detections()
        : new DetectionRepository(connection).count(filter);
  }

  /** How current {@link #view} is. */
  public Freshness freshness() {
    Published now = published;
    return now == null ? Freshness.loading(load.loaded(), load.total()) : now.freshness();
  }

  /**
   * Waits, a second at most, until what was committed before this call is visible here: whoever
   * writes then reads what was written. Returns at once when the database is away.
   */
  public void refresh() {
    try {
      requests.awaitServed(requests.ask(), REFRESH_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells {@code registry} from now on how large and how current the index is. */
  public void measure(MeterRegistry registry) {
    Gauge.builder("borderwatch.index.rows", this, DetectionIndex::rows)
        .description("Detections in memory")
        .register(registry);
    Gauge.builder("borderwatch.index.bytes.per.row", this, DetectionIndex::bytesPerRow)
        .description("Memory for each detection")
        .register(registry);
    Gauge.builder("borderwatch.index.stale", this, index -> index.isStale() ? 1 : 0)
        .description("1 while the database is away")
        .register(registry);
    FunctionCounter.builder("borderwatch.index.loads", sync, IndexSync::loads)
        .description("How often all detections were read")
        .register(registry);
    FunctionTimer.builder(
            "borderwatch.index.catchups",
            sync,
            IndexSync::catchUps,
            IndexSync::catchUpNanos,
            TimeUnit.NANOSECONDS)
        .description("Looking for changes, and taking them in")
        .register(registry);
  }

  /** Number of detections; no number before the first load is done. */
  public double rows() {
    Published now = published;
    return now == null ? Double.NaN : now.columns().rows();
  }

  /** How often everything was read. */
  long loads() {
    return sync.loads();
  }

  /**
   * Stops to follow the store, also in the middle of a load. The last version can still be read.
   */
  @Override
  public void close() {
    requests.close();
    connections.close();
    try {
      for (Thread thread : threads) {
        thread.join(CLOSE_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private double bytesPerRow() {
    Published now = published;
    return now == null ? Double.NaN : (double) now.columns().bytes() / now.columns().rows();
  }

  private boolean isStale() {
    return freshness().state() == Freshness.State.STALE;
  }

  private void publish(IndexState state, Freshness freshness) {
    DetectionColumns columns = state.columns();
    published =
        new Published(
            columns,
            new DetectionView(columns, stations, state.moment().version(), freshness),
            freshness);
    firstLoad.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean ignored = latch.await(FIRST_LOAD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
