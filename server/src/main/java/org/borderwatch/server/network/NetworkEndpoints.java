package org.borderwatch.server.network;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.jspecify.annotations.Nullable;

/** The nearest place on a way, and what lies on a segment. */
public final class NetworkEndpoints {
  private static final String GEOJSON = "application/geo+json";
  private static final double USUAL_SNAP_METRES = 2_000;
  private static final double MOST_SNAP_METRES = 50_000;
  private static final double USUAL_WITHIN_METRES = 500;
  private static final double MOST_WITHIN_METRES = 20_000;

  private final NetworkSource networks;
  private final DetectionIndex detections;
  private final SegmentRoutes routes;

  /**
   * Answers about the network.
   *
   * @param detections those near to a segment are counted
   * @param routes those that run over a segment are told
   */
  public NetworkEndpoints(NetworkSource networks, DetectionIndex detections, SegmentRoutes routes) {
    this.networks = networks;
    this.detections = detections;
    this.routes = routes;
  }

  public void register(RouteTable table) {
    table.get(
        "/api/network/nearest",
        Permission.READ_LAYERS,
        QueryParameters.of("lon", "lat", "maxMetres", "synthetic"),
        "The nearest place on a road or trail",
        this::nearest);
    table.get(
        "/api/network/segments/{id}",
        Permission.READ_HEAT,
        DetectionFilterQuery.PARAMETERS.and("withinMetres"),
        "A piece of road or trail: its heights and times, how many detections lie near to it, and"
            + " the registered routes over it",
        this::segment);
  }

