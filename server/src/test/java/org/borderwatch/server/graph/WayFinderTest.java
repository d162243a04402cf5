package org.borderwatch.server.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.borderwatch.server.graph.TestGraph.at;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.junit.jupiter.api.Test;

class WayFinderTest {
  private static final BitSet OPEN = new BitSet();
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static double[] costs(TestGraph graph, WayEnd from, WayEnd to, int most) {
    return costs(new WayFinder(graph.graph).loopless(from, to, OPEN, most, Progress.UNWATCHED));
  }

  private static double[] costs(List<Way> ways) {
    return ways.stream().mapToDouble(Way::cost).toArray();
  }

  @Test
  void fourNodesThatAreAllJoinedHaveFiveWays() {
    TestGraph all = TestGraph.twoWay(4, 0, 1, 1, 0, 2, 1, 0, 3, 1, 1, 2, 1, 1, 3, 1, 2, 3, 1);
    assertThat(costs(all, at(0), at(3), 100)).containsExactly(1, 2, 2, 3, 3);
    assertThat(costs(all, at(0), at(3), 3)).containsExactly(1, 2, 2);
  }

  @Test
  void threeParallelEdgesAreThreeWays() {
    TestGraph parallel = TestGraph.twoWay(2, 0, 1, 3, 1, 0, 1, 0, 1, 2);
    List<Way> ways =
        new WayFinder(parallel.graph).loopless(at(0), at(1), OPEN, 9, Progress.UNWATCHED);
    assertThat(costs(ways)).containsExactly(1, 2, 3);
    assertThat(ways).extracting(way -> way.edges()[0]).containsExactly(1, 2, 0);
    assertThat(ways.get(0).forward()[0]).isFalse();
  }

  @Test
  void aLoopIsNeverUsed() {
    TestGraph loops = TestGraph.twoWay(3, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1);
    assertThat(costs(loops, at(0), at(2), 9)).containsExactly(2);
  }

  @Test
  void fromAPlaceToItselfOneWayLeadsNowhere() {
    TestGraph triangle = TestGraph.twoWay(3, 0, 1, 1, 1, 2, 1, 2, 0, 1);
    assertThat(costs(triangle, at(1), at(1), 9)).containsExactly(0);
    assertThat(costs(triangle, triangle.on(0, 0.5), triangle.on(0, 0.5), 9)).containsExactly(0);
    assertThat(new WayFinder(triangle.graph).shortest(at(1), at(1), OPEN).orElseThrow().size())
        .isZero();
  }

  @Test
  void whereNoWayLeadsThereIsNone() {
    TestGraph oneWay =
        new TestGraph(3, new int[] {1}, new int[] {0}, new double[] {1}, new double[] {INFINITE});
    WayFinder finder = new WayFinder(oneWay.graph);
    for (int goal : new int[] {1, 2}) {
      assertThat(finder.shortest(at(0), at(goal), OPEN)).isEmpty();
      assertThat(finder.loopless(at(0), at(goal), OPEN, 3, Progress.UNWATCHED)).isEmpty();
      assertThat(
              finder
                  .dissimilar(at(0), at(goal), OPEN, 3, edge -> 1, 0.5, Progress.UNWATCHED)
                  .ways())
          .isEmpty();
    }
    finder.prepare(Crew.alone());
    assertThat(finder.shortest(at(0), at(2), OPEN)).isEmpty();
    assertThat(finder.shortest(at(1), at(0), OPEN)).isPresent();
    WayFinder nothing =
        new WayFinder(WeightedGraph.of(0, new int[0], new int[0], new double[0], new double[0]));
    nothing.prepare(Crew.alone());
    assertThat(nothing.isPrepared()).isTrue();
  }

  @Test
  void endsOnOneEdgeGoStraightOrRound() {
    // A square; both ends lie on its first side, which may be gone along one way only.
    TestGraph square =
        new TestGraph(
            4,
            new int[] {0, 1, 2, 3},
            new int[] {1, 2, 3, 0},
            new double[] {10, 1, 1, 1},
            new double[] {INFINITE, 1, 1, 1});
    Way straight = shortest(square, square.on(0, 0.2), square.on(0, 0.7));
    assertThat(straight.cost()).isEqualTo(5, within(1e-12));
    assertThat(straight.edges()).containsExactly(0);
    assertThat(straight.share(0)).isEqualTo(0.5, within(1e-12));
    Way round = shortest(square, square.on(0, 0.7), square.on(0, 0.2));
    assertThat(round.cost()).isEqualTo(3 + 3 + 2, within(1e-12));
    assertThat(round.edges()).containsExactly(0, 1, 2, 3, 0);
    assertThat(round.enters(0)).isEqualTo(0.7);
    assertThat(round.leaves(4)).isEqualTo(0.2);
    assertThat(costs(square, square.on(0, 0.2), square.on(0, 0.7), 9)).hasSize(1);
  }

