package org.borderwatch.server.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.jspecify.annotations.Nullable;

/**
 * The nodes, edges and vertices of a network in flat arrays, which grow while it is collected and
 * are only read after {@link #trim}.
 */
final class NetworkColumns {
  static final WayClass[] CLASSES = WayClass.values();

  private static final int FIRST_ROOM = 64;
  private static final double DEGREE = 1e7;

  final WordList words = new WordList();
  int nodes;
  int edges;
  int[] nodeLonE7 = new int[FIRST_ROOM];
  int[] nodeLatE7 = new int[FIRST_ROOM];
  long[] id = new long[FIRST_ROOM];
  int[] from = new int[FIRST_ROOM];
  int[] to = new int[FIRST_ROOM];
  byte[] wayClass = new byte[FIRST_ROOM];
  int[] name = new int[FIRST_ROOM];
  int[] ref = new int[FIRST_ROOM];
  int[] surface = new int[FIRST_ROOM];
  double[] lengthMetres = new double[FIRST_ROOM];
  double[] walk = new double[FIRST_ROOM];
  double[] walkBack = new double[FIRST_ROOM];
  double[] drive = new double[FIRST_ROOM];
  double[] driveBack = new double[FIRST_ROOM];

  /** Of each edge; one more entry than edges. */
  int[] firstVertex = new int[FIRST_ROOM + 1];

  int[] vertexLonE7 = new int[FIRST_ROOM];
  int[] vertexLatE7 = new int[FIRST_ROOM];
  float[] heightMetres = new float[FIRST_ROOM];

  void node(double lon, double lat) {
    if (nodes == nodeLonE7.length) {
      nodeLonE7 = Arrays.copyOf(nodeLonE7, more(nodes));
      nodeLatE7 = Arrays.copyOf(nodeLatE7, more(nodes));
    }
    nodeLonE7[nodes] = e7(lon);
    nodeLatE7[nodes] = e7(lat);
    nodes++;
  }

  void edge(long edgeId, NetworkEdge edge) {
    int vertices = edge.lonLat().length / 2;
    if (vertices < 2) {
      throw new IllegalArgumentException(
          "edge %d has %d vertices; two or more".formatted(edgeId, vertices));
    }
    room(vertices);
    id[edges] = edgeId;
    from[edges] = edge.from();
    to[edges] = edge.to();
    wayClass[edges] = (byte) edge.wayClass().ordinal();
    name[edges] = words.number(edge.name());
    ref[edges] = words.number(edge.ref());
    surface[edges] = words.number(edge.surface());
    lengthMetres[edges] = edge.lengthMetres();
    walk[edges] = edge.walkSeconds();
    walkBack[edges] = edge.walkSecondsBack();
    drive[edges] = edge.driveSeconds();
    driveBack[edges] = edge.driveSecondsBack();
    int at = firstVertex[edges];
    for (int v = 0; v < vertices; v++) {
      vertexLonE7[at + v] = e7(edge.lonLat()[2 * v]);
      vertexLatE7[at + v] = e7(edge.lonLat()[2 * v + 1]);
      heightMetres[at + v] = edge.heightsMetres().length == 0 ? Float.NaN : edge.heightsMetres()[v];
    }
    edges++;
    firstVertex[edges] = at + vertices;
  }

  private void room(int vertices) {
    if (edges == id.length) {
      resize(more(edges));
    }
    int needed = Math.addExact(firstVertex[edges], vertices);
    if (needed > vertexLonE7.length) {
      resizeVertices(Math.max(needed, more(vertexLonE7.length)));
    }
  }

  private void resize(int room) {
    id = Arrays.copyOf(id, room);
    from = Arrays.copyOf(from, room);
    to = Arrays.copyOf(to, room);
    wayClass = Arrays.copyOf(wayClass, room);
    name = Arrays.copyOf(name, room);
    ref = Arrays.copyOf(ref, room);
    surface = Arrays.copyOf(surface, room);
    lengthMetres = Arrays.copyOf(lengthMetres, room);
    walk = Arrays.copyOf(walk, room);
    walkBack = Arrays.copyOf(walkBack, room);
    drive = Arrays.copyOf(drive, room);
    driveBack = Arrays.copyOf(driveBack, room);
    firstVertex = Arrays.copyOf(firstVertex, room + 1);
  }

  private void resizeVertices(int room) {
    vertexLonE7 = Arrays.copyOf(vertexLonE7, room);
    vertexLatE7 = Arrays.copyOf(vertexLatE7, room);
    heightMetres = Arrays.copyOf(heightMetres, room);
  }

  /** Gives back the room that nothing came into. */
  void trim() {
    nodeLonE7 = Arrays.copyOf(nodeLonE7, nodes);
    nodeLatE7 = Arrays.copyOf(nodeLatE7, nodes);
    resize(edges);
    resizeVertices(firstVertex[edges]);
    words.trim();
  }

  /** The numbers of the edges by rising id; null when they stand in that order already. */
  int @Nullable [] orderById() {
    if (IntStream.range(1, edges).allMatch(i -> id[i - 1] < id[i])) {
      return null;
    }
    return IntStream.range(0, edges)
        .boxed()
        .sorted((a, b) -> Long.compare(id[a], id[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int more(int room) {
    return Math.addExact(room, Math.max(FIRST_ROOM, room >> 1));
  }

  private static int e7(double degrees) {
    return (int) Math.rint(degrees * DEGREE);
  }
}
