package org.borderwatch.server.graph;

/** What came of some of the sources. */
final class LoadLane implements SourceSweep.Lane<LoadLane> {
  final double[] load;
  final double[] squares;

  /** Demand that has a way, and the same times what the way costs. */
  double demand;

  double cost;

  /** Pairs without a way. */
  long unreachable;

  LoadLane(int edges, boolean squared) {
    load = new double[edges];
    squares = new double[squared ? edges : 0];
  }

  @Override
  public void add(LoadLane other) {
    for (int e = 0; e < load.length; e++) {
      load[e] += other.load[e];
    }
    for (int e = 0; e < squares.length; e++) {
      squares[e] += other.squares[e];
    }
    demand += other.demand;
    cost += other.cost;
    unreachable += other.unreachable;
  }
}
