package org.borderwatch.server.route;

import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;

/** Which routes of the register run along one another. */
public final class RouteGroupEndpoints {
  private static final double USUAL_METRES = 500;
  private static final double MOST_METRES = 5_000;
  private static final double USUAL_SHARE = 0.6;

  /** Pairs grow with the square; a register has some hundreds. */
  private static final int MOST_ROUTES = 2_000;

  private final Database database;
  private final BorderLocator border;
  private final RouteKind kind;

  RouteGroupEndpoints(Database database, BorderLocator border, RouteKind kind) {
    this.database = database;
    this.border = border;
    this.kind = kind;
  }

  void register(RouteTable routes) {
    routes.get(
        "/api/summary/route-groups",
        Permission.READ_ROUTES,
        RouteFilterQuery.PARAMETERS.and("maxMetres", "minShare"),
        "Groups of routes that run along one another",
        this::groups);
  }

  private void groups(Context ctx) throws SQLException {
    double maxMetres = QueryValues.number(ctx, "maxMetres", 10, MOST_METRES).orElse(USUAL_METRES);
    double minShare = QueryValues.number(ctx, "minShare", 0.05, 1).orElse(USUAL_SHARE);
    RouteFilter asked = RouteFilterQuery.parse(ctx::queryParam);
    boolean synthetic = kind.decide(asked.synthetic());
    List<StoredRoute> routes;
    try (Connection connection = database.connection()) {
      routes =
          new RouteRepository(connection, border)
              .list(asked.withSynthetic(synthetic), MOST_ROUTES + 1);
    }
    int left = Math.max(0, routes.size() - MOST_ROUTES);
    List<StoredRoute> compared = routes.subList(0, routes.size() - left);
    List<List<List<LonLat>>> lines =
        compared.stream().map(stored -> stored.route().lines()).toList();
    RouteGroups found = new RouteGroups(lines, maxMetres, minShare);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("maxMetres", maxMetres);
    document.put("minShare", minShare);
    document.put("distance", UtmZone.VIET_NAM.epsg());
    document.put("routes", compared.size());
    document.put("complete", left == 0);
    document.put("groups", groups(compared, found));
    document.put("synthetic", synthetic);
    Json.answer(ctx, document);
  }

  private static List<Map<String, Object>> groups(List<StoredRoute> routes, RouteGroups found) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (List<Integer> members : found.groups()) {
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("group", groups.size() + 1);
      group.put("routes", members.stream().map(member -> route(routes.get(member))).toList());
      group.put(
          "pairs",
          found.links().stream()
              .filter(link -> members.contains(link.a()))
              .map(link -> pair(routes.get(link.a()), routes.get(link.b()), link.share()))
              .toList());
      groups.add(group);
    }
    return groups;
  }

  private static Map<String, Object> route(StoredRoute stored) {
    Map<String, Object> route = new LinkedHashMap<>();
    route.put("id", stored.id().toString());
    route.put("code", stored.route().code());
    route.put("name", stored.route().name());
    route.put("status", stored.route().status().code());
    return route;
  }

  private static Map<String, Object> pair(StoredRoute a, StoredRoute b, double share) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("a", a.id().toString());
    pair.put("b", b.id().toString());
    pair.put("share", Math.round(share * 1e4) / 1e4);
    double metres = FrechetDistance.metres(a.route().lines(), b.route().lines());
    pair.put("frechet_m", Math.round(metres));
    return pair;
  }
}
