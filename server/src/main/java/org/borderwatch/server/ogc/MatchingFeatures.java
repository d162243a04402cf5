package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.cql.CqlSql;
import org.borderwatch.server.cql.Property;
import org.borderwatch.server.database.SqlPart;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * The features of a statement whose {@code matching} yields {@code id}, {@code properties} and
 * {@code geom}, page by page in the order of a key.
 */
abstract class MatchingFeatures implements FeatureSource.Selection {
  private final String matching;
  private final String key;
  private SqlPart filter = SqlPart.TRUE;

  /**
   * @param matching begins a statement, up to and with {@code matching}
   * @param key expression by which features are ordered and a page goes on
   */
  MatchingFeatures(String matching, String key) {
    this.matching = matching;
    this.key = key;
  }

  /** Binds what {@code matching} asks for; returns the index after it. */
  abstract int bind(PreparedStatement statement) throws SQLException;

  /** Binds the key after which a page begins; null is before all. */
  abstract void bindAfter(PreparedStatement statement, int index, @Nullable String after)
      throws SQLException;

  /** Properties as JSON holds them. */
  private static final CqlSql.Columns COLUMNS =
      new CqlSql.Columns() {
        @Override
        public String of(Property property) {
          String text = "(properties ->> '" + property.name().replace("'", "''") + "')";
          return switch (property.kind()) {
            case TEXT, LIST -> text;
            case NUMBER -> "CAST(" + text + " AS double precision)";
            case BOOLEAN -> "CAST(" + text + " AS boolean)";
            case TIME -> "CAST(" + text + " AS timestamptz)";
          };
        }

        @Override
        public String geometry() {
          return "geom";
        }
      };

  @Override
  public final FeatureSource.Selection filtered(Condition condition) {
    filter = CqlSql.of(condition, COLUMNS);
    return this;
  }

  private String page() {
    return " SELECT %s AS key, id, properties, ST_AsGeoJSON(geom, 7) AS geometry FROM matching WHERE %s > ? AND (%s) ORDER BY %s LIMIT ?"
        .formatted(key, key, filter.sql(), key);
  }

  @Override
  public final long count(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            matching + " SELECT count(*) FROM matching WHERE " + filter.sql())) {
      filter.bind(statement, bind(statement));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public final FeatureSource.Written write(
      Connection connection, @Nullable String after, int limit, JsonGenerator json)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(matching + page())) {
      int next = bind(statement);
      bindAfter(statement, next, after);
      statement.setInt(filter.bind(statement, next + 1), limit + 1);
      try (ResultSet rows = statement.executeQuery()) {
        return write(rows, limit, json);
      }
    }
  }

  private static FeatureSource.Written write(ResultSet rows, int limit, JsonGenerator json)
      throws SQLException, IOException {
    int written = 0;
    String last = "";
    while (rows.next()) {
      if (written == limit) {
        return new FeatureSource.Written(written, Optional.of(last));
      }
      last = rows.getString("key");
      json.writeStartObject();
      json.writeStringField("type", "Feature");
      json.writeStringField("id", rows.getString("id"));
      json.writeFieldName("geometry");
      String geometry = rows.getString("geometry");
      json.writeRawValue(geometry == null ? "null" : geometry);
      json.writeFieldName("properties");
      json.writeRawValue(rows.getString("properties"));
      json.writeEndObject();
      written++;
    }
    return new FeatureSource.Written(written, Optional.empty());
  }

  /** The first of them. */
  final Optional<FeatureSource.Feature> first(Connection connection)
      throws SQLException, IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      write(connection, null, 1, json);
    }
    String feature = text.toString();
    byte[] bytes = feature.getBytes(StandardCharsets.UTF_8);
    return feature.isEmpty()
        ? Optional.empty()
        : Optional.of(new FeatureSource.Feature(feature, EntityTag.ofContent(bytes)));
  }
}
