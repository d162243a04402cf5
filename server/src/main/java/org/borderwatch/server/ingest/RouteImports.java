package org.borderwatch.server.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.route.RouteField;
import org.borderwatch.data.route.RouteParser;
import org.borderwatch.data.route.RouteReader;
import org.borderwatch.data.route.RouteRow;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.route.RouteMatching;
import org.borderwatch.server.route.RouteRepository;
import org.borderwatch.server.route.StoredRoute;

/**
 * Imports files of trafficking routes, each in one transaction: a crash leaves all of its good
 * routes or none. The code is the key: the same route again changes nothing, another one of the
 * code is refused, or replaces it. Thread-safe; keep one.
 */
public final class RouteImports {
  /** The formats that its files have. */
  public static final Set<DetectionFormat> FORMATS =
      Set.of(
          DetectionFormat.GEOJSON,
          DetectionFormat.GPX,
          DetectionFormat.KML,
          DetectionFormat.SHAPEFILE);

  private static final String IN_DEGREES = SqlText.of(RouteImports.class, "in_degrees.sql");

  private final Database database;
  private final BorderLocator border;
  private final RouteMatching matching;

  public RouteImports(Database database, BorderLocator border, RouteMatching matching) {
    this.database = database;
    this.border = border;
    this.matching = matching;
  }

  /** Imports, and snaps the lines to the network if that is asked for. */
  public FileImport of(boolean match) {
    return (request, progress) -> {
      try (Connection connection = database.ownConnection()) {
        connection.setAutoCommit(false);
        try {
          return new Transaction(connection, request, match, progress).run();
        } finally {
          Undo.on(connection);
        }
      }
    };
  }

  /** One import on one connection. */
  private final class Transaction {
    private final long began = System.nanoTime();
    private final Connection connection;
    private final RouteRepository repository;
    private final ImportRequest request;
    private final boolean match;
    private final ImportProgress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Told> told = new HashMap<>();
    private long rows;
    private long stored;
    private long unchanged;
    private long leftOut;

    /** A route of this file, and its number. */
    private record Told(long line, TraffickingRoute route) {}

    Transaction(
        Connection connection, ImportRequest request, boolean match, ImportProgress progress) {
      this.connection = connection;
      this.repository = new RouteRepository(connection, border);
      this.request = request;
      this.match = match;
      this.progress = progress;
    }

    ImportReport run() throws SQLException, IOException {
      Files.deleteIfExists(request.rejects());
      long size = Math.max(1, Files.size(request.file()));
      lock();
      RouteParser parser = RouteParser.ofFile(request.synthetic());
      try (CountingInputStream bytes =
              new CountingInputStream(Files.newInputStream(request.file()));
          InputStream in = new BufferedInputStream(bytes, 1 << 16);
          RouteReader reader = RouteReader.open(in, request.format());
          Rejects rejects = new Rejects(request.rejects(), RouteField.header())) {
        for (RouteRow row = reader.next(); row != null; row = reader.next()) {
          rows++;
          leftOut += row.leftOut();
          if (reader.epsg() != RouteReader.DEGREES) {
            int epsg = reader.epsg();
            row.transform(line -> inDegrees(line, epsg));
          }
          take(row, parser);
          if (!refusals.isEmpty()) {
            rejects.add(new RejectedRow(List.copyOf(refusals), row.cells()));
            refusals.clear();
          }
          progress.read((double) bytes.count() / size, rows);
        }
        if (!request.dryRun()) {
          progress.check();
          connection.commit();
        }
        progress.stored(1);
        return report(reader.encoding(), rejects);
      }
    }

    private void lock() throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_advisory_xact_lock(hashtext('borderwatch import'))");
      }
    }

    private void take(RouteRow row, RouteParser parser) throws SQLException {
      TraffickingRoute route = parser.parse(row, refusals::add);
      if (route == null) {
        return;
      }
      for (UUID unknown : repository.unknownDetections(route.detections())) {
        refuse(row, RouteField.DETECTIONS, unknown + "", RefusalReason.UNKNOWN_DETECTION);
      }
      if (!refusals.isEmpty()) {
        return;
      }
      Told before = told.putIfAbsent(route.code(), new Told(row.line(), route));
      if (before == null) {
        store(row, route);
      } else if (before.route().says(route)) {
        unchanged++;
      } else {
        refuse(
            row,
            RouteField.CODE,
            route.code(),
            RefusalReason.REPEATED_CODE,
            String.valueOf(before.line()));
      }
    }

    private void store(RouteRow row, TraffickingRoute route) throws SQLException {
      Optional<StoredRoute> known = repository.findByCode(route.code());
      if (known.isPresent() && known.get().route().says(route)) {
        unchanged++;
        return;
      }
      boolean sameKind = known.isEmpty() || known.get().route().synthetic() == route.synthetic();
      if (known.isPresent() && (!request.replace() || !sameKind)) {
        refuse(row, RouteField.CODE, route.code(), RefusalReason.CONFLICT, route.code());
        return;
      }
      TraffickingRoute whole = match ? matching.match(route) : route;
      if (known.isEmpty()) {
        repository.add(whole, request.account());
      } else {
        repository.replace(known.get().id(), known.get().version(), whole, request.account());
      }
      stored++;
    }

    private void refuse(
        RouteRow row, RouteField field, String value, RefusalReason why, String... arguments) {
      refusals.add(new Refusal(row.line(), field.code(), value, why, List.of(arguments)));
    }

    /** PostGIS decides where VN-2000 lies on WGS 84. */
    private List<double[]> inDegrees(List<double[]> line, int epsg) {
      Double[] east = line.stream().map(at -> at[0]).toArray(Double[]::new);
      Double[] north = line.stream().map(at -> at[1]).toArray(Double[]::new);
      List<double[]> degrees = new ArrayList<>(line.size());
      try (PreparedStatement statement = connection.prepareStatement(IN_DEGREES)) {
        statement.setArray(1, connection.createArrayOf("float8", east));
        statement.setArray(2, connection.createArrayOf("float8", north));
        statement.setString(3, "EPSG:" + epsg);
        try (ResultSet rowsOf = statement.executeQuery()) {
          while (rowsOf.next()) {
            degrees.add(new double[] {rowsOf.getDouble(1), rowsOf.getDouble(2)});
          }
        }
        return degrees;
      } catch (SQLException failed) {
        throw new IllegalStateException("EPSG:" + epsg + " can't be turned into degrees", failed);
      }
    }

    private ImportReport report(String encoding, Rejects rejects) {
      return new ImportReport(
          rows,
          stored,
          unchanged,
          rejects.rows(),
          rejects.first().stream().sorted(Comparator.comparingLong(Refusal::line)).toList(),
          leftOut == 0 ? Map.of() : Map.of("descriptions", leftOut),
          request.dryRun(),
          encoding,
          "",
          (System.nanoTime() - began) / 1e9);
    }
  }
}