  private static Way shortest(TestGraph graph, WayEnd from, WayEnd to) {
    return new WayFinder(graph.graph).shortest(from, to, OPEN).orElseThrow();
  }

  @Test
  void aClosedEdgeIsNotUsedNotEvenInPart() {
    TestGraph square = TestGraph.twoWay(4, 0, 1, 1, 1, 2, 1, 2, 3, 1, 3, 0, 1);
    BitSet closed = new BitSet();
    closed.set(0);
    WayFinder finder = new WayFinder(square.graph);
    assertThat(finder.shortest(at(0), at(1), closed).orElseThrow().cost()).isEqualTo(3);
    assertThat(finder.shortest(square.on(0, 0.5), at(1), closed)).isEmpty();
    assertThat(finder.shortest(square.on(0, 0.5), square.on(0, 0.6), closed)).isEmpty();
  }

  @Test
  void waysOfEqualCostAreAllDifferent() {
    int side = 30;
    double[] edges = new double[3 * 2 * side * (side - 1)];
    int at = 0;
    for (int v = 0; v < side * side; v++) {
      for (int next : new int[] {v % side < side - 1 ? v + 1 : -1, v + side}) {
        if (next >= 0 && next < side * side) {
          edges[at++] = v;
          edges[at++] = next;
          edges[at++] = 0.1;
        }
      }
    }
    TestGraph grid = TestGraph.twoWay(side * side, edges);
    List<Way> ways =
        new WayFinder(grid.graph)
            .loopless(at(0), at(side * side - 1), OPEN, 300, Progress.UNWATCHED);
    requireWays(grid, ways, at(0), at(side * side - 1), OPEN);
    assertThat(ways).hasSize(300).allMatch(way -> Math.abs(way.cost() - 5.8) < 1e-9);
  }

  @Test
  void aCancelledSearchEnds() {
    TestGraph square = TestGraph.twoWay(4, 0, 1, 1, 1, 2, 1, 2, 3, 1, 3, 0, 1);
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> new WayFinder(square.graph).loopless(at(0), at(1), OPEN, 2, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void allWaysOfFiveHundredRandomGraphsAreThoseThatTryingEachFinds() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int nodes = 2 + random.nextInt(6);
      TestGraph graph = TestGraph.random(random, nodes, 1 + random.nextInt(13));
      BitSet closed = new BitSet();
      if (random.nextInt(3) == 0) {
        closed.set(random.nextInt(graph.from.length));
      }
      int start = random.nextInt(nodes);
      int goal = random.nextInt(nodes);
      double[] expected = graph.allCosts(start, goal, closed);
      WayFinder finder = new WayFinder(graph.graph);
      List<Way> ways = finder.loopless(at(start), at(goal), closed, 100_000, Progress.UNWATCHED);
      assertThat(costs(ways)).as("seed " + seed).hasSameSizeAs(expected);
      assertSame(expected, costs(ways), seed);
      requireWays(graph, ways, at(start), at(goal), closed);
      int fewer = expected.length / 2;
      double[] some =
          costs(finder.loopless(at(start), at(goal), closed, fewer, Progress.UNWATCHED));
      assertSame(Arrays.copyOf(expected, fewer), some, seed);
    }
  }

