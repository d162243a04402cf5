package org.borderwatch.server.graph;

import java.util.Arrays;

/**
 * All shortest ways from one source after the other (Dijkstra 1959), and what they carry (Brandes
 * 2001). For one thread.
 *
 * <p>A link leads on a shortest way to a node when it comes from a node that is nearer to the
 * source and the way over it is longer than the shortest by no more than {@link #TIE} of it.
 */
final class ShortestWays {
  /**
   * Ways whose costs differ by less than this share are equally short. Sums of a thousand costs in
   * another order differ by some 1e-13 of themselves, so that real ties are found whatever order
   * they are added in; what differs by less than a second in three centuries is a tie as well.
   */
  static final double TIE = 1e-10;

  /** Beyond this many shortest ways to a node, shares are told from logarithms. */
  private static final double MOST_WAYS = 1e290;

  private final Links links;
  private final FrontQueue queue;

  /** So far; of nodes that can't be reached infinite. */
  private final double[] distance;

  /** How many shortest ways lead to a node. */
  private final double[] ways;

  /** Demand that goes on beyond a node. */
  private final double[] beyond;

  /** Settled nodes, the source first; links on shortest ways to each stand from firstBefore on. */
  private final int[] order;

  private final int[] firstBefore;
  private int[] nodeBefore;
  private int[] edgeBefore;
  private int count;
  private boolean tooMany;

  ShortestWays(Links links) {
    int n = links.nodes();
    this.links = links;
    this.queue = new FrontQueue(n, links.mostCost);
    this.distance = new double[n];
    this.ways = new double[n];
    this.beyond = new double[n];
    this.order = new int[n];
    this.firstBefore = new int[n + 1];
    this.nodeBefore = new int[n + 16];
    this.edgeBefore = new int[n + 16];
  }

  /**
   * Finds the shortest ways from a source to every node that can be reached.
   *
   * @param demandTo by node; once every node with some is settled, the search ends
   * @param ends how many nodes other than the source have some
   */
  void search(int source, double[] demandTo, int ends) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    queue.clear();
    tooMany = false;
    distance[source] = 0;
    ways[source] = 1;
    beyond[source] = 0;
    order[0] = source;
    firstBefore[0] = 0;
    firstBefore[1] = 0;
    count = 1;
    settle(source, 0, 0);
    int found = 0;
    int left = ends;
    while (left > 0) {
      int v = queue.take();
      if (v < 0) {
        return;
      }
      double here = queue.key();
      // It was put in again with a smaller distance, and was settled then.
      if (here > distance[v]) {
        continue;
      }
      found = settle(v, found, here);
      beyond[v] = 0;
      order[count++] = v;
      firstBefore[count] = found;
      left -= demandTo[v] > 0 ? 1 : 0;
    }
  }

  /**
   * Looks along all links of a node: back to those before it, on to those that may follow. Whether
   * the other end is settled need not be asked: it is nearer then, so that no way over this node is
   * shorter, and no other node is nearer.
   */
  private int settle(int v, int found, double here) {
    int[] endAndEdge = links.endAndEdge;
    double[] outAndIn = links.outAndIn;
    double[] to = distance;
    double most = here * (1 + TIE);
    int before = found;
    int from = 2 * links.first[v];
    int until = 2 * links.first[v + 1];
    if (before + until - from > nodeBefore.length) {
      grow(before + until - from);
    }
    for (int i = from; i < until; i += 2) {
      int u = endAndEdge[i];
      double there = here + outAndIn[i];
      if (there < to[u]) {
        to[u] = there;
        queue.put(u, there);
      } else if (to[u] < here && to[u] + outAndIn[i + 1] <= most) {
        nodeBefore[before] = u;
        edgeBefore[before++] = endAndEdge[i + 1];
      }
    }
    if (before == found + 1) {
      ways[v] = ways[nodeBefore[found]];
    } else if (here > 0) {
      return settleSeveral(v, found, before);
    }
    return before;
  }

  private int settleSeveral(int v, int found, int before) {
    int until = before == found ? besideAnEqual(v, found) : before;
    double sum = 0;
    for (int i = found; i < until; i++) {
      sum += ways[nodeBefore[i]];
    }
    ways[v] = sum;
    tooMany |= !(sum < MOST_WAYS);
    return until;
  }

  /**
   * Of a node that no nearer one leads to: its link costs too little to be seen in the sum, so that
   * the node before it is as far. Which that is, the order tells in which they were settled.
   */
  private int besideAnEqual(int v, int found) {
    int before = found;
    for (int earlier = count - 1; before == found && earlier >= 0; earlier--) {
      int u = order[earlier];
      for (int i = 2 * links.first[v]; i < 2 * links.first[v + 1]; i += 2) {
        if (links.endAndEdge[i] == u && distance[u] + links.outAndIn[i + 1] <= distance[v]) {
          nodeBefore[before] = u;
          edgeBefore[before++] = links.endAndEdge[i + 1];
        }
      }
    }
    return before;
  }

  private void grow(int least) {
    int size = Math.max(least, 2 * nodeBefore.length);
    nodeBefore = Arrays.copyOf(nodeBefore, size);
    edgeBefore = Arrays.copyOf(edgeBefore, size);
  }

  /** How many nodes were settled, the source among them. */
  int settled() {
    return count;
  }

  /** The node that was settled as the {@code i}-th; the source is the first. */
  int settled(int i) {
    return order[i];
  }

  /** What it costs to reach a node that was settled; infinite where one can't. */
  double distance(int node) {
    return distance[node];
  }

  /**
   * Adds what each edge carries of the demand from the source.
   *
   * @param demandTo by node, {@code factor} times it is meant
   * @param load by edge, added to
   * @param squares by edge, the square of what was added is added to; none when empty
   */
  void addLoads(double[] demandTo, double factor, double[] load, double[] squares) {
    double[] log = tooMany ? logarithms() : new double[0];
    for (int i = count - 1; i > 0; i--) {
      int v = order[i];
      double carried = demandTo[v] + beyond[v];
      if (carried == 0) {
        continue;
      }
      int from = firstBefore[i];
      int until = firstBefore[i + 1];
      for (int before = from; before < until; before++) {
        int u = nodeBefore[before];
        double part = carried;
        if (until - from > 1) {
          part *= tooMany ? Math.exp(log[u] - log[v]) : ways[u] / ways[v];
        }
        beyond[u] += part;
        double added = part * factor;
        load[edgeBefore[before]] += added;
        if (squares.length > 0) {
          squares[edgeBefore[before]] += added * added;
        }
      }
    }
  }

  /** Logarithms of the numbers of shortest ways, where the numbers themselves are too large. */
  private double[] logarithms() {
    double[] log = new double[ways.length];
    for (int i = 1; i < count; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int before = firstBefore[i]; before < firstBefore[i + 1]; before++) {
        most = Math.max(most, log[nodeBefore[before]]);
      }
      double sum = 0;
      for (int before = firstBefore[i]; before < firstBefore[i + 1]; before++) {
        sum += Math.exp(log[nodeBefore[before]] - most);
      }
      log[order[i]] = most + Math.log(sum);
    }
    return log;
  }
}
