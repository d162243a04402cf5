package org.borderwatch.server.tile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.SqlCondition;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/** Mapbox vector tiles made by PostGIS. Thread-safe. */
final class VectorTiles {
  /** Of 4096: what lies this near to the tile is drawn into it too. */
  private static final int MARGIN = 64;

  private static final double MARGIN_PIXELS = WebMercator.TILE_SIZE * MARGIN / 4096.0;

  /** Stands in a statement where the condition of the rows goes. */
  private static final String CONDITION = "{condition}";

  private final Database database;

  VectorTiles(Database database) {
    this.database = database;
  }

  /**
   * A tile of a layer; empty when there is nothing in it. {@code filter} is for those that have
   * rows to choose from.
   */
  byte[] make(VectorTileLayer layer, TileCoord tile, DetectionFilter filter) throws SQLException {
    SqlCondition condition = SqlCondition.of(filter);
    String sql = layer.sql();
    boolean conditioned = sql.contains(CONDITION);
    try (Connection connection = database.connection();
        PreparedStatement statement =
            connection.prepareStatement(sql.replace(CONDITION, condition.sql()))) {
      int next = bind(statement, tile);
      if (conditioned) {
        condition.bind(statement, next);
      }
      try (ResultSet row = statement.executeQuery()) {
        byte[] bytes = row.next() ? row.getBytes(1) : null;
        return bytes == null ? new byte[0] : bytes;
      }
    }
  }

  /**
   * The tile, and the box in degrees in which to look. The box is made here and kept inside the
   * world: PostGIS would turn a margin beyond 180 degrees into the other end of it.
   */
  private static int bind(PreparedStatement statement, TileCoord tile) throws SQLException {
    double west = tile.westPixel() - MARGIN_PIXELS;
    double north = tile.northPixel() - MARGIN_PIXELS;
    double side = WebMercator.TILE_SIZE + 2 * MARGIN_PIXELS;
    int zoom = tile.zoom();
    statement.setInt(1, zoom);
    statement.setInt(2, tile.col());
    statement.setInt(3, tile.row());
    statement.setDouble(4, Math.max(-180, WebMercator.lon(west, zoom)));
    statement.setDouble(5, Math.max(-90, WebMercator.lat(north + side, zoom)));
    statement.setDouble(6, Math.min(180, WebMercator.lon(west + side, zoom)));
    statement.setDouble(7, Math.min(90, WebMercator.lat(north, zoom)));
    return 8;
  }
}
