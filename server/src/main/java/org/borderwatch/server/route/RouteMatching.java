package org.borderwatch.server.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.route.match.LineMatcher;
import org.borderwatch.server.route.match.MatchRules;
import org.borderwatch.server.route.match.MatchedLine;

/** Snaps the lines of routes to the network. Thread-safe. */
public final class RouteMatching {
  private final NetworkSource source;

  /** {@code source} says which network there is. */
  public RouteMatching(NetworkSource source) {
    this.source = source;
  }

  /**
   * A route with its lines snapped, and how much of them lies on the network of its kind: a share
   * of 0 leaves the lines as they were.
   */
  public TraffickingRoute match(TraffickingRoute route) {
    RoadNetwork network = source.network(Optional.of(route.synthetic()));
    List<List<LonLat>> drawn = route.drawnLines();
    LineMatcher matcher = new LineMatcher(network, MatchRules.USUAL);
    List<List<LonLat>> lines = new ArrayList<>();
    double metres = 0;
    double matched = 0;
    for (List<LonLat> line : drawn) {
      MatchedLine found = matcher.match(line);
      metres += found.metres();
      matched += found.matchedMetres();
      List<LonLat> rounded = TraffickingRoute.rounded(found.line());
      lines.add(rounded.size() < 2 ? line : rounded);
    }
    int positions = lines.stream().mapToInt(List::size).sum();
    // A coarse line along a winding road may grow beyond what a route may have.
    return positions > TraffickingRoute.MOST_POSITIONS
        ? route
        : route.matched(lines, Math.min(1, matched / metres));
  }
}
