package org.borderwatch.server.graph;

/**
 * What the edges of a graph carry.
 *
 * @param load by edge, both directions together; an estimate when not every source was looked at
 * @param standardError of each load; empty when they are exact
 * @param bound with probability 0.95 no load of all is further from the truth than this; 0 when
 *     they are exact
 * @param sources from how many nodes ways were searched
 * @param ofSources how many nodes somebody leaves
 * @param trips what was asked
 * @param reachedDemand of the demand of {@code trips}, what has a way
 * @param unreachable pairs without a way; an estimate likewise
 * @param meanCost what the way costs, over the demand that has one; NaN when none has
 */
public record EdgeLoads(
    double[] load,
    double[] standardError,
    double bound,
    int sources,
    int ofSources,
    Trips trips,
    double reachedDemand,
    long unreachable,
    double meanCost) {
  /** Whether every source was looked at. */
  public boolean isExact() {
    return sources == ofSources;
  }
}
