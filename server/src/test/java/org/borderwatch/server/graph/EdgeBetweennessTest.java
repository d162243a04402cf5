package org.borderwatch.server.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;

class EdgeBetweennessTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);

  /** Edges from, to, cost; both ways. */
  private static WeightedGraph graph(int nodes, double... fromToCost) {
    int edges = fromToCost.length / 3;
    int[] from = new int[edges];
    int[] to = new int[edges];
    double[] cost = new double[edges];
    for (int e = 0; e < edges; e++) {
      from[e] = (int) fromToCost[3 * e];
      to[e] = (int) fromToCost[3 * e + 1];
      cost[e] = fromToCost[3 * e + 2];
    }
    return WeightedGraph.of(nodes, from, to, cost, cost);
  }

  private static EdgeLoads all(WeightedGraph graph) {
    return new EdgeBetweenness(graph).exact(Trips.everyPair(graph.nodes()), TWO);
  }

  @Test
  void withoutNodesNobodyGoesAnywhere() {
    EdgeLoads none = all(graph(0));
    assertThat(none.load()).isEmpty();
    assertThat(none.trips().pairs()).isZero();
    assertThat(none.meanCost()).isNaN();
    assertThat(all(graph(1)).trips().pairs()).isZero();
  }

  @Test
  void anEdgeBetweenTwoNodesCarriesBothPairs() {
    EdgeLoads two = all(graph(2, 0, 1, 7));
    assertThat(two.load()).containsExactly(2);
    assertThat(two.meanCost()).isEqualTo(7);
    assertThat(two.isExact()).isTrue();
  }

  @Test
  void nodesWithoutAnEdgeCannotBeReached() {
    EdgeLoads found = all(graph(4, 0, 1, 1));
    assertThat(found.trips().pairs()).isEqualTo(12);
    assertThat(found.unreachable()).isEqualTo(10);
    assertThat(found.reachedDemand()).isEqualTo(2);
  }

  @Test
  void equalParallelEdgesShareAndADearerOneAndALoopCarryNothing() {
    EdgeLoads found = all(graph(2, 0, 1, 2, 1, 0, 2, 0, 1, 3, 1, 1, 1));
    assertThat(found.load()).containsExactly(1, 1, 0, 0);
  }

  @Test
  void aOneWayEdgeCarriesItsDirectionOnly() {
    double no = Double.POSITIVE_INFINITY;
    WeightedGraph ring =
        WeightedGraph.of(
            3,
            new int[] {0, 1, 2},
            new int[] {1, 2, 0},
            new double[] {1, 1, 1},
            new double[] {no, no, no});
    assertThat(all(ring).load()).containsExactly(3, 3, 3);
  }

  @Test
  void onAPathLoadsAreProductsOfBothSides() {
    EdgeLoads path = all(graph(5, 0, 1, 1, 1, 2, 5, 2, 3, 0.1, 3, 4, 2));
    assertThat(path.load()).containsExactly(8, 12, 12, 8);
  }

  @Test
  void sumsInAnotherOrderAreATie() {
    // 0.1 + 0.2 isn't 0.3 in doubles; both ways carry half.
    EdgeLoads found = all(graph(3, 0, 1, 0.1, 1, 2, 0.2, 0, 2, 0.3));
    assertThat(found.load()).containsExactly(3, 3, 1);
  }

  @Test
  void whatDiffersByMoreThanTheToleranceIsNoTie() {
    EdgeLoads found = all(graph(3, 0, 1, 1, 1, 2, 1, 0, 2, 2 * (1 + 1e-9)));
    assertThat(found.load()).containsExactly(4, 4, 0);
  }

  @Test
  void anEdgeThatCostsTooLittleToBeSeenIsStillTheOnlyWay() {
    EdgeLoads found = all(graph(4, 0, 1, 1, 1, 2, 1e-30, 2, 3, 1e-30));
    assertThat(found.load()).containsExactly(6, 8, 6);
    assertThat(found.unreachable()).isZero();
  }

  @Test
  void randomMultigraphsCarryWhatEveryWayOneByOneCarries() {
    Random random = new Random(20261126);
    for (int round = 0; round < 400; round++) {
      RandomGraph graph = RandomGraph.of(random, 7, 11);
      PlainBetweenness plain = new PlainBetweenness(graph);
      Trips trips = trips(graph, round % 3, random, plain);
      EdgeLoads found = new EdgeBetweenness(graph.graph()).exact(trips, TWO);
      assertThat(found.load()).as("%d: %s", round, graph).containsExactly(plain.load, within(1e-9));
      assertThat(found.unreachable()).isEqualTo(plain.unreachable);
      assertThat(found.reachedDemand()).isCloseTo(plain.reached, within(1e-9));
      if (plain.reached > 0) {
        assertThat(found.meanCost()).isCloseTo(plain.cost / plain.reached, within(1e-9));
      }
    }
  }

  /** Every pair, a product, or a list. */
  private static Trips trips(RandomGraph graph, int kind, Random random, PlainBetweenness plain) {
    int n = graph.nodes();
    if (kind == 0) {
      for (int s = 0; s < n * n; s++) {
        plain.trip(s / n, s % n, 1);
      }
      return Trips.everyPair(n);
    }
    int[] origins = random.ints(3, 0, n).toArray();
    int[] destinations = random.ints(4, 0, n).toArray();
    double[] out = random.ints(3, 0, 3).asDoubleStream().toArray();
    double[] into = random.ints(4, 0, 3).asDoubleStream().toArray();
    if (kind == 1) {
      for (int i = 0; i < 12; i++) {
        plain.trip(origins[i / 4], destinations[i % 4], out[i / 4] * into[i % 4]);
      }
      return Trips.product(n, origins, out, destinations, into);
    }
    int[] from = random.ints(6, 0, n).toArray();
    int[] to = random.ints(6, 0, n).toArray();
    double[] demand = random.ints(6, 0, 4).asDoubleStream().toArray();
    for (int i = 0; i < 6; i++) {
      plain.trip(from[i], to[i], demand[i]);
    }
    return Trips.listed(n, from, to, demand);
  }

  /** A square of so many streets each way, all as long. */
  private static WeightedGraph square(int side, int parallel) {
    double[] edges = new double[3 * 2 * side * (side - 1) * parallel];
    int at = 0;
    for (int i = 0; i < side * side; i++) {
      for (int copy = 0; copy < parallel; copy++) {
        if (i % side < side - 1) {
          at = put(edges, at, i, i + 1);
        }
        if (i / side < side - 1) {
          at = put(edges, at, i, i + side);
        }
      }
    }
    return graph(side * side, edges);
  }

  private static int put(double[] edges, int at, int from, int to) {
    edges[at] = from;
    edges[at + 1] = to;
    edges[at + 2] = 1;
    return at + 3;
  }

  @Test
  void theLoadsOfAllEdgesAddUpToTheCostOfAllWays() {
    EdgeLoads found = all(square(12, 1));
    assertThat(Arrays.stream(found.load()).sum())
        .isCloseTo(found.meanCost() * found.reachedDemand(), within(1e-6));
  }

  @Test
  void moreWaysThanADoubleHoldsAreStillShared() {
    // 1,200 pairs of parallel edges in a row make 2^1200 ways.
    int links = 1200;
    double[] chain = new double[3 * 2 * links];
    int at = 0;
    for (int i = 0; i < links; i++) {
      at = put(chain, put(chain, at, i, i + 1), i, i + 1);
    }
    EdgeLoads found = all(graph(links + 1, chain));
    for (int i = 0; i < links; i++) {
      double expected = (i + 1.0) * (links - i);
      assertThat(found.load()[2 * i]).isCloseTo(expected, within(1e-6 * expected));
      assertThat(found.load()[2 * i + 1]).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotChangeTheLastBit() {
    WeightedGraph graph = square(20, 1);
    Trips trips = Trips.everyPair(graph.nodes());
    EdgeBetweenness betweenness = new EdgeBetweenness(graph);
    double[] alone = betweenness.exact(trips, Crew.alone()).load();
    assertThat(betweenness.exact(trips, Crew.of(4, Progress.UNWATCHED)).load()).isEqualTo(alone);
    double[] sample = betweenness.sampled(trips, 50, 3, Crew.alone()).load();
    assertThat(betweenness.sampled(trips, 50, 3, TWO).load()).isEqualTo(sample);
  }

  @Test
  void aSampleIsWithinItsStatedErrorOfTheTruth() {
    WeightedGraph graph = square(15, 1);
    Trips trips = Trips.everyPair(graph.nodes());
    EdgeBetweenness betweenness = new EdgeBetweenness(graph);
    double[] exact = betweenness.exact(trips, TWO).load();
    double busiestFifth = Arrays.stream(exact).sorted().toArray()[exact.length * 4 / 5];
    int within95 = 0;
    int busy = 0;
    int edges = 0;
    double sumOfErrors = 0;
    for (int seed = 0; seed < 40; seed++) {
      EdgeLoads sample = betweenness.sampled(trips, 90, seed, TWO);
      assertThat(sample.isExact()).isFalse();
      assertThat(sample.sources()).isEqualTo(90);
      for (int e = 0; e < exact.length; e++, edges++) {
        double off = sample.load()[e] - exact[e];
        assertThat(Math.abs(off)).isLessThan(sample.bound());
        if (exact[e] >= busiestFifth) {
          busy++;
          within95 += Math.abs(off) <= 1.96 * sample.standardError()[e] ? 1 : 0;
        }
        sumOfErrors += off / exact[e];
      }
    }
    // Of quiet edges the error itself is uncertain: few sources use them, and may all be missed.
    assertThat((double) within95 / busy).isBetween(0.90, 0.98);
    assertThat(sumOfErrors / edges).isCloseTo(0, within(0.01));
  }

  @Test
  void aSampleOfAllSourcesIsExact() {
    WeightedGraph graph = square(5, 2);
    Trips trips = Trips.everyPair(25);
    EdgeLoads sample = new EdgeBetweenness(graph).sampled(trips, 25, 1, TWO);
    assertThat(sample.isExact()).isTrue();
    assertThat(sample.bound()).isZero();
    assertThat(sample.load()).isEqualTo(all(graph).load());
  }

  @Test
  void theDestinationsOfOneOriginAreFoundWithoutTheRestOfTheGraph() {
    WeightedGraph graph = square(30, 1);
    Trips trips = Trips.listed(900, new int[] {0, 0}, new int[] {1, 31}, new double[] {4, 2});
    EdgeLoads found = new EdgeBetweenness(graph).exact(trips, TWO);
    assertThat(Arrays.stream(found.load()).sum()).isEqualTo(4 * 1 + 2 * 2);
    assertThat(found.meanCost()).isEqualTo(8.0 / 6);
  }

  @Test
  void anEdgeThatNobodyNeedsCarriesNothingAtAllAlsoWithFractions() {
    // All who travel live in the same tree; 0.1 + 0.2 + 0.3 depends on the order of adding.
    WeightedGraph graph = graph(6, 0, 1, 1, 1, 2, 1, 2, 0, 1, 2, 3, 1, 3, 4, 1, 3, 5, 1);
    int[] places = {5, 3, 4};
    double[] amounts = {0.1, 0.2, 0.3};
    double[] load =
        new EdgeBetweenness(graph)
            .exact(Trips.product(6, places, amounts, places, amounts), TWO)
            .load();
    assertThat(Arrays.copyOf(load, 4)).containsExactly(0, 0, 0, 0);
    assertThat(load[4]).isCloseTo(2 * 0.3 * 0.3, within(1e-12));
    assertThat(load[5]).isCloseTo(2 * 0.1 * 0.5, within(1e-12));
  }

  @Test
  void whoCancelsIsHeard() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    WeightedGraph graph = square(10, 1);
    assertThatThrownBy(
            () -> new EdgeBetweenness(graph).exact(Trips.everyPair(100), Crew.of(2, cancelled)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aDemandBelowZeroIsRefused() {
    assertThatThrownBy(() -> Trips.listed(2, new int[] {0}, new int[] {1}, new double[] {-1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
