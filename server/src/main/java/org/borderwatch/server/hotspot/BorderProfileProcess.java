package org.borderwatch.server.hotspot;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Range;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.hotspot.profile.SectionTally;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.Bins;
import org.borderwatch.server.study.CalendarStep;
import org.borderwatch.server.study.FilterInput;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudySources;

/** Border profile: kilometres by steps of time along one neighbour's line. */
public final class BorderProfileProcess implements AnalysisProcess {
  private static final long MOST_NUMBERS = 500_000;
  private static final double SECTION_METRES = 5000;

  private final StudySources sources;
  private final ProcessDescription description =
      ProcessDescription.of(BorderProfileProcess.class, "border-profile.json");

  public BorderProfileProcess(StudySources sources) {
    this.sources = sources;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    Optional<CalendarStep> step = StudyInputs.step(inputs, "step");
    double sectionMetres = inputs.number("sectionMetres", 100, 500_000).orElse(SECTION_METRES);
    if (StudyInputs.isInline(inputs, Set.of("filter"))) {
      InlineFeatures features = InlineFeatures.of(inputs);
      String time = StudyInputs.property(inputs, "timeProperty");
      return new InlineProfile(
          sources.layers(),
          StudyInputs.onEarth(features, inputs),
          TimeAxis.of(features.texts("timeProperty", time), step),
          inputs
              .text("personsProperty")
              .map(property -> features.wholes("personsProperty", property))
              .orElse(null),
          inputs.word("borderWith", Neighbour.class).orElse(Neighbour.CN),
          sectionMetres);
    }
    DetectionFilter filter = FilterInput.of(inputs);
    return new Profile(
        sources,
        filter,
        line(inputs, filter),
        sectionMetres,
        step.orElseGet(() -> CalendarStep.parse("P1M").orElseThrow()));
  }

  /** The neighbour whose line is meant, by the input, by the filter, or China. */
  static Neighbour line(ProcessInputs inputs, DetectionFilter filter) {
    Optional<Neighbour> asked = inputs.word("borderWith", Neighbour.class);
    Set<Neighbour> filtered = filter.borderWith();
    if (asked.isEmpty() && filtered.size() > 1
        || asked.isPresent() && !filtered.isEmpty() && !filtered.contains(asked.get())) {
      throw new BadParameter(
          "borderWith",
          "It runs along one neighbour's line, that of the filter; give one of CN, LA, KH");
    }
    return asked.orElseGet(() -> filtered.stream().findFirst().orElse(Neighbour.CN));
  }

  /** Refuses more numbers than a picture has room for. */
  static void requireRoom(int sections, int steps) {
    if ((long) sections * steps > MOST_NUMBERS) {
      throw Refusal.of(
          "sectionMetres",
          "%d đoạn nhân %d bước là quá nhiều (nhiều nhất %d); hãy chọn đoạn hoặc bước dài hơn."
              .formatted(sections, steps, MOST_NUMBERS),
          "%d sections times %d steps are too many (at most %d); take longer sections or steps."
              .formatted(sections, steps, MOST_NUMBERS));
    }
  }

  private record Profile(
      StudySources sources,
      DetectionFilter asked,
      Neighbour with,
      double sectionMetres,
      CalendarStep step)
      implements Analysis {
    @Override
    public long mostBytes() {
      return 32_000_000 + 200 * MOST_NUMBERS;
    }

    @Override
    public ProcessResult run(Crew crew) {
      DetectionView view = sources.detections().get();
      EffortSource effort = sources.effort().get();
      DetectionFilter filter = view.decide(asked.withBorderWith(EnumSet.of(with)));
      boolean synthetic = filter.synthetic().orElse(false);
      DatedPeriod period = DatedPeriod.of(filter, view);
      Bins bins = Bins.holding(step, period.firstDay(), period.lastDay());
      double lengthKm = sources.layers().border().line(with).lengthKm();
      int sections = SectionTally.sections(lengthKm, sectionMetres);
      requireRoom(sections, bins.size());
      long[] bounds = bins.bounds();
      SectionTally seen = new SectionTally(with, sectionMetres, sections, bounds);
      view.events(filter, () -> new SectionTally(with, sectionMetres, sections, bounds))
          .forEach(seen::add);
      crew.progress().report(0.5, "Đếm công tuần tra / Counting effort");
      EffortCounts looked =
          effort.hasAny(synthetic)
              ? effort.bySections(
                  effortFilter(filter, period, synthetic),
                  with,
                  sectionMetres,
                  0,
                  sections,
                  bounds,
                  crew)
              : EffortCounts.none(sections, bins.size());
      int[] shown = shown(filter.borderKm(), seen, looked, sections);
      ResultWriter out = new ResultWriter();
      ProfileWriter writer =
          new ProfileWriter(
              out,
              shown[0],
              shown[1],
              sectionMetres,
              lengthKm,
              bins.starts().stream().map(Object::toString).toList());
      writer.seen(seen);
      writer.looked(looked);
      out.text("border_with", with.code())
          .number("section_metres", sectionMetres)
          .text("step", step.toString())
          .truth("synthetic", synthetic)
          .open("summary")
          .text("unit", "detections, persons and hours by section and step")
          .text("method", "counts by chainage; effort at the kilometre nearest to it")
          .open("period")
          .text("from", period.firstDay().toString())
          .text("to", period.lastDay().toString())
          .close()
          .whole("n", shown[1] - shown[0])
          .text("distance", "chainage, geodesic kilometres along the line")
          .truth("has_effort", effort.hasAny(synthetic))
          .truth("synthetic", synthetic)
          .text("data_version", sources.version(view, effort))
          .close();
      return new ProcessResult(
          sources.version(view, effort),
          synthetic,
          List.of(new ProcessResult.Form("application/json", out.finish())));
    }

    private static EffortFilter effortFilter(
        DetectionFilter filter, DatedPeriod period, boolean synthetic) {
      return new EffortFilter(
          period.from().getEpochSecond(),
          period.until().getEpochSecond(),
          Set.copyOf(filter.stations()),
          synthetic);
    }

    /**
     * First section that is shown and the one after the last: those asked for, or with anything.
     */
    private int[] shown(Optional<Range> km, SectionTally seen, EffortCounts looked, int sections) {
      int first = sections;
      int last = -1;
      int steps = looked.steps();
      for (int i = 0; i < sections * steps; i++) {
        if (seen.detections()[i] + looked.patrolHours()[i] + looked.sensorHours()[i] > 0) {
          first = Math.min(first, i / steps);
          last = i / steps;
        }
      }
      double metres = 1000 / sectionMetres;
      if (km.isPresent() && Double.isFinite(km.get().min())) {
        first = (int) Math.min(sections, Math.max(0, Math.floor(km.get().min() * metres)));
      }
      if (km.isPresent() && Double.isFinite(km.get().max())) {
        last = (int) Math.min(sections, Math.ceil(km.get().max() * metres)) - 1;
      }
      return new int[] {Math.min(first, last + 1), last + 1};
    }
  }
}
