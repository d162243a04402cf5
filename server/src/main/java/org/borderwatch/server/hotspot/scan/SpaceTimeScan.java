package org.borderwatch.server.hotspot.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.borderwatch.server.compute.Crew;

/**
 * Where and when there were more cases than chance gives, when all places, sizes and times are
 * looked at: Kulldorff's scan statistic for high rates.
 *
 * <p>Every cylinder is looked at: a circle round a place, during a window of whole steps within the
 * study. With c cases inside, E expected and C in all, its strength is the {@link LikelihoodRatio}
 * c ln(c/E) + (C-c) ln((C-c)/(C-E)) where c > E. Expected are, for {@link ScanStatistic#POISSON}, C
 * times the cylinder's share of the population; for {@link ScanStatistic#PERMUTATION}, cases of the
 * circle over the whole study times cases of the window everywhere, over C. Circles grow to {@link
 * ScanSettings#maxPopulationShare} of all expected cases (with permutation, of all cases) and to
 * the largest radius; {@link Circles} says how distances tie. With one step the scan is purely
 * spatial.
 *
 * <p>p is (1 + number of replicates of which the largest ratio is at least the cluster's) /
 * (replicates + 1): the chance that the strongest cluster anywhere would be so strong. Replicates
 * are multinomial for Poisson; for permutation, cases exchange their steps, which keeps both
 * margins. Cases in groups move as groups; where permuted groups change the cases of a step, what
 * is expected follows. Ratios within 1e-9 of each other count as equal.
 *
 * <p>Clusters are reported strongest first, each unless it shares a place with a stronger one, at
 * whatever time. Of equal ratios the one with fewer members comes first, then the shorter, then
 * that of the lower centre, then the earlier. Without cases, and where no cylinder exceeds what was
 * expected (one place alone; all cases at one place and time under permutation), there are none.
 *
 * <p>Metres along the ground ({@link ScanCases}). The result depends on the seed, not on threads.
 * Cost for n places, z circles with m members together, T steps and windows up to L: O(n^2 log n)
 * for circles, then O(m T + z T L) a replicate at worst, of simple sums. Stateless, hence
 * thread-safe.
 *
 * <p>Sources: Kulldorff (1997), A spatial scan statistic, Communications in Statistics 26(6);
 * Kulldorff (2001), Prospective time periodic geographical disease surveillance using a scan
 * statistic, JRSS A 164(1); Kulldorff et al. (2005), A space-time permutation scan statistic for
 * disease outbreak detection, PLoS Medicine 2(3).
 */
public final class SpaceTimeScan {
  private static final double PREPARED = 0.02;
  private static final double OBSERVED = 0.05;

  private final ScanCases cases;
  private final ScanSettings settings;
  private final Crew crew;
  private final int longest;
  private final Baseline baseline;
  private final Circles circles;

  private SpaceTimeScan(ScanCases cases, ScanSettings settings, Crew crew) {
    this.cases = cases;
    this.settings = settings;
    this.crew = crew;
    this.longest = settings.longest(cases.steps());
    this.baseline = Baseline.of(cases, settings.statistic());
    // A share is of exact sums; the rest of a unit is for shares such as 0.1.
    double mostShare = settings.maxPopulationShare() * baseline.total() * (1 + 1e-12);
    this.circles = Circles.of(cases.places(), baseline::ofPlace, mostShare, settings, crew);
  }

  /**
   * Searches, and asks chance.
   *
   * @throws IllegalArgumentException when the data do not fit the settings, or are too many
   * @throws java.util.concurrent.CancellationException when {@code crew} was cancelled
   */
  public static ScanResult run(ScanCases cases, ScanSettings settings, Crew crew) {
    if (cases.total() == 0) {
      return new ScanResult(List.of(), settings.replicates(), settings.seed());
    }
    SpaceTimeScan scan = new SpaceTimeScan(cases, settings, crew);
    crew.progress().report(PREPARED, "Tìm trong dữ liệu / Searching the data");
    List<ScanCluster> found = scan.found();
    crew.progress().report(OBSERVED, scan.simulated(0));
    double[] maxima = found.isEmpty() ? new double[0] : scan.maxima();
    List<ScanCluster> clusters = new ArrayList<>();
    for (ScanCluster cluster : found) {
      clusters.add(withP(cluster, maxima));
    }
    return new ScanResult(clusters, settings.replicates(), settings.seed());
  }

  private String simulated(int replicates) {
    int all = settings.replicates();
    return "Mô phỏng %d/%d / Simulated %d of %d".formatted(replicates, all, replicates, all);
  }

