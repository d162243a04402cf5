package org.borderwatch.bench.heat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.database.BinaryCopy;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.demo.DemoStations;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills the empty database of a data folder with simulated detections, their stations and nothing
 * else: no history, no demo mark. Words: the folder, and how many rows.
 *
 * <p>Much faster than an import, as nothing is checked or compared; the table is afterwards as an
 * import leaves it, in the order of time. The private cluster is started when it doesn't run.
 */
public final class LoadDetections {
  /** Fewer than a scenario of scale 1 has, so that there are enough rows before the scale ends. */
  private static final double AT_SCALE_ONE = 19_800;

  private static final int BATCH = 10_000;
  private static final int BATCHES_AHEAD = 8;

  private final int rows;
  private final LandBorder border = LandBorder.load();
  private final Scenario scenario;
  private final SyntheticRows encoder;

  private LoadDetections(int rows) {
    this.rows = rows;
    this.scenario =
        new Scenario(
            Scenario.DEMO_SEED,
            Math.max(1, (rows + 5 * Math.sqrt(rows)) / AT_SCALE_ONE),
            border,
            Places.load());
    this.encoder = new SyntheticRows(new BorderLocator(border), scenario.stations());
  }

  /** Loads, and says how long each step took. */
  public static void main(String[] words) throws Exception {
    Path data = Path.of(words[0]);
    int rows = Integer.parseInt(words[1]);
    try (Storage storage = Storage.open(data, null, 1);
        Connection owner = storage.owner().connect();
        Statement statement = owner.createStatement()) {
      statement.execute("SET search_path = borderwatch, public");
      new LoadDetections(rows).into(owner);
      // So that nothing of the load is still being written while something is measured.
      try (Connection administrator = storage.administrator().connect();
          Statement checkpoint = administrator.createStatement()) {
        timed("CHECKPOINT", () -> checkpoint.execute("CHECKPOINT"));
      }
    }
  }

  private void into(Connection owner) throws SQLException, InterruptedException {
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      refuseIfFilled(statement);
      new DemoStations(owner, border).add(scenario.stations());
      statement.execute("ALTER TABLE detection DISABLE TRIGGER USER");
      // A table that was emptied in the same transaction is written without a log.
      statement.execute("TRUNCATE detection");
      BareTable bare = BareTable.strip(owner);
      timed("rows", () -> copy(owner));
      bare.restore();
      statement.execute("ALTER TABLE detection ENABLE TRIGGER USER");
      owner.commit();
      owner.setAutoCommit(true);
      timed("VACUUM ANALYZE", () -> statement.execute("VACUUM (ANALYZE) detection"));
    }
  }

  private static void refuseIfFilled(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM detection)")) {
      row.next();
      if (row.getBoolean(1)) {
        throw new IllegalStateException("there are detections already; give an empty data folder");
      }
    }
  }

  private void copy(Connection owner) throws SQLException, InterruptedException {
    CopyIn copy =
        owner
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY detection ("
                    + SyntheticRows.COLUMNS
                    + ") FROM STDIN (FORMAT binary, FREEZE true)");
    ExecutorService encoders =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      write(copy, BinaryCopy.header());
      Queue<Future<byte[]>> ahead = new ArrayDeque<>();
      Iterator<Detection> detections = scenario.detections();
      for (long first = 0; first < rows; first += BATCH) {
        List<Detection> batch = next(detections, (int) Math.min(BATCH, rows - first));
        ahead.add(encoders.submit(() -> encoder.encode(batch)));
        if (ahead.size() == BATCHES_AHEAD) {
          write(copy, ahead.remove().get());
        }
      }
      for (Future<byte[]> batch : ahead) {
        write(copy, batch.get());
      }
      write(copy, BinaryCopy.trailer());
      if (copy.endCopy() != rows) {
        throw new IllegalStateException("not every row was stored");
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a row could not be made", failed.getCause());
    } finally {
      encoders.shutdownNow();
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static List<Detection> next(Iterator<Detection> detections, int count) {
    List<Detection> batch = new ArrayList<>(count);
    while (batch.size() < count) {
      batch.add(detections.next());
    }
    return batch;
  }

  private static void write(CopyIn copy, byte[] bytes) throws SQLException {
    copy.writeToCopy(bytes, 0, bytes.length);
  }

  interface Step {
    void run() throws SQLException, InterruptedException;
  }

  @SuppressWarnings("SystemOut")
  static void timed(String what, Step step) throws SQLException, InterruptedException {
    long began = System.nanoTime();
    step.run();
    System.out.printf("%-60s %7.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }
}
