package org.borderwatch.server.tile;

import java.util.Map;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.KindOfData;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;

/**
 * A collection as vector tiles. Its statement is the file {@code vector-<id>.sql} beside this
 * class.
 *
 * @param id of the collection, and the name of the layer inside a tile
 * @param title for people
 * @param permission what reading it needs
 * @param filters the query parameters that choose among its features
 * @param kind which kind of data is meant when the asker doesn't say; for layers with filters
 * @param minZoom the first zoom that has tiles
 * @param fields JSON types by the name of each property
 */
public record VectorTileLayer(
    String id,
    String title,
    Permission permission,
    QueryParameters filters,
    KindOfData kind,
    int minZoom,
    Map<String, String> fields) {

  /** The statement that makes a tile. */
  String sql() {
    return SqlText.of(VectorTileLayer.class, "vector-" + id + ".sql");
  }
}
