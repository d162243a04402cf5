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
 * logarithm: see {@link FrontQueue}; where all edges lead both ways, trees that hang on the rest
 * are not searched: see {@link PendantTrees}. Ties are found whatever order costs are added in, see
 * {@link ShortestWays}. The result doesn't depend on the number of threads. With sampled sources
 * the loads are unbiased estimates with a standard error each, and a bound by Hoeffding's
 * inequality, which holds for sampling without replacement and is narrowed by Serfling's factor.
 * The standard error can be trusted for edges that many sources use, which those with the largest
 * loads are; of an edge that only its neighbours use it comes out too small when none of them was
 * drawn, and only the bound holds.
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
    if (trips.isProduct() && PendantTrees.canBeCutOff(links)) {
      PendantTrees trees = PendantTrees.of(links);
      if (trees.cuts() > 0) {
        return overCore(trees, trips, crew);
      }
    }
    return loads(links, trips, chosen(trips, trips.sources(), 0), crew);
  }

  /** The same with less to search; see {@link PendantTrees}. */
  private EdgeLoads overCore(PendantTrees trees, Trips trips, Crew crew) {
    Links core = trees.core();
    Trips between = trees.atRoots(trips);
    EdgeLoads ofCore = loads(core, between, chosen(between, between.sources(), 0), crew);
    double[] load = ofCore.load();
    PendantTrees.Carried carried = trees.carry(trips, load);
    double cost = carried.cost();
    if (ofCore.reachedDemand() > 0) {
      cost += ofCore.meanCost() * ofCore.reachedDemand();
    }
    return new EdgeLoads(
        links.byEdge(load),
        new double[0],
        0,
        trips.sources(),
        trips.sources(),
        trips,
        carried.demand(),
        trips.pairs() - carried.pairs(),
        cost / carried.demand());
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
        : loads(links, trips, chosen(trips, sources, seed), crew);
  }

  /**
   * What trips cost more when the edges that this graph has and {@code closed} lacks are closed;
   * estimated from the same sources as {@link #sampled} when there are fewer than all.
   *
   * @param closed a graph with the same nodes
   * @param most of the extra cost that still counts as arriving
   */
  public Detours detours(
      EdgeBetweenness closed, Trips trips, int sources, long seed, double most, Crew crew) {
    return Detours.of(links, closed.links, trips, chosen(trips, sources, seed), most, crew);
  }

  /** So many different sources, rising; all when there are no more. */
  private static int[] chosen(Trips trips, int count, long seed) {
    int of = trips.sources();
    int[] all = new int[of];
    Arrays.setAll(all, i -> i);
    if (count >= of) {
      return all;
    }
    SplittableRandom random = new SplittableRandom(seed);
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

  private static EdgeLoads loads(Links links, Trips trips, int[] chosen, Crew crew) {
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
        isSample ? bound(links.edges, trips, chosen.length) : 0,
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
  private static double bound(int edges, Trips trips, int sample) {
    double share = Math.log(2 * Math.max(1, edges) / (1 - CONFIDENCE)) / (2.0 * sample);
    double left = 1 - (sample - 1.0) / trips.sources();
    return trips.sources() * trips.mostOfASource() * Math.sqrt(share * left);
  }
}
