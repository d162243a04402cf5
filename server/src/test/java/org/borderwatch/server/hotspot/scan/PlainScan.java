package org.borderwatch.server.hotspot.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The scan straight from its definition, each cylinder for itself, without anything that makes it
 * fast. Chance is the scan's own, so that p can be compared exactly.
 */
final class PlainScan {
  private final int steps;
  private final int places;
  private final double[][] metres;
  private final double[] population;
  private final ScanSettings settings;
  private final ScanCases data;

  PlainScan(ScanCases data, ScanSettings settings, double[] population) {
    this.data = data;
    this.settings = settings;
    this.population = population;
    this.steps = data.steps();
    this.places = data.places().size();
    this.metres = new double[places][places];
    for (int a = 0; a < places; a++) {
      for (int b = 0; b < places; b++) {
        metres[a][b] = data.places().metres(a, b);
      }
    }
  }

  record Cylinder(
      int centre,
      List<Integer> members,
      int from,
      int until,
      long cases,
      double expected,
      double llr) {}

  List<ScanCluster> run() {
    int[] observed = data.cases();
    List<Cylinder> all = new ArrayList<>(cylinders(observed));
    all.removeIf(one -> one.llr == 0);
    all.sort(
        Comparator.comparingDouble((Cylinder one) -> -one.llr)
            .thenComparing(one -> one.members.size())
            .thenComparing(one -> one.until - one.from)
            .thenComparing(Cylinder::centre)
            .thenComparing(Cylinder::from));
    List<Cylinder> kept = new ArrayList<>();
    for (Cylinder one : all) {
      if (kept.stream().allMatch(other -> disjoint(one.members, other.members))) {
        kept.add(one);
      }
    }
    Baseline baseline = Baseline.of(data, settings.statistic());
    Chance chance = Chance.of(data, settings.statistic(), baseline, settings.seed());
    int[] reaching = new int[kept.size()];
    int[] drawn = new int[observed.length];
    for (int replicate = 0; replicate < settings.replicates(); replicate++) {
      chance.draw(replicate, drawn);
      double most = cylinders(drawn).stream().mapToDouble(Cylinder::llr).max().orElse(0);
      for (int i = 0; i < reaching.length; i++) {
        reaching[i] += most >= kept.get(i).llr * (1 - 1e-9) ? 1 : 0;
      }
    }
    List<ScanCluster> clusters = new ArrayList<>();
    double total = sum(observed);
    for (int i = 0; i < reaching.length; i++) {
      Cylinder one = kept.get(i);
      clusters.add(
          new ScanCluster(
              one.centre,
              one.members.stream().mapToInt(member -> member).toArray(),
              one.members.stream().mapToDouble(m -> metres[one.centre][m]).max().orElseThrow(),
              one.from,
              one.until - 1,
              one.cases,
              one.expected,
              one.cases / one.expected / ((total - one.cases) / (total - one.expected)),
              one.llr,
              (1.0 + reaching[i]) / (settings.replicates() + 1)));
    }
    return clusters;
  }

  private static boolean disjoint(List<Integer> a, List<Integer> b) {
    return a.stream().noneMatch(b::contains);
  }

  private List<Cylinder> cylinders(int[] cases) {
    List<Cylinder> found = new ArrayList<>();
    int longest =
        settings.maxDurationSteps() == 0
            ? Math.max(1, steps / 2)
            : Math.min(steps, settings.maxDurationSteps());
    for (int centre = 0; centre < places; centre++) {
      List<Integer> before = List.of();
      for (double radius : radii(centre)) {
        List<Integer> members = within(centre, radius);
        if (members.equals(before)
            || share(members, cases) > settings.maxPopulationShare() + 1e-12) {
          continue;
        }
        before = members;
        for (int from = 0; from < steps; from++) {
          for (int until = from + 1; until <= Math.min(steps, from + longest); until++) {
            found.add(cylinder(centre, members, from, until, cases));
          }
        }
      }
    }
    return found;
  }

  private double[] radii(int centre) {
    double[] wanted =
        settings.radiiMetres().length > 0 ? settings.radiiMetres() : metres[centre].clone();
    double[] sorted = java.util.Arrays.stream(wanted).sorted().toArray();
    return java.util.Arrays.stream(sorted)
        .filter(radius -> radius <= settings.maxRadiusMetres() * (1 + 1e-9) + 1e-6)
        .toArray();
  }

  private List<Integer> within(int centre, double radius) {
    List<Integer> members = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      if (metres[centre][place] <= radius + 1e-6 + 1e-9 * radius) {
        members.add(place);
      }
    }
    members.sort(
        Comparator.comparingLong((Integer place) -> Math.round(metres[centre][place] * 1e6))
            .thenComparing(place -> place));
    return members;
  }

  private double share(List<Integer> members, int[] cases) {
    double[] weight = population;
    if (settings.statistic() == ScanStatistic.PERMUTATION) {
      weight = java.util.Arrays.stream(cases).asDoubleStream().toArray();
    }
    double inside = 0;
    double all = 0;
    for (int i = 0; i < weight.length; i++) {
      all += weight[i];
      inside += members.contains(i / steps) ? weight[i] : 0;
    }
    return inside / all;
  }

  private Cylinder cylinder(int centre, List<Integer> members, int from, int until, int[] cases) {
    long total = sum(cases);
    long inside = 0;
    long ofCircle = 0;
    long ofWindow = 0;
    double people = 0;
    double allPeople = 0;
    for (int i = 0; i < cases.length; i++) {
      boolean in = members.contains(i / steps);
      boolean during = i % steps >= from && i % steps < until;
      inside += in && during ? cases[i] : 0;
      ofCircle += in ? cases[i] : 0;
      ofWindow += during ? cases[i] : 0;
      if (settings.statistic() == ScanStatistic.POISSON) {
        people += in && during ? population[i] : 0;
        allPeople += population[i];
      }
    }
    double expected =
        settings.statistic() == ScanStatistic.POISSON
            ? people / allPeople * total
            : (double) (ofCircle * ofWindow) / (total * total) * total;
    return new Cylinder(
        centre,
        members,
        from,
        until,
        inside,
        expected,
        LikelihoodRatio.of(inside, expected, total));
  }

  private static long sum(int[] cases) {
    return java.util.Arrays.stream(cases).asLongStream().sum();
  }
}