  private void nearest(Context ctx) {
    double lon = degrees(ctx, "lon", 180);
    double lat = degrees(ctx, "lat", 90);
    double metres =
        QueryValues.number(ctx, "maxMetres", 0, MOST_SNAP_METRES).orElse(USUAL_SNAP_METRES);
    RoadNetwork network = networks.network(kind(ctx));
    SnappedPoint snapped =
        network
            .nearest(lon, lat, metres)
            .orElseThrow(
                () -> new NotFound("No road or trail lies within %.0f m".formatted(metres)));
    tellKind(ctx, network);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("edge", Long.toString(network.id(snapped.edge())));
    properties.put("fraction", rounded(snapped.fraction(), 1e6));
    names(network, snapped.edge(), properties);
    properties.put("distance_m", rounded(snapped.distanceMetres(), 100));
    properties.put("part", network.part(network.from(snapped.edge())));
    properties.put("synthetic", network.synthetic());
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "Point");
    geometry.put("coordinates", List.of(rounded(snapped.lon(), 1e7), rounded(snapped.lat(), 1e7)));
    Json.answer(
        ctx, feature(Long.toString(network.id(snapped.edge())), geometry, properties), GEOJSON);
  }

  private static double degrees(Context ctx, String name, double most) {
    OptionalDouble given = QueryValues.number(ctx, name, -most, most);
    return given.orElseThrow(
        () -> new BadParameter(name, name + " is missing; expected degrees, as in lon=106.7"));
  }

  private static Optional<Boolean> kind(Context ctx) {
    return DetectionFilterQuery.parse(name -> kindOnly(ctx, name)).synthetic();
  }

  private static @Nullable String kindOnly(Context ctx, String name) {
    return name.equals("synthetic") ? ctx.queryParam(name) : null;
  }

  private static void tellKind(Context ctx, RoadNetwork network) {
    ctx.header("Borderwatch-Data", network.synthetic() ? "synthetic" : "real");
  }

  private void segment(Context ctx) {
    String id = ctx.pathParam("id");
    RoadNetwork network = networkWith(id);
    int edge = edge(network, id).orElseThrow(() -> unknown(id));
    double within =
        QueryValues.number(ctx, "withinMetres", 1, MOST_WITHIN_METRES).orElse(USUAL_WITHIN_METRES);
    DetectionView view = detections.view();
    DetectionFilter filter = view.decide(DetectionFilterQuery.parse(ctx::queryParam));
    tellKind(ctx, network);
    LineDistance line = new LineDistance(network, edge);
    Map<String, Object> properties = new LinkedHashMap<>();
    names(network, edge, properties);
    properties.put("surface", network.surface(edge).orElse(null));
    properties.put("length_m", rounded(network.lengthMetres(edge), 100));
    properties.put("walk_s", seconds(network, edge, Weight.WALK_SECONDS, true));
    properties.put("walk_back_s", seconds(network, edge, Weight.WALK_SECONDS, false));
    properties.put("drive_s", seconds(network, edge, Weight.DRIVE_SECONDS, true));
    properties.put("drive_back_s", seconds(network, edge, Weight.DRIVE_SECONDS, false));
    climb(network, edge, line, properties);
    properties.put("part", network.part(network.from(edge)));
    properties.put("parts", network.parts());
    properties.put("synthetic", network.synthetic());
    properties.put("detections", near(view, filter, line, within));
    properties.put("routes", routes.over(network, edge, Principal.of(ctx)));
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "LineString");
    geometry.put("coordinates", coordinates(network, edge));
    Json.answer(ctx, feature(id, geometry, properties), GEOJSON);
  }

  /** An id belongs to one edge of either kind. */
  private RoadNetwork networkWith(String id) {
    RoadNetwork real = networks.network(Optional.of(false));
    return edge(real, id).isPresent() ? real : networks.network(Optional.of(true));
  }

  private static Optional<Integer> edge(RoadNetwork network, String id) {
    return id.matches("[0-9]{1,18}") ? network.edgeOf(Long.parseLong(id)) : Optional.empty();
  }

  private static NotFound unknown(String id) {
    return new NotFound(
        "No piece of road or trail has the id " + id + "; ids change with each import");
  }

  private static void names(RoadNetwork network, int edge, Map<String, Object> properties) {
    properties.put("class", network.wayClass(edge).code());
    properties.put("name", network.name(edge).orElse(null));
    properties.put("ref", network.ref(edge).orElse(null));
  }

  private static @Nullable Double seconds(
      RoadNetwork network, int edge, Weight weight, boolean forward) {
    double seconds = network.cost(edge, weight, forward);
    return Double.isInfinite(seconds) ? null : rounded(seconds, 10);
  }

  private static void climb(
      RoadNetwork network, int edge, LineDistance line, Map<String, Object> properties) {
    float[] heights = new float[network.vertices(edge)];
    boolean known = false;
    for (int v = 0; v < heights.length; v++) {
      heights[v] = network.vertexHeightMetres(edge, v);
      known |= !Float.isNaN(heights[v]);
    }
    properties.put("ascent_m", known ? rounded(Climb.metres(heights, true), 10) : null);
    properties.put("descent_m", known ? rounded(Climb.metres(heights, false), 10) : null);
    properties.put("profile", known ? profile(network, edge, line, heights) : null);
  }

  /** Metres along the line and above the sea, of each vertex whose height is known. */
  private static List<List<Double>> profile(
      RoadNetwork network, int edge, LineDistance line, float[] heights) {
    double[] along = line.along();
    double whole = along[along.length - 1];
    double scale = whole > 0 ? network.lengthMetres(edge) / whole : 0;
    List<List<Double>> profile = new ArrayList<>();
    for (int v = 0; v < heights.length; v++) {
      if (!Float.isNaN(heights[v])) {
        profile.add(List.of(rounded(along[v] * scale, 10), rounded(heights[v], 10)));
      }
    }
    return profile;
  }

  private static List<List<Double>> coordinates(RoadNetwork network, int edge) {
    List<List<Double>> coordinates = new ArrayList<>();
    for (int v = 0; v < network.vertices(edge); v++) {
      coordinates.add(List.of(network.vertexLon(edge, v), network.vertexLat(edge, v)));
    }
    return coordinates;
  }

  private static Map<String, Object> near(
      DetectionView view, DetectionFilter filter, LineDistance line, double withinMetres) {
    long[] sums = new long[2];
    view.points(
        filter,
        line.around(withinMetres),
        org.borderwatch.server.detection.Weight.PERSONS,
        (lon, lat, persons) -> {
          if (line.metres(lon, lat) <= withinMetres) {
            sums[0]++;
            sums[1] += persons;
          }
        });
    Map<String, Object> near = new LinkedHashMap<>();
    near.put("count", sums[0]);
    near.put("persons", sums[1]);
    near.put("withinMetres", withinMetres);
    near.put("synthetic", filter.synthetic().orElse(false));
    near.put("dataVersion", view.version());
    return near;
  }

  private static Map<String, Object> feature(
      String id, Map<String, Object> geometry, Map<String, Object> properties) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", id);
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return feature;
  }

  private static double rounded(double number, double parts) {
    return Math.rint(number * parts) / parts;
  }
}
