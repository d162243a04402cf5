package org.borderwatch.server.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;

/**
 * Which detections are meant. An empty set or an empty optional asks for nothing in particular.
 *
 * @param bbox positions within, edges included
 * @param period times within
 * @param stations codes of the responsible stations
 * @param indicators at least one of these was seen
 * @param persons how many people
 * @param borderKm chainage along the line with each of {@code borderWith}, or any neighbour's when
 *     that is empty
 * @param synthetic only simulated rows, or only real ones; never both silently. Empty until {@link
 *     DataKind} decides
 * @param within codes of the units that the asker may see; empty optional: all
 */
public record DetectionFilter(
    Optional<LonLatBox> bbox,
    Period period,
    Set<Direction> directions,
    Set<Setting> settings,
    Set<Source> sources,
    Set<Outcome> outcomes,
    List<String> stations,
    Set<Indicator> indicators,
    Optional<Range> persons,
    Set<Neighbour> borderWith,
    Optional<Range> borderKm,
    Optional<Boolean> synthetic,
    Optional<Set<String>> within) {

  /** Every detection of either kind. */
  public static final DetectionFilter ALL =
      new DetectionFilter(
          Optional.empty(),
          Period.ALWAYS,
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          List.of(),
          Set.of(),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Degrees east and north, WGS 84; edges included.
   *
   * @throws IllegalArgumentException when it is inside out or not on Earth
   */
  public record LonLatBox(double minLon, double minLat, double maxLon, double maxLat) {
    public LonLatBox {
      if (!(minLon <= maxLon && minLat <= maxLat)) {
        throw new IllegalArgumentException("minimum above maximum");
      }
      if (minLon < -180 || maxLon > 180 || minLat < -90 || maxLat > 90) {
        throw new IllegalArgumentException("outside -180..180 or -90..90 degrees");
      }
    }
  }

  /** Numbers from {@code min} to {@code max}, both included; infinite where open. */
  public record Range(double min, double max) {
    public Range {
      if (!(min <= max)) {
        throw new IllegalArgumentException("minimum above maximum");
      }
    }
  }

  /** Instants from {@code from} to before {@code until}; empty where open. */
  public record Period(Optional<Instant> from, Optional<Instant> until) {
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());
  }

  /** The same within another box. */
  public DetectionFilter withBox(LonLatBox box) {
    return with(Optional.of(box), period, borderWith, synthetic, within);
  }

  /** The same over another period. */
  public DetectionFilter withPeriod(Period other) {
    return with(bbox, other, borderWith, synthetic, within);
  }

  /** The same along the lines with {@code neighbours} only. */
  public DetectionFilter withBorderWith(Set<Neighbour> neighbours) {
    return with(bbox, period, neighbours, synthetic, within);
  }

  /** The same, of what became known in these ways only. */
  public DetectionFilter withSources(Set<Source> ways) {
    return new DetectionFilter(
        bbox,
        period,
        directions,
        settings,
        ways,
        outcomes,
        stations,
        indicators,
        persons,
        borderWith,
        borderKm,
        synthetic,
        within);
  }

  /** The same for simulated rows, or for real ones. */
  public DetectionFilter withSynthetic(boolean kind) {
    return with(bbox, period, borderWith, Optional.of(kind), within);
  }

  /** The same, of these units only. */
  public DetectionFilter withUnits(Set<String> units) {
    return with(bbox, period, borderWith, synthetic, Optional.of(Set.copyOf(units)));
  }

  private DetectionFilter with(
      Optional<LonLatBox> box,
      Period when,
      Set<Neighbour> neighbours,
      Optional<Boolean> kind,
      Optional<Set<String>> units) {
    return new DetectionFilter(
        box,
        when,
        directions,
        settings,
        sources,
        outcomes,
        stations,
        indicators,
        persons,
        neighbours,
        borderKm,
        kind,
        units);
  }
}
