package org.borderwatch.server.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.ogc.CollectionInfo.Licence;
import org.borderwatch.server.tile.VectorTileLayer;
import org.jspecify.annotations.Nullable;

/** Roads and trails, or what lies beside them, as a collection. */
final class NetworkCollection implements FeatureSource {
  private static final Licence LICENCE =
      new Licence(
          "© OpenStreetMap contributors, ODbL 1.0; what is synthetic: for official use only",
          Licence.ODBL.href());

  private static final CollectionInfo EDGES =
      new CollectionInfo(
          "network",
          "Roads and trails",
          "Mạng đường",
          "Pieces of road or trail between two junctions, with lengths, climbs and times for both"
              + " directions; tiles hold class, name, ref and synthetic, far out of the main roads"
              + " only",
          Permission.READ_LAYERS,
          LICENCE,
          5,
          List.of(
              text("class"),
              text("name"),
              text("ref"),
              text("surface"),
              number("length_m"),
              number("walk_s"),
              number("walk_back_s"),
              number("drive_s"),
              number("drive_back_s"),
              number("ascent_m"),
              number("descent_m"),
              new Field("part", "integer"),
              new Field("synthetic", "boolean")));

  private static final CollectionInfo FEATURES =
      new CollectionInfo(
          "network-features",
          "Rivers, barriers and settlements",
          "Sông, vật cản, điểm dân cư",
          "What lies beside roads and trails and matters to whoever walks there",
          Permission.READ_LAYERS,
          LICENCE,
          9,
          List.of(text("kind"), text("type"), text("name"), new Field("synthetic", "boolean")));

  /** The condition of each property that chooses, with its values bound as text. */
  private static final Map<String, String> EDGE_TERMS =
      Map.of(
          "class", "e.class = ANY (?)",
          "name", "e.name = ANY (?)",
          "ref", "e.ref = ANY (?)",
          "surface", "e.surface = ANY (?)",
          "part", "n.part = ANY (?::integer[])");

  private static final Map<String, String> FEATURE_TERMS =
      Map.of(
          "kind", "e.kind = ANY (?)",
          "type", "e.type = ANY (?)",
          "name", "e.name = ANY (?)");

  private final CollectionInfo info;
  private final Map<String, String> terms;
  private final NetworkSource network;
  private final String matching;

  private NetworkCollection(CollectionInfo info, Map<String, String> terms, NetworkSource network) {
    this.info = info;
    this.terms = terms;
    this.network = network;
    this.matching = SqlText.of(NetworkCollection.class, info.id() + ".sql");
  }

  /** Ways, and what lies beside them; {@code network} says which kind is meant. */
  static List<FeatureSource> all(NetworkSource network) {
    return List.of(
        new NetworkCollection(EDGES, EDGE_TERMS, network),
        new NetworkCollection(FEATURES, FEATURE_TERMS, network));
  }

  @Override
  public CollectionInfo info() {
    return info;
  }

  @Override
  public QueryParameters filters() {
    return QueryParameters.of("bbox", "datetime", "synthetic")
        .and(terms.keySet().toArray(String[]::new));
  }

  @Override
  public QueryParameters tileFilters() {
    return QueryParameters.of("synthetic");
  }

  @Override
  public DetectionFilter tileFilter(Context ctx) {
    boolean synthetic = synthetic(ctx, DetectionFilterQuery.parse(name -> kindOnly(ctx, name)));
    return DetectionFilter.ALL.withSynthetic(synthetic);
  }

  @Override
  public Optional<VectorTileLayer.Maker> tileMaker() {
    return info == EDGES
        ? Optional.of(
            (tile, filter) -> NetworkTiles.make(network.network(filter.synthetic()), tile))
        : Optional.empty();
  }

  /** Ways have no times, so every one matches any datetime that can be understood. */
  @Override
  public Selection select(Context ctx) {
    DetectionFilter asked = DetectionFilterQuery.parse(name -> placeTimeKind(ctx, name));
    Rows rows = new Rows();
    rows.add("e.synthetic = ?", synthetic(ctx, asked));
    asked.bbox().ifPresent(rows::within);
    terms.forEach(
        (name, term) -> {
          String values = ctx.queryParam(name);
          if (values != null) {
            rows.add(term, values(name, values));
          }
        });
    return rows.ready();
  }

  private static String[] values(String name, String text) {
    String[] values = text.split(",", -1);
    if (name.equals("part") && !Arrays.stream(values).allMatch(v -> v.matches("[0-9]{1,9}"))) {
      throw new BadParameter(name, "part is " + text + "; expected whole numbers, 0 and more");
    }
    return values;
  }

  private boolean synthetic(Context ctx, DetectionFilter asked) {
    boolean synthetic =
        asked.synthetic().orElseGet(() -> network.network(Optional.empty()).synthetic());
    ctx.header("Borderwatch-Data", synthetic ? "synthetic" : "real");
    return synthetic;
  }

  private static @Nullable String kindOnly(Context ctx, String name) {
    return name.equals("synthetic") ? ctx.queryParam(name) : null;
  }

  private static @Nullable String placeTimeKind(Context ctx, String name) {
    return List.of("bbox", "datetime", "synthetic").contains(name) ? ctx.queryParam(name) : null;
  }

  @Override
  public Optional<Feature> one(Context ctx, Connection connection, String id)
      throws SQLException, IOException {
    if (!id.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    Rows rows = new Rows();
    rows.add("e.id = ?", Long.parseLong(id));
    return rows.ready().first(connection);
  }

  /** Collects the conditions of a selection. */
  private final class Rows {
    private final Map<String, List<Object>> conditions = new LinkedHashMap<>();

    void add(String term, Object value) {
      conditions.put(term, List.of(value));
    }

    void within(LonLatBox box) {
      conditions.put(
          "ST_Intersects(e.geom, ST_MakeEnvelope(?, ?, ?, ?, 4326))",
          List.of(box.minLon(), box.minLat(), box.maxLon(), box.maxLat()));
    }

    Matching ready() {
      List<Object> values = new ArrayList<>();
      conditions.values().forEach(values::addAll);
      return new Matching(
          matching.replace("{condition}", String.join(" AND ", conditions.keySet())), values);
    }
  }

  /** The features that conditions mean. */
  private static final class Matching extends MatchingFeatures {
    private final List<Object> values;

    Matching(String matching, List<Object> values) {
      super(matching, "row_no");
      this.values = values;
    }

    @Override
    void bindAfter(PreparedStatement statement, int index, @Nullable String after)
        throws SQLException {
      statement.setLong(index, after == null ? 0 : rowNo(after));
    }

    private static long rowNo(String after) {
      try {
        return Long.parseLong(after);
      } catch (NumberFormatException e) {
        throw new BadParameter("cursor", "cursor is not one of this collection");
      }
    }

    @Override
    int bind(PreparedStatement statement) throws SQLException {
      int index = 1;
      for (Object value : values) {
        if (value instanceof String[] texts) {
          statement.setArray(index++, statement.getConnection().createArrayOf("text", texts));
        } else {
          statement.setObject(index++, value);
        }
      }
      return index;
    }
  }

  private static Field text(String name) {
    return new Field(name, "string");
  }

  private static Field number(String name) {
    return new Field(name, "number");
  }
}
