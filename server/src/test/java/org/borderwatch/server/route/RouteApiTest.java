package org.borderwatch.server.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DataVersion;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.ServedRoutes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteApiTest {
  private static final BorderLocator BORDER = new BorderLocator(LandBorder.load());
  private static final List<LonLat> LINE =
      List.of(
          new LonLat(106.70, 21.85),
          new LonLat(106.74, 21.90),
          new LonLat(106.72, 21.95),
          new LonLat(106.78, 21.99));

  private final Database database;
  private final DetectionIndex index;
  private final ServedRoutes server;
  private UUID route = UUID.randomUUID();

  RouteApiTest(Database database) throws SQLException {
    this.database = database;
    fill();
    this.index = new DetectionIndex(database);
    index.start();
    RouteTable routes = new RouteTable();
    DataKind kind = new DataKind(database, new DataVersion(database));
    RoadNetwork network = network();
    new RouteApi(database, BORDER, kind, index, synthetic -> network).register(routes);
    server = new ServedRoutes(routes);
  }

  /** One trail from 106.70 to 106.80 along 21.80. */
  private static RoadNetwork network() {
    double[] lonLat = {106.70, 21.80, 106.75, 21.8001, 106.80, 21.80};
    return new RoadNetwork.Builder("net-1", true)
        .node(106.70, 21.80)
        .node(106.80, 21.80)
        .edge(
            77,
            new NetworkEdge(
                0,
                1,
                WayClass.PATH,
                null,
                null,
                null,
                lonLat,
                new float[0],
                10_340,
                9_000,
                9_000,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "way/1"))
        .build();
  }

  private void fill() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT setseed(0.25)");
      statement.execute(
          """
          INSERT INTO detection (source, source_ref, responsible_station, observed_at, geom, direction, setting,
            outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
          SELECT (ARRAY['patrol', 'sensor', 'report', 'handover'])[1 + i % 4], 'r-' || i,
                 'LS-0' || 1 + i % 3, timestamptz '2023-01-01 00:00+07' + i * interval '4 hours',
                 ST_SetSRID(ST_MakePoint(round((106.66 + 0.16 * random())::numeric, 7),
                                         round((21.83 + 0.18 * random())::numeric, 7)), 4326),
                 'exit', 'trail', 'observed', 1 + i % 5, 'CN', 1100, 50, i % 10 <> 0, 'test'
          FROM generate_series(1, 4000) AS i
          """);
    }
  }

  @BeforeAll
  void register() throws SQLException {
    try (Connection connection = database.connection()) {
      RouteRepository repository = new RouteRepository(connection, BORDER);
      route = repository.add(named("T-1", LINE), "test").orElseThrow();
      List<LonLat> beside =
          LINE.stream().map(at -> new LonLat(at.lon() + 0.002, at.lat() + 0.001)).toList();
      assertThat(repository.add(named("T-2", beside), "test")).isPresent();
      assertThat(
              repository.add(
                  named("T-3", List.of(new LonLat(105, 22.5), new LonLat(105.1, 22.6))), "test"))
          .isPresent();
      assertThat(repository.add(named("T-1", beside), "test")).isEmpty();
    }
  }

  private static TraffickingRoute named(String code, List<LonLat> line) {
    return new TraffickingRoute(
        code,
        "Tuyến thử",
        RouteStatus.SUSPECTED,
        null,
        List.of(),
        null,
        List.of(line),
        null,
        Set.of(),
        Set.of(),
        true);
  }

  @AfterAll
  void stop() {
    server.close();
    index.close();
  }

  private JsonNode get(String who, String path) {
    return json(
        server.send(HttpResponse.BodyHandlers.ofByteArray(), who, "GET", path, "", ""), 200);
  }

  private JsonNode post(String body, int status) {
    return json(
        server.send(
            HttpResponse.BodyHandlers.ofByteArray(),
            "analyst",
            "POST",
            "/api/network/match?synthetic=true",
            "application/geo+json",
            body),
        status);
  }

  private static JsonNode json(HttpResponse<byte[]> answer, int status) {
    JsonNode json = Json.tree(answer.body());
    assertThat(answer.statusCode()).as(json.toString()).isEqualTo(status);
    return json;
  }

  private String evidence(String query) {
    return "/api/collections/routes/items/" + route + "/evidence?" + query;
  }

  /** A row of numbers of a statement over the detections {@code d} near the route {@code r}. */
  private long number(String what, String distance) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT "
                    + what
                    + " FROM detection AS d JOIN trafficking_route AS r ON r.code = 'T-1'"
                    + " WHERE d.synthetic AND "
                    + distance)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String within(double metres) {
    return "ST_DWithin(ST_Transform(d.geom, 32648), ST_Transform(r.geom, 32648), " + metres + ")";
  }

  @Test
  void whatWasSeenAlongARouteIsWhatPostgisCounts() throws SQLException {
    for (double metres : new double[] {50, 500, 3_000}) {
      JsonNode found = get("analyst", evidence("withinMetres=" + metres));
      long detections = found.get("detections").asLong();
      assertThat(detections).isEqualTo(number("count(*)", within(metres)));
      assertThat(found.get("persons").asLong()).isEqualTo(number("sum(persons)", within(metres)));
      assertThat(found.at("/by_source/sensor/detections").asLong())
          .isEqualTo(number("count(*)", within(metres) + " AND source = 'sensor'"));
      long halves = 0;
      for (JsonNode half : found.get("by_half_year")) {
        String period =
            " AND observed_at >= '%s 00:00+07' AND observed_at < '%s 00:00+07'"
                .formatted(half.get("from").asText(), half.get("to").asText());
        assertThat(half.get("detections").asLong())
            .isEqualTo(number("count(*)", within(metres) + period));
        halves += half.get("detections").asLong();
      }
      assertThat(halves).isEqualTo(detections);
      // On the ellipsoid, which the plane follows to a thousandth.
      assertThat(detections)
          .isBetween(
              number(
                  "count(*)",
                  "ST_DWithin(d.geom::geography, r.geom::geography, " + 0.998 * metres + ")"),
              number(
                  "count(*)",
                  "ST_DWithin(d.geom::geography, r.geom::geography, " + 1.002 * metres + ")"));
    }
  }

  @Test
  void theNearestAreNamedForWhoMaySeeThem() throws SQLException {
    JsonNode found = get("analyst", evidence("withinMetres=500&source=patrol"));
    assertThat(found.get("detections").asLong())
        .isEqualTo(number("count(*)", within(500) + " AND source = 'patrol'"));
    JsonNode nearest = found.get("nearest");
    assertThat(nearest).hasSize(20);
    double last = 0;
    for (JsonNode one : nearest) {
      assertThat(one.get("distance_m").asDouble()).isGreaterThanOrEqualTo(last);
      last = one.get("distance_m").asDouble();
      assertThat(
              number(
                  "round(10 * ST_Distance(ST_Transform(d.geom, 32648), ST_Transform(r.geom, 32648)))",
                  "d.id = '" + one.get("id").asText() + "'"))
          .isEqualTo(Math.round(10 * last));
    }
    JsonNode own = get("recorder:LS-01", evidence("withinMetres=500"));
    assertThat(own.get("detections").asLong()).isEqualTo(number("count(*)", within(500)));
    for (JsonNode one : own.get("nearest")) {
      String id = "d.id = '" + one.get("id").asText() + "'";
      assertThat(number("count(*)", id + " AND responsible_station = 'LS-01'")).isEqualTo(1);
    }
    JsonNode real = get("analyst", evidence("withinMetres=500&synthetic=false"));
    assertThat(real.get("synthetic").asBoolean()).isFalse();
    assertThat(real.get("detections").asLong()).isBetween(1L, found.get("detections").asLong());
    assertThat(get("analyst", evidence("bbox=100,10,101,11")).get("detections").asLong()).isZero();
  }

  @Test
  void routesThatRunAlongOneAnotherAreAGroup() {
    JsonNode groups =
        get("planner", "/api/summary/route-groups?maxMetres=500&synthetic=true").get("groups");
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).get("routes").findValuesAsText("code")).containsExactly("T-1", "T-2");
    assertThat(groups.at("/0/pairs/0/share").asDouble()).isGreaterThan(0.9);
    assertThat(groups.at("/0/pairs/0/frechet_m").asDouble()).isBetween(150.0, 300.0);
    assertThat(
            get("planner", "/api/summary/route-groups?maxMetres=50&synthetic=true").get("groups"))
        .isEmpty();
  }

  @Test
  void aLineIsSnappedAndTheRoutesItIsLikeAreNamed() {
    JsonNode snapped =
        post(
            """
            {"type":"Feature","properties":{},"geometry":{"type":"LineString",
             "coordinates":[[106.71,21.8003],[106.74,21.7999],[106.79,21.8002]]}}
            """,
            200);
    assertThat(snapped.at("/properties/edges/0").asText()).isEqualTo("77");
    assertThat(snapped.at("/properties/matched_share").asDouble()).isEqualTo(1);
    assertThat(snapped.at("/properties/frechet_m").asDouble()).isBetween(5.0, 60.0);
    JsonNode apart =
        post(
            """
            {"type":"Feature","properties":{},"geometry":{"type":"LineString",
             "coordinates":[[106.701,21.851],[106.741,21.901],[106.721,21.951],[106.781,21.991]]}}
            """,
            200);
    assertThat(apart.at("/properties/matched_share").asDouble()).isZero();
    assertThat(apart.at("/properties/frechet_m").asDouble()).isEqualTo(0, offset(0.5));
    assertThat(apart.at("/properties/routes").findValuesAsText("code"))
        .containsExactlyInAnyOrder("T-1", "T-2");
    post("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}", 400);
    post(
        "{\"type\":\"Feature\",\"properties\":{\"times\":[\"x\"]},\"geometry\":"
            + "{\"type\":\"LineString\",\"coordinates\":[[106,21],[106.1,21]]}}",
        400);
  }

  @Test
  void aRouteIsSnappedAndRemembersHowItWasDrawn() {
    List<LonLat> drawn = List.of(new LonLat(106.71, 21.8003), new LonLat(106.79, 21.8002));
    RoadNetwork network = network();
    TraffickingRoute matched = new RouteMatching(synthetic -> network).match(named("T-9", drawn));
    assertThat(matched.drawnLines()).containsExactly(drawn);
    assertThat(matched.matching()).isNotNull();
    assertThat(matched.matching().share()).isEqualTo(1);
    assertThat(matched.lines().get(0)).contains(new LonLat(106.75, 21.8001));
    assertThat(matched.says(named("T-9", drawn))).isTrue();
  }
}
