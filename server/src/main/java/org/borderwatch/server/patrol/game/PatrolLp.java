package org.borderwatch.server.patrol.game;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.borderwatch.server.patrol.solve.NativeSolver;

/**
 * How often teams of several posts go to several targets over some days, as a linear program: the
 * zero-sum game against somebody who has watched, with what is expected from those who haven't as a
 * second goal.
 *
 * <p>A duty of post {@code s} at target {@code k} stops a share {@code stops[s][k]} of those who
 * cross there that day. Whoever watches gains {@code value[k] (1 - stops a day)} at the best
 * target, {@code v}. Among coverages with {@code v} no worse than the best one plus {@code 1 -
 * caution} of what the most productive coverage would lose, the one that stops most is taken.
 */
public final class PatrolLp {
  private static final double SLACK = 1e-7;
  private static final double LOOSE = 1e-4;
  private static final double BINDING = 1e-9;
  private static final int MOST_LEVELS = 40;

  private final double[] values;
  private final double[][] stops;
  private final int days;
  private final MPSolver solver = NativeSolver.linear();
  private final MPVariable evader = solver.makeNumVar(0, MPSolver.infinity(), "");
  private final MPVariable[][] duties;
  private final MPConstraint[] gains;
  private final List<MPVariable> others = new ArrayList<>();

  /**
   * Begins with no limits but those of the game.
   *
   * @param values of the targets: persons a day
   * @param stops by post and target; 0 where the post can't reach it
   * @param days over which duties are counted
   */
  public PatrolLp(double[] values, double[][] stops, int days) {
    this.values = values;
    this.stops = stops;
    this.days = days;
    this.duties = new MPVariable[stops.length][values.length];
    this.gains = new MPConstraint[values.length];
    for (int target = 0; target < values.length; target++) {
      if (!isReached(stops, target)) {
        continue;
      }
      MPConstraint gain = solver.makeConstraint(values[target], MPSolver.infinity());
      gains[target] = gain;
      gain.setCoefficient(evader, 1);
      for (int post = 0; post < stops.length; post++) {
        if (stops[post][target] > 0) {
          duties[post][target] = solver.makeNumVar(0, days, "");
          gain.setCoefficient(duties[post][target], values[target] * stops[post][target] / days);
        }
      }
    }
  }

  /**
   * What came of it.
   *
   * @param duties expected number of duties by post and target
   * @param others values of the variables that were added
   * @param evader what whoever has watched gains at best where some post reaches: persons a day
   * @param fixedEvader the same where most is stopped and nobody watches
   * @param stopped persons that are stopped over the days
   */
  public record Solution(
      double[][] duties, double[] others, double evader, double fixedEvader, double stopped) {}

  /** A number that limits may depend on; its place among {@link Solution#others}. */
  public int other(double least, double most) {
    others.add(solver.makeNumVar(least, most, ""));
    return others.size() - 1;
  }

  /** The sum of some of these numbers is {@code sum}. */
  public void fix(int[] numbers, double sum) {
    MPConstraint fixed = solver.makeConstraint(sum, sum);
    for (int number : numbers) {
      fixed.setCoefficient(others.get(number), 1);
    }
  }

  /**
   * Duties of a post at some targets are at most {@code most} plus {@code shares} of the numbers.
   */
  public void limitPost(int post, int[] targets, double most, int[] numbers, double[] shares) {
    MPConstraint limit = solver.makeConstraint(-MPSolver.infinity(), most);
    for (int target : targets) {
      if (duties[post][target] != null) {
        limit.setCoefficient(duties[post][target], 1);
      }
    }
    for (int i = 0; i < numbers.length; i++) {
      limit.setCoefficient(others.get(numbers[i]), -shares[i]);
    }
  }

  /** The sum of duties at a target, each post's times its share, is at most {@code most}. */
  public void limitTarget(int target, double[] shareOfPost, double most) {
    MPConstraint limit = solver.makeConstraint(-MPSolver.infinity(), most);
    for (int post = 0; post < duties.length; post++) {
      if (duties[post][target] != null && shareOfPost[post] > 0) {
        limit.setCoefficient(duties[post][target], shareOfPost[post]);
      }
    }
  }

