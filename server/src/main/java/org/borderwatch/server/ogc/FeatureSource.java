package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** A collection and how its features are read. */
public interface FeatureSource {
  CollectionInfo info();

  /** Whether there are vector tiles of it. */
  default boolean isTiled() {
    return true;
  }

  /** The query parameters that choose among its features. */
  QueryParameters filters();

  /**
   * What the caller in {@code ctx} asks for and may see.
   *
   * @throws org.borderwatch.server.http.ApiException when a parameter can't be understood
   */
  Selection select(Context ctx) throws SQLException;

  /** The query parameters that choose among the features of its tiles. */
  default QueryParameters tileFilters() {
    return QueryParameters.NONE;
  }

  /**
   * Of which rows the tiles are made that the caller in {@code ctx} asks for and may see.
   *
   * @throws org.borderwatch.server.http.ApiException when a parameter can't be understood
   */
  default DetectionFilter tileFilter(Context ctx) throws SQLException {
    return DetectionFilter.ALL;
  }

  /** One feature that the caller may see; empty when there is none. */
  Optional<Feature> one(Context ctx, Connection connection, String id)
      throws SQLException, IOException;

  /** A feature as it is answered, with the tag of its version. */
  record Feature(String geoJson, EntityTag tag) {
    /** In UTF-8, as JSON has it. */
    byte[] bytes() {
      return geoJson.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Chosen features, in the order of keys that never change. */
  interface Selection {
    /** How many there are. */
    long count(Connection connection) throws SQLException;

    /**
     * Writes up to {@code limit} features whose key comes after {@code after}, from the first one
     * when that is null.
     *
     * @return how many were written, and the last key when more follow
     */
    Written write(Connection connection, @Nullable String after, int limit, JsonGenerator json)
        throws SQLException, IOException;

    /** Those of them that fulfil {@code condition}: read all the same, and sifted here. */
    default Selection filtered(Condition condition) {
      return new SiftedSelection(this, condition);
    }
  }

  /** How much of a selection was written. */
  record Written(int features, Optional<String> moreAfter) {}
}
