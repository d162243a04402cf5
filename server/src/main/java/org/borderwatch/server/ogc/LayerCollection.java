package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * A reference layer as a collection: a statement that yields {@code id}, {@code properties} and
 * {@code geom}. Small, so it is read through no index but its own.
 */
final class LayerCollection implements FeatureSource {
  private static final String MATCHING =
      SqlText.of(LayerCollection.class, "layer_matching.sql").stripTrailing();

  private final CollectionInfo info;
  private final String matching;

  /** Reads the layer's statement from the file {@code <id>.sql} beside this class. */
  LayerCollection(CollectionInfo info) {
    this.info = info;
    String layer = SqlText.of(LayerCollection.class, info.id() + ".sql");
    this.matching = "WITH layer AS (\n" + layer + "),\n" + MATCHING;
  }

  @Override
  public CollectionInfo info() {
    return info;
  }

  /** Box, and each property by one or more values that it equals. */
  @Override
  public QueryParameters filters() {
    String[] names = info.fields().stream().map(CollectionInfo.Field::name).toArray(String[]::new);
    return QueryParameters.of("bbox", "datetime").and(names);
  }

  @Override
  public Selection select(Context ctx) {
    Map<String, List<String>> wanted = new TreeMap<>();
    for (CollectionInfo.Field field : info.fields()) {
      Optional.ofNullable(ctx.queryParam(field.name()))
          .ifPresent(text -> wanted.put(field.name(), Arrays.asList(text.split(",", -1))));
    }
    // Layers have no times, so every feature matches any datetime that can be understood.
    var asked = DetectionFilterQuery.parse(name -> timeOrPlace(ctx, name));
    return new Layer(asked.bbox(), json(wanted), null);
  }

  private static @Nullable String timeOrPlace(Context ctx, String name) {
    return name.equals("bbox") || name.equals("datetime") ? ctx.queryParam(name) : null;
  }

  @Override
  public Optional<Feature> one(Context ctx, Connection connection, String id)
      throws SQLException, IOException {
    return new Layer(Optional.empty(), "{}", id).first(connection);
  }

  private static String json(Map<String, List<String>> wanted) {
    try {
      return Json.MAPPER.writeValueAsString(wanted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The features inside a box whose properties have the wanted values. */
  private final class Layer extends MatchingFeatures {
    private final List<@Nullable Object> binds = new ArrayList<>();

    Layer(Optional<LonLatBox> box, String wanted, @Nullable String id) {
      super(matching, "id COLLATE \"C\"");
      binds.add(box.map(LonLatBox::minLon).orElse(null));
      binds.add(box.map(LonLatBox::minLat).orElse(null));
      binds.add(box.map(LonLatBox::maxLon).orElse(null));
      binds.add(box.map(LonLatBox::maxLat).orElse(null));
      binds.add(wanted);
      binds.add(id);
    }

    @Override
    void bindAfter(PreparedStatement statement, int index, @Nullable String after)
        throws SQLException {
      statement.setString(index, after == null ? "" : after);
    }

    @Override
    int bind(PreparedStatement statement) throws SQLException {
      int index = 1;
      for (Object value : binds) {
        statement.setObject(index++, value);
      }
      return index;
    }
  }
}
