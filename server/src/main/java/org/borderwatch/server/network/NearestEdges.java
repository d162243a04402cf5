package org.borderwatch.server.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ways near to a point. Lines are cut into runs of a few vertices, whose boxes stand in a
 * {@link BoxTree}. Distances in metres in the plane that touches the ellipsoid (WGS 84) at the
 * point that is asked for. Immutable and thread-safe.
 */
final class NearestEdges {
  private static final double DEGREE = 1e7;
  private static final int RUN_SEGMENTS = 6;
  private static final double FIRST_METRES = 100;

  private final NetworkColumns columns;
  private final int[] runEdge;
  private final int[] runVertex;
  private final BoxTree tree;

  NearestEdges(NetworkColumns columns) {
    this.columns = columns;
    int runs = 0;
    for (int e = 0; e < columns.edges; e++) {
      runs += runs(e);
    }
    runEdge = new int[runs];
    runVertex = new int[runs];
    int[] boxes = new int[4 * runs];
    int run = 0;
    for (int e = 0; e < columns.edges; e++) {
      for (int v = columns.firstVertex[e]; v < columns.firstVertex[e + 1] - 1; v += RUN_SEGMENTS) {
        runEdge[run] = e;
        runVertex[run] = v;
        box(v, end(e, v), boxes, 4 * run);
        run++;
      }
    }
    tree = new BoxTree(boxes);
  }

  private int runs(int edge) {
    int segments = columns.firstVertex[edge + 1] - columns.firstVertex[edge] - 1;
    return (segments + RUN_SEGMENTS - 1) / RUN_SEGMENTS;
  }

  /** The last vertex of the run that begins with {@code vertex}. */
  private int end(int edge, int vertex) {
    return Math.min(vertex + RUN_SEGMENTS, columns.firstVertex[edge + 1] - 1);
  }

  private void box(int first, int last, int[] boxes, int at) {
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int v = first; v <= last; v++) {
      west = Math.min(west, columns.vertexLonE7[v]);
      east = Math.max(east, columns.vertexLonE7[v]);
      south = Math.min(south, columns.vertexLatE7[v]);
      north = Math.max(north, columns.vertexLatE7[v]);
    }
    boxes[at] = west;
    boxes[at + 1] = south;
    boxes[at + 2] = east;
    boxes[at + 3] = north;
  }

  /** The nearest place on an edge that is wanted. */
  Optional<SnappedPoint> nearest(double lon, double lat, double maxMetres, IntPredicate wanted) {
    // What lies within the radius is all found, so the nearest of it is the nearest of all.
    double radius = Math.min(FIRST_METRES, maxMetres);
    while (true) {
      Search search = new Search(lon, lat, radius, wanted);
      Hit best = search.best();
      if (best != null) {
        return Optional.of(search.snapped(best));
      }
      if (!(radius < maxMetres)) {
        return Optional.empty();
      }
      radius = Math.min(maxMetres, 4 * radius);
    }
  }

  /** Each edge of which a run's box touches a box in degrees, by rising number. */
  IntStream in(double minLon, double minLat, double maxLon, double maxLat) {
    BitSet edges = new BitSet();
    tree.visit(e7(minLon), e7(minLat), e7(maxLon), e7(maxLat), run -> edges.set(runEdge[run]));
    return edges.stream();
  }

  private static int e7(double degrees) {
    return (int)
        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.rint(degrees * DEGREE)));
  }

  /** The nearest place on each edge, the nearest first. */
  List<SnappedPoint> all(double lon, double lat, double maxMetres) {
    Search search = new Search(lon, lat, maxMetres, edge -> true);
    return search.ofEachEdge().stream()
        .sorted(Comparator.comparingDouble(Hit::square).thenComparingInt(Hit::edge))
        .map(search::snapped)
        .toList();
  }

  /**
   * A place on a segment.
   *
   * @param vertex the first of the segment, counted over all edges
   * @param along the segment, 0 to 1
   * @param square of the distance, in metres
   */
  private record Hit(int edge, int vertex, double along, double square) {}

  /** One question. */
  private final class Search {
    private final double lon;
    private final double lat;
    private final double metresEast;
    private final double metresNorth;
    private final double radius;
    private final List<Hit> hits = new ArrayList<>();

    Search(double lon, double lat, double radius, IntPredicate wanted) {
      this.lon = lon;
      this.lat = lat;
      this.radius = radius;
      MetresOfDegrees metres = MetresOfDegrees.at(lat);
      this.metresEast = metres.east();
      this.metresNorth = metres.north();
      double east = radius / metresEast;
      double north = radius / metresNorth;
      tree.visit(
          e7(lon - east),
          e7(lat - north),
          e7(lon + east),
          e7(lat + north),
          run -> {
            if (wanted.test(runEdge[run])) {
              look(run);
            }
          });
    }

    private void look(int run) {
      int edge = runEdge[run];
      int end = end(edge, runVertex[run]);
      double square = radius * radius;
      Hit best = null;
      for (int v = runVertex[run]; v < end; v++) {
        Hit hit = hit(edge, v);
        if (best == null ? hit.square() <= square : hit.square() < best.square()) {
          best = hit;
        }
      }
      if (best != null) {
        hits.add(best);
      }
    }

    private Hit hit(int edge, int v) {
      double x = x(v);
      double y = y(v);
      double dx = x(v + 1) - x;
      double dy = y(v + 1) - y;
      double length = dx * dx + dy * dy;
      double along = length > 0 ? Math.max(0, Math.min(1, -(x * dx + y * dy) / length)) : 0;
      double toX = x + along * dx;
      double toY = y + along * dy;
      return new Hit(edge, v, along, toX * toX + toY * toY);
    }

    private double x(int v) {
      return (columns.vertexLonE7[v] / DEGREE - lon) * metresEast;
    }

    private double y(int v) {
      return (columns.vertexLatE7[v] / DEGREE - lat) * metresNorth;
    }

    @Nullable Hit best() {
      return hits.stream()
          .min(Comparator.comparingDouble(Hit::square).thenComparingInt(Hit::edge))
          .orElse(null);
    }

    List<Hit> ofEachEdge() {
      List<Hit> each = new ArrayList<>();
      hits.sort(Comparator.comparingInt(Hit::edge).thenComparingDouble(Hit::square));
      for (Hit hit : hits) {
        if (each.isEmpty() || each.get(each.size() - 1).edge() != hit.edge()) {
          each.add(hit);
        }
      }
      return each;
    }

    SnappedPoint snapped(Hit hit) {
      int v = hit.vertex();
      double whole = 0;
      double before = 0;
      for (int i = columns.firstVertex[hit.edge()];
          i < columns.firstVertex[hit.edge() + 1] - 1;
          i++) {
        double metres = Math.hypot(x(i + 1) - x(i), y(i + 1) - y(i));
        before += i < v ? metres : i == v ? hit.along() * metres : 0;
        whole += metres;
      }
      return new SnappedPoint(
          hit.edge(),
          whole > 0 ? Math.min(1, before / whole) : 0,
          between(columns.vertexLonE7[v], columns.vertexLonE7[v + 1], hit.along()),
          between(columns.vertexLatE7[v], columns.vertexLatE7[v + 1], hit.along()),
          Math.sqrt(hit.square()));
    }

    private static double between(int from, int to, double along) {
      return (from + along * ((double) to - from)) / DEGREE;
    }
  }
}
