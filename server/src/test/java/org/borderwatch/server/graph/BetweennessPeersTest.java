package org.borderwatch.server.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

/** Loads held against other ways to find them, on graphs with trees, rings and several parts. */
class BetweennessPeersTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);
  private static final int NODES = 40;

  /** Some edges between near numbers, so that much hangs by one edge; costs are small integers. */
  private static RandomGraph sparse(Random random, boolean bothAlike) {
    int edges = 38 + random.nextInt(12);
    RandomGraph graph =
        new RandomGraph(
            NODES, new int[edges], new int[edges], new double[edges], new double[edges]);
    for (int e = 0; e < edges; e++) {
      graph.from()[e] = random.nextInt(NODES);
      graph.to()[e] = Math.floorMod(graph.from()[e] + random.nextInt(9) - 4, NODES);
      graph.cost()[e] = 1 + random.nextInt(4);
      graph.costBack()[e] = bothAlike ? graph.cost()[e] : 1 + random.nextInt(4);
    }
    return graph;
  }

  /** Floyd and Warshall's distances, and how many ways there are, by rising distance. */
  private record AllPairs(double[][] distance, double[][] ways) {
    static AllPairs of(RandomGraph graph) {
      int n = graph.nodes();
      double[][] distance = new double[n][n];
      for (int s = 0; s < n; s++) {
        Arrays.fill(distance[s], Double.POSITIVE_INFINITY);
        distance[s][s] = 0;
      }
      for (int e = 0; e < graph.from().length; e++) {
        int u = graph.from()[e];
        int v = graph.to()[e];
        distance[u][v] = Math.min(distance[u][v], graph.cost()[e]);
        distance[v][u] = Math.min(distance[v][u], graph.costBack()[e]);
      }
      for (int k = 0; k < n; k++) {
        for (int s = 0; s < n; s++) {
          for (int t = 0; t < n; t++) {
            distance[s][t] = Math.min(distance[s][t], distance[s][k] + distance[k][t]);
          }
        }
      }
      AllPairs found = new AllPairs(distance, new double[n][n]);
      for (int s = 0; s < n; s++) {
        found.count(graph, s);
      }
      return found;
    }

    private void count(RandomGraph graph, int s) {
      ways[s][s] = 1;
      double farthest = Arrays.stream(distance[s]).filter(Double::isFinite).max().orElse(0);
      for (double d = 1; d <= farthest; d++) {
        for (int e = 0; e < graph.from().length; e++) {
          int u = graph.from()[e];
          int v = graph.to()[e];
          add(s, u, v, graph.cost()[e], d);
          add(s, v, u, graph.costBack()[e], d);
        }
      }
    }

    private void add(int s, int u, int v, double cost, double d) {
      if (u != v && distance[s][v] == d && distance[s][u] + cost == d) {
        ways[s][v] += ways[s][u];
      }
    }

    /** What goes along an arc between all pairs, each as much as both ends count for. */
    double load(int u, int v, double cost, double[] out, double[] into) {
      double sum = 0;
      for (int s = 0; u != v && s < ways.length; s++) {
        for (int t = 0; t < ways.length; t++) {
          boolean isReached = s != t && Double.isFinite(distance[s][t]);
          if (isReached && distance[s][u] + cost + distance[v][t] == distance[s][t]) {
            sum += out[s] * into[t] * ways[s][u] * ways[v][t] / ways[s][t];
          }
        }
      }
      return sum;
    }
  }

  @Test
  void loadsAreThoseOfAllPairsOfDistances() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      RandomGraph graph = sparse(random, round % 2 == 0);
      if (round % 5 == 0 && graph.from().length > 3) {
        graph.costBack()[3] = Double.POSITIVE_INFINITY;
      }
      double[] out = random.ints(NODES, 0, 4).asDoubleStream().toArray();
      double[] into = random.ints(NODES, 0, 4).asDoubleStream().toArray();
      int[] all = new int[NODES];
      Arrays.setAll(all, v -> v);
      EdgeLoads found =
          new EdgeBetweenness(graph.graph()).exact(Trips.product(NODES, all, out, all, into), TWO);
      AllPairs pairs = AllPairs.of(graph);
      for (int e = 0; e < graph.from().length; e++) {
        int u = graph.from()[e];
        int v = graph.to()[e];
        double expected =
            pairs.load(u, v, graph.cost()[e], out, into)
                + pairs.load(v, u, graph.costBack()[e], out, into);
        assertThat(found.load()[e])
            .as("round %d, edge %d", round, e)
            .isCloseTo(expected, within(1e-9));
      }
      double reached = 0;
      double cost = 0;
      long unreachable = 0;
      for (int s = 0; s < NODES; s++) {
        for (int t = 0; t < NODES; t++) {
          double demand = s == t ? 0 : out[s] * into[t];
          boolean isReached = Double.isFinite(pairs.distance()[s][t]);
          reached += isReached ? demand : 0;
          cost += isReached ? demand * pairs.distance()[s][t] : 0;
          unreachable += demand > 0 && !isReached ? 1 : 0;
        }
      }
      assertThat(found.reachedDemand()).isCloseTo(reached, within(1e-9));
      assertThat(found.meanCost()).isCloseTo(cost / reached, within(1e-9));
      assertThat(found.unreachable()).isEqualTo(unreachable);
    }
  }

  /** Each way through a node uses two of its edges, each that begins or ends there one. */
  @Test
  void loadsAboutANodeAddUpToItsBetweennessInJGraphT() {
    Random random = new Random(12);
    for (int round = 0; round < 20; round++) {
      RandomGraph graph = sparse(random, true);
      SimpleWeightedGraph<Integer, DefaultWeightedEdge> peer =
          new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
      for (int v = 0; v < NODES; v++) {
        peer.addVertex(v);
      }
      for (int e = 0; e < graph.from().length; e++) {
        int u = graph.from()[e];
        int v = graph.to()[e];
        if (u == v || peer.containsEdge(u, v)) {
          graph.to()[e] = u;
        } else {
          peer.setEdgeWeight(peer.addEdge(u, v), graph.cost()[e]);
        }
      }
      double[] load = new EdgeBetweenness(graph.graph()).exact(Trips.everyPair(NODES), TWO).load();
      Map<Integer, Double> scores =
          new BetweennessCentrality<>(
                  peer, false, BetweennessCentrality.OverflowStrategy.THROW_EXCEPTION_ON_OVERFLOW)
              .getScores();
      AllPairs pairs = AllPairs.of(graph);
      for (int v = 0; v < NODES; v++) {
        double about = 0;
        for (int e = 0; e < load.length; e++) {
          about += graph.from()[e] == v || graph.to()[e] == v ? load[e] : 0;
        }
        long others = Arrays.stream(pairs.distance()[v]).filter(Double::isFinite).count() - 1;
        assertThat(about).isCloseTo(4 * scores.get(v) + 2 * others, within(1e-9));
      }
    }
  }
}
