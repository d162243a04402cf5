package org.borderwatch.bench.heat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.borderwatch.server.detection.SqlCondition;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/** The same tile as PostGIS makes it: {@code heat-tile.sql}. Not for several threads. */
final class PostgisTile {
  /** Long lists of numbers make a plan unreadable. */
  private static final Pattern LONG_ARRAY = Pattern.compile("'\\{[^}]{200,}\\}'");

  private final Connection connection;
  private final String sql;

  /**
   * @param file {@code heat-tile.sql}
   */
  PostgisTile(Connection connection, Path file) throws IOException {
    this.connection = connection;
    this.sql = Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The vector tile. */
  byte[] get(TileQuestion question) throws SQLException {
    try (PreparedStatement statement = prepare("", question);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBytes(1);
    }
  }

  /** How PostgreSQL goes about it. */
  String plan(TileQuestion question) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement statement = prepare("EXPLAIN (ANALYZE, BUFFERS) ", question);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String line = LONG_ARRAY.matcher(row.getString(1)).replaceAll("'{...}'");
        plan.append("  ").append(line).append('\n');
      }
    }
    return plan.toString();
  }

  private PreparedStatement prepare(String before, TileQuestion question) throws SQLException {
    SqlCondition condition = SqlCondition.of(question.filter().filter());
    String count = question.weight() == Weight.PERSONS ? "sum(d.persons)" : "count(*)";
    PreparedStatement statement =
        connection.prepareStatement(
            before + sql.replace("{count}", count).replace("{filter}", condition.sql()));
    TileCoord tile = question.tile();
    double west = WebMercator.lon(tile.westPixel(), tile.zoom());
    double east = WebMercator.lon(tile.westPixel() + WebMercator.TILE_SIZE, tile.zoom());
    double north = latitude(tile, 0);
    double south = latitude(tile, WebMercator.TILE_SIZE);
    statement.setArray(1, connection.createArrayOf("float8", rowEdges(tile)));
    statement.setDouble(2, west);
    statement.setDouble(3, east);
    statement.setDouble(4, west);
    statement.setDouble(5, south);
    statement.setDouble(6, east);
    statement.setDouble(7, north);
    condition.bind(statement, 8);
    return statement;
  }

  /** From the south. */
  private static Object[] rowEdges(TileCoord tile) {
    return IntStream.rangeClosed(0, WebMercator.TILE_SIZE)
        .mapToObj(edge -> latitude(tile, WebMercator.TILE_SIZE - edge))
        .toArray();
  }

  private static double latitude(TileCoord tile, int row) {
    return WebMercator.lat(tile.northPixel() + (double) row, tile.zoom());
  }
}
