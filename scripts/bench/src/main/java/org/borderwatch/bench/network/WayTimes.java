package org.borderwatch.bench.network;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.graph.WayEnd.AtNode;
import org.borderwatch.server.graph.WayFinder;
import org.borderwatch.server.graph.WeightedGraph;

/**
 * Ways between random places of a road-like graph: ours beside pgRouting's on the same graph and
 * the same pairs, whose costs have to agree; then ours on larger and larger graphs. Words: pairs,
 * and the JDBC address of a database with pgRouting.
 */
public final class WayTimes {
  private static final long SEED = 2024;
  private static final int COMPARED_NODES = 50_000;
  private static final double EDGES_A_NODE = 1.38;
  private static final int MOST_COMPARED = 20;
  private static final int MANY = 10;
  private static final BitSet OPEN = new BitSet();

  private final RoadLikeGraph roads;
  private final WayFinder finder;
  private final int[][] pairs;

  private WayTimes(int nodes, int pairs) {
    roads = RoadLikeGraph.of(nodes, (int) (nodes * EDGES_A_NODE), SEED);
    finder =
        new WayFinder(
            WeightedGraph.of(nodes, roads.from(), roads.to(), roads.cost(), roads.cost()));
    Random random = new Random(SEED);
    this.pairs = new int[pairs][];
    for (int i = 0; i < pairs; i++) {
      this.pairs[i] = new int[] {random.nextInt(nodes), random.nextInt(nodes)};
    }
  }

  /** Prints the tables. */
  public static void main(String[] words) throws SQLException {
    int pairs = Integer.parseInt(words[0]);
    row("what", "size", "times", "median, ms", "95 %, ms", "slowest, ms");
    row("---", "---", "---", "---", "---", "---");
    WayTimes compared = new WayTimes(COMPARED_NODES, pairs);
    compared.ours();
    compared.pgRouting(words[1]);
    for (int nodes : new int[] {10_000, 200_000, 725_000}) {
      new WayTimes(nodes, pairs).ours();
    }
  }

  private void ours() {
    // So that what is timed is what a server does that runs for a while.
    for (int i = 0; i < 3 * pairs.length; i++) {
      shortest(pairs[i % pairs.length]);
    }
    time("cheapest way, before landmarks are made", pairs.length, this::shortest);
    time("making landmarks, two threads", 1, pair -> prepare());
    for (int i = 0; i < 3 * pairs.length; i++) {
      shortest(pairs[i % pairs.length]);
    }
    time("cheapest way", pairs.length, this::shortest);
    int some = Math.min(MOST_COMPARED, pairs.length);
    for (int i = 0; i < some; i++) {
      loopless(pairs[i]);
    }
    time(MANY + " cheapest loopless ways", some, this::loopless);
    time("3 dissimilar ways, overlap 0.6", some, this::dissimilar);
    time("costs from one node to all", some, this::toAll);
  }

  private double prepare() {
    finder.prepare(Crew.of(2, Progress.UNWATCHED));
    return 0;
  }

  private static WayEnd at(int node) {
    return new AtNode(node);
  }

  private double shortest(int[] pair) {
    return finder.shortest(at(pair[0]), at(pair[1]), OPEN).orElseThrow().cost();
  }

  private double loopless(int[] pair) {
    return sum(finder.loopless(at(pair[0]), at(pair[1]), OPEN, MANY, Progress.UNWATCHED));
  }

  private double dissimilar(int[] pair) {
    return sum(
        finder
            .dissimilar(
                at(pair[0]),
                at(pair[1]),
                OPEN,
                3,
                edge -> roads.cost()[edge],
                0.6,
                Progress.UNWATCHED)
            .ways());
  }

  private double toAll(int[] pair) {
    return finder.costsFrom(at(pair[0]), OPEN, Double.POSITIVE_INFINITY)[pair[1]];
  }

  private static double sum(List<Way> ways) {
    return ways.stream().mapToDouble(Way::cost).sum();
  }

  private void pgRouting(String address) throws SQLException {
    try (PgRouting peer = new PgRouting(address, roads)) {
      int some = Math.min(MOST_COMPARED, pairs.length);
      double[] cheapest = new double[some];
      for (int i = 0; i < some; i++) {
        cheapest[i] = peer.shortest(pairs[i]);
      }
      require("pgr_dijkstra", cheapest, this::shortest);
      time("pgr_dijkstra", some, peer::shortest);
      int few = Math.max(1, some / 10);
      double[] many = new double[few];
      time(
          "pgr_KSP, " + MANY,
          few,
          new Search() {
            private int next;

            @Override
            public double cost(int[] pair) {
              many[next] = peer.loopless(pair, MANY);
              return many[next++];
            }
          });
      require("pgr_KSP", many, this::loopless);
    }
  }

  private void require(String what, double[] costs, Search ours) {
    for (int i = 0; i < costs.length; i++) {
      double found = ours.cost(pairs[i]);
      if (!(Math.abs(found - costs[i]) <= 1e-6 * found)) {
        throw new IllegalStateException(
            "%s finds %s, ours finds %s".formatted(what, costs[i], found));
      }
    }
  }

  /** Finds something between two nodes, and says what it costs. */
  private interface Search {
    double cost(int[] pair);
  }

  private void time(String what, int times, Search search) {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      search.cost(pairs[i]);
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    row(
        what,
        String.format(Locale.ROOT, "%,d nodes, %,d edges", roads.nodes(), roads.edges()),
        Integer.toString(times),
        millis(millis[times / 2]),
        millis(millis[(int) Math.min(times - 1L, Math.round(0.95 * times))]),
        millis(millis[times - 1]));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  @SuppressWarnings("SystemOut")
  private static void row(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
