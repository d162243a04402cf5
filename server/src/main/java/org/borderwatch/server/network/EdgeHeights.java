package org.borderwatch.server.network;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.borderwatch.data.network.EdgeTimes;
import org.borderwatch.data.network.ElevationGrid;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.server.database.BinaryCopy;
import org.borderwatch.server.database.CopyRow;
import org.borderwatch.server.database.CopyRows;
import org.borderwatch.server.database.SqlText;
import org.postgresql.PGConnection;

/**
 * Reckons heights and times of the real network's edges and nodes again, on a connection that is in
 * a transaction, some ten thousand edges at a time.
 */
final class EdgeHeights {
  private static final String BEGIN = SqlText.of(EdgeHeights.class, "heights_begin.sql");
  private static final String EDGES = SqlText.of(EdgeHeights.class, "heights_edges.sql");
  private static final String NODES = SqlText.of(EdgeHeights.class, "heights_nodes.sql");
  private static final String UPDATE = SqlText.of(EdgeHeights.class, "heights_update.sql");
  private static final String COPY_EDGES =
      "COPY edge_again (id, walk_s, walk_back_s, ascent_m, descent_m, heights_m)"
          + " FROM STDIN (FORMAT binary)";
  private static final String COPY_NODES =
      "COPY node_again (id, height_m) FROM STDIN (FORMAT binary)";
  private static final int EDGE_FIELDS = 12;
  private static final int NODE_FIELDS = 2;
  private static final int AT_ONCE = 20_000;

  private final Connection connection;
  private final ElevationGrid elevation;
  private final EdgeTimes times;
  private long edges;
  private long withHeights;

  EdgeHeights(Connection connection, ElevationGrid elevation) {
    this.connection = connection;
    this.elevation = elevation;
    this.times = new EdgeTimes(elevation);
  }

  /** How many edges were reckoned again. */
  long edges() {
    return edges;
  }

  /** How many of them have heights now. */
  long withHeights() {
    return withHeights;
  }

  /**
   * Reckons what touches one of the boxes again.
   *
   * @param boxes west, south, east and north in degrees
   * @param progress is told the share that is done
   */
  void again(List<double[]> boxes, DoubleConsumer progress) throws SQLException, IOException {
    execute(BEGIN);
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO again_box VALUES (?, ?, ?, ?)")) {
      for (double[] box : boxes) {
        for (int i = 0; i < 4; i++) {
          statement.setDouble(i + 1, box[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
    long after = 0;
    long first = edge("min");
    long last = edge("max");
    while (true) {
      List<NetworkEdge> some = new ArrayList<>(AT_ONCE);
      List<Long> ids = new ArrayList<>(AT_ONCE);
      read(after, some, ids);
      if (some.isEmpty()) {
        break;
      }
      write(some, ids);
      after = ids.get(ids.size() - 1);
      progress.accept(0.8 * (after - first + 1.0) / (last - first + 1.0));
    }
    nodes();
    execute(UPDATE);
    progress.accept(1);
  }

  private long edge(String which) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT " + which + "(id) FROM network_edge")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void read(long after, List<NetworkEdge> some, List<Long> ids) throws SQLException {
    next(after);
    CopyRows.read(
        connection,
        EDGES,
        EDGE_FIELDS,
        row -> {
          row.next();
          ids.add(row.int8());
          some.add(EdgeRow.read(row, 0, 0));
        });
  }

  private void write(List<NetworkEdge> some, List<Long> ids) throws SQLException, IOException {
    BinaryCopy rows = new BinaryCopy();
    for (int i = 0; i < some.size(); i++) {
      NetworkEdge edge = times.again(some.get(i));
      rows.beginRow(6).int8(ids.get(i));
      EdgeRow.seconds(rows, edge.walkSeconds());
      EdgeRow.seconds(rows, edge.walkSecondsBack());
      EdgeRow.heights(rows, edge.heightsMetres());
      edges++;
      withHeights += edge.heightsMetres().length > 0 ? 1 : 0;
    }
    copy(COPY_EDGES, rows);
  }

  /** Heights are only asked for when the COPY is over: they may have to be read themselves. */
  private void nodes() throws SQLException, IOException {
    long after = 0;
    while (true) {
      List<Node> some = new ArrayList<>(AT_ONCE);
      next(after);
      CopyRows.read(connection, NODES, NODE_FIELDS, row -> some.add(Node.read(row)));
      if (some.isEmpty()) {
        return;
      }
      BinaryCopy rows = new BinaryCopy();
      for (Node node : some) {
        float height = elevation.heightMetres(node.lon(), node.lat());
        rows.beginRow(NODE_FIELDS)
            .int8(node.id())
            .float4(Float.isNaN(height) ? null : (double) height);
      }
      copy(COPY_NODES, rows);
      after = some.get(some.size() - 1).id();
    }
  }

  private record Node(long id, double lon, double lat) {
    static Node read(CopyRow row) {
      row.next();
      long id = row.int8();
      row.next();
      double[] lonLat = row.lonLat();
      return new Node(id, lonLat[0], lonLat[1]);
    }
  }

  /** Which come next. */
  private void next(long after) throws SQLException {
    CopyRows.set(connection, "borderwatch.after", Long.toString(after));
    CopyRows.set(connection, "borderwatch.limit", Integer.toString(AT_ONCE));
  }

  private void copy(String into, BinaryCopy rows) throws SQLException, IOException {
    EdgeRow.copy(connection.unwrap(PGConnection.class), into, rows.take());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
