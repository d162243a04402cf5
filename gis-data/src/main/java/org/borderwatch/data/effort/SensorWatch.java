package org.borderwatch.data.effort;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * A sensor that worked without a break. Cannot be wrong once built.
 *
 * @param sourceRef the source's own reference, see {@link SourceRef}
 * @param station code of the station that sent it, or null: then the one responsible for the place
 * @param lon degrees east, WGS 84, rounded to 1e-7
 * @param lat degrees north, WGS 84, rounded to 1e-7
 * @param radiusMetres how far it sees, above 0 to {@link #LARGEST_RADIUS_METRES}
 * @param from when it began to watch; whole seconds
 * @param until when it ended
 */
public record SensorWatch(
    String sourceRef,
    @Nullable String station,
    double lon,
    double lat,
    double radiusMetres,
    Instant from,
    Instant until) {
  /** No sensor of a border sees farther. */
  public static final double LARGEST_RADIUS_METRES = 20_000;

  public SensorWatch {
    if (!SourceRef.valid(sourceRef)) {
      throw new IllegalArgumentException("not a reference");
    }
    lon = Detection.roundDegrees(lon);
    lat = Detection.roundDegrees(lat);
    from = from.truncatedTo(ChronoUnit.SECONDS);
    until = until.truncatedTo(ChronoUnit.SECONDS);
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a position: " + lon + ", " + lat);
    }
    if (!(radiusMetres > 0 && radiusMetres <= LARGEST_RADIUS_METRES)) {
      throw new IllegalArgumentException("radius is " + radiusMetres + " m");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a watch ends after it begins");
    }
  }
}
