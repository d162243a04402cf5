package org.borderwatch.server.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.graph.WeightedGraph;

/**
 * One version of the network of roads and trails in memory. Nodes and edges have numbers from 0 on,
 * which belong to this version; an edge's {@link #id} is what the store and the outside know.
 * Immutable and thread-safe.
 */
public final class RoadNetwork {
  /** No roads. */
  public static final RoadNetwork EMPTY = new Builder("", false).build();

  private final String version;
  private final boolean synthetic;
  private final double[] nodeLon;
  private final double[] nodeLat;
  private final long[] ids;
  private final List<NetworkEdge> edges;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Weight, WeightedGraph> graphs = new EnumMap<>(Weight.class);

  private RoadNetwork(Builder builder) {
    this.version = builder.version;
    this.synthetic = builder.synthetic;
    this.nodeLon = builder.nodes.stream().mapToDouble(node -> node[0]).toArray();
    this.nodeLat = builder.nodes.stream().mapToDouble(node -> node[1]).toArray();
    this.ids = builder.ids.stream().mapToLong(Long::longValue).toArray();
    this.edges = List.copyOf(builder.edges);
    for (int i = 0; i < ids.length; i++) {
      numbers.put(ids[i], i);
    }
    for (Weight weight : Weight.values()) {
      graphs.put(weight, graphOf(weight));
    }
  }

  private WeightedGraph graphOf(Weight weight) {
    int n = edges.size();
    int[] from = new int[n];
    int[] to = new int[n];
    double[] cost = new double[n];
    double[] costBack = new double[n];
    for (int i = 0; i < n; i++) {
      from[i] = edges.get(i).from();
      to[i] = edges.get(i).to();
      cost[i] = cost(i, weight, true);
      costBack[i] = cost(i, weight, false);
    }
    return WeightedGraph.of(nodes(), from, to, cost, costBack);
  }

  /** Changes with whatever changes the network; empty when there is none. */
  public String version() {
    return version;
  }

  /** Whether it is simulated. */
  public boolean synthetic() {
    return synthetic;
  }

  public int nodes() {
    return nodeLon.length;
  }

  public int edges() {
    return ids.length;
  }

  /** Degrees east of a node. */
  public double lon(int node) {
    return nodeLon[node];
  }

  /** Degrees north of a node. */
  public double lat(int node) {
    return nodeLat[node];
  }

  /** What the store and the outside call an edge. */
  public long id(int edge) {
    return ids[edge];
  }

  /** The edge of that id. */
  public Optional<Integer> edgeOf(long id) {
    return Optional.ofNullable(numbers.get(id));
  }

  public int from(int edge) {
    return edges.get(edge).from();
  }

  public int to(int edge) {
    return edges.get(edge).to();
  }

  public WayClass wayClass(int edge) {
    return edges.get(edge).wayClass();
  }

  /** Number of the road. */
  public Optional<String> ref(int edge) {
    return Optional.ofNullable(edges.get(edge).ref());
  }

  /** What people call it. */
  public Optional<String> name(int edge) {
    return Optional.ofNullable(edges.get(edge).name());
  }

  public double lengthMetres(int edge) {
    return edges.get(edge).lengthMetres();
  }

  /** What it costs to go along an edge, or back; infinite where one may not or can't. */
  public double cost(int edge, Weight weight, boolean forward) {
    NetworkEdge one = edges.get(edge);
    return switch (weight) {
      case METRES -> isClosed(one, forward) ? Double.POSITIVE_INFINITY : one.lengthMetres();
      case WALK_SECONDS -> forward ? one.walkSeconds() : one.walkSecondsBack();
      case DRIVE_SECONDS -> forward ? one.driveSeconds() : one.driveSecondsBack();
    };
  }

  private static boolean isClosed(NetworkEdge edge, boolean forward) {
    double walk = forward ? edge.walkSeconds() : edge.walkSecondsBack();
    double drive = forward ? edge.driveSeconds() : edge.driveSecondsBack();
    return Double.isInfinite(walk) && Double.isInfinite(drive);
  }

  /** How many vertices the line of an edge has. */
  public int vertices(int edge) {
    return edges.get(edge).lonLat().length / 2;
  }

  /** Degrees east of a vertex. */
  public double vertexLon(int edge, int vertex) {
    return edges.get(edge).lonLat()[2 * vertex];
  }

  /** Degrees north of a vertex. */
  public double vertexLat(int edge, int vertex) {
    return edges.get(edge).lonLat()[2 * vertex + 1];
  }

  /** Metres above the sea of a vertex; NaN when not known. */
  public float vertexHeightMetres(int edge, int vertex) {
    float[] heights = edges.get(edge).heightsMetres();
    return heights.length == 0 ? Float.NaN : heights[vertex];
  }

  /** Its nodes and edges, by the same numbers, with what an edge costs; made once. */
  public WeightedGraph graph(Weight weight) {
    return graphs.getOrDefault(weight, graphOf(weight));
  }

  /** Puts a network together; the order of the calls gives the numbers. */
  public static final class Builder {
    private final String version;
    private final boolean synthetic;
    private final List<double[]> nodes = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private final List<NetworkEdge> edges = new ArrayList<>();

    public Builder(String version, boolean synthetic) {
      this.version = version;
      this.synthetic = synthetic;
    }

    public Builder node(double lon, double lat) {
      nodes.add(new double[] {lon, lat});
      return this;
    }

    /** Adds an edge; its ends are numbers of nodes. */
    public Builder edge(long id, NetworkEdge edge) {
      ids.add(id);
      edges.add(edge);
      return this;
    }

    public RoadNetwork build() {
      return new RoadNetwork(this);
    }
  }
}
