package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
import org.borderwatch.server.http.EntityTag;
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
  private static final String FEATURE =
      " SELECT id, properties, ST_AsGeoJSON(geom, 7) AS geometry FROM matching";

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
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      new Layer(Optional.empty(), "{}", id).write(connection, null, 1, json);
    }
    String feature = text.toString();
    byte[] bytes = feature.getBytes(StandardCharsets.UTF_8);
    return feature.isEmpty()
        ? Optional.empty()
        : Optional.of(new Feature(feature, EntityTag.ofContent(bytes)));
  }

  private static String json(Map<String, List<String>> wanted) {
    try {
      return Json.MAPPER.writeValueAsString(wanted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The features inside a box whose properties have the wanted values. */
  private final class Layer implements Selection {
    private final List<@Nullable Object> binds = new ArrayList<>();

    Layer(Optional<LonLatBox> box, String wanted, @Nullable String id) {
      binds.add(box.map(LonLatBox::minLon).orElse(null));
      binds.add(box.map(LonLatBox::minLat).orElse(null));
      binds.add(box.map(LonLatBox::maxLon).orElse(null));
      binds.add(box.map(LonLatBox::maxLat).orElse(null));
      binds.add(wanted);
      binds.add(id);
    }

    @Override
    public long count(Connection connection) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(matching + " SELECT count(*) FROM matching")) {
        bind(statement);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    }

    @Override
    public Written write(
        Connection connection, @Nullable String after, int limit, JsonGenerator json)
        throws SQLException, IOException {
      String page = " WHERE id > ? COLLATE \"C\" ORDER BY id COLLATE \"C\" LIMIT ?";
      try (PreparedStatement statement = connection.prepareStatement(matching + FEATURE + page)) {
        int next = bind(statement);
        statement.setString(next, after == null ? "" : after);
        statement.setInt(next + 1, limit + 1);
        try (ResultSet rows = statement.executeQuery()) {
          return write(rows, limit, json);
        }
      }
    }

    private Written write(ResultSet rows, int limit, JsonGenerator json)
        throws SQLException, IOException {
      int written = 0;
      String last = "";
      while (rows.next()) {
        if (written == limit) {
          return new Written(written, Optional.of(last));
        }
        last = rows.getString("id");
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", last);
        json.writeFieldName("geometry");
        String geometry = rows.getString("geometry");
        json.writeRawValue(geometry == null ? "null" : geometry);
        json.writeFieldName("properties");
        json.writeRawValue(rows.getString("properties"));
        json.writeEndObject();
        written++;
      }
      return new Written(written, Optional.empty());
    }

    private int bind(PreparedStatement statement) throws SQLException {
      int index = 1;
      for (Object value : binds) {
        statement.setObject(index++, value);
      }
      return index;
    }
  }
}
