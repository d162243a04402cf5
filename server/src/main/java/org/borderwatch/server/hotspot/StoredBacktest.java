package org.borderwatch.server.hotspot;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.hotspot.backtest.Backtest;
import org.borderwatch.server.hotspot.backtest.LineScores;
import org.borderwatch.server.hotspot.profile.SectionTally;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.StudyStretches;

/**
 * Backtest of what is stored, by sections of one neighbour's line. The sections are those whose
 * middle lies on the stretches that the filter is about.
 */
record StoredBacktest(
    StudySources sources,
    DetectionFilter asked,
    Neighbour with,
    BacktestMethod method,
    Smoothing smoothing,
    List<Period> train,
    List<Period> test,
    double[] shares,
    double sectionMetres,
    double bandMetres)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 64_000_000;
  }

  @Override
  public ProcessResult run(Crew crew) {
    DetectionView view = sources.detections().get();
    EffortSource effort = sources.effort().get();
    DetectionFilter filter = view.decide(asked.withBorderWith(EnumSet.of(with)));
    boolean synthetic = filter.synthetic().orElse(false);
    Line line = new Line(view, filter, sections());
    int[] studied = studied(filter, view, effort, crew);
    crew.progress().report(0.3, "Chấm điểm từng đoạn / Scoring the sections");
    double[] learnt = pick(line.counts(train, EnumSet.allOf(Source.class)), studied);
    double[] middles = new double[studied.length];
    double[] lengths = new double[studied.length];
    double endMetres = 1000 * sources.layers().border().line(with).lengthKm();
    for (int i = 0; i < studied.length; i++) {
      middles[i] = (studied[i] + 0.5) * sectionMetres;
      lengths[i] = Math.min(sectionMetres, endMetres - studied[i] * sectionMetres);
    }
    double[] scores =
        switch (method) {
          case COUNT -> learnt;
          case DENSITY -> LineScores.density(learnt, middles, bandMetres);
          case HOTSPOTS -> LineScores.giStar(learnt, middles, bandMetres, crew);
          case EFFORT ->
              LineScores.giStar(
                  rates(line, studied, effort, synthetic, crew), middles, bandMetres, crew);
        };
    double[] events = pick(line.counts(test, EnumSet.allOf(Source.class)), studied);
    Backtest map = new Backtest(lengths, scores, events);
    ResultWriter out = new ResultWriter();
    BacktestWriter.shares(out, map, new Backtest(lengths, learnt, events), shares);
    out.open("summary");
    BacktestWriter.summary(out, map);
    double trained = 0;
    for (double one : learnt) {
      trained += one;
    }
    out.text("unit", "detections")
        .text("method", method.code())
        .text("border_with", with.code())
        .number("section_metres", sectionMetres)
        .number("band_metres", bandMetres)
        .number("train_events", trained)
        .texts("train", train.stream().map(StoredBacktest::days).toList())
        .texts("test", test.stream().map(StoredBacktest::days).toList())
        .text("distance", "chainage, geodesic kilometres along the line")
        .truth("synthetic", synthetic)
        .text("data_version", sources.version(view, effort))
        .close();
    return BacktestWriter.result(sources.version(view, effort), synthetic, out);
  }

  private static String days(Period period) {
    DatedPeriod dated = new DatedPeriod(period.from().orElseThrow(), period.until().orElseThrow());
    return dated.firstDay() + "/" + dated.lastDay();
  }

  private int sections() {
    return SectionTally.sections(sources.layers().border().line(with).lengthKm(), sectionMetres);
  }

  /** Counts of all sections of the line. */
  private final class Line {
    private final DetectionView view;
    private final DetectionFilter filter;
    private final int sections;

    Line(DetectionView view, DetectionFilter filter, int sections) {
      this.view = view;
      this.filter = filter;
      this.sections = sections;
    }

    double[] counts(List<Period> periods, Set<Source> of) {
      double[] counts = new double[sections];
      for (Period period : periods) {
        long[] bounds = bounds(period);
        for (SectionTally part :
            view.events(
                filter.withPeriod(period),
                () -> new SectionTally(with, sectionMetres, sections, bounds, of))) {
          for (int i = 0; i < sections; i++) {
            counts[i] += part.detections()[i];
          }
        }
      }
      return counts;
    }
  }

  private static long[] bounds(Period period) {
    return new long[] {
      period.from().orElseThrow().getEpochSecond(), period.until().orElseThrow().getEpochSecond()
    };
  }

  private int[] studied(
      DetectionFilter filter, DetectionView view, EffortSource effort, Crew crew) {
    DetectionFilter kind =
        asked.synthetic().isPresent()
            ? asked
            : asked.withSynthetic(filter.synthetic().orElse(false));
    List<Stretch> stretches =
        new StudyStretches(sources.layers().border(), sources.stretches().get())
            .of(kind, view, effort, crew);
    int[] studied =
        IntStream.range(0, sections())
            .filter(
                section ->
                    stretches.stream()
                        .anyMatch(
                            one -> one.contains(with, (section + 0.5) * sectionMetres / 1000)))
            .toArray();
    if (studied.length == 0) {
      throw Refusal.of(
          "filter",
          "Không có đoạn biên giới nào để kiểm định; hãy nới rộng bộ lọc.",
          "There is no section of the border to test; widen the filter.");
    }
    return studied;
  }

  private double[] rates(
      Line line, int[] studied, EffortSource effort, boolean synthetic, Crew crew) {
    if (!effort.hasAny(synthetic)) {
      throw Refusal.of(
          "method",
          "Chưa có công tuần tra nào; hãy chọn phương pháp khác.",
          "There is no effort; take another method.");
    }
    double[] patrolHours = new double[studied.length];
    double[] sensorHours = new double[studied.length];
    for (Period period : train) {
      long[] bounds = bounds(period);
      EffortCounts counts =
          effort.bySections(
              new EffortFilter(bounds[0], bounds[1], Set.copyOf(asked.stations()), synthetic),
              with,
              sectionMetres,
              0,
              line.sections,
              bounds,
              crew);
      for (int i = 0; i < studied.length; i++) {
        patrolHours[i] += counts.patrolHours()[studied[i]];
        sensorHours[i] += counts.sensorHours()[studied[i]];
      }
    }
    double[] patrols = pick(line.counts(train, EnumSet.of(Source.PATROL)), studied);
    double[] sensors = pick(line.counts(train, EnumSet.of(Source.SENSOR)), studied);
    Exposure exposure = Exposure.of(patrols, patrolHours, sensors, sensorHours);
    double[] watched = new double[studied.length];
    for (int i = 0; i < watched.length; i++) {
      watched[i] = patrols[i] + sensors[i];
    }
    return smoothing.rates(watched, exposure.hours());
  }

  private static double[] pick(double[] all, int[] which) {
    return IntStream.of(which).mapToDouble(i -> all[i]).toArray();
  }
}
