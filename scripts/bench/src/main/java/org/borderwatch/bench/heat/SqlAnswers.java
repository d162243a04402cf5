package org.borderwatch.bench.heat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.SqlCondition;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/** What SQL says to the same questions: the truth. Not for several threads. */
final class SqlAnswers {
  private static final int FETCH_ROWS = 20_000;
  private static final int SIZE = WebMercator.TILE_SIZE;

  private final Connection connection;

  SqlAnswers(Connection connection) {
    this.connection = connection;
  }

  /** Detections, persons, women, children. */
  record Totals(long detections, long persons, long women, long children) {}

  /** Detections and persons. */
  record Pair(long detections, long persons) {}

  Totals totals(DetectionFilter filter) throws SQLException {
    SqlCondition condition = SqlCondition.of(filter);
    String sql =
        "SELECT count(*), coalesce(sum(d.persons), 0), coalesce(sum(d.women), 0),"
            + " coalesce(sum(d.children), 0) FROM detection AS d WHERE "
            + condition.sql();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      condition.bind(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
      }
    }
  }

  /** By the first day of the step in Viet Nam, as a date's text. */
  SortedMap<String, Pair> bySteps(DetectionFilter filter, String step) throws SQLException {
    return grouped(
        "(date_trunc('"
            + word(step)
            + "', d.observed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text",
        filter);
  }

  /** By the section of the border, counted from its western end. */
  SortedMap<String, Pair> bySections(DetectionFilter filter, int sectionMetres)
      throws SQLException {
    return grouped("(floor(d.border_km * 1000 / " + sectionMetres + ")::bigint)::text", filter);
  }

  private static String word(String step) {
    if (!step.matches("day|week|month")) {
      throw new IllegalArgumentException(step);
    }
    return step;
  }

  private SortedMap<String, Pair> grouped(String key, DetectionFilter filter) throws SQLException {
    SqlCondition condition = SqlCondition.of(filter);
    String sql =
        "SELECT "
            + key
            + " AS key, count(*), sum(d.persons) FROM detection AS d WHERE "
            + condition.sql()
            + " GROUP BY key";
    SortedMap<String, Pair> groups = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      condition.bind(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          groups.put(row.getString(1), new Pair(row.getLong(2), row.getLong(3)));
        }
      }
    }
    return groups;
  }

  /** What lies in each pixel of a tile, row by row from the north. */
  long[] pixels(DetectionFilter filter, TileCoord tile, Weight weight) throws SQLException {
    SqlCondition condition = SqlCondition.of(filter);
    String sql =
        "SELECT ST_X(d.geom), ST_Y(d.geom), d.persons FROM detection AS d"
            + " WHERE d.geom && ST_MakeEnvelope(?, ?, ?, ?, 4326) AND "
            + condition.sql();
    long[] pixels = new long[SIZE * SIZE];
    boolean atOnce = connection.getAutoCommit();
    connection.setAutoCommit(false); // Only then the driver streams.
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_ROWS);
      int zoom = tile.zoom();
      // A pixel more on each side, so that rounding at the edges loses nothing.
      statement.setDouble(1, WebMercator.lon(tile.westPixel() - 1.0, zoom));
      statement.setDouble(2, WebMercator.lat(tile.northPixel() + SIZE + 1.0, zoom));
      statement.setDouble(3, WebMercator.lon(tile.westPixel() + SIZE + 1.0, zoom));
      statement.setDouble(4, WebMercator.lat(tile.northPixel() - 1.0, zoom));
      condition.bind(statement, 5);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long x = (long) WebMercator.pixelX(row.getDouble(1), zoom) - tile.westPixel();
          long y = (long) WebMercator.pixelY(row.getDouble(2), zoom) - tile.northPixel();
          if (x >= 0 && x < SIZE && y >= 0 && y < SIZE) {
            pixels[(int) (y * SIZE + x)] += weight == Weight.PERSONS ? row.getInt(3) : 1;
          }
        }
      }
    }
    if (atOnce) {
      connection.commit();
      connection.setAutoCommit(true);
    }
    return pixels;
  }
}
