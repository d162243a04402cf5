package org.borderwatch.server.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.scan.ScanCases;
import org.borderwatch.server.hotspot.scan.ScanCluster;
import org.borderwatch.server.hotspot.scan.ScanResult;
import org.borderwatch.server.hotspot.scan.ScanStatistic;
import org.borderwatch.server.hotspot.scan.SpaceTimeScan;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;

/**
 * Clusters of features that came with the request. Features at the same point are one place, called
 * as the first of them. A place's population in a step without a feature is that of its last
 * feature before, or else of its first one after. A single place, or nothing, has no cluster.
 *
 * @param population of each feature; empty: none was given
 */
record InlineScan(
    InlineFeatures features,
    InlinePlane plane,
    int[] cases,
    double[] population,
    TimeAxis axis,
    ScanOptions options)
    implements Analysis {

  /** The places, and the first feature of each. */
  private record Sites(int[] placeOf, List<Integer> first) {
    static Sites of(InlinePlane plane) {
      Map<List<Double>, Integer> known = new HashMap<>();
      int[] placeOf = new int[plane.x().length];
      List<Integer> first = new ArrayList<>();
      for (int i = 0; i < placeOf.length; i++) {
        Integer place = known.putIfAbsent(List.of(plane.x()[i], plane.y()[i]), first.size());
        placeOf[i] = place == null ? first.size() : place;
        if (place == null) {
          first.add(i);
        }
      }
      return new Sites(placeOf, first);
    }

    double[] pick(double[] ofFeatures) {
      return first.stream().mapToDouble(i -> ofFeatures[i]).toArray();
    }
  }

  @Override
  public long mostBytes() {
    long places = Math.min(features.size(), ScanCases.MOST_PLACES);
    return 64_000_000
        + 3_000L * features.size()
        + 50 * places * axis.steps()
        + 12 * places * places;
  }

  @Override
  public ProcessResult run(Crew crew) {
    Sites sites = Sites.of(plane);
    int places = sites.first().size();
    ScanLimits.require("features", places);
    int steps = axis.steps();
    ScanLimits.requireNumbers("timeProperty", places, steps);
    int[] byPlace = new int[places * steps];
    long total = 0;
    for (int i = 0; i < cases.length; i++) {
      byPlace[sites.placeOf()[i] * steps + axis.stepOf()[i]] += cases[i];
      total += cases[i];
    }
    if (total > Integer.MAX_VALUE / 2) {
      throw Refusal.of(
          "casesProperty",
          "Có quá nhiều ca (%d); nhiều nhất %d.".formatted(total, Integer.MAX_VALUE / 2),
          "There are too many cases (%d); at most %d.".formatted(total, Integer.MAX_VALUE / 2));
    }
    ScanStatistic statistic = statistic(steps);
    ScanCases scanned =
        plane.isOnEarth()
            ? ScanCases.onSphere(sites.pick(plane.lon()), sites.pick(plane.lat()), steps, byPlace)
            : ScanCases.onPlane(sites.pick(plane.x()), sites.pick(plane.y()), steps, byPlace);
    if (statistic == ScanStatistic.POISSON) {
      scanned = scanned.withPopulation(populations(sites, byPlace, steps));
    }
    ScanResult result =
        SpaceTimeScan.run(
            scanned,
            options.settings(
                statistic, Double.POSITIVE_INFINITY, axis.stepDays(), Integer.MAX_VALUE),
            crew);
    return HotspotsProcess.result("", false, document(result, sites, statistic, places, total));
  }

  private ScanStatistic statistic(int steps) {
    boolean poisson = population.length > 0 || axis.firsts().isEmpty();
    ScanStatistic chosen =
        options.statistic().orElse(poisson ? ScanStatistic.POISSON : ScanStatistic.PERMUTATION);
    if (chosen == ScanStatistic.PERMUTATION && steps < 2 && cases.length > 0) {
      throw Refusal.of(
          "statistic",
          "Phép hoán vị cần nhiều bước thời gian; hãy cho timeProperty, hoặc chọn statistic poisson.",
          "The permutation statistic needs several steps of time; give timeProperty, or take statistic poisson.");
    }
    return chosen;
  }

  /** By place and step; without any population the same everywhere. */
  private double[] populations(Sites sites, int[] byPlace, int steps) {
    double[] all = new double[byPlace.length];
    if (population.length == 0) {
      Arrays.fill(all, 1);
      return all;
    }
    boolean[] given = new boolean[all.length];
    for (int i = 0; i < population.length; i++) {
      int at = sites.placeOf()[i] * steps + axis.stepOf()[i];
      all[at] += population[i];
      given[at] = true;
    }
    for (int place = 0; place < all.length / steps; place++) {
      fill(all, given, place * steps, steps);
    }
    for (int i = 0; i < all.length; i++) {
      if (all[i] == 0 && byPlace[i] > 0) {
        throw Refusal.of(
            "populationProperty",
            "Đối tượng %s có ca nhưng không có dân số.".formatted(name(sites, i / steps)),
            "Feature %s has cases but no population.".formatted(name(sites, i / steps)));
      }
    }
    return all;
  }

  private static void fill(double[] all, boolean[] given, int from, int steps) {
    int last = 0;
    while (!given[from + last]) {
      last++;
    }
    for (int step = 0; step < steps; step++) {
      last = given[from + step] ? step : last;
      all[from + step] = all[from + last];
    }
  }

  private String name(Sites sites, int place) {
    return features.label(sites.first().get(place));
  }

  private byte[] document(
      ScanResult result, Sites sites, ScanStatistic statistic, int places, long total) {
    ResultWriter out = ResultWriter.featureCollection();
    int rank = 1;
    for (ScanCluster cluster : result.clusters()) {
      out.openFeature();
      features.writeGeometry(out, sites.first().get(cluster.centre()));
      boolean timed = !axis.firsts().isEmpty();
      ScanWriter.cluster(
          out,
          cluster,
          rank++,
          timed ? axis.firsts().get(cluster.firstStep()) : null,
          timed ? axis.lasts().get(cluster.lastStep()) : null,
          place -> name(sites, place));
    }
    out.closeList().open("summary");
    ScanWriter.summary(out, result, statistic, options, places, total);
    out.text("unit", "cases")
        .whole("steps", axis.steps())
        .nothing("period")
        .text("distance", plane.distance())
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return out.finish();
  }
}
