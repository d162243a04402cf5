package org.borderwatch.server.route;

import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionAccess;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.route.RouteEvidence.Count;
import org.borderwatch.server.route.RouteEvidence.Seen;

/**
 * What was seen along a route. Counts are for whoever reads the register; single detections only
 * for whoever may see exact positions, and then audited as such.
 */
public final class RouteEvidenceEndpoints {
  private static final double USUAL_METRES = 500;
  private static final double MOST_METRES = 20_000;
  private static final int MOST_NEAREST = 20;

  private final Database database;
  private final BorderLocator border;
  private final DetectionIndex index;

  RouteEvidenceEndpoints(Database database, BorderLocator border, DetectionIndex index) {
    this.database = database;
    this.border = border;
    this.index = index;
  }

  void register(RouteTable routes) {
    routes.get(
        "/api/collections/routes/items/{featureId}/evidence",
        Permission.READ_ROUTES,
        DetectionFilterQuery.PARAMETERS.and("withinMetres"),
        "The detections along a route, counted; left out, synthetic is as the route is",
        this::evidence);
  }

  private void evidence(Context ctx) throws SQLException {
    double within = QueryValues.number(ctx, "withinMetres", 1, MOST_METRES).orElse(USUAL_METRES);
    DetectionFilter asked = DetectionFilterQuery.parse(ctx::queryParam);
    DetectionView view = index.view();
    try (Connection connection = database.connection()) {
      RouteRepository repository = new RouteRepository(connection, border);
      StoredRoute stored = find(ctx, repository);
      DetectionFilter filter =
          asked.withSynthetic(asked.synthetic().orElse(stored.route().synthetic()));
      Corridor corridor = Corridor.of(stored.route().lines(), within);
      RouteEvidence evidence = RouteEvidence.of(view, filter, corridor, MOST_NEAREST);
      Map<String, Object> document = counts(evidence);
      document.put("nearest", nearest(ctx, repository, view, filter, corridor, evidence));
      document.put("withinMetres", within);
      document.put("distance", UtmZone.VIET_NAM.epsg());
      document.put("synthetic", filter.synthetic().orElse(false));
      document.put("version", view.version());
      Json.answer(ctx, document);
    }
  }

  private static StoredRoute find(Context ctx, RouteRepository repository) throws SQLException {
    String text = ctx.pathParam("featureId");
    Optional<StoredRoute> stored = Optional.empty();
    try {
      stored = repository.find(UUID.fromString(text));
    } catch (IllegalArgumentException notOne) {
      // Told below.
    }
    return stored.orElseThrow(() -> new NotFound("No feature " + text + " in routes"));
  }

  private static Map<String, Object> counts(RouteEvidence evidence) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("detections", evidence.all().detections());
    document.put("persons", evidence.all().persons());
    Map<String, Count> bySource = new TreeMap<>();
    for (Source source : Source.values()) {
      bySource.put(source.code(), evidence.bySource().getOrDefault(source, Count.NOTHING));
    }
    document.put("by_source", bySource);
    List<Map<String, Object>> halves = new ArrayList<>();
    evidence
        .byHalfYear()
        .forEach(
            (half, count) -> {
              LocalDate from = LocalDate.of(half.year(), 6 * half.half() - 5, 1);
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("period", half.year() + "-H" + half.half());
              row.put("from", from.toString());
              row.put("to", from.plusMonths(6).toString());
              row.put("detections", count.detections());
              row.put("persons", count.persons());
              halves.add(row);
            });
    document.put("by_half_year", halves);
    return document;
  }

  private static List<Map<String, Object>> nearest(
      Context ctx,
      RouteRepository repository,
      DetectionView view,
      DetectionFilter filter,
      Corridor corridor,
      RouteEvidence evidence)
      throws SQLException {
    Principal principal = Principal.of(ctx);
    if (!principal.role().may(Permission.READ_DETECTIONS)) {
      return List.of();
    }
    DetectionFilter visible = new DetectionAccess(principal).narrow(filter);
    List<Seen> seen =
        visible.equals(filter)
            ? evidence.nearest()
            : RouteEvidence.of(view, visible, corridor, MOST_NEAREST).nearest();
    if (!principal.role().ownUnitOnly()) {
      AuditMark.positions(ctx);
    }
    AuditMark.rows(ctx, seen.size());
    List<UUID> told = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Seen one : seen) {
      Optional<UUID> id = repository.detectionSeen(one, told);
      id.ifPresent(told::add);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", id.map(UUID::toString).orElse(null));
      row.put("observed_at", time(one.second()));
      row.put("lon", one.lon());
      row.put("lat", one.lat());
      row.put("persons", one.persons());
      row.put("source", one.source().code());
      row.put("distance_m", Math.round(one.metres() * 10) / 10.0);
      rows.add(row);
    }
    return rows;
  }

  private static String time(long second) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        Instant.ofEpochSecond(second).atZone(DetectionFilterQuery.ZONE));
  }
}
