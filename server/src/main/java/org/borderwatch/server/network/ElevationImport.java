package org.borderwatch.server.network;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.borderwatch.data.network.ElevationGrid;
import org.borderwatch.data.network.HeightRaster;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.database.Undo;
import org.jdbi.v3.core.Jdbi;

/**
 * Imports files of heights, all in one transaction, and reckons the heights and times of the real
 * network's edges again: it doesn't matter which of the two is imported first. What is simulated
 * has heights of its own. Keeps one block of heights in memory at a time. Thread-safe.
 */
public final class ElevationImport {
  private static final String TILE = SqlText.of(ElevationImport.class, "elevation_tile.sql");

  /** Reading the heights is the smaller part when there is a network. */
  private static final double READING_SHARE = 0.5;

  private final Database database;

  public ElevationImport(Database database) {
    this.database = database;
  }

  /**
   * What is to be imported.
   *
   * @param names of the files as people know them, without folders: those of SRTM say where it lies
   */
  public record Request(List<Path> files, List<String> names, boolean dryRun, String account) {
    public Request {
      files = List.copyOf(files);
      names = List.copyOf(names);
    }
  }

  /**
   * What came of it.
   *
   * @param tiles stored
   * @param posts heights in them that are known
   * @param voids posts in them whose height isn't known
   * @param edges of the network that were reckoned again
   * @param withHeights edges of these whose heights are known now
   */
  public record Result(
      int tiles,
      long posts,
      long voids,
      long edges,
      long withHeights,
      boolean dryRun,
      double seconds) {

    public ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("tiles", tiles)
          .put("posts", posts)
          .put("voids", voids)
          .put("edges", edges)
          .put("edges_with_heights", withHeights)
          .put("dryRun", dryRun)
          .put("seconds", Math.round(seconds * 100) / 100.0);
    }
  }

  /**
   * Imports.
   *
   * @param progress is told the share that is done, 0 to 1
   * @param cancelled whether to stop; nothing is stored then
   * @throws org.borderwatch.data.detection.UnreadableFileException when a file has no heights
   * @throws CancellationException when it was cancelled
   * @throws SQLException when the database fails; nothing was stored
   */
  public Result run(Request request, DoubleConsumer progress, BooleanSupplier cancelled)
      throws SQLException, IOException {
    try (Connection connection = database.ownConnection()) {
      connection.setAutoCommit(false);
      try {
        return new Transaction(connection, request, progress, cancelled).run();
      } finally {
        Undo.on(connection);
      }
    }
  }

  /** One import on one connection. */
  private static final class Transaction {
    private final long began = System.nanoTime();
    private final Connection connection;
    private final Request request;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;
    private final List<double[]> boxes = new ArrayList<>();
    private int tiles;
    private long posts;
    private long voids;

    Transaction(
        Connection connection,
        Request request,
        DoubleConsumer progress,
        BooleanSupplier cancelled) {
      this.connection = connection;
      this.request = request;
      this.progress = progress;
      this.cancelled = cancelled;
    }

    Result run() throws SQLException, IOException {
      NetworkRepository repository = new NetworkRepository(connection);
      repository.lock();
      for (int i = 0; i < request.files().size(); i++) {
        store(i);
      }
      ElevationGrid elevation = StoredElevation.of(Jdbi.create(connection));
      EdgeHeights heights = new EdgeHeights(connection, elevation);
      heights.again(
          boxes,
          share -> {
            check();
            progress.accept(READING_SHARE + (1 - READING_SHARE) * share);
          });
      Result result =
          new Result(
              tiles,
              posts,
              voids,
              heights.edges(),
              heights.withHeights(),
              request.dryRun(),
              (System.nanoTime() - began) / 1e9);
      if (!request.dryRun()) {
        repository.remember(
            "elevation",
            request.account(),
            String.join(", ", request.names()),
            "internal",
            result.json(),
            false);
        connection.commit();
      }
      return result;
    }

    private void store(int file) throws SQLException, IOException {
      try (HeightBlocks blocks =
              HeightBlocks.of(request.files().get(file), request.names().get(file));
          PreparedStatement statement = connection.prepareStatement(TILE)) {
        for (int i = 0; i < blocks.blocks(); i++) {
          check();
          HeightRaster raster = blocks.block().apply(i).orElse(null);
          if (raster != null) {
            store(raster, statement);
          }
          double inFile = (i + 1.0) / blocks.blocks();
          progress.accept(READING_SHARE * (file + inFile) / request.files().size());
        }
      }
    }

    private void store(HeightRaster raster, PreparedStatement statement) throws SQLException {
      short[] metres = new short[raster.columns() * raster.rows()];
      for (int i = 0; i < metres.length; i++) {
        metres[i] = raster.post(i / raster.columns(), i % raster.columns());
        voids += metres[i] == HeightRaster.VOID ? 1 : 0;
        posts += metres[i] == HeightRaster.VOID ? 0 : 1;
      }
      statement.setString(1, name(raster));
      statement.setDouble(2, raster.west());
      statement.setDouble(3, raster.north());
      statement.setDouble(4, raster.lonStep());
      statement.setDouble(5, raster.latStep());
      statement.setInt(6, raster.columns());
      statement.setInt(7, raster.rows());
      statement.setBytes(8, PackedHeights.pack(metres));
      statement.executeUpdate();
      boxes.add(new double[] {raster.west(), raster.south(), raster.east(), raster.north()});
      tiles++;
    }

    /** The same place at the same step is the same tile: another import of it replaces it. */
    private static String name(HeightRaster raster) {
      return String.format(
          Locale.ROOT,
          "%.6f,%.6f,%.9f,%d,%d",
          raster.west(),
          raster.north(),
          raster.latStep(),
          raster.columns(),
          raster.rows());
    }

    private void check() {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("the import was cancelled");
      }
    }
  }
}
