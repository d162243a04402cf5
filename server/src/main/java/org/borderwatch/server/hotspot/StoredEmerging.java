package org.borderwatch.server.hotspot;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.Study;
import org.borderwatch.server.study.StudyLimits;
import org.borderwatch.server.study.StudyQuestion;
import org.borderwatch.server.study.StudySources;

/** Emerging hotspots of what is stored. */
record StoredEmerging(
    StudySources sources,
    StudyQuestion question,
    GiOptions options,
    EmergingOptions emerging,
    Weight weight,
    ExposureKind kind,
    double leastHours)
    implements Analysis {
  private static final int USUAL_STEPS = 120;

  @Override
  public long mostBytes() {
    int steps = question.steps().flatMap(StudyQuestion.Steps::count).orElse(USUAL_STEPS);
    return StudyLimits.mostBytes(question.grid().area(), steps);
  }

  @Override
  public ProcessResult run(Crew crew) {
    Study study = Study.of(question, sources, crew.watchedBy(crew.progress().part(0, 0.4)));
    requireSteps(study);
    StudyValues values = StudyValues.of(study, weight, kind, options.smoothing());
    double band = options.bandOr(question.grid().cellMetres());
    StudyLimits.requireBand(
        study.area().size(), 1 + Math.PI * band * band / question.grid().area(), band);
    Neighbours neighbours =
        Neighbours.within(study.area().middlesX(), study.area().middlesY(), band, crew);
    EmergingMap map =
        EmergingMap.of(
            values.values(),
            study.steps(),
            neighbours,
            emerging,
            crew.watchedBy(crew.progress().part(0.4, 0.95)));
    return HotspotsProcess.result(
        study.version(), study.synthetic(), document(study, values, map, neighbours, band));
  }

  /** Refuses a period that holds no whole step. */
  static void requireSteps(Study study) {
    if (study.steps() == 0) {
      throw Refusal.of(
          "step",
          "Thời kỳ không chứa trọn một bước nào; hãy chọn bước ngắn hơn hoặc thời kỳ dài hơn.",
          "The period holds no whole step; take a shorter step or a longer period.");
    }
  }

  private byte[] document(
      Study study, StudyValues values, EmergingMap map, Neighbours neighbours, double band) {
    ResultWriter out = ResultWriter.featureCollection();
    CellWriter cells = new CellWriter(study, out);
    int steps = study.steps();
    double[] hours = values.exposure().hours();
    for (int cell = 0; cell < study.area().size(); cell++) {
      cells.open(cell);
      EmergingWriter.place(out, map, cell, steps);
      if (study.hasEffort()) {
        double sum = 0;
        for (int i = cell * steps; i < (cell + 1) * steps; i++) {
          sum += hours[i];
        }
        out.number("exposure", sum).text("patrolled", Patrolled.of(sum, leastHours).code());
      } else {
        out.nothing("exposure").nothing("patrolled");
      }
      out.whole("neighbours", neighbours.count(cell)).closeFeature();
    }
    out.closeList().open("summary");
    EmergingWriter.summary(out, map, emerging);
    out.texts("steps", study.bins().starts())
        .text("unit", StudySummary.unit(weight, kind))
        .text("weight", weight.code())
        .text("exposure", kind.code())
        .text(
            "smoothing",
            kind == ExposureKind.EFFORT ? options.smoothing().code() : Smoothing.NONE.code())
        .number("band_metres", band)
        .number("min_exposure_hours", leastHours);
    question.steps().ifPresent(one -> out.text("step", one.step().toString()));
    StudySummary.effort(out, study, values, kind);
    StudySummary.write(out, study, question);
    out.close();
    return out.finish();
  }
}
