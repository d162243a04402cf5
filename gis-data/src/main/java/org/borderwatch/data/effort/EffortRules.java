package org.borderwatch.data.effort;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.borderwatch.data.detection.ImportRules.BorderLocating;
import org.jspecify.annotations.Nullable;

/**
 * What a track or a watch is checked against beside itself.
 *
 * @param stations codes of the known stations
 * @param border finds where a point lies along the land border
 * @param now nothing can be later than this, give or take an hour of a wrong clock
 * @param options what was told with the import
 */
public record EffortRules(
    Set<String> stations, BorderLocating border, Instant now, EffortOptions options) {
  /** Without a fix for longer than this, nobody knows where a patrol was. */
  public static final Duration LONGEST_GAP = Duration.ofMinutes(30);

  /** No patrol of the border is plausible farther than this from it. */
  static final double FARTHEST_METRES = 50_000;

  public EffortRules {
    stations = Set.copyOf(stations);
  }

  /**
   * What is told with an import, since files don't say it.
   *
   * @param team of the tracks that name none
   * @param station of the tracks and watches that name none
   * @param maxSpeedKmh a piece that is faster is not effort
   */
  public record EffortOptions(@Nullable String team, @Nullable String station, double maxSpeedKmh) {
    /** By vehicle on a border road. */
    public static final double USUAL_MAX_SPEED_KMH = 120;

    /** Nothing told. */
    public static final EffortOptions NONE = new EffortOptions(null, null, USUAL_MAX_SPEED_KMH);

    public EffortOptions {
      if (!(maxSpeedKmh >= 1 && maxSpeedKmh <= 1_000)) {
        throw new IllegalArgumentException("speed is " + maxSpeedKmh + " km/h; 1 to 1000");
      }
      if (team != null && !PatrolTrack.isTeam(team)) {
        throw new IllegalArgumentException("a team is [A-Za-z0-9._-]{1,32}");
      }
    }
  }
}
