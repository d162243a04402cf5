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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.effort.EffortField;
import org.borderwatch.data.effort.EffortParser;
import org.borderwatch.data.effort.EffortParser.ParsedTrack;
import org.borderwatch.data.effort.EffortParser.ParsedWatch;
import org.borderwatch.data.effort.EffortReader;
import org.borderwatch.data.effort.EffortRow;
import org.borderwatch.data.effort.EffortRules;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.effort.IncomingEffort;
import org.borderwatch.server.effort.IncomingTracks;
import org.borderwatch.server.effort.IncomingWatches;
import org.jspecify.annotations.Nullable;

/**
 * Imports files of patrol tracks and sensor watches, each in one transaction: a crash leaves all of
 * its good rows or none. Imports of one database look one after another for what is stored.
 * Thread-safe; keep one.
 */
public final class EffortImports {
  private final Database database;
  private final BorderLocator border;

  public EffortImports(Database database, BorderLocator border) {
    this.database = database;
    this.border = border;
  }

  /** Imports into one collection, with what was told beside the file. */
  public FileImport of(EffortKind kind, EffortOptions options) {
    return (request, progress) -> {
      try (Connection connection = database.ownConnection()) {
        connection.setAutoCommit(false);
        try {
          return new Transaction(connection, kind, options, request, progress).run();
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
    private final EffortKind kind;
    private final EffortOptions options;
    private final ImportRequest request;
    private final ImportProgress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Long> dropped = new TreeMap<>();

    /** Lines and contents by key, of this file. */
    private final Map<List<@Nullable String>, Told> told = new HashMap<>();

    /** What a refused row would be given back as, by line. */
    private final Map<Long, List<String>> cells = new HashMap<>();

    private final Set<Long> lefts = new HashSet<>();
    private long rows;
    private long unchanged;

    private record Told(long line, Object content) {}

    Transaction(
        Connection connection,
        EffortKind kind,
        EffortOptions options,
        ImportRequest request,
        ImportProgress progress) {
      this.connection = connection;
      this.kind = kind;
      this.options = options;
      this.request = request;
      this.progress = progress;
    }

    ImportReport run() throws SQLException, IOException {
      rememberAccount();
      StationStretches stretches = StationStretches.load(connection);
      EffortParser parser =
          new EffortParser(
              new EffortRules(stretches.units(), border::locate, Instant.now(), options));
      Files.deleteIfExists(request.rejects());
      long size = Math.max(1, Files.size(request.file()));
      try (CountingInputStream bytes =
              new CountingInputStream(Files.newInputStream(request.file()));
          InputStream in = new BufferedInputStream(bytes, 1 << 16);
          EffortReader reader = kind.open(in, request.format());
          Rejects rejects = new Rejects(request.rejects(), EffortField.header());
          IncomingEffort incoming =
              kind == EffortKind.TRACKS
                  ? new IncomingTracks(connection)
                  : new IncomingWatches(connection)) {
        for (EffortRow row = reader.next(); row != null; row = reader.next()) {
          rows++;
          take(row, parser, stretches, incoming);
          refuse(row.cells(), rejects);
          progress.read((double) bytes.count() / size, rows);
        }
        incoming.copied();
        progress.check();
        execute("SELECT pg_advisory_xact_lock(hashtext('borderwatch import'))");
        List<Long> replaced = clashes(incoming, rejects);
        long stored = lefts.size() + replaced.size();
        if (!request.dryRun()) {
          incoming.replace(request.account(), request.synthetic(), replaced);
          stored = replaced.size() + incoming.store(request.account(), request.synthetic());
          progress.check();
          connection.commit();
        }
        progress.stored(1);
        return report(reader.encoding(), rejects, stored);
      }
    }

    private void rememberAccount() throws SQLException {
      try (PreparedStatement who =
          connection.prepareStatement("SELECT set_config('borderwatch.account', ?, true)")) {
        who.setString(1, request.account());
        who.execute();
      }
    }

    private void take(
        EffortRow row, EffortParser parser, StationStretches stretches, IncomingEffort incoming)
        throws SQLException {
      if (incoming instanceof IncomingTracks tracks) {
        ParsedTrack parsed = parser.track(row, refusals::add);
        if (parsed != null) {
          PatrolTrack track = parsed.track();
          String responsible = responsible(track.station(), parsed.middle(), stretches);
          if (isNew(row, track.station(), track.sourceRef(), responsible, track)) {
            tracks.add(row.line(), track, responsible);
            parsed
                .dropped()
                .forEach((why, pieces) -> dropped.merge(why.code(), (long) pieces, Long::sum));
          }
        }
      } else if (incoming instanceof IncomingWatches watches) {
        ParsedWatch parsed = parser.watch(row, refusals::add);
        if (parsed != null) {
          SensorWatch watch = parsed.watch();
          String responsible = responsible(watch.station(), parsed.along(), stretches);
          if (isNew(row, watch.station(), watch.sourceRef(), responsible, watch)) {
            watches.add(row.line(), watch, responsible);
          }
        }
      }
    }

    private static @Nullable String responsible(
        @Nullable String station, BorderPosition position, StationStretches stretches) {
      return station == null ? stretches.responsible(position) : station;
    }

    /** Whether a row goes on: it may be written, and its key didn't stand before. */
    private boolean isNew(
        EffortRow row,
        @Nullable String station,
        String sourceRef,
        @Nullable String responsible,
        Object content) {
      if (!request.mayWriteFor(responsible)) {
        refusals.add(notYours(row.line(), responsible));
        return false;
      }
      Told now = new Told(row.line(), content.hashCode());
      Told before = told.putIfAbsent(java.util.Arrays.asList(station, sourceRef), now);
      if (before == null) {
        lefts.add(row.line());
        cells.put(row.line(), row.cells());
        return true;
      }
      if (before.content().equals(now.content())) {
        unchanged++;
      } else {
        List<String> arguments = List.of(String.valueOf(before.line()), sourceRef);
        refusals.add(
            new Refusal(row.line(), "source_ref", sourceRef, RefusalReason.REPEATED, arguments));
      }
      return false;
    }

    private static Refusal notYours(long line, @Nullable String unit) {
      String shown = unit == null ? "—" : unit;
      return new Refusal(line, "station", shown, RefusalReason.NOT_YOUR_STATION, List.of(shown));
    }

    /** Tells those whose key is stored with other content; returns the lines that replace it. */
    private List<Long> clashes(IncomingEffort incoming, Rejects rejects)
        throws SQLException, IOException {
      List<Long> replaced = new ArrayList<>();
      for (IncomingEffort.Clash clash : incoming.clashes(request.synthetic())) {
        lefts.remove(clash.line());
        if (!request.mayWriteFor(clash.responsible())) {
          refusals.add(notYours(clash.line(), clash.responsible()));
        } else if (clash.same()) {
          unchanged++;
        } else if (request.replace()) {
          replaced.add(clash.line());
        } else {
          refusals.add(
              new Refusal(
                  clash.line(),
                  "source_ref",
                  clash.sourceRef(),
                  RefusalReason.CONFLICT,
                  List.of(clash.differs())));
        }
        refuse(cells.getOrDefault(clash.line(), List.of()), rejects);
      }
      return replaced;
    }

    /** Writes the row down when something was found wrong with it. */
    private void refuse(List<String> row, Rejects rejects) throws IOException {
      if (!refusals.isEmpty()) {
        rejects.add(new RejectedRow(List.copyOf(refusals), row));
        refusals.clear();
      }
    }

    private ImportReport report(String encoding, Rejects rejects, long stored) {
      return new ImportReport(
          rows,
          stored,
          unchanged,
          rejects.rows(),
          rejects.first().stream().sorted(Comparator.comparingLong(Refusal::line)).toList(),
          dropped,
          request.dryRun(),
          encoding,
          "",
          (System.nanoTime() - began) / 1e9);
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
