package org.borderwatch.server.network;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.server.database.BinaryCopy;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Stores a network as it is read, on a connection that is in a transaction; whoever opened that
 * commits it, after {@link #close}. Positions are rounded to 1e-7 degrees.
 *
 * <p>Edges go to the database in pieces of a megabyte, by a thread of the writer's own, while the
 * next ones are read. Nodes are kept until the end, because only then it is known which hang
 * together: 28 bytes each. Other writers of the network wait until the transaction ends. Not for
 * several threads, and nobody may use the connection until it is closed.
 */
public final class NetworkWriter implements NetworkReceiver, AutoCloseable {
  private static final int PIECE_BYTES = 1 << 20;
  private static final int PIECES_WAITING = 3;
  private static final long LONGEST_END_SECONDS = 3_600;

  private static final String NODES =
      "COPY network_node (id, geom, height_m, barrier, part, synthetic) FROM STDIN (FORMAT binary)";
  private static final String EDGES =
      "COPY network_edge (id, from_node, to_node, class, name, ref, surface, length_m, walk_s,"
          + " walk_back_s, drive_s, drive_back_s, ascent_m, descent_m, heights_m, source_ref, geom,"
          + " synthetic) FROM STDIN (FORMAT binary)";
  private static final String FEATURES =
      "COPY network_feature (kind, type, name, source_ref, geom, synthetic)"
          + " FROM STDIN (FORMAT binary)";

  private final Connection connection;
  private final boolean synthetic;
  private final long firstNode;
  private final long firstEdge;
  private final NodeColumns nodes = new NodeColumns();
  private final BinaryCopy edgeRows = new BinaryCopy();
  private final BinaryCopy featureRows = new BinaryCopy();
  private final Semaphore room = new Semaphore(PIECES_WAITING);
  private final ExecutorService thread = Executors.newSingleThreadExecutor(NetworkWriter::daemon);
  private volatile @Nullable Exception failure;
  private long edges;
  private long features;
  private @Nullable StoredNetwork stored;
  private boolean closed;

  /** Something could not be stored; the cause says what. */
  public static final class WriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Begins to add to the network of a kind.
   *
   * @param connection in a transaction
   * @throws SQLException when the database fails
   */
  public NetworkWriter(Connection connection, boolean synthetic) throws SQLException {
    this.connection = connection;
    this.synthetic = synthetic;
    NetworkRepository.NextNumbers next = new NetworkRepository(connection).lock();
    this.firstNode = next.node();
    this.firstEdge = next.edge();
  }

  @Override
  public void node(NetworkNode node) {
    if (node.number() != nodes.size()) {
      throw new IllegalArgumentException(
          "node %d comes after %d others".formatted(node.number(), nodes.size()));
    }
    nodes.add(rounded(node.lon()), rounded(node.lat()), node.heightMetres(), node.barrier());
  }

  @Override
  public void edge(NetworkEdge edge) {
    nodes.join(edge.from(), edge.to());
    edgeRows
        .beginRow(18)
        .int8(firstEdge + edges)
        .int8(firstNode + edge.from())
        .int8(firstNode + edge.to())
        .text(edge.wayClass().code())
        .text(edge.name())
        .text(edge.ref())
        .text(edge.surface())
        .float8(edge.lengthMetres());
    EdgeRow.seconds(edgeRows, edge.walkSeconds());
    EdgeRow.seconds(edgeRows, edge.walkSecondsBack());
    EdgeRow.seconds(edgeRows, edge.driveSeconds());
    EdgeRow.seconds(edgeRows, edge.driveSecondsBack());
    EdgeRow.heights(edgeRows, edge.heightsMetres());
    edgeRows.text(edge.sourceRef()).line(rounded(edge.lonLat())).yes(synthetic);
    edges++;
    send(EDGES, edgeRows, PIECE_BYTES);
  }

  @Override
  public void feature(NetworkFeature feature) {
    featureRows
        .beginRow(6)
        .text(feature.kind().code())
        .text(feature.type())
        .text(feature.name())
        .text(feature.sourceRef());
    double[] lonLat = rounded(feature.lonLat());
    if (lonLat.length == 2) {
      featureRows.point(lonLat[0], lonLat[1]);
    } else {
      featureRows.line(lonLat);
    }
    featureRows.yes(synthetic);
    features++;
    send(FEATURES, featureRows, PIECE_BYTES);
  }

  /**
   * Writes down what is left.
   *
   * @return what was stored
   * @throws WriteException when the database failed; the transaction is to be undone
   */
  public StoredNetwork finish() throws SQLException {
    StoredNetwork already = stored;
    if (already != null) {
      return already;
    }
    send(EDGES, edgeRows, 0);
    send(FEATURES, featureRows, 0);
    ConnectedParts parts = nodes.parts();
    BinaryCopy rows = new BinaryCopy();
    for (int i = 0; i < nodes.size(); i++) {
      rows.beginRow(6).int8(firstNode + i).point(nodes.lon(i), nodes.lat(i));
      float height = nodes.heightMetres(i);
      rows.float4(Float.isNaN(height) ? null : (double) height)
          .text(nodes.barrier(i))
          .int4(parts.of(i))
          .yes(synthetic);
      send(NODES, rows, PIECE_BYTES);
    }
    send(NODES, rows, 0);
    end();
    requireWell();
    new NetworkRepository(connection).count(nodes.size(), edges);
    StoredNetwork done =
        new StoredNetwork(nodes.size(), edges, features, parts.count(), parts.nodes(0));
    stored = done;
    return done;
  }

  /** Finishes, unless something failed already: then the transaction is to be undone. */
  @Override
  public void close() throws SQLException {
    try {
      if (!closed && failure == null) {
        finish();
      }
    } finally {
      end();
    }
  }

  /** Forgets what wasn't sent yet: the transaction is to be undone. */
  public void abandon() {
    closed = true;
    end();
  }

  private void end() {
    closed = true;
    thread.shutdown();
    try {
      boolean ignored = thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(String copy, BinaryCopy rows, int least) {
    if (rows.size() <= least) {
      return;
    }
    requireWell();
    byte[] piece = rows.take();
    room.acquireUninterruptibly();
    thread.execute(
        () -> {
          try {
            if (failure == null) {
              EdgeRow.copy(connection.unwrap(PGConnection.class), copy, piece);
            }
          } catch (SQLException | IOException | RuntimeException failed) {
            failure = failed;
          } finally {
            room.release();
          }
        });
  }

  private void requireWell() {
    Exception failed = failure;
    if (failed != null) {
      throw new WriteException(failed);
    }
  }

  private static double[] rounded(double[] degrees) {
    double[] rounded = new double[degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      rounded[i] = rounded(degrees[i]);
    }
    return rounded;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e7) / 1e7;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "network-store");
    thread.setDaemon(true);
    return thread;
  }
}
