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
  private final double[] distance;
  private final boolean[] settled;

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
    this.queue = new FrontQueue(links.mostCost);
    this.distance = new double[n];
    this.settled = new boolean[n];
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
    Arrays.fill(settled, false);
    queue.clear();
    count = 0;
    tooMany = false;
    int found = 0;
    int left = ends;
    distance[source] = 0;
    queue.put(source, 0);
    while (left > 0) {
      int v = queue.take();
      if (v < 0) {
        return;
      }
      if (settled[v]) {
        continue;
      }
      settled[v] = true;
      beyond[v] = 0;
      firstBefore[count] = found;
      order[count++] = v;
      if (v == source) {
        ways[v] = 1;
      } else if (demandTo[v] > 0) {
        left--;
      }
      found = settle(v, found);
      firstBefore[count] = found;
    }
  }

  /** Looks along all links of a node: back to those before it, on to those that may follow. */
  private int settle(int v, int found) {
    int[] endAndEdge = links.endAndEdge;
    double[] outAndIn = links.outAndIn;
    double here = distance[v];
    double most = here * (1 + TIE);
    double sum = 0;
    int before = found;
    int until = 2 * links.first[v + 1];
    if (before + links.first[v + 1] - links.first[v] > nodeBefore.length) {
      grow(before + links.first[v + 1] - links.first[v]);
    }
    for (int i = 2 * links.first[v]; i < until; i += 2) {
      int u = endAndEdge[i];
      if (!settled[u]) {
        double there = here + outAndIn[i];
        if (there < distance[u]) {
          distance[u] = there;
          queue.put(u, there);
        }
      } else if (distance[u] + outAndIn[i + 1] <= most && distance[u] < here) {
        sum += ways[u];
        nodeBefore[before] = u;
        edgeBefore[before++] = endAndEdge[i + 1];
      }
    }
    if (before == found && here > 0) {
      return settleBesideAnEqual(v, found);
    }
    if (before > found) {
      setWays(v, sum);
    }
    return before;
  }

  /** Of a link that costs too little to be seen in the sum, so that both its ends are as far. */
  private int settleBesideAnEqual(int v, int found) {
    double most = distance[v] * (1 + TIE);
    double sum = 0;
    int before = found;
    for (int i = 2 * links.first[v]; i < 2 * links.first[v + 1]; i += 2) {
      int u = links.endAndEdge[i];
      if (u != v && settled[u] && distance[u] + links.outAndIn[i + 1] <= most) {
        sum += ways[u];
        nodeBefore[before] = u;
        edgeBefore[before++] = links.endAndEdge[i + 1];
      }
    }
    setWays(v, sum);
    return before;
  }

  private void setWays(int v, double sum) {
    ways[v] = sum;
    tooMany |= !(sum < MOST_WAYS);
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

  /** What it costs to reach a node; infinite where one can't. */
  double distance(int node) {
    return settled[node] ? distance[node] : Double.POSITIVE_INFINITY;
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
