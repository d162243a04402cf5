package org.borderwatch.server.keyroute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.borderwatch.server.keyroute.DemandAsked.End;
import org.borderwatch.server.keyroute.EndsAsked.Points;

/**
 * Where trips begin, or end, on the nodes of a network.
 *
 * @param nodes of each end; {@link #NOWHERE} when no way is near enough
 * @param amounts what each counts for
 * @param labels their names; empty: every node, by its number
 * @param numbersAreIds whether a number means a name; otherwise a place in the list
 */
record TripEnds(int[] nodes, double[] amounts, List<String> labels, boolean numbersAreIds) {
  static final int NOWHERE = -1;

  /** Finds the node of a place; {@link #NOWHERE} when none is near enough. */
  @FunctionalInterface
  interface Snap {
    int node(double x, double y);
  }

  /** Every node of so many. */
  static TripEnds everywhere(int nodes) {
    double[] one = new double[nodes];
    Arrays.fill(one, 1);
    return new TripEnds(IntStream.range(0, nodes).toArray(), one, List.of(), false);
  }

  /** These points. */
  static TripEnds of(Points points, Snap snap) {
    return new TripEnds(
        IntStream.range(0, points.x().length)
            .map(i -> snap.node(points.x()[i], points.y()[i]))
            .toArray(),
        points.amounts(),
        points.labels(),
        points.numbersAreIds());
  }

  /** Those for which a node was found. */
  TripEnds found() {
    int[] kept = IntStream.range(0, nodes.length).filter(i -> nodes[i] != NOWHERE).toArray();
    return kept.length == nodes.length
        ? this
        : new TripEnds(
            IntStream.of(kept).map(i -> nodes[i]).toArray(),
            IntStream.of(kept).mapToDouble(i -> amounts[i]).toArray(),
            labels.isEmpty() ? labels : IntStream.of(kept).mapToObj(labels::get).toList(),
            numbersAreIds);
  }

  /** The same, all of which together count for 1. */
  TripEnds together() {
    double[] even = new double[nodes.length];
    Arrays.fill(even, 1.0 / Math.max(1, nodes.length));
    return new TripEnds(nodes, even, labels, numbersAreIds);
  }

  int size() {
    return nodes.length;
  }

  /** How many lie too far from any way. */
  int unsnapped() {
    return (int) IntStream.of(nodes).filter(node -> node == NOWHERE).count();
  }

  /** Places in the list by name, for {@link #number}. */
  Map<String, Integer> byLabel() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      numbers.putIfAbsent(labels.get(i), i);
    }
    return numbers;
  }

  /** Which of the list is meant; -1 when none is. */
  int number(End end, Map<String, Integer> byLabel) {
    if (!end.isNumber() || (numbersAreIds && !labels.isEmpty())) {
      return byLabel.getOrDefault(end.name(), -1);
    }
    try {
      int number = Integer.parseInt(end.name());
      return number >= 0 && number < nodes.length ? number : -1;
    } catch (NumberFormatException tooLarge) {
      return -1;
    }
  }
}
