package org.borderwatch.bench.network;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The same graph in a table, and pgRouting's functions over it. */
final class PgRouting implements AutoCloseable {
  private static final String EDGES =
      "'SELECT id, source, target, cost, reverse_cost FROM edge'::text";
  private static final String SHORTEST =
      "SELECT max(agg_cost) FROM pgr_dijkstra(" + EDGES + ", ?::bigint, ?::bigint, true)";
  private static final String LOOPLESS =
      "SELECT sum(agg_cost) FROM pgr_ksp("
          + EDGES
          + ", ?::bigint, ?::bigint, ?, true, false) WHERE edge = -1";
  private static final int BATCH = 10_000;

  private final Connection connection;

  PgRouting(String address, RoadLikeGraph roads) throws SQLException {
    connection = DriverManager.getConnection(address);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE");
      statement.execute(
          """
          CREATE TEMP TABLE edge (
            id bigint, source bigint, target bigint, cost double precision, reverse_cost double precision)
          """);
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO edge VALUES (?, ?, ?, ?, ?)")) {
      for (int i = 0; i < roads.edges(); i++) {
        insert.setLong(1, i);
        insert.setLong(2, roads.from()[i]);
        insert.setLong(3, roads.to()[i]);
        insert.setDouble(4, roads.cost()[i]);
        insert.setDouble(5, roads.cost()[i]);
        insert.addBatch();
        if (i % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE edge");
    }
  }

  double shortest(int[] pair) {
    return ask(SHORTEST, pair[0], pair[1]);
  }

  double loopless(int[] pair, int most) {
    return ask(LOOPLESS, pair[0], pair[1], most);
  }

  private double ask(String sql, int... numbers) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < numbers.length; i++) {
        statement.setInt(i + 1, numbers[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
