package org.borderwatch.server.ogc;

import static org.borderwatch.server.ogc.MediaTypes.GEOJSON;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.StoredDetection;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.PreconditionRequired;
import org.borderwatch.server.http.ApiException.UnsupportedMediaType;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** Adds, replaces, deletes and restores one detection (OGC API Features Part 4). */
final class DetectionEndpoints {
  private static final String ITEMS = "/api/collections/detections/items";
  private static final String ITEM = ITEMS + "/{featureId}";

  private final DetectionChanges changes;
  private final PublicUrl publicUrl;

  DetectionEndpoints(
      Database database, PublicUrl publicUrl, ReferenceLayers layers, Runnable changed) {
    this.changes = new DetectionChanges(database, layers, changed);
    this.publicUrl = publicUrl;
  }

  void register(RouteTable routes) {
    routes.post(
        ITEMS,
        Permission.ADD_DETECTION,
        QueryParameters.NONE,
        "Add a detection; sending the same one again changes nothing",
        this::add);
    routes.put(
        ITEM,
        Permission.CHANGE_DETECTION,
        QueryParameters.NONE,
        "Replace a detection; If-Match names the version that was read",
        this::replace);
    routes.delete(
        ITEM,
        Permission.CHANGE_DETECTION,
        QueryParameters.NONE,
        "Delete a detection; If-Match names the version that was read",
        this::delete);
    routes.post(
        ITEM + "/restore",
        Permission.CHANGE_DETECTION,
        QueryParameters.NONE,
        "Undo the deletion of a detection",
        this::restore);
  }

  private void add(Context ctx) throws SQLException {
    DetectionBody body = body(ctx);
    DetectionChanges.Added added = changes.add(Principal.of(ctx), body);
    ctx.header("Location", publicUrl.to(ITEMS + "/" + added.detection().id()));
    answer(ctx, added.isNew() ? 201 : 200, added.detection());
  }

  private void replace(Context ctx) throws SQLException {
    String ifMatch = ifMatch(ctx);
    answer(ctx, 200, changes.replace(Principal.of(ctx), id(ctx), ifMatch, body(ctx)));
  }

  private void delete(Context ctx) throws SQLException {
    changes.delete(Principal.of(ctx), id(ctx), ifMatch(ctx));
    AuditMark.rows(ctx, 1);
    ctx.status(204);
  }

  private void restore(Context ctx) throws SQLException {
    StoredDetection restored = changes.restore(Principal.of(ctx), id(ctx));
    ctx.header("Location", publicUrl.to(ITEMS + "/" + restored.id()));
    answer(ctx, 201, restored);
  }

  private static void answer(Context ctx, int status, StoredDetection detection) {
    AuditMark.rows(ctx, 1);
    FeatureSource.Feature feature = DetectionFeature.of(detection);
    ctx.header("ETag", feature.tag().header());
    ctx.header("Content-Crs", MediaTypes.CRS84_HEADER);
    ctx.status(status).contentType(GEOJSON).result(feature.bytes());
  }

  private static DetectionBody body(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith(GEOJSON) && !type.startsWith(MediaTypes.JSON)) {
      throw new UnsupportedMediaType("A detection is sent as " + GEOJSON);
    }
    return new DetectionBody(Json.body(ctx));
  }

  private static UUID id(Context ctx) {
    String id = ctx.pathParam("featureId");
    return DetectionCollection.uuid(id)
        .orElseThrow(() -> new NotFound("No feature " + id + " in detections"));
  }

  private static String ifMatch(Context ctx) {
    String header = ctx.header("If-Match");
    if (header == null || header.isBlank()) {
      throw new PreconditionRequired(
          "Send If-Match with the ETag of the version that was read, so that nobody else's change"
              + " is lost");
    }
    return header;
  }
}
