package org.borderwatch.server.study;

import java.util.List;
import java.util.function.Supplier;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.StationStretch;

/**
 * What analyses of the store stand on. Thread-safe.
 *
 * @param detections all detections in memory
 * @param effort the newest version of all effort
 * @param layers the border
 * @param stretches which station answers where, as it is stored now
 */
public record StudySources(
    DetectionIndex detections,
    Supplier<EffortSource> effort,
    ReferenceLayers layers,
    Supplier<List<StationStretch>> stretches) {}
