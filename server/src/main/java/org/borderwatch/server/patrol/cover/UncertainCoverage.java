package org.borderwatch.server.patrol.cover;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.cover.CoverageSolution.Status;
import org.borderwatch.server.patrol.solve.NativeSolver;

/**
 * Maximum coverage with diminishing returns, exactly. What is covered of a demand lies under two
 * kinds of planes: the sum of what each site would cover alone (a submodular function from the
 * empty set on: Nemhauser and Wolsey 1981), which is tight while one site is there, and the
 * tangents of {@code 1 - exp(-effort)}, tight for several. The model begins with some tangents;
 * SCIP solves it, the tangents at what it took are added, until what the model promises is what the
 * choice covers. Every round's bound holds.
 */
final class UncertainCoverage {
  private static final double EXACT = 1e-9;
  private static final double MODEL_GAP = 1e-7;
  private static final long WATCH_MILLIS = 50;

  /** An effort that leaves less than a double can tell from nothing. */
  private static final double AS_GOOD_AS_CERTAIN = 40;

  private static final double[] FIRST_TANGENTS = {0.15, 0.35, 0.6, 0.9, 1.25, 1.7, 2.3, 3.2};

  private final CoverageProblem problem;
  private final CoverageLimits limits;
  private final Progress progress;
  private final long begin = System.nanoTime();
  private final MPSolver solver = NativeSolver.mixedInteger();
  private final MPVariable[][] copies;
  private final MPVariable[] promised;
  private final MPVariable[] efforts;
  private int[] best = new int[0];
  private double value = -1;
  private double bound;

  private UncertainCoverage(CoverageProblem problem, CoverageLimits limits, Progress progress) {
    this.problem = problem;
    this.limits = limits;
    this.progress = progress;
    this.copies = new MPVariable[problem.sites().size()][];
    this.promised = new MPVariable[problem.weights().length];
    this.efforts = new MPVariable[promised.length];
    this.bound = Arrays.stream(problem.weights()).sum();
  }

  static CoverageSolution solve(CoverageProblem problem, CoverageLimits limits, Crew crew)
      throws InfeasibleException {
    GreedyExchange.requirePlausible(problem);
    UncertainCoverage search = new UncertainCoverage(problem, limits, crew.progress());
    try {
      search.build();
      return search.search();
    } finally {
      search.solver.delete();
    }
  }

  private void build() {
    MPObjective objective = solver.objective();
    objective.setMaximization();
    MPConstraint[] alone = new MPConstraint[promised.length];
    MPConstraint[] sums = new MPConstraint[promised.length];
    for (int demand = 0; demand < promised.length; demand++) {
      promised[demand] = solver.makeNumVar(0, 1, "");
      efforts[demand] = solver.makeNumVar(0, MPSolver.infinity(), "");
      objective.setCoefficient(promised[demand], problem.weights()[demand]);
      alone[demand] = solver.makeConstraint(-MPSolver.infinity(), 0);
      alone[demand].setCoefficient(promised[demand], 1);
      sums[demand] = solver.makeConstraint(-MPSolver.infinity(), 0);
      sums[demand].setCoefficient(efforts[demand], 1);
      for (double effort : FIRST_TANGENTS) {
        addTangent(demand, effort);
      }
    }
    MPConstraint all = solver.makeConstraint(-MPSolver.infinity(), problem.choose());
    for (int number = 0; number < copies.length; number++) {
      Site site = problem.sites().get(number);
      copies[number] = copies(site);
      for (MPVariable copy : copies[number]) {
        all.setCoefficient(copy, 1);
        for (int k = 0; k < site.demands().length; k++) {
          double effort = Math.min(AS_GOOD_AS_CERTAIN, site.efforts()[k]);
          alone[site.demands()[k]].setCoefficient(copy, Math.expm1(-effort));
          sums[site.demands()[k]].setCoefficient(copy, -effort);
        }
      }
    }
    for (Group group : problem.groups()) {
      MPConstraint limit = solver.makeConstraint(group.least(), group.most());
      for (int site : group.sites()) {
        for (MPVariable copy : copies[site]) {
          limit.setCoefficient(copy, 1);
        }
      }
    }
  }

