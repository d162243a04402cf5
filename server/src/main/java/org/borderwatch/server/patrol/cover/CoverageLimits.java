package org.borderwatch.server.patrol.cover;

/**
 * When a search may end before it is proven that nothing is better.
 *
 * @param seconds at most, about
 * @param gap relative: a solution that is proven to be so near is good enough; 0 for a full proof
 */
public record CoverageLimits(double seconds, double gap) {
  /** To the proof, within a minute. */
  public static final CoverageLimits USUAL = new CoverageLimits(60, 0);
}
