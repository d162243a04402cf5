package org.borderwatch.server.patrol.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.cover.CoverageSolution.Status;
import org.junit.jupiter.api.Test;

class MaximumCoverageTest {
  private static final CoverageLimits LIMITS = CoverageLimits.USUAL;

  @Test
  void findsWhatTryingAllFindsWhereSitesCoverForCertain() throws Exception {
    for (int seed = 0; seed < 400; seed++) {
      requireBest(CoverageExamples.random(seed, true, false));
    }
  }

  @Test
  void findsWhatTryingAllFindsWithDiminishingReturnsAndGroups() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      requireBest(CoverageExamples.random(seed, seed % 5 == 0, seed % 2 == 0));
    }
  }

  private static void requireBest(CoverageProblem problem) throws Exception {
    double best = CoverageExamples.bestOfAll(problem);
    if (best < 0) {
      assertThatThrownBy(() -> MaximumCoverage.solve(problem, LIMITS, Crew.alone()))
          .isInstanceOf(InfeasibleException.class);
      return;
    }
    CoverageSolution solution = MaximumCoverage.solve(problem, LIMITS, Crew.alone());
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.gap()).isZero();
    assertThat(solution.value()).isCloseTo(best, within(1e-6 * (1 + best)));
    assertThat(CoverageExamples.isAllowed(problem, solution.taken())).isTrue();
    assertThat(CoverageExamples.value(problem, solution.taken()))
        .isCloseTo(solution.value(), within(1e-9 * (1 + best)));
  }

  @Test
  void bothWaysToSolveAgree() throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      CoverageProblem problem = CoverageExamples.plane(seed, 60, 300, 30, 5, 6, seed % 2 == 0);
      CoverageSolution own = CertainCoverage.solve(problem, LIMITS, Crew.alone());
      CoverageSolution model = UncertainCoverage.solve(problem, LIMITS, Crew.alone());
      assertThat(own.status()).isEqualTo(Status.OPTIMAL);
      assertThat(own.value()).isCloseTo(model.value(), within(1e-6 * model.value()));
    }
  }

  /** The trap of Church and ReVelle (1974): the best first site belongs to no best pair. */
  @Test
  void doesNotFallIntoTheTrapOfTheGreedy() throws Exception {
    CoverageProblem problem =
        new CoverageProblem(
            new double[] {2, 3, 3, 2},
            List.of(
                CoverageExamples.certain(1, 2),
                CoverageExamples.certain(0, 1),
                CoverageExamples.certain(2, 3)),
            List.of(),
            2);
    assertThat(MaximumCoverage.solve(problem, LIMITS, Crew.alone()).value()).isEqualTo(10);
    assertThat(MaximumCoverage.solve(problem, LIMITS, Crew.alone()).taken())
        .containsExactly(0, 1, 1);
  }

  @Test
  void aSecondTeamAddsLessThanTheFirst() throws Exception {
    CoverageProblem problem =
        new CoverageProblem(
            new double[] {10},
            List.of(new Site(new int[] {0}, new double[] {Math.log(2)}, 0, 3)),
            List.of(),
            3);
    List<CoverageSolution> curve = MaximumCoverage.curve(problem, 0, 4, LIMITS, Crew.alone());
    assertThat(curve.stream().mapToDouble(CoverageSolution::value).toArray())
        .containsExactly(new double[] {0, 5, 7.5, 8.75, 8.75}, within(1e-9));
  }

  @Test
  void theAnswerDoesNotDependOnTheNumberOfThreads() throws Exception {
    CoverageProblem problem = CoverageExamples.plane(3, 120, 900, 40, 5, 9, false);
    CoverageSolution alone = MaximumCoverage.solve(problem, LIMITS, Crew.alone());
    CoverageSolution four = MaximumCoverage.solve(problem, LIMITS, Crew.of(4, Progress.UNWATCHED));
    assertThat(four.taken()).isEqualTo(alone.taken());
    assertThat(four.bound()).isEqualTo(alone.bound());
  }

  @Test
  void whoStopsItGetsTheBestSoFarWithABoundThatHolds() throws Exception {
    CoverageProblem problem = CoverageExamples.plane(1, 400, 3000, 60, 6, 20, false);
    AtomicInteger asked = new AtomicInteger();
    Progress stops =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            assertThat(message).contains("Best so far");
          }

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 1;
          }
        };
    CoverageSolution proven = MaximumCoverage.solve(problem, LIMITS, Crew.alone());
    CoverageSolution stopped = MaximumCoverage.solve(problem, LIMITS, Crew.of(1, stops));
    assertThat(stopped.status()).isIn(Status.STOPPED, Status.OPTIMAL);
    assertThat(stopped.bound()).isGreaterThanOrEqualTo(proven.value());
    assertThat(stopped.value()).isLessThanOrEqualTo(proven.value()).isPositive();
  }

  @Test
  void whatCannotBeFulfilledIsRefused() {
    Site one = CoverageExamples.certain(0);
    CoverageProblem tooMany =
        new CoverageProblem(
            new double[] {1}, List.of(one, one), List.of(new Group(new int[] {0, 1}, 2, 2)), 1);
    assertThatThrownBy(() -> MaximumCoverage.solve(tooMany, LIMITS, Crew.alone()))
        .isInstanceOf(InfeasibleException.class);
    CoverageProblem atOdds =
        new CoverageProblem(
            new double[] {1},
            List.of(one, one, one),
            List.of(new Group(new int[] {0, 1}, 2, 2), new Group(new int[] {0, 1, 2}, 0, 1)),
            3);
    assertThatThrownBy(() -> MaximumCoverage.solve(atOdds, LIMITS, Crew.alone()))
        .isInstanceOf(InfeasibleException.class);
  }
}
