package org.borderwatch.server.export;

import io.javalin.http.Context;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.ogc.ChosenFeatures;
import org.borderwatch.server.ogc.FeatureSource;
import org.borderwatch.server.process.JobEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * Collections and results as files. The file is made before its first byte leaves: what goes wrong
 * becomes a problem document, the audit knows the number of features, and what can't be audited
 * doesn't leave.
 */
final class ExportEndpoints {
  /** What says how the file is made, not what is in it. */
  static final QueryParameters FILE = QueryParameters.of("format", "crs");

  /** Files that are made at a time: each keeps a core busy. */
  private static final int AT_ONCE = 2;

  private static final long PATIENCE_SECONDS = 30;

  private final Exports exports;
  private final ExportContents contents;
  private final List<FeatureSource> sources;
  private final JobEndpoints jobs;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  ExportEndpoints(
      Exports exports, ExportContents contents, List<FeatureSource> sources, JobEndpoints jobs) {
    this.exports = exports;
    this.contents = contents;
    this.sources = List.copyOf(sources);
    this.jobs = jobs;
  }

  /** Finds what a request wants. */
  private interface Wanted {
    ExportContent of(Context ctx) throws SQLException;
  }

  void register(RouteTable routes) {
    for (FeatureSource source : sources) {
      String id = source.info().id();
      boolean result = source instanceof ResultCollection;
      register(
          routes,
          "/api/collections/" + id + "/export",
          result ? Permission.EXPORT_RESULTS : Permission.EXPORT,
          ChosenFeatures.parameters(source).and(FILE.names().toArray(String[]::new)),
          id,
          ctx -> contents.of(ctx, source));
    }
    register(
        routes,
        "/api/jobs/{id}/export",
        Permission.EXPORT_RESULTS,
        FILE,
        "the result of a job",
        ctx -> contents.of(ctx, jobs.ownJob(ctx)));
  }

  private void register(
      RouteTable routes,
      String path,
      Permission permission,
      QueryParameters parameters,
      String what,
      Wanted wanted) {
    routes.get(
        path,
        permission,
        parameters,
        "A file of " + what + " to take away",
        ctx -> file(ctx, wanted));
    routes.get(
        path + "/preview",
        permission,
        parameters,
        "What a file of " + what + " would hold: number, attributes, about how many bytes",
        ctx -> preview(ctx, wanted));
  }

  private void file(Context ctx, Wanted wanted) throws SQLException, IOException {
    ExportFormat format =
        QueryValues.word(ctx, "format", ExportFormat.class)
            .orElseThrow(
                () ->
                    new BadParameter("format", "format is missing; expected one of " + formats()));
    AuditMark.takenAway(ctx);
    ExportContent content = wanted.of(ctx);
    ExportCrs crs = crs(ctx.queryParam("crs"), content, format);
    Exports.Made made = inTurn(() -> exports.make(content, format, crs));
    AuditMark.rows(ctx, made.features());
    answer(ctx, format, made);
  }

  /** Codes of the formats. */
  static String formats() {
    return String.join(
        ", ", List.of(ExportFormat.values()).stream().map(ExportFormat::code).toList());
  }

  /** A file that is open stays readable when its name is gone, and goes when it is closed. */
  private static void answer(Context ctx, ExportFormat format, Exports.Made made)
      throws IOException {
    ctx.header("Content-Disposition", "attachment; filename=\"" + made.name() + "\"");
    ctx.header("Cache-Control", "no-store");
    ctx.header("OGC-NumberReturned", Long.toString(made.features()));
    ctx.header("Borderwatch-Data", made.synthetic() ? "synthetic" : "real");
    FileInputStream stream = new FileInputStream(made.file().toFile());
    Files.delete(made.file());
    ctx.contentType(format.mediaType()).result(stream);
  }

  /** The system that is asked for by its code, or that the features stand in. */
  static ExportCrs crs(@Nullable String asked, ExportContent content, ExportFormat format) {
    Optional<ExportCrs> plane = content.plane();
    if (plane.isPresent()) {
      if (asked != null && !asked.equalsIgnoreCase(plane.get().code())) {
        throw new BadParameter(
            "crs", "The features came in " + plane.get().code() + " and stay there; leave crs out");
      }
      return plane.get();
    }
    return ExportCrs.of(asked, format.systems());
  }

  private interface Making<T> {
    T make() throws SQLException, IOException;
  }

  private <T> T inTurn(Making<T> making) throws SQLException, IOException {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ApiException.TooManyAttempts(
            AT_ONCE + " files are being made already; try again in a minute", 60);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    }
    try {
      return making.make();
    } finally {
      turns.release();
    }
  }

  private void preview(Context ctx, Wanted wanted) throws SQLException, IOException {
    ExportFormat format =
        QueryValues.word(ctx, "format", ExportFormat.class).orElse(ExportFormat.GEOJSON);
    ExportContent content = wanted.of(ctx);
    ExportCrs crs = crs(ctx.queryParam("crs"), content, format);
    Exports.Preview preview = inTurn(() -> exports.preview(content, format, crs));
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, document(preview, format));
  }

  private static Map<String, Object> document(Exports.Preview preview, ExportFormat format) {
    ExportLayer layer = preview.layer();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("features", preview.features());
    document.put("geometry", layer.kind().geoJson());
    document.put(
        "attributes",
        layer.attributes().stream()
            .map(one -> Map.of("name", one.name(), "type", one.type().word()))
            .toList());
    document.put("bytesAbout", preview.bytesAbout());
    document.put("synthetic", layer.provenance().isSynthetic());
    document.put("crs", layer.crs().code());
    document.put("format", format.code());
    document.put("attribution", layer.provenance().attribution());
    document.put("notes", notes(layer));
    document.put("formats", offered());
    return document;
  }

  /** What to know before taking it, in Vietnamese and English. */
  private static List<Map<String, String>> notes(ExportLayer layer) {
    List<Map<String, String>> notes = new ArrayList<>();
    if (layer.provenance().isSynthetic()) {
      notes.add(
          note(
              "Dữ liệu mô phỏng, không phải sự việc có thật.", "Simulated data, not real events."));
    }
    layer
        .provenance()
        .job()
        .ifPresent(
            job ->
                notes.add(
                    note(
                        "Kết quả của " + job.process() + ", lượt chạy " + job.id() + ".",
                        "Result of " + job.process() + ", job " + job.id() + ".")));
    notes.add(
        note(
            "Mỗi lần tải về được ghi vào nhật ký: ai, lúc nào, bộ lọc, số đối tượng.",
            "Each download is written to the audit: who, when, filter, number of features."));
    return notes;
  }

  private static Map<String, String> note(String vi, String en) {
    Map<String, String> note = new LinkedHashMap<>();
    note.put("vi", vi);
    note.put("en", en);
    return note;
  }

  private static List<Map<String, Object>> offered() {
    List<Map<String, Object>> formats = new ArrayList<>();
    for (ExportFormat format : ExportFormat.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", format.code());
      one.put("mediaType", format.mediaType());
      one.put("extension", format.extension());
      one.put("goodForVi", format.goodForVi());
      one.put("goodFor", format.goodFor());
      one.put("crs", format.systems().stream().map(ExportCrs::code).toList());
      formats.add(one);
    }
    return formats;
  }
}
