package org.borderwatch.server.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.patrol.cover.CoverageLimits;
import org.borderwatch.server.patrol.cover.CoverageProblem;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.cover.CoverageSolution;
import org.borderwatch.server.patrol.cover.CoverageSolution.Status;
import org.borderwatch.server.patrol.cover.InfeasibleException;
import org.borderwatch.server.patrol.cover.MaximumCoverage;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineCosts;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;

/**
 * Patrol areas of what comes with the request: of {@code sites}, {@code choose} are taken so that
 * most of the weight of {@code demand} lies within {@code maxCost} of one of them.
 *
 * @param weights of the demand
 * @param covers for each site the demand within its reach
 * @param detection probability that a site covers what it reaches; 1 for certain
 * @param choose how many sites are taken
 * @param curveUntil the curve tells up to how many
 * @param seconds for the search, at most
 * @param costs what the costs are, for the summary
 */
record InlineCoverage(
    InlineFeatures sites,
    double[] weights,
    int[][] covers,
    double detection,
    int choose,
    int curveUntil,
    double seconds,
    String costs)
    implements Analysis {
  static final String SITES = "sites";
  private static final String DEMAND = "demand";
  private static final double CURVE_GAP = 0.01;
  private static final double MOST_SECONDS = 600;
  private static final double USUAL_SECONDS = 60;
  private static final int MOST_CURVE = 200;
  private static final long MOST_PAIRS = 50_000_000;

  /** Whether the request brings its own sites. */
  static boolean isAsked(ProcessInputs inputs) {
    return inputs.has(SITES) || inputs.has(DEMAND);
  }

  /** Understands the request. */
  static InlineCoverage of(ProcessInputs inputs) {
    boolean listed = inputs.has("costs");
    InlineFeatures sites =
        listed ? InlineFeatures.anywhere(inputs, SITES) : InlineFeatures.of(inputs, SITES);
    InlineFeatures demand =
        listed ? InlineFeatures.anywhere(inputs, DEMAND) : InlineFeatures.of(inputs, DEMAND);
    double[] weights = new double[demand.size()];
    Arrays.fill(weights, 1);
    Optional<String> property = inputs.text("weightProperty");
    if (property.isPresent()) {
      weights = demand.numbers("weightProperty", property.get(), 0);
    }
    double maxCost =
        inputs
            .number("maxCost", 0, 1e12)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "maxCost",
                        "Thiếu maxCost: chi phí lớn nhất mà một điểm còn được phủ.",
                        "maxCost is missing: up to which cost demand counts as covered."));
    int choose =
        inputs
            .whole("choose", 0, InlineFeatures.MOST)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "choose",
                        "Thiếu choose: số điểm được chọn.",
                        "choose is missing: how many sites to take."));
    require(sites.size(), demand.size(), choose);
    String crs = inputs.text("crs").orElse("OGC:CRS84");
    return new InlineCoverage(
        sites,
        weights,
        listed
            ? within(InlineCosts.of(inputs, "costs", sites, demand), sites.size(), maxCost)
            : within(sites, demand, crs, maxCost),
        inputs.number("detection", 0.001, 1).orElse(1),
        choose,
        inputs
            .whole("curveTo", 0, MOST_CURVE)
            .orElse(Math.min(Math.min(sites.size(), MOST_CURVE), choose)),
        inputs.number("seconds", 0.1, MOST_SECONDS).orElse(USUAL_SECONDS),
        listed ? "costs" : "distance in metres, " + distance(sites, crs));
  }

  private static void require(int sites, int demand, int choose) {
    if (sites == 0) {
      throw Refusal.of(SITES, "Không có điểm nào để chọn.", "There are no sites to take any of.");
    }
    if (demand == 0) {
      throw Refusal.of(DEMAND, "Không có nhu cầu nào để phủ.", "There is no demand to cover.");
    }
    if (choose > sites) {
      throw Refusal.of(
          "choose",
          "Cần chọn %d điểm nhưng chỉ có %d; hãy giảm choose.".formatted(choose, sites),
          "choose is %d and there are %d sites; take fewer.".formatted(choose, sites));
    }
  }

  private static int[][] within(InlineCosts costs, int sites, double maxCost) {
    List<BitSet> sets = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      sets.add(new BitSet());
    }
    for (int i = 0; i < costs.cost().length; i++) {
      if (costs.cost()[i] <= maxCost) {
        sets.get(costs.from()[i]).set(costs.to()[i]);
      }
    }
    return sets.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
  }

  /** Both in one plane: that of the demand. */
  private static int[][] within(
      InlineFeatures sites, InlineFeatures demand, String crs, double maxMetres) {
    if ((long) sites.size() * demand.size() > MOST_PAIRS) {
      throw new BadParameter(
          DEMAND,
          "%d sites x %d demands are more than %d pairs; give costs"
              .formatted(sites.size(), demand.size(), MOST_PAIRS));
    }
    InlinePlane there = InlinePlane.of(demand, crs);
    InlinePlane here =
        there.zone().isPresent()
            ? InlinePlane.of(sites, crs).in(there.zone().get())
            : InlinePlane.of(sites, crs);
    int[][] within = new int[sites.size()][];
    for (int i = 0; i < within.length; i++) {
      int[] near = new int[demand.size()];
      int n = 0;
      for (int j = 0; j < near.length; j++) {
        if (Math.hypot(here.x()[i] - there.x()[j], here.y()[i] - there.y()[j])
            <= maxMetres + 1e-6) {
          near[n++] = j;
        }
      }
      within[i] = Arrays.copyOf(near, n);
    }
    return within;
  }

  private static String distance(InlineFeatures sites, String crs) {
    return InlinePlane.of(sites, crs).distance();
  }

  @Override
  public long mostBytes() {
    long pairs = Arrays.stream(covers).mapToLong(near -> near.length).sum();
    return 300_000_000L + 200 * pairs + 200L * weights.length;
  }

  @Override
  public ProcessResult run(Crew crew) throws Exception {
    CoverageProblem problem = problem();
    CoverageSolution best;
    List<CoverageSolution> curve;
    try {
      best =
          MaximumCoverage.solve(
              problem,
              new CoverageLimits(seconds, 0),
              crew.watchedBy(crew.progress().part(0, 0.8)));
      boolean stopped = best.status() == Status.STOPPED;
      curve =
          stopped || curveUntil == 0
              ? List.of()
              : MaximumCoverage.curve(
                  problem,
                  1,
                  curveUntil,
                  new CoverageLimits(seconds / 3, CURVE_GAP),
                  crew.watchedBy(crew.progress().part(0.8, 1)));
    } catch (InfeasibleException impossible) {
      throw new BadParameter("choose", String.valueOf(impossible.getMessage()));
    }
    return new ProcessResult(
        "",
        false,
        List.of(new ProcessResult.Form("application/geo+json", document(problem, best, curve))),
        best.status() == Status.STOPPED);
  }

  private CoverageProblem problem() {
    double effort = detection == 1 ? CoverageProblem.CERTAIN : -Math.log1p(-detection);
    List<Site> made = new ArrayList<>();
    for (int[] near : covers) {
      double[] efforts = new double[near.length];
      Arrays.fill(efforts, effort);
      made.add(new Site(near, efforts, 0, 1));
    }
    return new CoverageProblem(weights, made, List.of(), choose);
  }

  private byte[] document(
      CoverageProblem problem, CoverageSolution best, List<CoverageSolution> curve) {
    ResultWriter out = ResultWriter.featureCollection();
    double[] worth = Ranking.marginals(problem, best.taken());
    int[] order = Ranking.order(problem, best.taken());
    for (int rank = 0; rank < order.length; rank++) {
      sites.open(out, order[rank]);
      out.open("properties")
          .whole("rank", rank + 1)
          .text("site", sites.label(order[rank]))
          .nothing("station")
          .number("expected_interceptions", worth[rank])
          .nothing("reach_minutes")
          .whole("covers", covers[order[rank]].length)
          .closeFeature();
    }
    out.closeList().open("summary");
    out.number("value", best.value())
        .number("bound", best.bound())
        .number("gap", best.gap())
        .text("status", best.status().code())
        .number("total", Arrays.stream(weights).sum())
        .whole("choose", choose)
        .number("detection", detection)
        .text("costs", costs);
    PointsWriter.curve(out, withBest(curve, best));
    out.truth("synthetic", false).text("data_version", "").close();
    return out.finish();
  }

  /** The point that was searched for long takes the place of that of the quick curve. */
  private List<CoverageSolution> withBest(List<CoverageSolution> curve, CoverageSolution best) {
    List<CoverageSolution> points = new ArrayList<>(curve);
    if (choose >= 1 && choose <= points.size()) {
      points.set(choose - 1, best);
    }
    return points;
  }
}