  private static void assertSame(double[] expected, double[] found, int seed) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).as("seed " + seed).isEqualTo(expected[i], within(1e-9));
    }
  }

  private static void requireWays(
      TestGraph graph, List<Way> ways, WayEnd from, WayEnd to, BitSet closed) {
    Set<String> different = new HashSet<>();
    for (Way way : ways) {
      assertThat(different.add(Arrays.toString(way.edges()) + Arrays.toString(way.forward())))
          .isTrue();
      assertThat(Arrays.stream(way.edges()).noneMatch(closed::get)).isTrue();
      if (way.size() > 0) {
        assertThat(graph.walked(way, from, to)).isEqualTo(way.cost(), within(1e-9));
      }
    }
  }

  @Test
  void endsWithinEdgesAreAsIfTheEdgesWereCutThere() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      TestGraph graph = TestGraph.random(random, 2 + random.nextInt(5), 2 + random.nextInt(9));
      int first = random.nextInt(graph.from.length);
      int second = random.nextInt(3) == 0 ? first : random.nextInt(graph.from.length);
      double firstFraction = 0.1 + 0.8 * random.nextDouble();
      double secondFraction = 0.1 + 0.8 * random.nextDouble();
      double[] expected =
          graph
              .cutAt(first, firstFraction, second, secondFraction)
              .allCosts(graph.nodes, graph.nodes + 1, OPEN);
      WayEnd from = graph.on(first, firstFraction);
      WayEnd to = graph.on(second, secondFraction);
      WayFinder finder = new WayFinder(graph.graph);
      List<Way> ways = finder.loopless(from, to, OPEN, 100_000, Progress.UNWATCHED);
      assertThat(ways).as("seed " + seed).hasSize(expected.length);
      assertSame(expected, costs(ways), seed);
      requireWays(graph, ways, from, to, OPEN);
      finder.prepare(Crew.alone());
      Optional<Way> shortest = finder.shortest(from, to, OPEN);
      assertThat(shortest.isPresent()).isEqualTo(expected.length > 0);
      shortest.ifPresent(way -> assertThat(way.cost()).isEqualTo(expected[0], within(1e-9)));
    }
  }

  @Test
  void whatJGraphTFindsIsFoundWithAndWithoutLandmarks() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int nodes = 20 + random.nextInt(60);
      TestGraph graph = TestGraph.random(random, nodes, 3 * nodes);
      Graph<Integer, Integer> view = new GraphView(graph.graph);
      DijkstraShortestPath<Integer, Integer> reference = new DijkstraShortestPath<>(view);
      WayFinder plain = new WayFinder(graph.graph);
      WayFinder prepared = new WayFinder(graph.graph);
      prepared.prepare(Crew.alone());
      int start = random.nextInt(nodes);
      double[] fromStart = plain.costsFrom(at(start), OPEN, INFINITE);
      double[] bounded = plain.costsFrom(at(start), OPEN, 1.5);
      for (int goal = 0; goal < nodes; goal++) {
        double expected = reference.getPathWeight(start, goal);
        assertCost(plain.shortest(at(start), at(goal), OPEN), expected);
        assertCost(prepared.shortest(at(start), at(goal), OPEN), expected);
        assertThat(plain.costsTo(at(goal), OPEN, INFINITE)[start])
            .isEqualTo(expected, within(1e-9));
        assertThat(fromStart[goal]).isEqualTo(expected, within(1e-9));
        assertThat(bounded[goal]).isEqualTo(expected <= 1.5 ? expected : INFINITE, within(1e-9));
      }
    }
  }

  private static void assertCost(Optional<Way> way, double expected) {
    assertThat(way.map(Way::cost).orElse(INFINITE)).isEqualTo(expected, within(1e-9));
  }

  @Test
  void theTenCheapestOfLargerGraphsAreThoseOfJGraphT() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int nodes = 30;
      TestGraph graph = TestGraph.random(random, nodes, 4 * nodes);
      // JGraphT takes one of several parallel edges, so only graphs without them compare.
      TestGraph simple = simple(graph);
      int goal = 1 + random.nextInt(nodes - 1);
      double[] expected =
          new YenKShortestPath<>(new GraphView(simple.graph))
              .getPaths(0, goal, 10).stream().mapToDouble(path -> path.getWeight()).toArray();
      double[] found = costs(simple, at(0), at(goal), 10);
      assertThat(found).as("seed " + seed).hasSameSizeAs(expected);
      assertSame(expected, found, seed);
    }
  }

  private static TestGraph simple(TestGraph graph) {
    Set<Integer> pairs = new HashSet<>();
    int[] kept =
        IntStream.range(0, graph.from.length)
            .filter(e -> graph.from[e] != graph.to[e])
            .filter(
                e ->
                    pairs.add(
                        Math.min(graph.from[e], graph.to[e]) * graph.nodes
                            + Math.max(graph.from[e], graph.to[e])))
            .toArray();
    return new TestGraph(
        graph.nodes,
        Arrays.stream(kept).map(e -> graph.from[e]).toArray(),
        Arrays.stream(kept).map(e -> graph.to[e]).toArray(),
        Arrays.stream(kept).mapToDouble(e -> graph.cost[e]).toArray(),
        Arrays.stream(kept).mapToDouble(e -> graph.costBack[e]).toArray());
  }
}
