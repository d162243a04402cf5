package org.borderwatch.server.hotspot;

import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.hotspot.density.Kernel;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FilterInput;
import org.borderwatch.server.study.StudySources;

/** Density: weight per square kilometre of what is stored, as a GeoTIFF or as cells. */
public final class DensityProcess implements AnalysisProcess {
  private static final double CELL_METRES = 500;
  private static final double BANDWIDTH_METRES = 1500;
  private static final double LEAST_METRES = 50;
  private static final double MOST_METRES = 100_000;

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
    return new StoredDensity(
        sources,
        FilterInput.of(inputs),
        inputs.number("cellMetres", LEAST_METRES, MOST_METRES).orElse(CELL_METRES),
        inputs.number("bandwidthMetres", LEAST_METRES, MOST_METRES).orElse(BANDWIDTH_METRES),
        inputs.word("kernel", Kernel.class).orElse(Kernel.GAUSSIAN),
        inputs.word("weight", Weight.class).orElse(Weight.DETECTIONS));
  }
}
