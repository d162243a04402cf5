package org.borderwatch.server.patrol.cover;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.cover.CoverageSolution.Status;

/**
 * Maximum coverage with diminishing returns, exactly: what is covered of a demand is a submodular
 * function {@code f} of the sites taken, and lies under {@code f(S) + sum of the gains of what is
 * not in S} for every set S (Nemhauser and Wolsey 1981). The model begins with the empty set for
 * each demand; SCIP solves it, the sets that it took are added, until what the model promises is
 * what the choice covers. Every round's bound holds.
 */
final class UncertainCoverage {
  private static final double EXACT = 1e-9;
  private static final double MODEL_GAP = 1e-7;
  private static final long WATCH_MILLIS = 50;

  private final CoverageProblem problem;
  private final CoverageLimits limits;
  private final Progress progress;
  private final long begin = System.nanoTime();
  private final MPSolver solver = NativeSolver.mixedInteger();
  private final MPVariable[][] copies;
  private final MPVariable[] promised;
  private final List<List<Cover>> covers = new ArrayList<>();
  private final List<Set<List<Integer>>> known = new ArrayList<>();
  private int[] best = new int[0];
  private double value = -1;
  private double bound;

  /** A site at a demand. */
  private record Cover(int site, double effort) {}

  private UncertainCoverage(CoverageProblem problem, CoverageLimits limits, Progress progress) {
    this.problem = problem;
    this.limits = limits;
    this.progress = progress;
    this.copies = new MPVariable[problem.sites().size()][];
    this.promised = new MPVariable[problem.weights().length];
    for (int demand = 0; demand < promised.length; demand++) {
      covers.add(new ArrayList<>());
      known.add(new HashSet<>());
      bound += problem.weights()[demand];
    }
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
    MPConstraint all = solver.makeConstraint(-MPSolver.infinity(), problem.choose());
    for (int number = 0; number < copies.length; number++) {
      Site site = problem.sites().get(number);
      int most = Math.min(site.most(), problem.choose());
      copies[number] = new MPVariable[most];
      for (int copy = 0; copy < most; copy++) {
        MPVariable variable = solver.makeIntVar(copy < site.least() ? 1 : 0, 1, "");
        copies[number][copy] = variable;
        all.setCoefficient(variable, 1);
        if (copy > 0) {
          MPConstraint order = solver.makeConstraint(0, MPSolver.infinity());
          order.setCoefficient(copies[number][copy - 1], 1);
          order.setCoefficient(variable, -1);
        }
      }
      for (int k = 0; k < site.demands().length; k++) {
        covers.get(site.demands()[k]).add(new Cover(number, site.efforts()[k]));
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
    for (int demand = 0; demand < promised.length; demand++) {
      promised[demand] = solver.makeNumVar(0, 1, "");
      objective.setCoefficient(promised[demand], problem.weights()[demand]);
      cut(demand, List.of());
    }
  }

  /** What is promised of a demand lies under the tangent at a set of sites, by their numbers. */
  private boolean cut(int demand, List<Integer> sites) {
    if (!known.get(demand).add(sites)) {
      return false;
    }
    int[] taken = new int[problem.sites().size()];
    double effort = 0;
    for (Cover cover : covers.get(demand)) {
      for (int site : sites) {
        if (site == cover.site()) {
          taken[site]++;
          effort += cover.effort();
        }
      }
    }
    double missed = Math.exp(-effort);
    MPConstraint tangent = solver.makeConstraint(-MPSolver.infinity(), 1 - missed);
    tangent.setCoefficient(promised[demand], 1);
    for (Cover cover : covers.get(demand)) {
      double gain = missed * -Math.expm1(-cover.effort());
      for (int copy = taken[cover.site()]; copy < copies[cover.site()].length; copy++) {
        tangent.setCoefficient(copies[cover.site()][copy], -gain);
      }
    }
    return true;
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
        MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, Math.max(MODEL_GAP / 10, limits.gap() / 4));
    solver.setTimeLimit(Math.max(100, Math.round(seconds * 1000)));
    Thread watcher = new Thread(this::watch, "coverage-watch");
    watcher.setDaemon(true);
    watcher.start();
    try {
      return solver.solve(parameters);
    } finally {
      watcher.interrupt();
      parameters.delete();
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

  /** Adds the sets of a choice that was promised more than it covers; whether any was new. */
  private boolean tighten(int[] taken) {
    Covered covered = new Covered(problem, taken);
    boolean isNew = false;
    for (int demand = 0; demand < promised.length; demand++) {
      if (promised[demand].solutionValue() <= covered.covered(demand) + EXACT) {
        continue;
      }
      List<Integer> sites = new ArrayList<>();
      for (Cover cover : covers.get(demand)) {
        for (int i = 0; i < taken[cover.site()]; i++) {
          sites.add(cover.site());
          isNew |= cut(demand, List.of(cover.site()));
        }
      }
      isNew |= cut(demand, List.copyOf(sites));
    }
    return isNew;
  }
}
