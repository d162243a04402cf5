package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntToDoubleFunction;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Finds ways through one graph: the cheapest, the k cheapest, k that differ, and the cost to
 * everywhere. Ends may lie within edges; edges may be closed, by their numbers in a {@link BitSet}
 * that is not changed meanwhile. All answers are exact but where a method says otherwise.
 *
 * <p>The cheapest way is looked for with {@link Landmarks} once {@link #prepare} has made them, and
 * without them before. Thread-safe; 16 bytes an arc and, for each search at the same time, 36 bytes
 * a node; landmarks take 64 bytes a node.
 */
public final class WayFinder {
  /** Where a search over all nodes takes about a millisecond. */
  private static final int WORTH_LANDMARKS = 5000;

  private final WeightedGraph graph;
  private final ArrivingArcs arriving;
  private final ConcurrentLinkedQueue<SearchSpace> spaces = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Landmarks landmarks;
  private volatile @Nullable GraphParts parts;

  public WayFinder(WeightedGraph graph) {
    this.graph = graph;
    this.arriving = new ArrivingArcs(graph);
  }

  /**
   * Finds ways at once, and makes landmarks meanwhile on a thread of its own. Small graphs need
   * none.
   */
  public static WayFinder preparing(WeightedGraph graph) {
    WayFinder finder = new WayFinder(graph);
    if (graph.nodes() >= WORTH_LANDMARKS) {
      Thread thread = new Thread(() -> finder.prepare(Crew.alone()), "landmarks");
      thread.setDaemon(true);
      thread.start();
    }
    return finder;
  }

  /** Makes landmarks: 16 searches over all nodes, two at once where the crew has two threads. */
  public void prepare(Crew crew) {
    landmarks = Landmarks.of(graph, arriving, parts(), crew);
  }

  /** Whether landmarks are there. */
  public boolean isPrepared() {
    return landmarks != null;
  }

  public WeightedGraph graph() {
    return graph;
  }

  /**
   * The number of the part of the graph in which a place lies. Between places of different parts no
   * way leads, whichever edges are open. The first call sees all nodes.
   */
  public int part(WayEnd place) {
    return parts()
        .of(place instanceof WayEnd.AtNode at ? at.node() : ((WayEnd.WithinEdge) place).from());
  }

  private GraphParts parts() {
    GraphParts made = parts;
    if (made == null) {
      made = new GraphParts(graph, arriving);
      parts = made;
    }
    return made;
  }

  /** The cheapest way; empty when there is none. */
  public Optional<Way> shortest(WayEnd from, WayEnd to, BitSet closed) {
    SearchSpace space = borrow();
    Optional<Way> found =
        ShortestWay.find(WayAsked.between(graph, from, to, closed), space, landmarks);
    spaces.add(space);
    return found;
  }

  /**
   * The {@code most} cheapest ways that come to no node twice, the cheapest first; fewer where
   * there are no more. Parallel edges make different ways.
   */
  public List<Way> loopless(WayEnd from, WayEnd to, BitSet closed, int most, Progress progress) {
    WayAsked asked = WayAsked.between(graph, from, to, closed);
    SearchSpace space = borrow();
    LooplessWays loopless = new LooplessWays(asked, toGoal(asked), space);
    List<Way> ways = new ArrayList<>();
    while (ways.size() < most) {
      progress.check();
      Optional<Way> next = loopless.next();
      if (next.isEmpty()) {
        break;
      }
      ways.add(next.get());
    }
    spaces.add(space);
    // Sums of the same costs in another order may differ in the last digit.
    ways.sort(Comparator.comparingDouble(Way::cost));
    return ways;
  }

  /**
   * Ways of which each shares at most {@code maxOverlap} of its length with those before it all
   * together. How far that is exact stands in the answer.
   *
   * @param length of an edge, in whatever the overlap is a share of
   */
  public DissimilarWays.Found dissimilar(
      WayEnd from,
      WayEnd to,
      BitSet closed,
      int most,
      IntToDoubleFunction length,
      double maxOverlap,
      Progress progress) {
    WayAsked asked = WayAsked.between(graph, from, to, closed);
    SearchSpace space = borrow();
    CostTree tree = toGoal(asked);
    LooplessWays loopless = new LooplessWays(asked, tree, space);
    DissimilarWays.Found found =
        DissimilarWays.find(asked, loopless, tree, most, length, maxOverlap, progress);
    spaces.add(space);
    return found;
  }

  /** Cost to each node, by its number; infinite beyond {@code most} and where no way leads. */
  public double[] costsFrom(WayEnd from, BitSet closed, double most) {
    return CostTree.fromStart(WayAsked.from(graph, from, closed), most).costs();
  }

  /** Cost from each node, by its number; infinite beyond {@code most} and where no way leads. */
  public double[] costsTo(WayEnd to, BitSet closed, double most) {
    return CostTree.toGoal(WayAsked.to(graph, to, closed), arriving, most).costs();
  }

  /**
   * Cost from one place to each of many, in their order; infinite beyond {@code most} and where no
   * way leads. One search, whatever their number.
   */
  public double[] costs(WayEnd from, List<WayEnd> to, BitSet closed, double most) {
    double[] toNodes = costsFrom(from, closed, most);
    double[] costs = new double[to.size()];
    for (int i = 0; i < costs.length; i++) {
      WayAsked asked = WayAsked.between(graph, from, to.get(i), closed);
      double cost = asked.isNowhere() ? 0 : Double.POSITIVE_INFINITY;
      for (WayAsked.Extra entry : asked.entries()) {
        cost = Math.min(cost, toNodes[entry.node()] + entry.cost());
      }
      for (WayAsked.Extra direct : asked.direct()) {
        cost = Math.min(cost, direct.cost());
      }
      costs[i] = cost <= most ? cost : Double.POSITIVE_INFINITY;
    }
    return costs;
  }

  private CostTree toGoal(WayAsked asked) {
    return CostTree.toGoal(asked, arriving, Double.POSITIVE_INFINITY);
  }

  private SearchSpace borrow() {
    SearchSpace space = spaces.poll();
    return space == null ? new SearchSpace(graph.nodes()) : space;
  }
}
