package org.borderwatch.server.graph;

/**
 * A way through a graph. One that goes nowhere has no edges and costs nothing.
 *
 * @param edges in the order in which one goes along them
 * @param forward whether each is gone along from its start to its end
 * @param startFraction share of the first edge, from its start, at which the way begins
 * @param endFraction share of the last edge, from its start, at which the way ends
 * @param cost the sum in the order of the edges
 */
public record Way(
    int[] edges, boolean[] forward, double startFraction, double endFraction, double cost) {
  /** From a place to the same place. */
  static final Way NOWHERE = new Way(new int[0], new boolean[0], 0, 0, 0);

  public int size() {
    return edges.length;
  }

  /** Share of an edge, from its start, at which the way comes upon the edge at a position. */
  public double enters(int position) {
    return position == 0 ? startFraction : forward[position] ? 0 : 1;
  }

  /** Share of an edge, from its start, at which the way leaves the edge at a position. */
  public double leaves(int position) {
    return position == edges.length - 1 ? endFraction : forward[position] ? 1 : 0;
  }

  /** How much of the edge at a position the way takes: 0 to 1. */
  public double share(int position) {
    return Math.abs(leaves(position) - enters(position));
  }
}
