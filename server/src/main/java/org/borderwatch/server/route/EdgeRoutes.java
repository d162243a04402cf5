package org.borderwatch.server.route;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.SegmentRoutes;

/**
 * Which routes of the register run over an edge: those near which, within {@value #WITHIN_METRES}
 * m, at least half of the edge's length lies. So a route that only crosses it, or leaves it at a
 * junction, doesn't count, and none has to be matched to the network for it. Routes of the other
 * kind, real or simulated, than the network are left out.
 */
public final class EdgeRoutes implements SegmentRoutes {
  private static final double WITHIN_METRES = 40;
  private static final double LEAST_SHARE = 0.5;
  private static final double STEP_METRES = 10;
  private static final int MOST_ROUTES = 200;

  private final Database database;
  private final BorderLocator border;

  public EdgeRoutes(Database database, BorderLocator border) {
    this.database = database;
    this.border = border;
  }

  @Override
  public List<Route> over(RoadNetwork network, int edge, Principal caller) {
    if (!caller.role().may(Permission.READ_ROUTES)) {
      return List.of();
    }
    List<LonLat> line = new ArrayList<>();
    for (int i = 0; i < network.vertices(edge); i++) {
      line.add(new LonLat(network.vertexLon(edge, i), network.vertexLat(edge, i)));
    }
    Corridor around = Corridor.of(List.of(line), WITHIN_METRES);
    PlaneLines lines = PlaneLines.of(List.of(line));
    RouteFilter near = RouteFilter.ALL.withSynthetic(network.synthetic()).withBox(around.box());
    try (Connection connection = database.connection()) {
      return new RouteRepository(connection, border)
          .list(near, MOST_ROUTES).stream()
              .filter(stored -> runsOver(stored, lines))
              .map(EdgeRoutes::told)
              .toList();
    } catch (SQLException away) {
      throw new ApiException.DatabaseAway();
    }
  }

  private static boolean runsOver(StoredRoute stored, PlaneLines edge) {
    double within =
        Corridor.of(stored.route().lines(), WITHIN_METRES).metresWithin(edge, STEP_METRES);
    return within >= LEAST_SHARE * edge.lengthMetres();
  }

  private static Route told(StoredRoute stored) {
    return new Route(
        stored.id(), stored.route().code(), stored.route().name(), stored.route().status().code());
  }
}