  /**
   * Solves, and gives the solver back: the last call.
   *
   * @param caution 1: only whoever watches counts; 0: only what is stopped where nobody does
   */
  public Solution solve(double caution) {
    try {
      double[] level = levels();
      MPObjective objective = solver.objective();
      objective.clear();
      for (int target = 0; target < values.length; target++) {
        if (gains[target] != null) {
          gains[target].setCoefficient(evader, 0);
          gains[target].setLb(-MPSolver.infinity());
        }
        for (int post = 0; post < duties.length; post++) {
          if (duties[post][target] != null) {
            objective.setCoefficient(duties[post][target], values[target] * stops[post][target]);
          }
        }
      }
      objective.setMaximization();
      require();
      double[] fixed = left(read());
      for (int target = 0; target < values.length; target++) {
        if (gains[target] != null) {
          double allowed =
              level[target] + (1 - caution) * Math.max(0, fixed[target] - level[target]);
          gains[target].setLb(values[target] - allowed - SLACK * (1 + values[target]));
        }
      }
      if (solver.solve() != ResultStatus.OPTIMAL) {
        loosen();
        require();
      }
      double[][] found = read();
      return new Solution(
          found,
          others.stream().mapToDouble(MPVariable::solutionValue).toArray(),
          bestResponse(values, stops, found, days),
          Arrays.stream(fixed).max().orElse(0),
          objective.value());
    } finally {
      solver.delete();
    }
  }

  /** What each target is worth where the worst is as little as can be, then the next worst. */
  private double[] levels() {
    double[] level = new double[values.length];
    boolean[] free = new boolean[values.length];
    int left = 0;
    for (int target = 0; target < free.length; target++) {
      free[target] = gains[target] != null;
      left += free[target] ? 1 : 0;
    }
    MPObjective objective = solver.objective();
    objective.setCoefficient(evader, 1);
    objective.setMinimization();
    double worst = 0;
    for (int round = 0; left > 0; round++) {
      boolean isSolved = solver.solve() == ResultStatus.OPTIMAL;
      // Should rounding stand in the way, the level before holds for all that are left.
      worst = isSolved ? evader.solutionValue() : worst;
      int[] binding =
          isSolved
              ? IntStream.range(0, free.length)
                  .filter(at -> free[at] && Math.abs(gains[at].dualValue()) > BINDING)
                  .toArray()
              : new int[0];
      boolean isLast = round == MOST_LEVELS || worst <= SLACK || binding.length == 0;
      for (int target : isLast ? IntStream.range(0, free.length).toArray() : binding) {
        if (free[target]) {
          free[target] = false;
          left--;
          level[target] = worst;
          gains[target].setCoefficient(evader, 0);
          gains[target].setLb(values[target] - worst - SLACK * (1 + values[target]));
        }
      }
    }
    return level;
  }

  /** Gives the levels some room, where rounding leaves none. */
  private void loosen() {
    for (int target = 0; target < values.length; target++) {
      if (gains[target] != null) {
        gains[target].setLb(gains[target].lb() - LOOSE * (1 + values[target]));
      }
    }
  }

  private double[] left(double[][] found) {
    double[] left = new double[values.length];
    for (int target = 0; target < values.length; target++) {
      if (gains[target] != null) {
        double stopped = 0;
        for (int post = 0; post < stops.length; post++) {
          stopped += stops[post][target] * found[post][target] / days;
        }
        left[target] = values[target] * (1 - stopped);
      }
    }
    return left;
  }

  private static boolean isReached(double[][] stops, int target) {
    return Arrays.stream(stops).anyMatch(post -> post[target] > 0);
  }

  private void require() {
    ResultStatus status = solver.solve();
    if (status != ResultStatus.OPTIMAL) {
      throw new IllegalStateException("the linear program is " + status);
    }
  }

  private double[][] read() {
    double[][] found = new double[duties.length][values.length];
    for (int post = 0; post < duties.length; post++) {
      for (int target = 0; target < values.length; target++) {
        MPVariable variable = duties[post][target];
        found[post][target] = variable == null ? 0 : Math.max(0, variable.solutionValue());
      }
    }
    return found;
  }

  /**
   * What the best target that some post reaches is worth a day to whoever has watched duties of
   * these frequencies.
   */
  public static double bestResponse(
      double[] values, double[][] stops, double[][] duties, int days) {
    double best = 0;
    for (int target = 0; target < values.length; target++) {
      double stopped = isReached(stops, target) ? 0 : 1;
      for (int post = 0; post < stops.length; post++) {
        stopped += stops[post][target] * duties[post][target] / days;
      }
      best = Math.max(best, values[target] * (1 - stopped));
    }
    return best;
  }
}
