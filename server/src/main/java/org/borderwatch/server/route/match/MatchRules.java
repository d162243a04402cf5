package org.borderwatch.server.route.match;

/**
 * How near a line is believed to lie to the ways that it follows.
 *
 * @param sigmaMetres standard deviation of positions around the way: what a receiver under trees
 *     has, or a hand on a map
 * @param maxMetres no way is looked for further away
 */
public record MatchRules(double sigmaMetres, double maxMetres) {
  /** A handheld in the forest, or a line drawn along the map. */
  public static final MatchRules USUAL = new MatchRules(25, 120);

  public static final double MOST_METRES = 1_000;

  public MatchRules {
    if (!(sigmaMetres > 0) || !(maxMetres >= sigmaMetres) || maxMetres > MOST_METRES) {
      throw new IllegalArgumentException(
          "sigma %s m, at most %s m".formatted(sigmaMetres, maxMetres));
    }
  }
}
