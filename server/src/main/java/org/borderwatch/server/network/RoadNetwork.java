package org.borderwatch.server.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.graph.WayFinder;
import org.borderwatch.server.graph.WeightedGraph;
import org.jspecify.annotations.Nullable;

/**
 * One version of the network of roads and trails in memory. Nodes and edges have numbers from 0 on,
 * which belong to this version; an edge's {@link #id} is what the store and the outside know.
 * Positions are kept to 1e-7 degrees, as they are stored. Immutable and thread-safe.
 *
 * <p>About 70 bytes an edge, 12 a vertex and 16 a node; each {@link #graph} that somebody asked for
 * takes 42 more an edge, and the first search for what is nearest 5 a vertex.
 */
public final class RoadNetwork {
  /** No roads. */
  public static final RoadNetwork EMPTY = new Builder("", false).build();

  private static final double DEGREE = 1e7;

  private final String version;
  private final boolean synthetic;
  private final NetworkColumns columns;
  private final ConnectedParts parts;
  private final int @Nullable [] edgesById;
  private final AtomicReferenceArray<@Nullable WeightedGraph> graphs =
      new AtomicReferenceArray<>(Weight.values().length);
  private final AtomicReferenceArray<@Nullable WayFinder> finders =
      new AtomicReferenceArray<>(Weight.values().length);
  private volatile @Nullable NearestEdges nearest;

  private RoadNetwork(Builder builder) {
    this.version = builder.version;
    this.synthetic = builder.synthetic;
    this.columns = builder.columns;
    columns.trim();
    this.parts = ConnectedParts.of(columns.nodes, columns.from, columns.to);
    this.edgesById = columns.orderById();
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
    return columns.nodes;
  }

  public int edges() {
    return columns.edges;
  }

  /** Degrees east of a node. */
  public double lon(int node) {
    return columns.nodeLonE7[node] / DEGREE;
  }

  /** Degrees north of a node. */
  public double lat(int node) {
    return columns.nodeLatE7[node] / DEGREE;
  }

  /** The connected part of a node, whatever the direction of travel: 0 has the most nodes. */
  public int part(int node) {
    return parts.of(node);
  }

  /** How many connected parts there are. */
  public int parts() {
    return parts.count();
  }

  /** How many nodes a part has. */
  public int nodesOfPart(int part) {
    return parts.nodes(part);
  }

  /** What the store and the outside call an edge. */
  public long id(int edge) {
    return columns.id[edge];
  }

