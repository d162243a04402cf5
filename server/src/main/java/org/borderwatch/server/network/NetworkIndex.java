package org.borderwatch.server.network;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored network in memory, the real and the simulated one, kept current with the store: read
 * again when it changed. Readers take a version and never wait for a writer. Thread-safe.
 */
public final class NetworkIndex implements NetworkSource, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkIndex.class);
  private static final long FIRST_LOAD_MILLIS = 2_000;
  private static final int POLL_MILLIS = 800;
  private static final long RETRY_MILLIS = 1_000;
  private static final Duration MOST_SILENCE = Duration.ofSeconds(4);

  private final Database database;
  private final CountDownLatch firstLoad = new CountDownLatch(1);
  private final AtomicLong loads = new AtomicLong();
  private final Thread follower = new Thread(this::follow, "network-sync");
  private volatile @Nullable Networks networks;
  private volatile @Nullable Connection listening;
  private volatile boolean closed;

  /** One version of both kinds. */
  private record Networks(String version, RoadNetwork real, RoadNetwork simulated) {
    RoadNetwork of(Optional<Boolean> synthetic) {
      boolean wanted = synthetic.orElse(real.edges() == 0 && simulated.edges() > 0);
      return wanted ? simulated : real;
    }
  }

  /** The network of {@code database}, not loaded yet. */
  public NetworkIndex(Database database) {
    this.database = database;
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
  @Override
  public RoadNetwork network(Optional<Boolean> synthetic) {
    if (networks == null) {
      await(firstLoad);
    }
    Networks now = networks;
    if (now == null) {
      throw new ApiException.Loading(0, 0);
    }
    return now.of(synthetic);
  }

  /**
   * Takes in what was committed before this call: whoever writes then reads what was written. Does
   * nothing while the database is away.
   */
  public void refresh() {
    try {
      update();
    } catch (SQLException away) {
      LOG.debug("The network can't be read now: {}", away.getMessage());
    }
  }

  /** Reads everything again when it changed. */
  private synchronized void update() throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        String version = new NetworkRepository(connection).version();
        Networks last = networks;
        if (last == null || !last.version().equals(version)) {
          load(new NetworkLoad(connection), version);
        }
      } finally {
        Undo.on(connection);
      }
    }
  }

  private void load(NetworkLoad load, String version) throws SQLException {
    long began = System.nanoTime();
    Networks loaded = new Networks(version, load.of(version, false), load.of(version, true));
    networks = loaded;
    loads.incrementAndGet();
    firstLoad.countDown();
    LOG.info(
        "{} nodes and {} edges of the network read into memory in {} ms",
        loaded.real().nodes() + loaded.simulated().nodes(),
        loaded.real().edges() + loaded.simulated().edges(),
        (System.nanoTime() - began) / 1_000_000);
  }

  private void follow() {
    while (!closed) {
      try {
        listen();
      } catch (SQLException | RuntimeException lost) {
        if (!closed) {
          LOG.warn("The network can't be followed now: {}", lost.getMessage());
          pause();
        }
      }
    }
  }

  private void listen() throws SQLException {
    Connection connection = database.ownConnection(MOST_SILENCE);
    listening = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN network_change");
      PGConnection postgres = connection.unwrap(PGConnection.class);
      while (!closed) {
        update();
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

  /** Tells {@code registry} from now on how large the network is. */
  public void measure(MeterRegistry registry) {
    gauge(registry, "nodes", "Nodes of the network in memory", RoadNetwork::nodes);
    gauge(registry, "edges", "Edges of the network in memory", RoadNetwork::edges);
    gauge(registry, "parts", "Connected parts of the network in memory", RoadNetwork::parts);
    FunctionCounter.builder("borderwatch.network.loads", loads, AtomicLong::get)
        .description("How often the network was read")
        .register(registry);
  }

  private interface Count {
    int of(RoadNetwork network);
  }

  private void gauge(MeterRegistry registry, String what, String description, Count count) {
    for (boolean synthetic : new boolean[] {false, true}) {
      Gauge.builder(
              "borderwatch.network." + what,
              this,
              index -> {
                Networks now = index.networks;
                return now == null
                    ? Double.NaN
                    : count.of(synthetic ? now.simulated() : now.real());
              })
          .description(description)
          .tag("synthetic", Boolean.toString(synthetic))
          .register(registry);
    }
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
