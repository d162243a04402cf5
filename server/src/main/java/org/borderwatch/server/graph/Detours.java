package org.borderwatch.server.graph;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;

/**
 * What it costs those who travel when some edges are closed: every trip's shortest way before and
 * after. O(sources (edges + nodes log nodes)), twice. Immutable, hence thread-safe.
 *
 * @param demand that had a way before
 * @param meanExtra what the way costs more, over the demand that still has one; NaN when none has
 * @param withinShare share of {@code demand} whose way costs at most so much more; NaN without any
 * @param lostDemand that had a way and has none now
 * @param unreachable pairs that had a way and have none now
 */
public record Detours(
    double demand, double meanExtra, double withinShare, double lostDemand, long unreachable) {

  /**
   * Compares two graphs with the same nodes.
   *
   * @param most of the extra cost that still counts as arriving
   * @param sources numbers of the sources of {@code trips} that are looked at, rising
   */
  static Detours of(Links open, Links closed, Trips trips, int[] sources, double most, Crew crew) {
    Sums sums =
        SourceSweep.of(
            2 * open.nodes(), sources, Sums::new, () -> new Pair(open, closed, trips, most), crew);
    double scale = sources.length == 0 ? 1 : (double) trips.sources() / sources.length;
    double arriving = sums.demand - sums.lost;
    return new Detours(
        scale * sums.demand,
        sums.extra / arriving,
        sums.within / sums.demand,
        scale * sums.lost,
        Math.round(scale * sums.unreachable));
  }

  /** What came of some of the sources. */
  private static final class Sums implements SourceSweep.Lane<Sums> {
    private double demand;
    private double extra;
    private double within;
    private double lost;
    private long unreachable;

    @Override
    public void add(Sums other) {
      demand += other.demand;
      extra += other.extra;
      within += other.within;
      lost += other.lost;
      unreachable += other.unreachable;
    }
  }

  /** Searches in both graphs from the same source, in one thread. */
  private static final class Pair implements SourceSweep.Worker<Sums> {
    private final Links open;
    private final Links closed;
    private final Trips trips;
    private final double most;
    private final ShortestWays before;
    private final ShortestWays after;
    private final Trips.Ends ends;
    private final double[] demandAfter;
    private final int[] number;

    Pair(Links open, Links closed, Trips trips, double most) {
      this.open = open;
      this.closed = closed;
      this.trips = trips;
      this.most = most;
      this.before = new ShortestWays(open);
      this.after = new ShortestWays(closed);
      this.ends = trips.new Ends(open.here);
      this.demandAfter = new double[open.nodes()];
      Arrays.fill(demandAfter, 1);
      this.number = new int[open.nodes()];
      for (int v = 0; v < number.length; v++) {
        number[open.here[v]] = v;
      }
    }

    @Override
    public void source(int source, Sums sums) {
      int node = trips.source(source);
      ends.open(source);
      before.search(open.here[node], ends.demand(), ends.count(open.here[node]));
      after.search(closed.here[node], demandAfter, open.nodes());
      for (int i = 1; i < before.settled(); i++) {
        int v = before.settled(i);
        double demand = ends.factor() * ends.demand()[v];
        if (demand > 0) {
          double now = after.distance(closed.here[number[v]]);
          compare(demand, now - before.distance(v), ends.countFactor() * ends.counts()[v], sums);
        }
      }
      ends.close(source);
    }

    private void compare(double demand, double more, long pairs, Sums sums) {
      sums.demand += demand;
      if (more == Double.POSITIVE_INFINITY) {
        sums.lost += demand;
        sums.unreachable += pairs;
      } else {
        sums.extra += demand * Math.max(0, more);
        sums.within += more <= most ? demand : 0;
      }
    }
  }
}
