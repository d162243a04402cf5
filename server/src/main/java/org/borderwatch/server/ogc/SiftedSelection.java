package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * The features of another selection that fulfil a condition. Each is read, so it is for collections
 * of some thousands; larger ones ask their database.
 */
record SiftedSelection(FeatureSource.Selection all, Condition condition)
    implements FeatureSource.Selection {
  private static final int PAGE = 1_000;

  @Override
  public long count(Connection connection) throws SQLException {
    try {
      long found = 0;
      Optional<String> after = Optional.empty();
      do {
        Page page = read(connection, after.orElse(null), PAGE);
        found += page.features().size();
        after = page.moreAfter();
      } while (after.isPresent());
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Never reads more than may still be written, so that the last key is that of a whole page. */
  @Override
  public FeatureSource.Written write(
      Connection connection, @Nullable String after, int limit, JsonGenerator json)
      throws SQLException, IOException {
    int written = 0;
    Optional<String> from = Optional.ofNullable(after);
    do {
      Page page = read(connection, from.orElse(null), limit - written);
      for (JsonNode feature : page.features()) {
        json.writeTree(feature);
      }
      written += page.features().size();
      from = page.moreAfter();
    } while (from.isPresent() && written < limit);
    return new FeatureSource.Written(written, from);
  }

  private record Page(List<JsonNode> features, Optional<String> moreAfter) {}

  private Page read(Connection connection, @Nullable String after, int limit)
      throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FeatureSource.Written written;
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      json.writeStartArray();
      written = all.write(connection, after, limit, json);
      json.writeEndArray();
    }
    List<JsonNode> features = new ArrayList<>();
    try (JsonParser parser = Json.MAPPER.createParser(bytes.toByteArray())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode feature = Json.MAPPER.readTree(parser);
        if (Boolean.TRUE.equals(condition.test(feature))) {
          features.add(feature);
        }
      }
    }
    return new Page(features, written.moreAfter());
  }
}
