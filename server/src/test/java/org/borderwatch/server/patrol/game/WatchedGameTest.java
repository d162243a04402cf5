package org.borderwatch.server.patrol.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Random;
import org.borderwatch.server.patrol.solve.NativeSolver;
import org.junit.jupiter.api.Test;

class WatchedGameTest {
  private static final double EXACT = 1e-9;

  @Test
  void threePlacesAndOnePatrol() {
    WatchedGame game = WatchedGame.solve(new double[] {8, 4, 2}, 1);
    assertThat(game.value()).isCloseTo(8 / 3.0, within(EXACT));
    assertThat(game.coverage()).containsExactly(new double[] {2 / 3.0, 1 / 3.0, 0}, within(EXACT));
  }

  @Test
  void fourPlacesAndTwoPatrols() {
    WatchedGame game = WatchedGame.solve(new double[] {1, 9, 3, 6}, 2);
    assertThat(game.value()).isCloseTo(18 / 11.0, within(EXACT));
    assertThat(game.coverage())
        .containsExactly(new double[] {0, 9 / 11.0, 5 / 11.0, 8 / 11.0}, within(EXACT));
  }

  @Test
  void equalPlacesAreGuardedAlike() {
    WatchedGame game = WatchedGame.solve(new double[] {5, 5, 5, 5}, 3);
    assertThat(game.value()).isCloseTo(1.25, within(EXACT));
    assertThat(game.coverage()).containsOnly(0.75);
  }

  @Test
  void asManyPatrolsAsPlacesOfValueLeaveNothing() {
    WatchedGame game = WatchedGame.solve(new double[] {7, 0, 3, 0}, 3);
    assertThat(game.value()).isZero();
    assertThat(game.coverage()).containsExactly(1, 0.5, 1, 0.5);
    assertThat(WatchedGame.solve(new double[] {0, 0}, 1).coverage()).containsExactly(0.5, 0.5);
    assertThat(WatchedGame.solve(new double[] {7, 3}, 0).value()).isEqualTo(7);
  }

  /** The linear program of the game, by another solver. */
  @Test
  void agreesWithALinearProgram() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(12);
      int patrols = random.nextInt(n + 1);
      double[] values = random.doubles(n, 0, 10).map(v -> v < 3 ? Math.rint(v) : v).toArray();
      WatchedGame game = WatchedGame.solve(values, patrols);
      assertThat(game.value()).isCloseTo(byProgram(values, patrols), within(1e-6));
      assertThat(Arrays.stream(game.coverage()).sum()).isCloseTo(patrols, within(1e-6));
      assertThat(WatchedGame.bestResponse(values, game.coverage()))
          .isCloseTo(game.value(), within(1e-9));
      assertThat(Arrays.stream(game.coverage())).allMatch(share -> share >= 0 && share <= 1);
    }
  }

  private static double byProgram(double[] values, int patrols) {
    MPSolver solver = NativeSolver.linear();
    MPVariable worth = solver.makeNumVar(0, MPSolver.infinity(), "");
    MPConstraint all = solver.makeConstraint(0, patrols);
    for (double value : values) {
      MPVariable share = solver.makeNumVar(0, 1, "");
      all.setCoefficient(share, 1);
      MPConstraint gain = solver.makeConstraint(value, MPSolver.infinity());
      gain.setCoefficient(worth, 1);
      gain.setCoefficient(share, value);
    }
    solver.objective().setCoefficient(worth, 1);
    solver.objective().setMinimization();
    solver.solve();
    double value = solver.objective().value();
    solver.delete();
    return value;
  }
}
