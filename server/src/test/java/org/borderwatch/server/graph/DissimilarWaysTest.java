package org.borderwatch.server.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.borderwatch.server.graph.TestGraph.at;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;

class DissimilarWaysTest {
  private static final BitSet OPEN = new BitSet();

  private static DissimilarWays.Found find(TestGraph graph, int goal, int most, double overlap) {
    return new WayFinder(graph.graph)
        .dissimilar(
            at(0), at(goal), OPEN, most, edge -> graph.cost[edge], overlap, Progress.UNWATCHED);
  }

  @Test
  void eachSharesAtMostTheLimitAndIsTheCheapestThatDoes() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TestGraph graph = TestGraph.random(random, 7, 13);
      List<Way> all =
          new WayFinder(graph.graph).loopless(at(0), at(6), OPEN, 100_000, Progress.UNWATCHED);
      List<Double> expected = new ArrayList<>();
      BitSet used = new BitSet();
      for (Way way : all) {
        if (expected.size() < 3
            && (expected.isEmpty() || overlap(graph, way, used) <= 0.5 + 1e-9)) {
          expected.add(way.cost());
          Arrays.stream(way.edges()).forEach(used::set);
        }
      }
      DissimilarWays.Found found = find(graph, 6, 3, 0.5);
      assertThat(found.exact()).isEqualTo(found.ways().size());
      assertThat(found.ways()).as("seed " + seed).hasSameSizeAs(expected);
      assertThat(found.isAll() || found.ways().size() == 3).isTrue();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(found.ways().get(i).cost()).isEqualTo(expected.get(i), within(1e-9));
      }
    }
  }

  private static double overlap(TestGraph graph, Way way, BitSet used) {
    double shared = 0;
    double whole = 0;
    for (int edge : way.edges()) {
      whole += graph.cost[edge];
      shared += used.get(edge) ? graph.cost[edge] : 0;
    }
    return shared / whole;
  }

  @Test
  void whereSmallDetoursMultiplyWaysOverNodesGoOn() {
    // Forty pairs of parallel edges in a row, and one detour far around all of them.
    int row = 40;
    double[] edges = new double[3 * (2 * row + 2)];
    int at = 0;
    for (int i = 0; i < row; i++) {
      for (int twin = 0; twin < 2; twin++) {
        edges[at++] = i;
        edges[at++] = i + 1;
        edges[at++] = 1 + 0.01 * twin;
      }
    }
    System.arraycopy(new double[] {0, row + 1, 60, row + 1, row, 60}, 0, edges, at, 6);
    TestGraph graph = TestGraph.twoWay(row + 2, edges);
    DissimilarWays.Found found = find(graph, row, 2, 0.3);
    assertThat(found.ways()).hasSize(2);
    assertThat(found.exact()).isEqualTo(1);
    assertThat(found.isAll()).isFalse();
    assertThat(found.ways().get(1).cost()).isEqualTo(120);
  }

  @Test
  void fewerThanAskedForAreFoundWhereThereAreNoMore() {
    TestGraph triangle = TestGraph.twoWay(3, 0, 1, 1, 1, 2, 1, 2, 0, 1);
    DissimilarWays.Found found = find(triangle, 2, 5, 0);
    assertThat(found.ways()).extracting(Way::cost).containsExactly(1.0, 2.0);
    assertThat(found.isAll()).isTrue();
  }
}
