package org.borderwatch.server.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.Job;
import org.borderwatch.server.process.JobEndpoints;

/**
 * Import over HTTP: the body is streamed into the data folder, then a job reads it. Neither bodies
 * nor refused rows are ever logged.
 */
public final class ImportEndpoints {
  /**
   * Without it Excel, in which people mend the rows that they fetch here, would take UTF-8 for an
   * old encoding.
   */
  private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

  private final DetectionImport imports;
  private final EffortImports effort;
  private final RouteImports registered;
  private final ImportJobs jobs;
  private final JobEndpoints jobEndpoints;
  private final ImportFolder folder;
  private final Runnable changed;

  /**
   * Imports into the database of {@code imports}.
   *
   * @param effort imports patrol tracks and sensor watches
   * @param registered imports trafficking routes
   * @param folder where uploads and rejects are kept
   * @param changed called after each import, before its job ends
   */
  ImportEndpoints(
      DetectionImport imports,
      EffortImports effort,
      RouteImports registered,
      ImportJobs jobs,
      JobEndpoints jobEndpoints,
      ImportFolder folder,
      Runnable changed) {
    this.imports = imports;
    this.effort = effort;
    this.registered = registered;
    this.jobs = jobs;
    this.jobEndpoints = jobEndpoints;
    this.folder = folder;
    this.changed = changed;
  }

  public void register(RouteTable routes) {
    routes.post(
        "/api/collections/detections/import",
        Permission.IMPORT,
        QueryParameters.of("dryRun", "replace", "synthetic"),
        "Import detections from CSV, GeoJSON or GPX",
        ctx -> receive(ctx, imports, DetectionFormat.OF_DETECTIONS));
    for (EffortKind kind : EffortKind.values()) {
      routes.post(
          "/api/collections/" + kind.collection() + "/import",
          Permission.IMPORT,
          QueryParameters.of("dryRun", "replace", "synthetic").and(kind.parameters()),
          kind.importTitle(),
          ctx -> receive(ctx, effort.of(kind, kind.options(ctx)), kind.formats()));
    }
    routes.post(
        "/api/collections/routes/import",
        Permission.WRITE_ROUTES,
        QueryParameters.of("dryRun", "replace", "synthetic", "match"),
        "Import routes from GeoJSON, GPX, KML or a zipped Shapefile",
        ctx -> receive(ctx, registered.of(yes(ctx, "match")), RouteImports.FORMATS));
    routes.get(
        "/api/jobs/{id}/rejects.csv",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "The rows that an import refused, with reason and remedy",
        this::rejects);
  }

  private void receive(Context ctx, FileImport wanted, Set<DetectionFormat> formats)
      throws IOException {
    DetectionFormat format = format(ctx, formats);
    boolean dryRun = yes(ctx, "dryRun");
    boolean replace = yes(ctx, "replace");
    boolean synthetic = yes(ctx, "synthetic");
    Principal caller = Principal.of(ctx);
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    inputs.put("format", format.mediaType());
    inputs.put("dryRun", dryRun);
    inputs.put("replace", replace);
    inputs.put("synthetic", synthetic);
    String charset = ctx.req().getCharacterEncoding();
    jobs.take(
        ctx,
        inputs,
        (id, upload) -> {
          ImportRequest request =
              new ImportRequest(
                  upload,
                  format,
                  charset,
                  folder.rejects(id),
                  replace,
                  dryRun,
                  synthetic,
                  caller.account(),
                  caller.role().ownUnitOnly() ? caller.units() : null);
          return new ImportWork(wanted, request, changed);
        });
  }

  private void rejects(Context ctx) throws IOException {
    Job job = jobEndpoints.ownJob(ctx);
    Path file = folder.rejects(job.id());
    if (!job.isImport() || !job.status().finished() || !Files.exists(file)) {
      throw new ApiException.NotFound("The job has no refused rows to give back");
    }
    AuditMark.positions(ctx);
    InputStream rows =
        new SequenceInputStream(
            new ByteArrayInputStream(BYTE_ORDER_MARK), Files.newInputStream(file));
    ctx.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"rejects.csv\"")
        .header("Cache-Control", "no-store")
        .result(rows);
  }

  private static DetectionFormat format(Context ctx, Set<DetectionFormat> formats) {
    String type = ctx.contentType();
    return DetectionFormat.ofMediaType(type == null ? "" : type)
        .filter(formats::contains)
        .orElseThrow(
            () ->
                new ApiException.UnsupportedMediaType(
                    "Content-Type is "
                        + (type == null ? "missing" : type)
                        + "; expected one of "
                        + formats.stream()
                            .sorted()
                            .map(DetectionFormat::mediaType)
                            .collect(Collectors.joining(", "))));
  }

  /** Whether a parameter says true. */
  static boolean yes(Context ctx, String name) {
    String text = ctx.queryParam(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw new ApiException.BadParameter(name, name + " is " + text + "; expected true or false");
    }
    return true;
  }
}
