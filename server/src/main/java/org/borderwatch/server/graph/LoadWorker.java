package org.borderwatch.server.graph;

/** Adds up loads, source after source, in one thread. */
final class LoadWorker implements SourceSweep.Worker<LoadLane> {
  private final Links links;
  private final Trips trips;
  private final Trips.Ends ends;
  private final ShortestWays ways;

  LoadWorker(Links links, Trips trips) {
    this.links = links;
    this.trips = trips;
    this.ends = trips.new Ends(links.here);
    this.ways = new ShortestWays(links);
  }

  @Override
  public void source(int source, LoadLane lane) {
    int from = links.here[trips.source(source)];
    ends.open(source);
    ways.search(from, ends.demand(), ends.count(from));
    count(from, lane);
    ways.addLoads(ends.demand(), ends.factor(), lane.load, lane.squares);
    ends.close(source);
  }

  private void count(int from, LoadLane lane) {
    double[] demand = ends.demand();
    long[] counts = ends.counts();
    double reached = 0;
    double cost = 0;
    long pairs = 0;
    for (int i = 1; i < ways.settled(); i++) {
      int v = ways.settled(i);
      if (demand[v] > 0) {
        reached += demand[v];
        cost += demand[v] * ways.distance(v);
        pairs += counts[v];
      }
    }
    lane.demand += ends.factor() * reached;
    lane.cost += ends.factor() * cost;
    lane.unreachable += ends.countFactor() * (ends.pairs(from) - pairs);
  }
}
