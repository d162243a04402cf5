package org.borderwatch.server.hotspot;

import java.util.List;
import java.util.Optional;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.hotspot.local.Correction;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.CalendarStep;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudyQuestion;
import org.borderwatch.server.study.StudyQuestion.Steps;
import org.borderwatch.server.study.StudySources;

/** Emerging hotspots: how hot and cold places change, of the store or of given features. */
public final class EmergingHotspotsProcess implements AnalysisProcess {
  private static final int MOST_STEPS = 10_000;
  private static final double MOST_HOURS = 1e6;

  private final StudySources sources;
  private final ProcessDescription description =
      ProcessDescription.of(EmergingHotspotsProcess.class, "emerging-hotspots.json");

  public EmergingHotspotsProcess(StudySources sources) {
    this.sources = sources;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public List<DerivedForm> derivedForms() {
    return List.of(FeatureTable.FORM);
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    GiOptions options = GiOptions.of(inputs);
    EmergingOptions emerging =
        new EmergingOptions(
            inputs.word("correction", Correction.class).orElse(Correction.BH),
            options.alpha(),
            inputs.number("trendAlpha", 1e-9, 0.5).orElse(0.10));
    if (StudyInputs.isInline(inputs)) {
      InlineFeatures features = InlineFeatures.of(inputs);
      return new InlineEmerging(
          features,
          StudyInputs.plane(features, inputs),
          features.series("valuesProperty", StudyInputs.property(inputs, "valuesProperty")),
          options.requireBand(),
          emerging);
    }
    StudyQuestion question = StudyInputs.question(inputs, Optional.of(steps(inputs)));
    return new StoredEmerging(
        sources,
        question,
        options,
        emerging,
        inputs.word("weight", Weight.class).orElse(Weight.DETECTIONS),
        inputs.word("exposure", ExposureKind.class).orElse(ExposureKind.NONE),
        inputs.number("minExposureHours", 0, MOST_HOURS).orElse(HotspotsProcess.LEAST_HOURS));
  }

  /** Whole steps, of a month unless something else is asked for. */
  static Steps steps(ProcessInputs inputs) {
    CalendarStep step =
        StudyInputs.step(inputs, "step").orElseGet(() -> CalendarStep.parse("P1M").orElseThrow());
    Optional<Integer> count =
        inputs.has("steps")
            ? Optional.of(inputs.whole("steps", 1, MOST_STEPS).getAsInt())
            : Optional.empty();
    return Steps.whole(step, count);
  }
}
