package org.borderwatch.server.hotspot;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.hotspot.scan.ScanCases;
import org.borderwatch.server.hotspot.scan.ScanCluster;
import org.borderwatch.server.hotspot.scan.ScanResult;
import org.borderwatch.server.hotspot.scan.ScanStatistic;
import org.borderwatch.server.hotspot.scan.SpaceTimeScan;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.Study;
import org.borderwatch.server.study.StudyLimits;
import org.borderwatch.server.study.StudyQuestion;
import org.borderwatch.server.study.StudySources;

/**
 * Clusters of what is stored: cells are places, at their middles. Against effort, the population is
 * patrol hours and their equivalents, and cases where nobody looked are left out; Poisson without
 * effort holds cases against the same population in every cell and step.
 */
record StoredScan(
    StudySources sources,
    StudyQuestion question,
    ScanOptions options,
    Weight weight,
    ExposureKind kind)
    implements Analysis {
  private static final int USUAL_STEPS = 120;
  private static final double USUAL_RADIUS_METRES = 5_000;

  /** More circles round a place hardly differ from one another. */
  private static final int MOST_CIRCLES = 60;

  @Override
  public long mostBytes() {
    int steps = question.steps().flatMap(StudyQuestion.Steps::count).orElse(USUAL_STEPS);
    return 400_000_000 + StudyLimits.mostBytes(question.grid().area(), steps);
  }

  @Override
  public ProcessResult run(Crew crew) {
    DetectionView view = sources.detections().get();
    StudySources pinned =
        new StudySources(() -> view, sources.effort(), sources.layers(), sources.stretches());
    Study study = Study.of(question, pinned, crew.watchedBy(crew.progress().part(0, 0.3)));
    StoredEmerging.requireSteps(study);
    ScanLimits.require("cellMetres", study.area().size());
    StudyValues values = StudyValues.of(study, weight, kind, Smoothing.NONE);
    double[] hours = values.exposure().hours();
    boolean effort = kind == ExposureKind.EFFORT;
    double[] counted =
        study.counts().bySteps(weight, effort ? StudyValues.WATCHED : StudyValues.ALL);
    int[] cases = new int[counted.length];
    long total = 0;
    for (int i = 0; i < cases.length; i++) {
      cases[i] = effort && !(hours[i] > 0) ? 0 : (int) counted[i];
      total += cases[i];
    }
    ScanStatistic statistic =
        options.statistic().orElse(effort ? ScanStatistic.POISSON : ScanStatistic.PERMUTATION);
    ScanCases scanned = places(study, cases);
    if (statistic == ScanStatistic.POISSON) {
      scanned = scanned.withPopulation(effort ? hours : ones(cases.length));
    }
    if (weight == Weight.PERSONS) {
      scanned = scanned.inGroups(GroupTally.sizes(view, study, effort, cases, crew));
    }
    double stepDays = question.steps().map(one -> one.step().days()).orElse(0.0);
    ScanResult result =
        SpaceTimeScan.run(
            scanned,
            options.settings(statistic, USUAL_RADIUS_METRES, stepDays, MOST_CIRCLES),
            crew.watchedBy(crew.progress().part(0.3, 1)));
    return HotspotsProcess.result(
        study.version(), study.synthetic(), document(study, values, result, statistic, total));
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static ScanCases places(Study study, int[] cases) {
    int cells = study.area().size();
    double[] lon = new double[cells];
    double[] lat = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      UtmZone.Degrees middle = study.area().middle(cell);
      lon[cell] = middle.lon();
      lat[cell] = middle.lat();
    }
    return ScanCases.onSphere(lon, lat, study.steps(), cases);
  }

  private byte[] document(
      Study study, StudyValues values, ScanResult result, ScanStatistic statistic, long total) {
    ResultWriter out = ResultWriter.featureCollection();
    int rank = 1;
    for (ScanCluster cluster : result.clusters()) {
      UtmZone.Degrees middle = study.area().middle(cluster.centre());
      out.openFeature().point(middle.lon(), middle.lat());
      ScanWriter.cluster(
          out,
          cluster,
          rank++,
          study.bins().starts().get(cluster.firstStep()).toString(),
          study.bins().lastDay(cluster.lastStep()).toString(),
          cell -> study.area().grid().id(study.area().key(cell)));
    }
    out.closeList().open("summary");
    ScanWriter.summary(out, result, statistic, options, study.area().size(), total);
    out.text("unit", weight.code())
        .text("exposure", kind.code())
        .whole("steps", study.steps())
        .number("max_radius_metres", options.maxRadiusMetres().orElse(USUAL_RADIUS_METRES))
        .whole("max_circles", MOST_CIRCLES)
        .text("max_duration", options.maxDuration().map(Object::toString).orElse("half"));
    question.steps().ifPresent(one -> out.text("step", one.step().toString()));
    StudySummary.effort(out, study, values, kind);
    StudySummary.write(out, study, question, ScanLimits.GREAT_CIRCLE);
    out.close();
    return out.finish();
  }
}
