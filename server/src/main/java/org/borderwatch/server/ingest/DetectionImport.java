package org.borderwatch.server.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.detection.DetectionParser;
import org.borderwatch.data.detection.DetectionReader;
import org.borderwatch.data.detection.ImportRules;
import org.borderwatch.data.detection.ProvinceNames;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.place.Provinces;
import org.borderwatch.server.database.BinaryCopy;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Imports a file of detections in one transaction: a crash leaves all of its good rows or none.
 *
 * <p>Rows are checked on every core while COPY takes them into a temporary table; there, keys that
 * stand twice or are stored already are found, and the rest goes into {@code detection} by INSERT
 * ... SELECT. Memory is bounded, whatever the size of the file. Imports of one database run one
 * after another from the moment when they look for what is stored. Thread-safe; keep one.
 */
public final class DetectionImport implements FileImport {
  private static final String COPY = "COPY incoming FROM STDIN (FORMAT binary)";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String QUERY_CANCELLED = "57014";
  private static final int TRIES = 3;

  private final Database database;
  private final BorderLocator border;
  private final ProvinceNames provinces;

  public DetectionImport(Database database, BorderLocator border) {
    this.database = database;
    this.border = border;
    this.provinces = new ProvinceNames(Provinces.load());
  }

  /**
   * Imports what is asked for.
   *
   * @throws org.borderwatch.data.detection.UnreadableFileException when no row can be taken from
   *     the file
   * @throws CancellationException when {@code progress} was cancelled; nothing was stored
   * @throws SQLException when the database fails; nothing was stored
   */
  @Override
  public ImportReport run(ImportRequest request, ImportProgress progress)
      throws SQLException, IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(request, progress);
      } catch (SQLException e) {
        if (progress.cancelled() && QUERY_CANCELLED.equals(e.getSQLState())) {
          throw new CancellationException("the import was cancelled");
        }
        // Somebody recorded one of the rows by hand in the same moment: now it is stored already.
        if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private ImportReport once(ImportRequest request, ImportProgress progress)
      throws SQLException, IOException, InterruptedException {
    try (Connection connection = database.ownConnection()) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      progress.interruptWith(() -> cancel(postgres));
      connection.setAutoCommit(false);
      try {
        return new Transaction(connection, request, progress).run();
      } finally {
        progress.interruptWith(null);
        Undo.on(connection);
      }
    }
  }

  private static void cancel(PGConnection postgres) {
    try {
      postgres.cancelQuery();
    } catch (SQLException e) {
      // The connection is gone, and its transaction with it.
    }
  }

  /** One import on one connection. */
  private final class Transaction {
    private final long began = System.nanoTime();
    private final Connection connection;
    private final ImportRequest request;
    private final ImportProgress progress;
    private final Incoming incoming;
    private long rows;

    Transaction(Connection connection, ImportRequest request, ImportProgress progress) {
      this.connection = connection;
      this.request = request;
      this.progress = progress;
      this.incoming = new Incoming(connection, request);
    }

    ImportReport run() throws SQLException, IOException, InterruptedException {
      prepare();
      Files.deleteIfExists(request.rejects());
      long size = Math.max(1, Files.size(request.file()));
      try (CountingInputStream bytes =
              new CountingInputStream(Files.newInputStream(request.file()));
          InputStream in = new BufferedInputStream(bytes, 1 << 16);
          DetectionReader reader = request.format().open(in, request.charset());
          Rejects rejects = new Rejects(request.rejects(), reader.columns())) {
        copy(reader, rejects, () -> (double) bytes.count() / size);
        execute("ANALYZE incoming (line, station, source, source_ref)");
        long repeated = incoming.takeOutRepeated(rejects, reader.columns());
        progress.check();
        execute("SELECT pg_advisory_xact_lock(hashtext('borderwatch import'))");
        Incoming.Stored stored = incoming.takeOutStored(rejects, reader.columns());
        long fresh = incoming.left();
        if (!request.dryRun()) {
          incoming.store(progress);
          progress.check();
          connection.commit();
        }
        progress.stored(1);
        return report(reader, rejects, fresh + stored.replaced(), repeated + stored.unchanged());
      }
    }

    private void prepare() throws SQLException {
      incoming.create();
      // Keys of a million rows are grouped in memory; larger files spill to disk.
      execute("SET LOCAL work_mem = '256MB'");
      try (PreparedStatement who =
          connection.prepareStatement("SELECT set_config('borderwatch.account', ?, true)")) {
        who.setString(1, request.account());
        who.execute();
      }
    }

    private void copy(DetectionReader reader, Rejects rejects, Share read)
        throws SQLException, IOException, InterruptedException {
      StationStretches stretches = StationStretches.load(connection);
      DetectionParser parser =
          new DetectionParser(
              new ImportRules(stretches.units(), provinces, border::locate, Instant.now()));
      RowBatch.Checks checks = new RowBatch.Checks(parser, stretches, request, reader);
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      try (ImportPipeline pipeline = new ImportPipeline(reader, checks)) {
        write(copy, BinaryCopy.header());
        pipeline.run(
            batch -> {
              write(copy, batch.copy());
              for (RejectedRow row : batch.rejected()) {
                rejects.add(row);
              }
              rows += batch.rows();
              progress.read(read.soFar(), rows);
            });
        write(copy, BinaryCopy.trailer());
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }

    private static void write(CopyIn copy, byte[] bytes) throws SQLException {
      copy.writeToCopy(bytes, 0, bytes.length);
    }

    private ImportReport report(
        DetectionReader reader, Rejects rejects, long stored, long unchanged) {
      return new ImportReport(
          rows,
          stored,
          unchanged,
          rejects.rows(),
          rejects.first().stream().sorted(Comparator.comparingLong(Refusal::line)).toList(),
          Map.of(),
          request.dryRun(),
          reader.encoding(),
          reader.delimiter(),
          (System.nanoTime() - began) / 1e9);
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** How much of the file was read. */
  private interface Share {
    double soFar();
  }
}
