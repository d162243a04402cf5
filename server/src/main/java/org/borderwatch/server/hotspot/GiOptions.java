package org.borderwatch.server.hotspot;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.StudyInputs;

/**
 * How places are scored.
 *
 * @param bandMetres within which places are neighbours; empty: left to the analysis
 * @param smoothing of rates
 * @param alpha level of the critical scores
 * @param permutations for p by permutation; empty: none
 * @param seed of their chance
 */
record GiOptions(
    OptionalDouble bandMetres,
    Smoothing smoothing,
    double alpha,
    OptionalInt permutations,
    long seed) {
  private static final double MOST_METRES = 1e7;
  private static final int MOST_PERMUTATIONS = 99_999;
  private static final double LEAST_ALPHA = 1e-9;

  static GiOptions of(ProcessInputs inputs) {
    return new GiOptions(
        inputs.number("bandMetres", 0, MOST_METRES),
        inputs.word("smoothing", Smoothing.class).orElse(Smoothing.EB),
        inputs.number("alpha", LEAST_ALPHA, 0.5).orElse(0.05),
        inputs.has("permutations")
            ? inputs.whole("permutations", 1, MOST_PERMUTATIONS)
            : OptionalInt.empty(),
        inputs.wholeLong("seed", Long.MIN_VALUE / 2, Long.MAX_VALUE / 2).orElse(StudyInputs.SEED));
  }

  /** The band, which features need to be given with. */
  double requireBand() {
    return bandMetres.orElseThrow(
        () ->
            new BadParameter(
                "bandMetres",
                "bandMetres is missing; give the distance in metres within which features are neighbours"));
  }

  /** The band, or two cells: the two rings about a hexagon. */
  double bandOr(double cellMetres) {
    return bandMetres.orElse(2 * cellMetres);
  }
}
