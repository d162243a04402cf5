package org.borderwatch.bench.coverage;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.patrol.cover.CoverageLimits;
import org.borderwatch.server.patrol.cover.CoverageProblem;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.cover.CoverageSolution;
import org.borderwatch.server.patrol.cover.InfeasibleException;
import org.borderwatch.server.patrol.cover.MaximumCoverage;

/**
 * Times maximum coverage on 400 sites and 5,000 points of weight about 10 on 60 x 60 km; prints
 * Markdown. Words: seeds to try, and the seconds that HiGHS gets for each model (0 leaves it out).
 */
public final class CoverageTimes {
  private static final int SITES = 400;
  private static final int POINTS = 5_000;
  private static final double SIDE_KM = 60;
  private static final int CURVE = 30;

  private final long seeds;
  private final double peerSeconds;

  private CoverageTimes(long seeds, double peerSeconds) {
    this.seeds = seeds;
    this.peerSeconds = peerSeconds;
  }

  /** Prints the tables. */
  public static void main(String[] words) throws InfeasibleException {
    Loader.loadNativeLibraries();
    CoverageTimes times = new CoverageTimes(Long.parseLong(words[0]), Double.parseDouble(words[1]));
    // The first search pays for the compiler.
    MaximumCoverage.solve(problem(1, 4.5, 5), CoverageLimits.USUAL, crew());
    say("| teams | radius | seed | value | gap | proven after | within 1 % after | HiGHS |");
    say("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (long seed = 1; seed <= times.seeds; seed++) {
      times.row(seed, 4.5, 12);
      times.row(seed, 6, 20);
    }
    say("");
    say("| curve of " + CURVE + " points, radius | seed | seconds | largest gap |");
    say("|--:|--:|--:|--:|");
    for (long seed = 1; seed <= times.seeds; seed++) {
      times.curve(seed, 4.5);
      times.curve(seed, 6);
    }
  }

  private void row(long seed, double radiusKm, int choose) throws InfeasibleException {
    CoverageProblem problem = problem(seed, radiusKm, choose);
    long begin = System.nanoTime();
    MaximumCoverage.solve(problem, new CoverageLimits(60, 0.01), crew());
    double near = seconds(begin);
    begin = System.nanoTime();
    CoverageSolution best = MaximumCoverage.solve(problem, new CoverageLimits(120, 0), crew());
    double proven = seconds(begin);
    say(
        "| %d | %.1f km | %d | %.2f | %.5f %% | %.2f s%s | %.2f s | %s |"
            .formatted(
                choose,
                radiusKm,
                seed,
                best.value(),
                100 * best.gap(),
                proven,
                best.status() == CoverageSolution.Status.OPTIMAL ? "" : " (not proven)",
                near,
                peerSeconds > 0 ? highs(problem, best.value()) : "not asked"));
  }

  private void curve(long seed, double radiusKm) throws InfeasibleException {
    long begin = System.nanoTime();
    List<CoverageSolution> curve =
        MaximumCoverage.curve(
            problem(seed, radiusKm, 0), 1, CURVE, new CoverageLimits(20, 0.01), crew());
    double took = seconds(begin);
    double gap = curve.stream().mapToDouble(CoverageSolution::gap).max().orElseThrow();
    long within = curve.stream().filter(point -> point.gap() <= 0.01 + 1e-9).count();
    say(
        "| %.1f km | %d | %.2f s | %.2f %% (%d of %d within 1 %%) |"
            .formatted(radiusKm, seed, took, 100 * gap, within, CURVE));
  }

  /** The textbook model (Church and ReVelle 1974), one row a point, as HiGHS comes in OR-Tools. */
  private String highs(CoverageProblem problem, double value) {
    MPSolver solver = MPSolver.createSolver("HIGHS");
    MPVariable[] sites = solver.makeBoolVarArray(SITES);
    MPVariable[] points = solver.makeNumVarArray(POINTS, 0, 1);
    MPConstraint[] rows = new MPConstraint[POINTS];
    for (int point = 0; point < POINTS; point++) {
      rows[point] = solver.makeConstraint(-MPSolver.infinity(), 0);
      rows[point].setCoefficient(points[point], 1);
      solver.objective().setCoefficient(points[point], problem.weights()[point]);
    }
    MPConstraint all = solver.makeConstraint(-MPSolver.infinity(), problem.choose());
    for (int site = 0; site < SITES; site++) {
      all.setCoefficient(sites[site], 1);
      for (int point : problem.sites().get(site).demands()) {
        rows[point].setCoefficient(sites[site], -1);
      }
    }
    solver.objective().setMaximization();
    solver.setTimeLimit(Math.round(peerSeconds * 1000));
    solver.suppressOutput();
    long begin = System.nanoTime();
    boolean proven = isProven(solver);
    double took = seconds(begin);
    boolean agrees = proven && Math.abs(solver.objective().value() - value) <= 2e-4 * value;
    String said =
        "%.1f s%s".formatted(took, proven ? agrees ? "" : " (another value!)" : " (not proven)");
    solver.delete();
    return said;
  }

  /** At the end of its time HiGHS answers with a status that the Java of OR-Tools doesn't know. */
  private static boolean isProven(MPSolver solver) {
    try {
      return solver.solve() == MPSolver.ResultStatus.OPTIMAL;
    } catch (IllegalArgumentException outOfTime) {
      return false;
    }
  }

  private static CoverageProblem problem(long seed, double radiusKm, int choose) {
    Random random = new Random(seed);
    double[] x = random.doubles(SITES, 0, SIDE_KM).toArray();
    double[] y = random.doubles(SITES, 0, SIDE_KM).toArray();
    double[] px = random.doubles(POINTS, 0, SIDE_KM).toArray();
    double[] py = random.doubles(POINTS, 0, SIDE_KM).toArray();
    double[] weights = random.doubles(POINTS, 5, 15).toArray();
    List<Site> sites = new ArrayList<>();
    for (int site = 0; site < SITES; site++) {
      int[] near = new int[POINTS];
      int n = 0;
      for (int point = 0; point < POINTS; point++) {
        if (Math.hypot(px[point] - x[site], py[point] - y[site]) <= radiusKm) {
          near[n++] = point;
        }
      }
      double[] efforts = new double[n];
      Arrays.fill(efforts, CoverageProblem.CERTAIN);
      sites.add(new Site(Arrays.copyOf(near, n), efforts, 0, 1));
    }
    return new CoverageProblem(weights, sites, List.of(), choose);
  }

  private static Crew crew() {
    return Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