  /** The edge of that id. */
  public Optional<Integer> edgeOf(long id) {
    int[] order = edgesById;
    if (order == null) {
      int found = Arrays.binarySearch(columns.id, id);
      return found < 0 ? Optional.empty() : Optional.of(found);
    }
    int low = 0;
    int high = order.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = Long.compare(columns.id[order[middle]], id);
      if (compared == 0) {
        return Optional.of(order[middle]);
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  public int from(int edge) {
    return columns.from[edge];
  }

  public int to(int edge) {
    return columns.to[edge];
  }

  public WayClass wayClass(int edge) {
    return NetworkColumns.CLASSES[columns.wayClass[edge]];
  }

  /** Number of the road. */
  public Optional<String> ref(int edge) {
    return Optional.ofNullable(columns.words.get(columns.ref[edge]));
  }

  /** What people call it. */
  public Optional<String> name(int edge) {
    return Optional.ofNullable(columns.words.get(columns.name[edge]));
  }

  /** What it is made of, as OpenStreetMap's {@code surface} says it. */
  public Optional<String> surface(int edge) {
    return Optional.ofNullable(columns.words.get(columns.surface[edge]));
  }

  public double lengthMetres(int edge) {
    return columns.lengthMetres[edge];
  }

  /** What it costs to go along an edge, or back; infinite where one may not or can't. */
  public double cost(int edge, Weight weight, boolean forward) {
    return switch (weight) {
      case METRES ->
          isClosed(edge, forward) ? Double.POSITIVE_INFINITY : columns.lengthMetres[edge];
      case WALK_SECONDS -> forward ? columns.walk[edge] : columns.walkBack[edge];
      case DRIVE_SECONDS -> forward ? columns.drive[edge] : columns.driveBack[edge];
      case TRAVEL_SECONDS ->
          forward
              ? Math.min(columns.walk[edge], columns.drive[edge])
              : Math.min(columns.walkBack[edge], columns.driveBack[edge]);
    };
  }

  private boolean isClosed(int edge, boolean forward) {
    double walk = forward ? columns.walk[edge] : columns.walkBack[edge];
    double drive = forward ? columns.drive[edge] : columns.driveBack[edge];
    return Double.isInfinite(walk) && Double.isInfinite(drive);
  }

  /** Whether one can go along an edge in one direction at least. */
  public boolean isOpen(int edge, Weight weight) {
    return cost(edge, weight, true) != Double.POSITIVE_INFINITY
        || cost(edge, weight, false) != Double.POSITIVE_INFINITY;
  }

  /** How many vertices the line of an edge has. */
  public int vertices(int edge) {
    return columns.firstVertex[edge + 1] - columns.firstVertex[edge];
  }

  /** Degrees east of a vertex. */
  public double vertexLon(int edge, int vertex) {
    return columns.vertexLonE7[columns.firstVertex[edge] + vertex] / DEGREE;
  }

  /** Degrees north of a vertex. */
  public double vertexLat(int edge, int vertex) {
    return columns.vertexLatE7[columns.firstVertex[edge] + vertex] / DEGREE;
  }

  /** Metres above the sea of a vertex; NaN when not known. */
  public float vertexHeightMetres(int edge, int vertex) {
    return columns.heightMetres[columns.firstVertex[edge] + vertex];
  }

  /** Its nodes and edges, by the same numbers, with what an edge costs; made once. */
  public WeightedGraph graph(Weight weight) {
    WeightedGraph made = graphs.get(weight.ordinal());
    return made == null ? makeGraph(weight) : made;
  }

  private synchronized WeightedGraph makeGraph(Weight weight) {
    WeightedGraph made = graphs.get(weight.ordinal());
    if (made == null) {
      double[] cost = new double[edges()];
      double[] back = new double[edges()];
      for (int i = 0; i < edges(); i++) {
        cost[i] = cost(i, weight, true);
        back[i] = cost(i, weight, false);
      }
      made = WeightedGraph.of(nodes(), columns.from, columns.to, cost, back);
      graphs.set(weight.ordinal(), made);
    }
    return made;
  }

  /** Finds ways through {@link #graph}; made once. */
  public WayFinder finder(Weight weight) {
    WayFinder made = finders.get(weight.ordinal());
    return made == null ? makeFinder(weight) : made;
  }

  private synchronized WayFinder makeFinder(Weight weight) {
    WayFinder made = finders.get(weight.ordinal());
    if (made == null) {
      made = WayFinder.preparing(graph(weight));
      finders.set(weight.ordinal(), made);
    }
    return made;
  }

  /**
   * The nearest place on a way, whoever may use it.
   *
   * <p>Distances are those of the plane that touches the ellipsoid there: within 5 km good to a
   * tenth of a percent.
   *
   * @param maxMetres how far away at most
   */
  public Optional<SnappedPoint> nearest(double lon, double lat, double maxMetres) {
    return nearestEdges().nearest(lon, lat, maxMetres, edge -> true);
  }

  /** The nearest place on a way that is open for {@code weight} in one direction at least. */
  public Optional<SnappedPoint> nearest(double lon, double lat, double maxMetres, Weight weight) {
    return nearestEdges().nearest(lon, lat, maxMetres, edge -> isOpen(edge, weight));
  }

  /** The nearest place on each way that comes so near, the nearest first. */
  public List<SnappedPoint> nearestAll(double lon, double lat, double maxMetres) {
    return nearestEdges().all(lon, lat, maxMetres);
  }

  /**
   * Tells {@code found} each edge, by rising number, that may touch a box in degrees: some do with
   * the box around a piece of them only.
   */
  public void edgesIn(
      double minLon, double minLat, double maxLon, double maxLat, IntConsumer found) {
    nearestEdges().in(minLon, minLat, maxLon, maxLat).forEach(found);
  }

  private NearestEdges nearestEdges() {
    NearestEdges made = nearest;
    return made == null ? makeNearest() : made;
  }

  private synchronized NearestEdges makeNearest() {
    NearestEdges made = nearest;
    if (made == null) {
      made = new NearestEdges(columns);
      nearest = made;
    }
    return made;
  }

  /** Puts a network together; the order of the calls gives the numbers. Used once. */
  public static final class Builder {
    private final String version;
    private final boolean synthetic;
    private final NetworkColumns columns = new NetworkColumns();

    public Builder(String version, boolean synthetic) {
      this.version = version;
      this.synthetic = synthetic;
    }

    public Builder node(double lon, double lat) {
      columns.node(lon, lat);
      return this;
    }

    /**
     * Adds an edge; its ends are numbers of nodes, also of such that come later.
     *
     * @throws IllegalArgumentException when it has less than two vertices
     */
    public Builder edge(long id, NetworkEdge edge) {
      columns.edge(id, edge);
      return this;
    }

    public RoadNetwork build() {
      return new RoadNetwork(this);
    }
  }
}
