package org.borderwatch.server.hotspot;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.hotspot.emerging.MannKendall;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.Study;
import org.borderwatch.server.study.StudyLimits;
import org.borderwatch.server.study.StudyQuestion;
import org.borderwatch.server.study.StudySize;
import org.borderwatch.server.study.StudySources;

/** Hotspots of what is stored. */
record StoredHotspots(
    StudySources sources,
    StudyQuestion question,
    GiOptions options,
    Weight weight,
    ExposureKind kind,
    double leastHours)
    implements Analysis {
  @Override
  public long mostBytes() {
    StudySize size = StudySize.of(question, sources);
    return size.bytes() + StudyLimits.bytesOfPairs(size.cells(), neighbours());
  }

  /** About how many neighbours a cell has. */
  private double neighbours() {
    return options.neighbours(question.grid());
  }

  @Override
  public ProcessResult run(Crew crew) {
    Study study = Study.of(question, sources, crew.watchedBy(crew.progress().part(0, 0.6)));
    Study whole = study.overSteps();
    StudyValues values = StudyValues.of(whole, weight, kind, options.smoothing());
    double band = options.bandOr(question.grid().cellMetres());
    StudyLimits.requireBand(whole.area().size(), neighbours(), band);
    Neighbours neighbours =
        Neighbours.within(whole.area().middlesX(), whole.area().middlesY(), band, crew);
    crew.progress().report(0.7, "Tính Gi* / Computing Gi*");
    GiMap map =
        GiMap.of(
            values.values(),
            neighbours,
            options.permutations(),
            options.seed(),
            crew.watchedBy(crew.progress().part(0.7, 0.95)));
    crew.progress().report(0.95, "Ghi kết quả / Writing the result");
    return HotspotsProcess.result(
        study.version(), study.synthetic(), document(study, whole, values, map, band));
  }

  private byte[] document(Study study, Study whole, StudyValues values, GiMap map, double band) {
    ResultWriter out = ResultWriter.featureCollection();
    CellWriter cells = new CellWriter(whole, out);
    boolean rates = kind == ExposureKind.EFFORT;
    double[] hours = values.exposure().hours();
    double[] detections = study.counts().bySteps(Weight.DETECTIONS, StudyValues.ALL);
    double[] persons = study.counts().bySteps(Weight.PERSONS, StudyValues.ALL);
    int[] patrolled = new int[Patrolled.values().length];
    for (int cell = 0; cell < whole.area().size(); cell++) {
      cells.open(cell);
      out.number("value", values.values()[cell]);
      if (whole.hasEffort()) {
        Patrolled watched = Patrolled.of(hours[cell], leastHours);
        patrolled[watched.ordinal()]++;
        out.number("exposure", hours[cell]).text("patrolled", watched.code());
      } else {
        out.nothing("exposure").nothing("patrolled");
      }
      GiWriter.place(out, map, cell);
      if (question.steps().isPresent()) {
        CellWriter.series(
            out, detections, persons, study.effort().patrolHours(), cell, study.steps());
        MannKendall trend =
            MannKendall.of(
                StudyValues.row(
                    weight == Weight.PERSONS ? persons : detections, cell, study.steps()));
        out.number("trend_z", trend.z()).number("trend_p", trend.p());
      }
      out.closeFeature();
    }
    out.closeList().open("summary");
    GiWriter.summary(out, map, options);
    out.text("unit", StudySummary.unit(weight, kind))
        .text("method", GiMethod.of(options.smoothing(), rates))
        .text("weight", weight.code())
        .text("exposure", kind.code())
        .text("smoothing", rates ? options.smoothing().code() : Smoothing.NONE.code())
        .number("band_metres", band)
        .number("min_exposure_hours", leastHours)
        .whole("hardly", patrolled[Patrolled.HARDLY.ordinal()])
        .whole("not_patrolled", patrolled[Patrolled.NO.ordinal()]);
    StudySummary.effort(out, whole, values, kind);
    StudySummary.write(out, whole, question);
    question
        .steps()
        .ifPresent(
            steps ->
                out.open("series")
                    .text("step", steps.step().toString())
                    .texts("starts", study.bins().starts())
                    .close());
    out.close();
    return out.finish();
  }
}