  /** The clusters as observed, without p. */
  private List<ScanCluster> found() {
    BestWindows windows = BestWindows.of(cases, circles, baseline, longest, crew);
    Comparator<Candidate> strongest =
        Comparator.comparingDouble((Candidate one) -> -windows.ratio()[one.circle])
            .thenComparingInt(
                one -> circles.ends(one.centre)[one.circle - circles.first(one.centre)])
            .thenComparingInt(one -> windows.until()[one.circle] - windows.from()[one.circle])
            .thenComparingInt(Candidate::centre)
            .thenComparingInt(one -> windows.from()[one.circle]);
    PriorityQueue<Candidate> queue = new PriorityQueue<>(strongest);
    boolean[] taken = new boolean[circles.centres()];
    for (int centre = 0; centre < circles.centres(); centre++) {
      offer(queue, windows, centre, taken);
    }
    List<ScanCluster> found = new ArrayList<>();
    for (Candidate next = queue.poll(); next != null; next = queue.poll()) {
      if (isFree(next.centre, next.circle, taken)) {
        ScanCluster cluster = cluster(next, windows);
        found.add(cluster);
        for (int member : cluster.members()) {
          taken[member] = true;
        }
      } else {
        offer(queue, windows, next.centre, taken);
      }
    }
    return found;
  }

  /** The strongest circle of a centre that holds no place that is taken. */
  private void offer(
      PriorityQueue<Candidate> queue, BestWindows windows, int centre, boolean[] taken) {
    int free = 0;
    int[] members = circles.members(centre);
    while (free < members.length && !taken[members[free]]) {
      free++;
    }
    int best = -1;
    int circle = circles.first(centre);
    for (int end : circles.ends(centre)) {
      if (end <= free && windows.ratio()[circle] > (best < 0 ? 0 : windows.ratio()[best])) {
        best = circle;
      }
      circle++;
    }
    if (best >= 0) {
      queue.add(new Candidate(centre, best));
    }
  }

  private boolean isFree(int centre, int circle, boolean[] taken) {
    int end = circles.ends(centre)[circle - circles.first(centre)];
    for (int i = 0; i < end; i++) {
      if (taken[circles.members(centre)[i]]) {
        return false;
      }
    }
    return true;
  }

  private ScanCluster cluster(Candidate one, BestWindows windows) {
    int end = circles.ends(one.centre)[one.circle - circles.first(one.centre)];
    int[] members = Arrays.copyOf(circles.members(one.centre), end);
    int from = windows.from()[one.circle];
    int until = windows.until()[one.circle];
    double radiusMetres = 0;
    long observed = 0;
    long[] units = new long[cases.steps() + 1];
    for (int member : members) {
      radiusMetres = Math.max(radiusMetres, cases.places().metres(one.centre, member));
      baseline.add(member, units);
      for (int step = from; step < until; step++) {
        observed += cases.cases()[member * cases.steps() + step];
      }
    }
    double expected = baseline.expected(units[until] - units[from]);
    int total = cases.total();
    double outside = (total - observed) / (total - expected);
    return new ScanCluster(
        one.centre,
        members,
        radiusMetres,
        from,
        until - 1,
        observed,
        expected,
        observed / expected / outside,
        windows.ratio()[one.circle],
        1);
  }

  /** The largest ratio of each replicate. */
  private double[] maxima() {
    int replicates = settings.replicates();
    double[] maxima = new double[replicates];
    int lanes = 8;
    Chance chance = Chance.of(cases, settings.statistic(), baseline, settings.seed());
    Windows windows = Windows.of(circles, baseline, cases.steps(), longest, crew);
    Thresholds thresholds = new Thresholds(cases.total());
    boolean ownMargins =
        settings.statistic() == ScanStatistic.PERMUTATION && cases.groups() != null;
    AtomicInteger done = new AtomicInteger();
    crew.each(
        (replicates + lanes - 1) / lanes,
        () -> {
          CylinderSearch search =
              new CylinderSearch(
                  circles, baseline, windows, thresholds, cases, longest, ownMargins, lanes);
          int[] drawn = new int[cases.cases().length];
          return batch -> {
            int first = batch * lanes;
            int used = Math.min(lanes, replicates - first);
            for (int lane = 0; lane < used; lane++) {
              chance.draw(first + lane, drawn);
              search.set(lane, drawn);
            }
            System.arraycopy(search.maxima(used, crew.progress()), 0, maxima, first, used);
            int soFar = done.addAndGet(used);
            crew.progress()
                .report(OBSERVED + (1 - OBSERVED) * soFar / replicates, simulated(soFar));
          };
        });
    return maxima;
  }

  private static ScanCluster withP(ScanCluster cluster, double[] maxima) {
    int reaching = 1;
    for (double maximum : maxima) {
      if (LikelihoodRatio.reaches(maximum, cluster.llr())) {
        reaching++;
      }
    }
    return new ScanCluster(
        cluster.centre(),
        cluster.members(),
        cluster.radiusMetres(),
        cluster.firstStep(),
        cluster.lastStep(),
        cluster.observed(),
        cluster.expected(),
        cluster.relativeRisk(),
        cluster.llr(),
        (double) reaching / (maxima.length + 1));
  }

  private record Candidate(int centre, int circle) {}
}
