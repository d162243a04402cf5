package org.borderwatch.server.patrol.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;

/**
 * Solves {@link CoverageProblem}s exactly. Where time runs out, or somebody stops it, the best that
 * was found is given with a bound that holds.
 *
 * <p>Where every site covers for certain and only their number is limited, {@link CertainCoverage}
 * searches; all else is a mixed-integer model that OR-Tools solves ({@link UncertainCoverage}).
 */
public final class MaximumCoverage {
  private MaximumCoverage() {}

  /**
   * The best choice.
   *
   * @param crew threads to use; its progress is told the best so far and the bound, and may stop it
   * @throws InfeasibleException when no choice fulfils the limits
   */
  public static CoverageSolution solve(CoverageProblem problem, CoverageLimits limits, Crew crew)
      throws InfeasibleException {
    return CertainCoverage.fits(problem)
        ? CertainCoverage.solve(problem, limits, crew)
        : UncertainCoverage.solve(problem, limits, crew);
  }

  /**
   * The best choice for each number of sites from {@code from} to {@code until}: what one more is
   * worth.
   *
   * @param limits for all of them together
   */
  public static List<CoverageSolution> curve(
      CoverageProblem problem, int from, int until, CoverageLimits limits, Crew crew)
      throws InfeasibleException {
    long end = System.nanoTime() + (long) (limits.seconds() * 1e9);
    Optional<CertainInstance> small =
        CertainCoverage.fits(problem) ? Optional.of(CertainInstance.of(problem)) : Optional.empty();
    List<CoverageSolution> curve = new ArrayList<>();
    int points = until - from + 1;
    for (int choose = from; choose <= until; choose++) {
      double left = Math.max(0.05, (end - System.nanoTime()) / 1e9 / (until - choose + 1));
      CoverageLimits share = new CoverageLimits(left, limits.gap());
      double done = (choose - from) / (double) points;
      Crew part = crew.watchedBy(crew.progress().part(done, done + 1.0 / points));
      CoverageProblem one = problem.choosing(choose);
      curve.add(
          small.isPresent()
              ? CertainCoverage.solve(one, small.get(), share, part)
              : UncertainCoverage.solve(one, share, part));
    }
    return curve;
  }
}
