package org.borderwatch.server.patrol.game;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
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
  private static final double SLACK = 1e-9;

  private final double[] values;
  private final double[][] stops;
  private final int days;
  private final MPSolver solver = NativeSolver.linear();
  private final MPVariable evader = solver.makeNumVar(0, MPSolver.infinity(), "");
  private final MPVariable[][] duties;
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
    for (int target = 0; target < values.length; target++) {
      MPConstraint gain = solver.makeConstraint(values[target], MPSolver.infinity());
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
   * @param evader what whoever has watched gains at best: persons a day
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
   * @param caution 1: only the game counts; 0: only what is stopped
   */
  public Solution solve(double caution) {
    try {
      MPObjective objective = solver.objective();
      objective.setCoefficient(evader, 1);
      objective.setMinimization();
      require();
      double best = evader.solutionValue();
      objective.clear();
      for (int post = 0; post < duties.length; post++) {
        for (int target = 0; target < values.length; target++) {
          if (duties[post][target] != null) {
            objective.setCoefficient(duties[post][target], values[target] * stops[post][target]);
          }
        }
      }
      objective.setMaximization();
      require();
      double fixed = bestResponse(values, stops, read(), days);
      double allowed = best + (1 - caution) * Math.max(0, fixed - best);
      evader.setUb(allowed + SLACK * (1 + allowed));
      require();
      double[][] found = read();
      return new Solution(
          found,
          others.stream().mapToDouble(MPVariable::solutionValue).toArray(),
          bestResponse(values, stops, found, days),
          fixed,
          objective.value());
    } finally {
      solver.delete();
    }
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

  /** What the best target is worth a day to whoever has watched duties of these frequencies. */
  public static double bestResponse(
      double[] values, double[][] stops, double[][] duties, int days) {
    double best = 0;
    for (int target = 0; target < values.length; target++) {
      double stopped = 0;
      for (int post = 0; post < stops.length; post++) {
        stopped += stops[post][target] * duties[post][target] / days;
      }
      best = Math.max(best, values[target] * (1 - stopped));
    }
    return best;
  }
}
