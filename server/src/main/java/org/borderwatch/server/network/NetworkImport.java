package org.borderwatch.server.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.network.NetworkClip;
import org.borderwatch.data.network.NetworkFile;
import org.borderwatch.data.network.NetworkFormat;
import org.borderwatch.data.network.NetworkOptions;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.data.network.NetworkReport;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Imports files as the network of a kind, in place of the one that is stored, in one transaction: a
 * crash leaves the old one. Heights come from the stored elevation. Needs 12 bytes for each node of
 * the files and 28 for each junction; edges stream through. Thread-safe.
 */
public final class NetworkImport {
  private final Database database;
  private final Supplier<BorderLocator> border;

  /** Imports into {@code database}; {@code border} is asked for when something is to be clipped. */
  public NetworkImport(Database database, Supplier<BorderLocator> border) {
    this.database = database;
    this.border = border;
  }

  /**
   * What is to be imported and how.
   *
   * @param files which together are one network
   * @param names of the files as people know them, without folders
   * @param withinKm of the land border; empty for all of it
   * @param synthetic whether it was made by a simulation
   * @param dryRun whether everything is done except storing
   * @param account who imports
   */
  public record Request(
      List<Path> files,
      List<String> names,
      OptionalDouble withinKm,
      boolean synthetic,
      boolean dryRun,
      String account) {
    public Request {
      files = List.copyOf(files);
      names = List.copyOf(names);
    }
  }

  /**
   * What came of it.
   *
   * @param stored what was written; in a dry run what would be
   */
  public record Result(
      NetworkReport report,
      StoredNetwork stored,
      boolean synthetic,
      boolean dryRun,
      double seconds) {

    /** The report as a document, with what was stored. */
    public ObjectNode json() {
      ObjectNode json = report.json();
      json.putObject("stored")
          .put("nodes", stored.nodes())
          .put("edges", stored.edges())
          .put("features", stored.features())
          .put("parts", stored.parts())
          .put("largest_part_nodes", stored.largestPart());
      json.put("synthetic", synthetic);
      json.put("dryRun", dryRun);
      json.put("seconds", Math.round(seconds * 100) / 100.0);
      return json;
    }
  }

  /**
   * Imports.
   *
   * @param progress is told the share that is done, 0 to 1
   * @param cancelled whether to stop; nothing is stored then
   * @throws org.borderwatch.data.detection.UnreadableFileException when no network can be read
   * @throws java.util.concurrent.CancellationException when it was cancelled
   * @throws SQLException when the database fails; nothing was stored
   */
  public Result run(Request request, DoubleConsumer progress, BooleanSupplier cancelled)
      throws SQLException, IOException {
    long began = System.nanoTime();
    NetworkOptions options =
        NetworkOptions.PLAIN
            .withElevation(StoredElevation.of(database.jdbi()))
            .withClip(
                request.withinKm().isPresent()
                    ? NetworkClip.nearBorder(border.get(), request.withinKm().getAsDouble())
                    : NetworkClip.NONE)
            .watchedBy(progress, cancelled);
    Reading reading = new Reading(request.files(), options);
    StoredNetwork stored = request.dryRun() ? counted(reading) : stored(request, reading);
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Result(reading.report(), stored, request.synthetic(), request.dryRun(), seconds);
  }

  private static StoredNetwork counted(Reading reading) throws IOException {
    NetworkCount count = new NetworkCount();
    reading.into(count);
    return count.counted();
  }

  private StoredNetwork stored(Request request, Reading reading) throws SQLException, IOException {
    try (Connection connection = database.ownConnection()) {
      connection.setAutoCommit(false);
      try {
        NetworkRepository repository = new NetworkRepository(connection);
        StoredNetwork stored = repository.replace(request.synthetic(), reading);
        repository.remember(
            "network",
            request.account(),
            String.join(", ", request.names()),
            isOpenStreetMap(request) ? "odbl" : "internal",
            reading.report().json(),
            request.synthetic());
        connection.commit();
        return stored;
      } catch (NetworkWriter.WriteException failed) {
        if (failed.getCause() instanceof SQLException refused) {
          throw refused;
        }
        throw failed;
      } finally {
        Undo.on(connection);
      }
    }
  }

  private static boolean isOpenStreetMap(Request request) throws IOException {
    for (Path file : request.files()) {
      if (NetworkFormat.of(file) != NetworkFormat.GEOJSON) {
        return true;
      }
    }
    return false;
  }

  /** Reads the files once, and keeps the report. */
  private static final class Reading implements NetworkRepository.Reading<IOException> {
    private final List<Path> files;
    private final NetworkOptions options;
    private @Nullable NetworkReport report;

    Reading(List<Path> files, NetworkOptions options) {
      this.files = files;
      this.options = options;
    }

    @Override
    public void into(NetworkReceiver receiver) throws IOException {
      report = NetworkFile.read(files, options, receiver);
    }

    NetworkReport report() {
      return Objects.requireNonNull(report);
    }
  }
}
