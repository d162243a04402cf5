package org.borderwatch.bench.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.hotspot.scan.ScanCases;
import org.borderwatch.server.hotspot.scan.ScanCluster;
import org.borderwatch.server.hotspot.scan.ScanResult;
import org.borderwatch.server.hotspot.scan.ScanSettings;
import org.borderwatch.server.hotspot.scan.ScanStatistic;
import org.borderwatch.server.hotspot.scan.SpaceTimeScan;

/**
 * Times space-time scans on square lattices of cells a kilometre apart, 60 months, windows up to
 * 12, 20 radii, with one planted cluster; prints rows of Markdown. Words: rounds (2).
 */
public final class ScanTimes {
  private static final int STEPS = 60;
  private static final int LONGEST = 12;
  private static final int RADII = 20;

  private ScanTimes() {}

  /** Prints one row for each size. */
  public static void main(String[] words) {
    int rounds = words.length > 0 ? Integer.parseInt(words[0]) : 2;
    System.out.println(
        "| statistic | cells | cases | replicates | ours, s | strongest: llr, p |"
            + " plain, one replicate, s | plain, all replicates, s (scaled) | ratio |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (ScanStatistic statistic : ScanStatistic.values()) {
      row(statistic, 200, 20_000, 999, rounds);
      row(statistic, 2_000, 2_000, 999, rounds);
      row(statistic, 2_000, 20_000, 99, rounds);
      row(statistic, 2_000, 20_000, 999, rounds);
      row(statistic, 2_000, 200_000, 999, rounds);
    }
  }

  private static void row(
      ScanStatistic statistic, int cells, int cases, int replicates, int rounds) {
    Lattice lattice = new Lattice(cells, cases);
    double[] radii = new double[RADII];
    for (int i = 0; i < RADII; i++) {
      radii[i] = i * 1_000;
    }
    ScanSettings settings =
        ScanSettings.of(statistic)
            .within(0.5, Double.POSITIVE_INFINITY, LONGEST)
            .radii(radii)
            .replicates(replicates, 1);
    double best = Double.POSITIVE_INFINITY;
    ScanResult result = new ScanResult(List.of(), 0, 0);
    for (int i = 0; i < rounds; i++) {
      long began = System.nanoTime();
      result =
          SpaceTimeScan.run(
              lattice.data,
              settings,
              Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED));
      best = Math.min(best, (System.nanoTime() - began) / 1e9);
    }
    long began = System.nanoTime();
    double plainLlr = lattice.plain(statistic, radii);
    double plain = (System.nanoTime() - began) / 1e9;
    ScanCluster first = result.clusters().get(0);
    if (Math.abs(plainLlr - first.llr()) > 1e-9 * plainLlr) {
      throw new IllegalStateException(
          "the plain loop finds %s, the scan %s".formatted(plainLlr, first.llr()));
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %.2f | %.3f, %.3f | %.2f | %.0f | %.0f |%n",
        statistic.code(),
        cells,
        cases,
        replicates,
        best,
        first.llr(),
        first.p(),
        plain,
        plain * replicates,
        plain * replicates / best);
  }

  private static final class Lattice {
    final double[] x;
    final double[] y;
    final int[] cases;
    final ScanCases data;

    Lattice(int cells, int total) {
      x = new double[cells];
      y = new double[cells];
      cases = new int[cells * STEPS];
      int width = (int) Math.ceil(Math.sqrt(cells));
      for (int i = 0; i < cells; i++) {
        x[i] = i % width * 1_000;
        y[i] = i / width * 1_000;
      }
      Random random = new Random(1);
      for (int i = 0; i < total; i++) {
        cases[random.nextInt(cases.length)]++;
      }
      int middle = cells / 2;
      for (int step = 20; step < 24; step++) {
        cases[middle * STEPS + step] += 2 + total / cells / 10;
      }
      double[] people = new double[cells];
      Arrays.fill(people, 1);
      data = ScanCases.onPlane(x, y, STEPS, cases).withPopulation(people);
    }

    /**
     * The largest ratio of all cylinders by plain nested loops, on one thread: the circles grow,
     * every window is summed up and has its logarithms.
     */
    double plain(ScanStatistic statistic, double[] radii) {
      double[] byStep = new double[STEPS];
      double all = 0;
      for (int i = 0; i < cases.length; i++) {
        byStep[i % STEPS] += cases[i];
        all += cases[i];
      }
      double most = 0;
      for (int centre = 0; centre < x.length; centre++) {
        double[] inside = new double[STEPS];
        double people = 0;
        double before = -1;
        for (double radius : radii) {
          double within = 0;
          for (int place = 0; place < x.length; place++) {
            double metres = Math.hypot(x[place] - x[centre], y[place] - y[centre]);
            if (metres > before && metres <= radius) {
              people++;
              for (int step = 0; step < STEPS; step++) {
                inside[step] += cases[place * STEPS + step];
              }
            }
          }
          before = radius;
          for (double ofStep : inside) {
            within += ofStep;
          }
          double share = statistic == ScanStatistic.POISSON ? people / x.length : within / all;
          if (share > 0.5) {
            break;
          }
          for (int from = 0; from < STEPS; from++) {
            double found = 0;
            double window = 0;
            for (int step = from; step < Math.min(STEPS, from + LONGEST); step++) {
              found += inside[step];
              window += byStep[step];
              double expected =
                  statistic == ScanStatistic.POISSON
                      ? all * share * (step - from + 1) / STEPS
                      : within * window / all;
              if (found > expected) {
                double outside = all - found;
                double ratio =
                    found * Math.log(found / expected)
                        + (outside == 0 ? 0 : outside * Math.log(outside / (all - expected)));
                most = Math.max(most, ratio);
              }
            }
          }
        }
      }
      return most;
    }
  }
}
