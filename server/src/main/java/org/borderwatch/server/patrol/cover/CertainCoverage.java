package org.borderwatch.server.patrol.cover;

import org.borderwatch.server.compute.Crew;

/** Placeholder until the search lands: see the next commit. */
final class CertainCoverage {
  private CertainCoverage() {}

  static boolean fits(CoverageProblem problem) {
    return false;
  }

  static CoverageSolution solve(CoverageProblem problem, CoverageLimits limits, Crew crew)
      throws InfeasibleException {
    return UncertainCoverage.solve(problem, limits, crew);
  }
}
