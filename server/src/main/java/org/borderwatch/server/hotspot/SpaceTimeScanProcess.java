package org.borderwatch.server.hotspot;

import java.util.List;
import java.util.Optional;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudySources;

/** Space-time scan: clusters of the store, or of features that come with the request. */
public final class SpaceTimeScanProcess implements AnalysisProcess {
  private final StudySources sources;
  private final ProcessDescription description =
      ProcessDescription.of(SpaceTimeScanProcess.class, "space-time-scan.json");

  public SpaceTimeScanProcess(StudySources sources) {
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
    ScanOptions options = ScanOptions.of(inputs);
    if (StudyInputs.isInline(inputs)) {
      return inline(inputs, options);
    }
    return new StoredScan(
        sources,
        StudyInputs.question(inputs, Optional.of(EmergingHotspotsProcess.steps(inputs))),
        options,
        inputs.word("weight", Weight.class).orElse(Weight.DETECTIONS),
        inputs.word("exposure", ExposureKind.class).orElse(ExposureKind.NONE));
  }

  private static Analysis inline(ProcessInputs inputs, ScanOptions options) {
    InlineFeatures features = InlineFeatures.of(inputs);
    InlinePlane plane = StudyInputs.onEarth(features, inputs);
    int[] cases = features.wholes("casesProperty", StudyInputs.property(inputs, "casesProperty"));
    double[] population =
        inputs
            .text("populationProperty")
            .map(property -> features.numbers("populationProperty", property, 0))
            .orElse(new double[0]);
    TimeAxis axis =
        inputs
            .text("timeProperty")
            .map(
                property ->
                    TimeAxis.of(
                        features.texts("timeProperty", property), StudyInputs.step(inputs, "step")))
            .orElseGet(() -> TimeAxis.none(features.size()));
    return new InlineScan(features, plane, cases, population, axis, options);
  }
}
