package org.borderwatch.server.analysis;

import java.util.List;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.process.AnalysisProcesses;

/** Every analysis, put together by hand: the server and the command line offer the same. */
public final class ProcessCatalogue {
  private ProcessCatalogue() {}

  /** The analyses over what {@code index} holds. */
  public static AnalysisProcesses of(DetectionIndex index) {
    return new AnalysisProcesses(List.of(), () -> index.view().version());
  }
}
