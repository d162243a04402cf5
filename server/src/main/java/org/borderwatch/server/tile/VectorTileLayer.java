package org.borderwatch.server.tile;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;

/**
 * A collection as vector tiles. Without a maker its statement is the file {@code vector-<id>.sql}
 * beside this class.
 *
 * @param id of the collection, and the name of the layer inside a tile
 * @param title for people
 * @param permission what reading it needs
 * @param filters the query parameters that choose among its features
 * @param choice says of which rows a tile is made
 * @param maker makes its tiles from memory; empty where PostGIS makes them
 * @param minZoom the first zoom that has tiles
 * @param fields JSON types by the name of each property
 */
public record VectorTileLayer(
    String id,
    String title,
    Permission permission,
    QueryParameters filters,
    Choice choice,
    Optional<Maker> maker,
    int minZoom,
    Map<String, String> fields) {

  /** Understands the query of a tile. */
  @FunctionalInterface
  public interface Choice {
    /**
     * What the caller asks for and may see.
     *
     * @throws org.borderwatch.server.http.ApiException when a parameter can't be understood
     */
    DetectionFilter of(Context ctx) throws SQLException;
  }

  /** Makes tiles from memory. */
  @FunctionalInterface
  public interface Maker {
    /** A tile of the rows of {@code filter}; empty when there is nothing in it. */
    byte[] make(TileCoord tile, DetectionFilter filter);
  }

  /** The statement that makes a tile. */
  String sql() {
    return SqlText.of(VectorTileLayer.class, "vector-" + id + ".sql");
  }
}
