package org.borderwatch.data.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event seen at a place and time, as it comes in a file or a form. People are counted, never
 * identified.
 *
 * <p>Cannot be wrong once built: positions are rounded to 1e-7 degrees, times to the second, and
 * the counts agree.
 *
 * @param sourceRef the source's own reference, {@code [A-Za-z0-9._:/-]{1,64}}
 * @param observedAt when it was seen; whole seconds
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param accuracyM radius in metres within which the position is believed to be, or null when not
 *     known
 * @param persons how many crossed or tried to, at least 1
 * @param women adult women among them, or null when not counted
 * @param children children among them, or null when not counted
 * @param station code of the station that recorded it, or null: then the one responsible for the
 *     place
 * @param origin ISO 3166-2 code of the province that the group came from, or null when not known
 */
public record Detection(
    String sourceRef,
    Instant observedAt,
    double lon,
    double lat,
    @Nullable Double accuracyM,
    Direction direction,
    Setting setting,
    Source source,
    Outcome outcome,
    int persons,
    @Nullable Integer women,
    @Nullable Integer children,
    Set<Indicator> indicators,
    @Nullable String station,
    @Nullable String origin) {

  public Detection {
    Objects.requireNonNull(sourceRef);
    observedAt = observedAt.truncatedTo(ChronoUnit.SECONDS);
    lon = roundDegrees(lon);
    lat = roundDegrees(lat);
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a position: " + lon + ", " + lat);
    }
    if (persons < 1) {
      throw new IllegalArgumentException("persons is " + persons + "; at least 1");
    }
    int counted = (women == null ? 0 : women) + (children == null ? 0 : children);
    if ((women != null && women < 0) || (children != null && children < 0) || counted > persons) {
      throw new IllegalArgumentException("women + children exceed persons, or are negative");
    }
    indicators = indicators.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(indicators));
  }

  /** {@code degrees} rounded to 1e-7, about a centimetre: the precision that is stored. */
  public static double roundDegrees(double degrees) {
    return Math.rint(degrees * 1e7) / 1e7;
  }
}
