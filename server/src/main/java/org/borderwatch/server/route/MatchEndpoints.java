package org.borderwatch.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.route.match.LineMatcher;
import org.borderwatch.server.route.match.MatchRules;
import org.borderwatch.server.route.match.MatchedLine;
import org.borderwatch.server.route.match.WayPiece;

/**
 * Snaps a line to the network: a track of a patrol, or what somebody drew. Where little of it
 * follows a way, the routes of the register are named that it is most like.
 */
public final class MatchEndpoints {
  private static final int LONGEST_BODY = 4 << 20;
  private static final int MOST_POSITIONS = 20_000;
  private static final double MOST_METRES = 2_000_000;

  /** Longer and further between two positions, and nobody knows which way was taken. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

  private static final double LONGEST_JUMP_METRES = 500;

  private static final int MOST_SIMILAR = 3;
  private static final int MOST_ROUTES = 2_000;
  private static final double SIMILAR_METRES = 5_000;

  private final Database database;
  private final BorderLocator border;
  private final RouteKind kind;
  private final NetworkSource source;

  MatchEndpoints(Database database, BorderLocator border, RouteKind kind, NetworkSource source) {
    this.database = database;
    this.border = border;
    this.kind = kind;
    this.source = source;
  }

  void register(RouteTable routes) {
    routes.post(
        "/api/network/match",
        Permission.READ_ROUTES,
        QueryParameters.of("sigmaMetres", "maxMetres", "synthetic"),
        "Snap a line to roads and trails (hidden Markov map matching); nothing is stored",
        this::match);
  }

  private void match(Context ctx) throws SQLException {
    double sigma =
        QueryValues.number(ctx, "sigmaMetres", 1, MatchRules.MOST_METRES)
            .orElse(MatchRules.USUAL.sigmaMetres());
    double most =
        QueryValues.number(ctx, "maxMetres", sigma, MatchRules.MOST_METRES)
            .orElse(Math.max(sigma, MatchRules.USUAL.maxMetres()));
    Optional<Boolean> asked =
        DetectionFilterQuery.parse(name -> name.equals("synthetic") ? ctx.queryParam(name) : null)
            .synthetic();
    Drawn drawn = Drawn.of(Json.body(ctx, LONGEST_BODY));
    RoadNetwork network = source.network(asked);
    MatchedLine matched =
        new LineMatcher(network, new MatchRules(sigma, most)).match(drawn.line(), drawn.breaks());
    Json.answer(
        ctx,
        feature(network, drawn.line(), matched, similar(drawn.line(), kind.decide(asked))),
        "application/geo+json");
  }

  private static Map<String, Object> feature(
      RoadNetwork network,
      List<LonLat> drawn,
      MatchedLine matched,
      List<Map<String, Object>> similar) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "LineString");
    geometry.put("coordinates", matched.line().stream().map(MatchEndpoints::position).toList());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "edges",
        matched.pieces().stream()
            .map(WayPiece::edge)
            .map(network::id)
            .map(id -> Long.toString(id))
            .toList());
    properties.put("matched_share", rounded(matched.matchedMetres() / matched.metres(), 1e4));
    properties.put(
        "frechet_m", rounded(FrechetDistance.metres(List.of(drawn), List.of(matched.line())), 10));
    properties.put("length_m", rounded(matched.metres(), 10));
    properties.put("routes", similar);
    properties.put("network", network.version());
    properties.put("synthetic", network.synthetic());
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return feature;
  }

  private static double[] position(LonLat at) {
    return new double[] {rounded(at.lon(), 1e7), rounded(at.lat(), 1e7)};
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }

  /** The routes that stray least from the line, within 5 km, by their discrete Fréchet distance. */
  private List<Map<String, Object>> similar(List<LonLat> line, boolean synthetic)
      throws SQLException {
    record Similar(StoredRoute route, double metres) {}
    List<Similar> all = new ArrayList<>();
    Corridor around = Corridor.of(List.of(line), 1);
    DetectionFilter.LonLatBox box = around.box();
    try (Connection connection = database.connection()) {
      RouteFilter near = RouteFilter.ALL.withSynthetic(synthetic).withBox(box);
      for (StoredRoute route : new RouteRepository(connection, border).list(near, MOST_ROUTES)) {
        double metres = FrechetDistance.metres(List.of(line), route.route().lines());
        if (metres <= SIMILAR_METRES) {
          all.add(new Similar(route, metres));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparingDouble(Similar::metres))
        .limit(MOST_SIMILAR)
        .map(
            one -> {
              Map<String, Object> told = new LinkedHashMap<>();
              told.put("id", one.route().id().toString());
              told.put("code", one.route().route().code());
              told.put("frechet_m", rounded(one.metres(), 10));
              return told;
            })
        .toList();
  }

  /**
   * The line of a body, and where nobody knows what lies between two positions.
   *
   * @param breaks by position: whether it is so before it
   */
  private record Drawn(List<LonLat> line, boolean[] breaks) {
    static Drawn of(JsonNode feature) {
      JsonNode geometry = feature.path("geometry");
      if (!feature.path("type").asText().equals("Feature")
          || !geometry.path("type").asText().equals("LineString")) {
        throw new BadBody("The body must be a GeoJSON Feature with a LineString");
      }
      JsonNode positions = geometry.path("coordinates");
      if (positions.size() > MOST_POSITIONS) {
        throw new BadBody(
            "The line has " + positions.size() + " positions; at most " + MOST_POSITIONS);
      }
      JsonNode times = feature.path("properties").path("times");
      if (!times.isMissingNode() && times.size() != positions.size()) {
        throw new BadBody(
            "properties.times has %d times for %d positions; give one for each, or none"
                .formatted(times.size(), positions.size()));
      }
      List<LonLat> line = new ArrayList<>();
      boolean[] breaks = new boolean[positions.size()];
      double metres = 0;
      for (int i = 0; i < positions.size(); i++) {
        line.add(lonLat(positions.get(i), i));
        double leg = i == 0 ? 0 : line.get(i - 1).metresTo(line.get(i));
        metres += leg;
        breaks[i] =
            i > 0
                && times.isArray()
                && leg > LONGEST_JUMP_METRES
                && Duration.between(time(times.get(i - 1)), time(times.get(i)))
                        .compareTo(LONGEST_SILENCE)
                    > 0;
      }
      if (!(metres > 0)) {
        throw new BadBody("The line has no length; give two different positions at least");
      }
      if (metres > MOST_METRES) {
        throw new BadBody("The line is longer than 2,000 km; divide it");
      }
      return new Drawn(line, breaks);
    }

    private static LonLat lonLat(JsonNode position, int number) {
      try {
        if (position.path(0).isNumber() && position.path(1).isNumber()) {
          return new LonLat(position.get(0).asDouble(), position.get(1).asDouble());
        }
      } catch (IllegalArgumentException elsewhere) {
        // Told below.
      }
      throw new BadBody("Position " + (number + 1) + " is not [longitude, latitude] in degrees");
    }

    private static Instant time(JsonNode time) {
      try {
        return OffsetDateTime.parse(time.asText()).toInstant();
      } catch (DateTimeException wrong) {
        throw new BadBody(
            "properties.times holds a time that isn't like 2024-06-30T21:10:00+07:00");
      }
    }
  }
}
