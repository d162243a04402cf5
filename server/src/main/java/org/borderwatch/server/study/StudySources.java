package org.borderwatch.server.study;

import java.util.List;
import java.util.function.Supplier;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.StationStretch;

/**
 * What analyses of the store stand on. Thread-safe.
 *
 * @param detections the newest version of all detections
 * @param effort the newest version of all effort
 * @param layers the border
 * @param stretches which station answers where, as it is stored now
 */
public record StudySources(
    Supplier<DetectionView> detections,
    Supplier<EffortSource> effort,
    ReferenceLayers layers,
    Supplier<List<StationStretch>> stretches) {

  /** What a result made now would say of the data that it saw. */
  public String version() {
    return version(detections.get(), effort.get());
  }

  /** The version of these detections together with this effort. */
  public String version(DetectionView view, EffortSource seen) {
    return view.version() + "+" + seen.version();
  }
}
