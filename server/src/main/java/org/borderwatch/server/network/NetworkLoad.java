package org.borderwatch.server.network;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.borderwatch.server.database.CopyRow;
import org.borderwatch.server.database.CopyRows;
import org.borderwatch.server.database.SqlText;

/** Reads a whole network on a connection that is in a transaction. */
final class NetworkLoad {
  private static final String NODES = SqlText.of(NetworkLoad.class, "load_nodes.sql");
  private static final String EDGES = SqlText.of(NetworkLoad.class, "load_edges.sql");
  private static final int NODE_FIELDS = 2;
  private static final int EDGE_FIELDS = 14;

  private final Connection connection;

  NetworkLoad(Connection connection) {
    this.connection = connection;
  }

  /** The network of a kind; its version is that of the store, or empty when it has no edges. */
  RoadNetwork of(String version, boolean synthetic) throws SQLException {
    CopyRows.set(connection, "borderwatch.synthetic", Boolean.toString(synthetic));
    RoadNetwork.Builder builder = new RoadNetwork.Builder(version, synthetic);
    NodeNumbers numbers = new NodeNumbers();
    CopyRows.read(
        connection,
        NODES,
        NODE_FIELDS,
        row -> {
          row.next();
          numbers.add(row.int8());
          row.next();
          double[] lonLat = row.lonLat();
          builder.node(lonLat[0], lonLat[1]);
        });
    CopyRows.read(
        connection,
        EDGES,
        EDGE_FIELDS,
        row -> builder.edge(id(row), EdgeRow.read(row, numbers.of(id(row)), numbers.of(id(row)))));
    RoadNetwork network = builder.build();
    return network.edges() == 0 ? new RoadNetwork.Builder("", synthetic).build() : network;
  }

  private static long id(CopyRow row) {
    row.next();
    return row.int8();
  }

  /** Numbers of nodes by their ids, which come rising. */
  private static final class NodeNumbers {
    private static final int FIRST_ROOM = 1_024;

    private long[] ids = new long[FIRST_ROOM];
    private int size;

    void add(long id) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size + (size >> 1));
      }
      ids[size++] = id;
    }

    int of(long id) {
      // Mostly they have no gaps.
      long place = size == 0 ? -1 : id - ids[0];
      if (place >= 0 && place < size && ids[(int) place] == id) {
        return (int) place;
      }
      int found = Arrays.binarySearch(ids, 0, size, id);
      if (found < 0) {
        throw new IllegalStateException(
            "an edge ends at node " + id + ", which is not stored; import the network again");
      }
      return found;
    }
  }
}
