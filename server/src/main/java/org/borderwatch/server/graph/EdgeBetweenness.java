package org.borderwatch.server.graph;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.borderwatch.server.compute.Crew;

/**
 * How much of the traffic between nodes each edge carries when everybody takes a shortest way: edge
 * betweenness, weighted by who wants to go where.
 *
 * <p>An edge's load is the sum over ordered pairs of the pair's demand times the share of the
 * pair's shortest ways that use the edge. Parallel edges of equal cost make different ways and
 * share; loops carry nothing. Between nodes of an undirected graph this is twice the textbook
 * value, which counts each pair once.
 *
 * <p>Exact from every source in O(sources (edges + nodes log nodes)), usually without the
 * logarithm: see {@link FrontQueue}. Ties are found whatever order costs are added in, see {@link
 * ShortestWays}. The result doesn't depend on the number of threads. With sampled sources the loads
 * are unbiased estimates with a standard error each, and a bound by Hoeffding's inequality, which
 * holds for sampling without replacement and is narrowed by Serfling's factor. The standard error
 * can be trusted for edges that many sources use, which those with the largest loads are; of an
 * edge that only its neighbours use it comes out too small when none of them was drawn, and only
 * the bound holds.
 *
 * <p>Sources: Brandes (2001), A faster algorithm for betweenness centrality, Journal of
 * Mathematical Sociology 25(2); Brandes and Pich (2007), Centrality estimation in large networks,
 * International Journal of Bifurcation and Chaos 17(7); Serfling (1974), Probability inequalities
 * for the sum in sampling without replacement, Annals of Statistics 2(1). Immutable, hence
 * thread-safe.
 */
public final class EdgeBetweenness {
  /** How sure the bound of a sample is, for all edges at once. */
  public static final double CONFIDENCE = 0.95;

  private final Links links;

  /** Of a graph. O(edges). */
  public EdgeBetweenness(WeightedGraph graph) {
    this.links = new Links(graph);
  }

  /** About how many bytes it takes to compute loads of a graph of that size. */
  public static long bytes(long nodes, long edges, int threads) {
    return 60 * edges + SourceSweep.LANES * 16L * edges + threads * (80 * nodes + 8 * edges);
  }

  /** The loads of all of {@code trips}. */
  public EdgeLoads exact(Trips trips, Crew crew) {
    int[] all = new int[trips.sources()];
    Arrays.setAll(all, i -> i);
    return loads(trips, all, crew);
  }

  /**
   * Estimates from so many of the sources, drawn without putting them back; exact when there are no
   * more.
   *
   * @param sources at least 2
   */
  public EdgeLoads sampled(Trips trips, int sources, long seed, Crew crew) {
    if (sources < 2) {
      throw new IllegalArgumentException("sources is " + sources + "; at least 2");
    }
    return sources >= trips.sources()
        ? exact(trips, crew)
        : loads(trips, drawn(trips.sources(), sources, seed), crew);
  }

  /** So many different numbers from 0 to before {@code of}, rising. */
  private static int[] drawn(int of, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] all = new int[of];
    Arrays.setAll(all, i -> i);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, of);
      int swap = all[i];
      all[i] = all[other];
      all[other] = swap;
    }
    int[] drawn = Arrays.copyOf(all, count);
    Arrays.sort(drawn);
    return drawn;
  }

  private EdgeLoads loads(Trips trips, int[] chosen, Crew crew) {
    boolean isSample = chosen.length < trips.sources();
    LoadLane sum =
        SourceSweep.of(
            links.nodes(),
            chosen,
            () -> new LoadLane(links.edges, isSample),
            () -> new LoadWorker(links, trips),
            crew);
    double scale = isSample ? (double) trips.sources() / chosen.length : 1;
    double[] load = sum.load;
    double[] error = new double[isSample ? load.length : 0];
    for (int e = 0; e < error.length; e++) {
      error[e] = standardError(load[e], sum.squares[e], chosen.length, trips.sources());
      load[e] *= scale;
    }
    return new EdgeLoads(
        links.byEdge(load),
        isSample ? links.byEdge(error) : error,
        isSample ? bound(trips, chosen.length) : 0,
        chosen.length,
        trips.sources(),
        trips,
        scale * sum.demand,
        isSample ? Math.round(scale * sum.unreachable) : sum.unreachable,
        sum.cost / sum.demand);
  }

  /** Of the estimate of a total, from the sum and the sum of squares of a sample. */
  private static double standardError(double sum, double squares, int sample, int all) {
    double variance = Math.max(0, (squares - sum * sum / sample) / (sample - 1));
    return all * Math.sqrt(variance / sample * (1 - (double) sample / all));
  }

  /** No source gives an edge more than all of its own demand. */
  private double bound(Trips trips, int sample) {
    double share = Math.log(2 * Math.max(1, links.edges) / (1 - CONFIDENCE)) / (2.0 * sample);
    double left = 1 - (sample - 1.0) / trips.sources();
    return trips.sources() * trips.mostOfASource() * Math.sqrt(share * left);
  }
}
