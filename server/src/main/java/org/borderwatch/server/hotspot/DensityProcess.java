package org.borderwatch.server.hotspot;

import java.util.Arrays;
import java.util.Set;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.hotspot.density.Kernel;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FilterInput;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudySources;

/** Density: weight per square kilometre of what is stored or given, as a GeoTIFF or as cells. */
public final class DensityProcess implements AnalysisProcess {
  private static final double CELL_METRES = 500;
  private static final double BANDWIDTH_METRES = 1500;
  private static final double LEAST_METRES = 50;
  private static final double LEAST_INLINE_METRES = 1e-6;
  private static final double MOST_METRES = 100_000;
  private static final Set<String> OF_THE_STORE = Set.of("filter", "weight");

  private final StudySources sources;
  private final ProcessDescription description =
      ProcessDescription.of(DensityProcess.class, "density.json");

  public DensityProcess(StudySources sources) {
    this.sources = sources;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    boolean inline = StudyInputs.isInline(inputs, OF_THE_STORE);
    // Given features may be of any size, such as a reference set of a few metres.
    double least = inline ? LEAST_INLINE_METRES : LEAST_METRES;
    DensityCells.Method method =
        new DensityCells.Method(
            inputs.number("cellMetres", least, MOST_METRES).orElse(CELL_METRES),
            inputs.number("bandwidthMetres", least, MOST_METRES).orElse(BANDWIDTH_METRES),
            inputs.word("kernel", Kernel.class).orElse(Kernel.GAUSSIAN));
    return inline
        ? inline(inputs, method)
        : new StoredDensity(
            sources,
            FilterInput.of(inputs),
            method.cellMetres(),
            method.bandwidthMetres(),
            method.kernel(),
            inputs.word("weight", Weight.class).orElse(Weight.DETECTIONS));
  }

  private static Analysis inline(ProcessInputs inputs, DensityCells.Method method) {
    InlineFeatures features = InlineFeatures.of(inputs);
    double[] weight =
        inputs
            .text("valueProperty")
            .map(property -> features.numbers("valueProperty", property, 0))
            .orElseGet(() -> ones(features.size()));
    return new InlineDensity(StudyInputs.plane(features, inputs), weight, method);
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }
}
