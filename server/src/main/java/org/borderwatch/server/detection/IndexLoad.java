package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.borderwatch.server.database.CopyRows;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.column.DetectionColumns;
import org.borderwatch.server.detection.column.RowBuffer;
import org.borderwatch.server.detection.column.StationCodes;

/**
 * Reads the whole table of detections as one snapshot sees it: several connections share the
 * snapshot and take pieces of the table one after the other, so that all end together.
 *
 * <p>Binary COPY; 40 bytes a row while it runs, beside the columns that are made of them. One load
 * at a time; {@link #loaded} and {@link #total} are for any thread.
 */
final class IndexLoad {
  private static final String EXTENT = SqlText.of(IndexLoad.class, "index_extent.sql");
  private static final String ROWS = SqlText.of(IndexLoad.class, "index_rows.sql");

  /** 8 MB of the table, about 35,000 rows. */
  private static final long PIECE_PAGES = 1024;

  private static final int MOST_READERS = 4;
  private static final Duration MOST_SILENCE = Duration.ofSeconds(15);

  private final IndexConnections connections;
  private final StationCodes stations;
  private final LongAdder loaded = new LongAdder();
  private volatile long total;

  IndexLoad(IndexConnections connections, StationCodes stations) {
    this.connections = connections;
    this.stations = stations;
  }

  /** Rows read so far, of {@link #total} or so. */
  long loaded() {
    return loaded.sum();
  }

  long total() {
    return Math.max(total, loaded.sum());
  }

  /** Loads everything. */
  IndexState run() throws SQLException, InterruptedException {
    loaded.reset();
    Connection keeper = connections.openForReading(MOST_SILENCE);
    try {
      TableHold.take(keeper);
      StoreMoment moment = StoreMoment.of(keeper, StoreMoment.incarnation(keeper));
      return new IndexState(DetectionColumns.of(rows(extent(keeper))), moment);
    } finally {
      connections.release(keeper);
    }
  }

  /** The table, and the name of the snapshot that it is read with. */
  private record Extent(long pages, String snapshotName) {}

  private Extent extent(Connection keeper) throws SQLException {
    try (Statement statement = keeper.createStatement();
        ResultSet row = statement.executeQuery(EXTENT)) {
      row.next();
      total = row.getLong("rows");
      return new Extent(row.getLong("pages"), row.getString("name"));
    }
  }

  private List<RowBuffer> rows(Extent extent) throws SQLException, InterruptedException {
    long pieces = (extent.pages() + PIECE_PAGES - 1) / PIECE_PAGES;
    int readers =
        (int) Math.min(pieces, Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()));
    List<RowBuffer> buffers = new ArrayList<>();
    if (readers == 0) {
      return buffers;
    }
    AtomicLong nextPage = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(readers, IndexLoad::thread);
    try {
      List<Future<RowBuffer>> futures = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        futures.add(threads.submit(() -> read(extent, nextPage)));
      }
      for (Future<RowBuffer> future : futures) {
        buffers.add(result(future));
      }
      return buffers;
    } finally {
      // Where one failed, the others find no more pieces.
      nextPage.set(extent.pages());
      threads.shutdownNow();
    }
  }

  private RowBuffer read(Extent extent, AtomicLong nextPage) throws SQLException {
    RowBuffer buffer = new RowBuffer();
    RowDecoder decoder = new RowDecoder(stations);
    Connection connection = connections.openForReading(MOST_SILENCE);
    try {
      share(connection, extent.snapshotName());
      long from;
      while ((from = nextPage.getAndAdd(PIECE_PAGES)) < extent.pages()) {
        CopyRows.set(connection, "borderwatch.from", "(" + from + ",0)");
        CopyRows.set(connection, "borderwatch.to", "(" + (from + PIECE_PAGES) + ",0)");
        int before = buffer.size();
        CopyRows.read(connection, ROWS, RowDecoder.FIELDS, row -> decoder.decode(row, buffer));
        loaded.add(buffer.size() - before);
      }
      return buffer;
    } finally {
      connections.release(connection);
    }
  }

  /** A snapshot is named by a word of the server, which can't be bound. */
  private static void share(Connection connection, String name) throws SQLException {
    if (!name.matches("[0-9A-F-]+")) {
      throw new IllegalStateException("the server names snapshots in a new way");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION SNAPSHOT '" + name + "'");
    }
  }

  private static RowBuffer result(Future<RowBuffer> future)
      throws SQLException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SQLException lost) {
        throw lost;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "index-load");
    thread.setDaemon(true);
    return thread;
  }
}
