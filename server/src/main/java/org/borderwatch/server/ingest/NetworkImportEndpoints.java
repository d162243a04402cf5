package org.borderwatch.server.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.borderwatch.data.network.NetworkFormat;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.UnsupportedMediaType;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.ElevationImport;
import org.borderwatch.server.network.NetworkImport;

/** Import of networks and of heights over HTTP: one file a request. */
final class NetworkImportEndpoints {
  private static final double MOST_KM = 2_000;
  private static final String NAME = "[^/\\\\\\p{Cntrl}]{1,120}";

  /** Packed files, and what browsers say of endings that they don't know. */
  private static final List<String> OF_ANY_KIND =
      List.of("application/octet-stream", "application/gzip", "application/x-gzip");

  private static final List<String> ELEVATION =
      List.of("application/octet-stream", "application/zip", "image/tiff");

  private final NetworkImport network;
  private final ElevationImport elevation;
  private final ImportJobs jobs;
  private final Runnable changed;

  /** {@code changed} is called after each import, before its job ends. */
  NetworkImportEndpoints(
      NetworkImport network, ElevationImport elevation, ImportJobs jobs, Runnable changed) {
    this.network = network;
    this.elevation = elevation;
    this.jobs = jobs;
    this.changed = changed;
  }

  void register(RouteTable routes) {
    routes.post(
        "/api/collections/network/import",
        Permission.IMPORT_NETWORK,
        QueryParameters.of("dryRun", "synthetic", "withinKm", "fileName"),
        "Import roads and trails from OpenStreetMap or GeoJSON, in place of those stored",
        this::network);
    routes.post(
        "/api/collections/elevation/import",
        Permission.IMPORT_NETWORK,
        QueryParameters.of("dryRun", "fileName"),
        "Import heights from SRTM (the name says where, such as N21E106.hgt) or GeoTIFF",
        this::elevation);
  }

  private void network(Context ctx) throws IOException {
    Set<String> types = new TreeSet<>(OF_ANY_KIND);
    Arrays.stream(NetworkFormat.values()).map(NetworkFormat::mediaTypes).forEach(types::addAll);
    requireType(ctx, types);
    OptionalDouble withinKm = QueryValues.number(ctx, "withinKm", 0.1, MOST_KM);
    boolean dryRun = ImportEndpoints.yes(ctx, "dryRun");
    boolean synthetic = ImportEndpoints.yes(ctx, "synthetic");
    String name = fileName(ctx, "upload");
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    inputs.put("collection", "network");
    inputs.put("fileName", name);
    inputs.put("dryRun", dryRun);
    inputs.put("synthetic", synthetic);
    withinKm.ifPresent(km -> inputs.put("withinKm", km));
    String account = Principal.of(ctx).account();
    jobs.take(
        ctx,
        inputs,
        (id, upload) -> {
          NetworkImport.Request request =
              new NetworkImport.Request(
                  List.of(upload), List.of(name), withinKm, synthetic, dryRun, account);
          return new NetworkImportWork(
              upload,
              synthetic,
              (progress, cancelled) -> network.run(request, progress, cancelled).json(),
              changed);
        });
  }

  private void elevation(Context ctx) throws IOException {
    requireType(ctx, new TreeSet<>(ELEVATION));
    boolean dryRun = ImportEndpoints.yes(ctx, "dryRun");
    String name = fileName(ctx, "upload.tif");
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    inputs.put("collection", "elevation");
    inputs.put("fileName", name);
    inputs.put("dryRun", dryRun);
    String account = Principal.of(ctx).account();
    jobs.take(
        ctx,
        inputs,
        (id, upload) -> {
          ElevationImport.Request request =
              new ElevationImport.Request(List.of(upload), List.of(name), dryRun, account);
          return new NetworkImportWork(
              upload,
              false,
              (progress, cancelled) -> elevation.run(request, progress, cancelled).json(),
              changed);
        });
  }

  private static void requireType(Context ctx, Set<String> types) {
    String type = ctx.contentType() == null ? "" : ctx.contentType();
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!types.contains(bare)) {
      throw new UnsupportedMediaType(
          "Content-Type is %s; expected one of %s"
              .formatted(bare.isEmpty() ? "missing" : bare, String.join(", ", types)));
    }
  }

  private static String fileName(Context ctx, String otherwise) {
    String name = ctx.queryParam("fileName");
    if (name == null) {
      return otherwise;
    }
    if (!name.matches(NAME)) {
      throw new BadParameter(
          "fileName", "fileName is to be a name without folders, 120 characters at most");
    }
    return name;
  }
}
