package org.borderwatch.server.route;

import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.NetworkSource;

/** What is asked about routes beside the collection: evidence, groups, and lines to be snapped. */
public final class RouteApi {
  private final RouteEvidenceEndpoints evidence;
  private final RouteGroupEndpoints groups;
  private final MatchEndpoints match;

  public RouteApi(
      Database database,
      BorderLocator border,
      DataKind kind,
      DetectionIndex index,
      NetworkSource network) {
    RouteKind routes = new RouteKind(database, kind);
    this.evidence = new RouteEvidenceEndpoints(database, border, index);
    this.groups = new RouteGroupEndpoints(database, border, routes);
    this.match = new MatchEndpoints(database, border, routes, network);
  }

  public void register(RouteTable routes) {
    evidence.register(routes);
    groups.register(routes);
    match.register(routes);
  }
}