  /** A variable for each time that a site may be taken; the later ones only after the earlier. */
  private MPVariable[] copies(Site site) {
    MPVariable[] variables = new MPVariable[Math.min(site.most(), problem.choose())];
    for (int copy = 0; copy < variables.length; copy++) {
      variables[copy] = solver.makeIntVar(copy < site.least() ? 1 : 0, 1, "");
      if (copy > 0) {
        MPConstraint order = solver.makeConstraint(0, MPSolver.infinity());
        order.setCoefficient(variables[copy - 1], 1);
        order.setCoefficient(variables[copy], -1);
      }
    }
    return variables;
  }

  /** What is promised of a demand lies under the tangent at an effort. */
  private void addTangent(int demand, double effort) {
    double slope = Math.exp(-effort);
    MPConstraint tangent = solver.makeConstraint(-MPSolver.infinity(), 1 - slope - slope * effort);
    tangent.setCoefficient(promised[demand], 1);
    tangent.setCoefficient(efforts[demand], -slope);
  }

  private CoverageSolution search() throws InfeasibleException {
    GreedyExchange.of(problem).ifPresent(this::offer);
    Status status = Status.FEASIBLE;
    for (int round = 1; ; round++) {
      if (progress.cancelled()) {
        status = Status.STOPPED;
        break;
      }
      double left = limits.seconds() - (System.nanoTime() - begin) / 1e9;
      if (left <= 0 && value >= 0) {
        break;
      }
      ResultStatus answer = ask(left);
      if (answer == ResultStatus.INFEASIBLE) {
        throw new InfeasibleException("no choice fulfils all limits together");
      }
      if (answer != ResultStatus.OPTIMAL && answer != ResultStatus.FEASIBLE) {
        if (value < 0) {
          throw new InfeasibleException("no choice was found in " + limits.seconds() + " s");
        }
        continue;
      }
      bound = Math.min(bound, solver.objective().bestBound());
      int[] taken = taken();
      offer(taken);
      progress.report(
          1 - Math.min(1, (bound - value) / Math.max(EXACT, value)), Words.of(value, bound));
      if (bound - value <= Math.max(EXACT, limits.gap()) * Math.max(1, value)
          || !tighten(taken) && answer == ResultStatus.OPTIMAL) {
        bound = bound - value <= 10 * MODEL_GAP * Math.max(1, value) ? value : bound;
        status = bound <= value ? Status.OPTIMAL : Status.FEASIBLE;
        break;
      }
    }
    return new CoverageSolution(best, value, Math.max(value, bound), status);
  }

  private ResultStatus ask(double seconds) {
    MPSolverParameters parameters = new MPSolverParameters();
    parameters.setDoubleParam(
        MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP,
        Math.max(MODEL_GAP / 10, limits.gap() / 4));
    solver.setTimeLimit(Math.max(100, Math.round(seconds * 1000)));
    Thread watcher = new Thread(this::watch, "coverage-watch");
    watcher.setDaemon(true);
    watcher.start();
    try {
      return solver.solve(parameters);
    } finally {
      end(watcher);
      parameters.delete();
    }
  }

  /** The solver may be given back only when nobody can stop it any more. */
  private static void end(Thread watcher) {
    boolean interrupted = false;
    watcher.interrupt();
    while (watcher.isAlive()) {
      try {
        watcher.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      while (!progress.cancelled()) {
        Thread.sleep(WATCH_MILLIS);
      }
      solver.interruptSolve();
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private int[] taken() {
    int[] taken = new int[copies.length];
    for (int site = 0; site < copies.length; site++) {
      for (MPVariable copy : copies[site]) {
        taken[site] += copy.solutionValue() > 0.5 ? 1 : 0;
      }
    }
    return taken;
  }

  private void offer(int[] taken) {
    double worth = new Covered(problem, taken).value();
    if (worth > value) {
      value = worth;
      best = taken;
    }
  }

  /** Adds tangents at a choice that was promised more than it covers; whether there were any. */
  private boolean tighten(int[] taken) {
    Covered covered = new Covered(problem, taken);
    // Read first: a solver that is told more forgets what it had found.
    double[] promises = Arrays.stream(promised).mapToDouble(MPVariable::solutionValue).toArray();
    boolean isNew = false;
    for (int demand = 0; demand < promised.length; demand++) {
      double missed = covered.missed(demand);
      if (promises[demand] > 1 - missed + MODEL_GAP && missed > 0) {
        addTangent(demand, -Math.log(missed));
        isNew = true;
      }
    }
    return isNew;
  }
}
