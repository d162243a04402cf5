package org.borderwatch.server.keyroute;

import java.util.Optional;
import java.util.function.Function;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.study.StudySources;

/**
 * What origins and destinations are made of. Thread-safe.
 *
 * @param study detections, layers and stations
 * @param stations where a station stands, by its code
 * @param departures provinces of departure
 */
record SegmentSources(
    StudySources study, Function<String, Optional<LonLat>> stations, Departures departures) {}
