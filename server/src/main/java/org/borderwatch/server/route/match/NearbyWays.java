package org.borderwatch.server.route.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.SnappedPoint;
import org.borderwatch.server.network.Weight;

/**
 * Shortest ways in metres from one place on the network to others near it (Dijkstra 1959), again
 * and again: a search costs what lies within its limit and nothing for the rest of the network. 28
 * bytes a node. Not for several threads.
 */
final class NearbyWays {
  private final RoadNetwork network;
  private final WeightedGraph graph;
  private final double[] metres;
  private final int[] byArc;
  private final int[] tail;
  private final int[] seenIn;
  private int search;
  private double[] heapKeys = new double[64];
  private int[] heapNodes = new int[64];
  private int heapSize;
  private SnappedPoint start = new SnappedPoint(0, 0, 0, 0, 0);

  NearbyWays(RoadNetwork network) {
    this.network = network;
    this.graph = network.graph(Weight.METRES);
    this.metres = new double[network.nodes()];
    this.byArc = new int[network.nodes()];
    this.tail = new int[network.nodes()];
    this.seenIn = new int[network.nodes()];
  }

  /** Looks for what can be reached from {@code place} within {@code limitMetres}. */
  void from(SnappedPoint place, double limitMetres) {
    start = place;
    search++;
    heapSize = 0;
    int edge = place.edge();
    double length = network.lengthMetres(edge);
    if (isOpen(edge, true)) {
      reach(network.to(edge), (1 - place.fraction()) * length, -1, -1, limitMetres);
    }
    if (isOpen(edge, false)) {
      reach(network.from(edge), place.fraction() * length, -1, -1, limitMetres);
    }
    while (heapSize > 0) {
      double key = heapKeys[0];
      int node = pop();
      if (key > metres[node]) {
        continue;
      }
      for (int arc = graph.firstArc(node); arc < graph.firstArc(node + 1); arc++) {
        reach(graph.head(arc), key + graph.cost(arc), arc, node, limitMetres);
      }
    }
  }

  /** Metres to a place; infinite beyond the limit. */
  double metresTo(SnappedPoint place) {
    return Math.min(directMetres(place), Math.min(overStart(place), overEnd(place)));
  }

  /** The pieces of the shortest way to a place that can be reached. */
  List<WayPiece> wayTo(SnappedPoint place) {
    double direct = directMetres(place);
    double best = metresTo(place);
    if (direct == best) {
      return List.of(new WayPiece(place.edge(), start.fraction(), place.fraction()));
    }
    boolean fromItsStart = overStart(place) == best;
    int node = fromItsStart ? network.from(place.edge()) : network.to(place.edge());
    Deque<WayPiece> pieces = new ArrayDeque<>();
    pieces.addFirst(new WayPiece(place.edge(), fromItsStart ? 0 : 1, place.fraction()));
    while (byArc[node] >= 0) {
      boolean forward = graph.isForward(byArc[node]);
      pieces.addFirst(new WayPiece(graph.edge(byArc[node]), forward ? 0 : 1, forward ? 1 : 0));
      node = tail[node];
    }
    boolean atEnd = leavesAtEnd(node);
    pieces.addFirst(new WayPiece(start.edge(), start.fraction(), atEnd ? 1 : 0));
    return new ArrayList<>(pieces);
  }

  /** Which end of the edge it began on leads to {@code node}, where both may: the nearer one. */
  private boolean leavesAtEnd(int node) {
    int edge = start.edge();
    boolean isEnd = network.to(edge) == node && isOpen(edge, true);
    boolean isStart = network.from(edge) == node && isOpen(edge, false);
    return isEnd && (!isStart || start.fraction() >= 0.5);
  }

  private double directMetres(SnappedPoint place) {
    if (place.edge() != start.edge()) {
      return Double.POSITIVE_INFINITY;
    }
    double ahead = (place.fraction() - start.fraction()) * network.lengthMetres(place.edge());
    return isOpen(place.edge(), ahead >= 0) ? Math.abs(ahead) : Double.POSITIVE_INFINITY;
  }

  private double overStart(SnappedPoint place) {
    int edge = place.edge();
    return isOpen(edge, true)
        ? metresOf(network.from(edge)) + place.fraction() * network.lengthMetres(edge)
        : Double.POSITIVE_INFINITY;
  }

  private double overEnd(SnappedPoint place) {
    int edge = place.edge();
    return isOpen(edge, false)
        ? metresOf(network.to(edge)) + (1 - place.fraction()) * network.lengthMetres(edge)
        : Double.POSITIVE_INFINITY;
  }

  private boolean isOpen(int edge, boolean forward) {
    return network.cost(edge, Weight.METRES, forward) < Double.POSITIVE_INFINITY;
  }

  private double metresOf(int node) {
    return seenIn[node] == search ? metres[node] : Double.POSITIVE_INFINITY;
  }

  private void reach(int node, double at, int arc, int from, double limitMetres) {
    if (at <= limitMetres && at < metresOf(node)) {
      seenIn[node] = search;
      metres[node] = at;
      byArc[node] = arc;
      tail[node] = from;
      push(at, node);
    }
  }

  private void push(double key, int node) {
    if (heapSize == heapKeys.length) {
      heapKeys = Arrays.copyOf(heapKeys, 2 * heapSize);
      heapNodes = Arrays.copyOf(heapNodes, 2 * heapSize);
    }
    int at = heapSize++;
    while (at > 0 && heapKeys[(at - 1) / 2] > key) {
      heapKeys[at] = heapKeys[(at - 1) / 2];
      heapNodes[at] = heapNodes[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heapKeys[at] = key;
    heapNodes[at] = node;
  }

  private int pop() {
    int least = heapNodes[0];
    double key = heapKeys[--heapSize];
    int node = heapNodes[heapSize];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heapSize) {
        break;
      }
      if (child + 1 < heapSize && heapKeys[child + 1] < heapKeys[child]) {
        child++;
      }
      if (heapKeys[child] >= key) {
        break;
      }
      heapKeys[at] = heapKeys[child];
      heapNodes[at] = heapNodes[child];
      at = child;
    }
    heapKeys[at] = key;
    heapNodes[at] = node;
    return least;
  }
}
