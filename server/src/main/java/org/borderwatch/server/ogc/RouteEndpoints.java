package org.borderwatch.server.ogc;

import static org.borderwatch.server.ogc.MediaTypes.GEOJSON;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.PreconditionRequired;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.route.RouteHistory;
import org.borderwatch.server.route.StoredRoute;

/** Adds, replaces, deletes and restores one route (OGC API Features Part 4); tells its history. */
final class RouteEndpoints {
  private static final String ITEMS = "/api/collections/routes/items";
  private static final String ITEM = ITEMS + "/{featureId}";

  /** Room for as many positions as a route may have. */
  private static final int LONGEST_BODY = 4 << 20;

  private final RouteChanges changes;
  private final PublicUrl publicUrl;

  RouteEndpoints(RouteChanges changes, PublicUrl publicUrl) {
    this.changes = changes;
    this.publicUrl = publicUrl;
  }

  void register(RouteTable routes) {
    routes.post(
        ITEMS,
        Permission.WRITE_ROUTES,
        QueryParameters.of("match"),
        "Add a route to the register; sending the same one again changes nothing",
        this::add);
    routes.put(
        ITEM,
        Permission.WRITE_ROUTES,
        QueryParameters.of("match"),
        "Replace a route; If-Match names the version that was read",
        this::replace);
    routes.delete(
        ITEM,
        Permission.WRITE_ROUTES,
        QueryParameters.NONE,
        "Delete a route; If-Match names the version that was read",
        this::delete);
    routes.post(
        ITEM + "/restore",
        Permission.WRITE_ROUTES,
        QueryParameters.NONE,
        "Undo the deletion of a route",
        this::restore);
    routes.get(
        ITEM + "/history",
        Permission.READ_ROUTES,
        QueryParameters.NONE,
        "Who changed a route when, and what it said before; also of a deleted one",
        this::history);
  }

  private void add(Context ctx) throws SQLException {
    RouteChanges.Added added = changes.add(account(ctx), body(ctx), match(ctx));
    ctx.header("Location", publicUrl.to(ITEMS + "/" + added.route().id()));
    answer(ctx, added.isNew() ? 201 : 200, added.route());
  }

  private void replace(Context ctx) throws SQLException {
    String ifMatch = ifMatch(ctx);
    answer(ctx, 200, changes.replace(account(ctx), id(ctx), ifMatch, body(ctx), match(ctx)));
  }

  private void delete(Context ctx) throws SQLException {
    changes.delete(account(ctx), id(ctx), ifMatch(ctx));
    AuditMark.rows(ctx, 1);
    ctx.status(204);
  }

  private void restore(Context ctx) throws SQLException {
    StoredRoute restored = changes.restore(account(ctx), id(ctx));
    ctx.header("Location", publicUrl.to(ITEMS + "/" + restored.id()));
    answer(ctx, 201, restored);
  }

  private void history(Context ctx) throws SQLException {
    UUID id = id(ctx);
    List<Map<String, Object>> told =
        changes.history(id).changes().stream().map(this::told).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id.toString());
    document.put("changes", told);
    Json.answer(ctx, document);
  }

  private Map<String, Object> told(RouteHistory.Change change) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("operation", change.operation());
    told.put("at", RouteFeature.time(change.at()));
    told.put("by", change.by());
    told.put("version", change.version());
    told.put("fields", change.fields());
    told.put("before", change.before());
    return told;
  }

  private static void answer(Context ctx, int status, StoredRoute route) {
    AuditMark.rows(ctx, 1);
    FeatureSource.Feature feature = RouteFeature.of(route);
    ctx.header("ETag", feature.tag().header());
    ctx.header("Content-Crs", MediaTypes.CRS84_HEADER);
    ctx.status(status).contentType(GEOJSON).result(feature.bytes());
  }

  private static RouteBody body(Context ctx) {
    return new RouteBody(Json.body(ctx, LONGEST_BODY));
  }

  /** Whether the line is to be snapped to the network. */
  private static boolean match(Context ctx) {
    String text = ctx.queryParam("match");
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw new BadParameter("match", "match is " + text + "; expected true or false");
    }
    return "true".equals(text);
  }

  private static String account(Context ctx) {
    return Principal.of(ctx).account();
  }

  private static UUID id(Context ctx) {
    String id = ctx.pathParam("featureId");
    return DetectionCollection.uuid(id)
        .orElseThrow(() -> new NotFound("No feature " + id + " in routes"));
  }

  private static String ifMatch(Context ctx) {
    return Optional.ofNullable(ctx.header("If-Match"))
        .filter(header -> !header.isBlank())
        .orElseThrow(
            () ->
                new PreconditionRequired(
                    "Send If-Match with the ETag of the version that was read, so that nobody"
                        + " else's change is lost"));
  }
}
