package org.borderwatch.server.graph;

/** Where a way begins or ends. */
public sealed interface WayEnd {
  /** Shares of an edge from 0 to this, and from 1 less this to 1, are its ends. */
  double CLOSE = 1e-9;

  /** At a node. */
  record AtNode(int node) implements WayEnd {}

  /**
   * Within an edge, which is cut there without a copy of the graph.
   *
   * @param edge its number in the graph
   * @param from node at its start
   * @param to node at its end
   * @param fraction of the edge that lies before the place, from its start: 0 to 1
   * @param cost of the whole edge from start to end; infinite when closed
   * @param costBack of the whole edge from end to start; infinite when closed
   */
  record WithinEdge(int edge, int from, int to, double fraction, double cost, double costBack)
      implements WayEnd {
    public WithinEdge {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException("fraction is " + fraction + "; expected 0 to 1");
      }
    }
  }

  /** A place of an edge; its start and its end are nodes. */
  static WayEnd onEdge(int edge, int from, int to, double fraction, double cost, double costBack) {
    if (fraction <= CLOSE) {
      return new AtNode(from);
    }
    return fraction >= 1 - CLOSE
        ? new AtNode(to)
        : new WithinEdge(edge, from, to, fraction, cost, costBack);
  }
}
