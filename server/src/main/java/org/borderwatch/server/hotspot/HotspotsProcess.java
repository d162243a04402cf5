package org.borderwatch.server.hotspot;

import java.util.List;
import java.util.Optional;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudyQuestion;
import org.borderwatch.server.study.StudyQuestion.Steps;
import org.borderwatch.server.study.StudySources;

/** Hotspots: Gi* of the cells of a study area, or of features that come with the request. */
public final class HotspotsProcess implements AnalysisProcess {
  /** Usual least exposure: what a patrol of two hours a week is in seven weeks. */
  static final double LEAST_HOURS = 14;

  private static final double MOST_HOURS = 1e6;

  private final StudySources sources;
  private final ProcessDescription description =
      ProcessDescription.of(HotspotsProcess.class, "hotspots.json");

  public HotspotsProcess(StudySources sources) {
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
    return StudyInputs.isInline(inputs) ? inline(inputs, options) : ofStore(inputs, options);
  }

  private Analysis ofStore(ProcessInputs inputs, GiOptions options) {
    Optional<Steps> series = StudyInputs.step(inputs, "series").map(Steps::calendar);
    StudyQuestion question = StudyInputs.question(inputs, series);
    return new StoredHotspots(
        sources,
        question,
        options,
        inputs.word("weight", Weight.class).orElse(Weight.DETECTIONS),
        inputs.word("exposure", ExposureKind.class).orElse(ExposureKind.NONE),
        inputs.number("minExposureHours", 0, MOST_HOURS).orElse(LEAST_HOURS));
  }

  private static Analysis inline(ProcessInputs inputs, GiOptions options) {
    InlineFeatures features = InlineFeatures.of(inputs);
    InlinePlane plane = StudyInputs.plane(features, inputs);
    String valueProperty = StudyInputs.property(inputs, "valueProperty");
    double[] exposure =
        inputs
            .text("exposureProperty")
            .map(property -> features.numbers("exposureProperty", property, 0))
            .orElse(new double[0]);
    double least = inputs.has("exposureProperty") ? 0 : Double.NEGATIVE_INFINITY;
    double[] values = features.numbers("valueProperty", valueProperty, least);
    return new InlineHotspots(
        features,
        plane,
        values,
        exposure,
        options.requireBand(),
        options,
        inputs.number("minExposureHours", 0, MOST_HOURS).orElse(0));
  }

  /** GeoJSON, the form that is stored. */
  static ProcessResult result(String dataVersion, boolean synthetic, byte[] content) {
    return new ProcessResult(
        dataVersion, synthetic, List.of(new ProcessResult.Form("application/geo+json", content)));
  }
}
