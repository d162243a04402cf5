package org.borderwatch.server.patrol.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;

/**
 * Which trails lead to which section of the border: every trail belongs to the section from whose
 * mouths one is soonest on it, on foot over trails alone, within a depth (a Voronoi diagram of the
 * network). One search for all sections together, O(edges log edges) within the depth.
 */
public final class SectionTrails {
  private static final Set<WayClass> TRAILS =
      EnumSet.of(
          WayClass.PATH,
          WayClass.TRACK,
          WayClass.FOOTWAY,
          WayClass.STEPS,
          WayClass.BRIDLEWAY,
          WayClass.CYCLEWAY);

  private SectionTrails() {}

  /**
   * Numbers of edges, by section.
   *
   * @param sectionOf section of each mouth
   * @param depthMetres how far from the border along trails
   * @param box within which all of them lie, degrees: west, south, east, north
   */
  public static List<List<Integer>> of(
      RoadNetwork network,
      List<Mouth> mouths,
      int[] sectionOf,
      int sections,
      double depthMetres,
      double[] box) {
    List<Integer> edges = new ArrayList<>();
    network.edgesIn(
        box[0],
        box[1],
        box[2],
        box[3],
        edge -> {
          if (TRAILS.contains(network.wayClass(edge))
              && network.isOpen(edge, Weight.WALK_SECONDS)) {
            edges.add(edge);
          }
        });
    int[][] edgesOf = adjacency(network, edges);
    double[] metres = new double[network.nodes()];
    int[] owner = new int[network.nodes()];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    Arrays.fill(owner, -1);
    PriorityQueue<Reached> waiting =
        new PriorityQueue<>(Comparator.comparingDouble(Reached::metres));
    for (int i = 0; i < mouths.size(); i++) {
      int node = mouths.get(i).node();
      if (owner[node] < 0) {
        owner[node] = sectionOf[i];
        metres[node] = 0;
        waiting.add(new Reached(node, 0));
      }
    }
    while (!waiting.isEmpty()) {
      Reached at = waiting.poll();
      if (at.metres() > metres[at.node()]) {
        continue;
      }
      for (int edge : edgesOf[at.node()]) {
        int next = network.from(edge) == at.node() ? network.to(edge) : network.from(edge);
        double there = at.metres() + network.lengthMetres(edge);
        if (there <= depthMetres && there < metres[next]) {
          metres[next] = there;
          owner[next] = owner[at.node()];
          waiting.add(new Reached(next, there));
        }
      }
    }
    List<List<Integer>> trails = new ArrayList<>();
    IntStream.range(0, sections).forEach(i -> trails.add(new ArrayList<>()));
    for (int edge : edges) {
      int from = network.from(edge);
      int to = network.to(edge);
      int nearer = metres[from] <= metres[to] ? from : to;
      if (owner[nearer] >= 0) {
        trails.get(owner[nearer]).add(edge);
      }
    }
    return trails;
  }

  private record Reached(int node, double metres) {}

  private static int[][] adjacency(RoadNetwork network, List<Integer> edges) {
    int[] degree = new int[network.nodes()];
    for (int edge : edges) {
      degree[network.from(edge)]++;
      degree[network.to(edge)]++;
    }
    int[][] edgesOf = new int[network.nodes()][];
    Arrays.setAll(edgesOf, node -> new int[degree[node]]);
    for (int edge : edges) {
      edgesOf[network.from(edge)][--degree[network.from(edge)]] = edge;
      edgesOf[network.to(edge)][--degree[network.to(edge)]] = edge;
    }
    return edgesOf;
  }
}
