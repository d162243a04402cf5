package org.borderwatch.data.effort;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.borderwatch.data.detection.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a patrol went. Between two fixes of a leg it went straight, at constant speed; between legs
 * nobody knows, and it is not effort.
 *
 * <p>Cannot be wrong once built: times rise within a leg, legs follow one another, and all of it
 * takes at most {@link #LONGEST}.
 *
 * @param sourceRef the source's own reference, see {@link SourceRef}
 * @param team coded word of the team, {@code [A-Za-z0-9._-]{1,32}}, or null when not told
 * @param station code of the station that sent it, or null: then the one responsible for the place
 * @param legs at least one, each of at least two fixes
 */
public record PatrolTrack(
    String sourceRef, @Nullable String team, @Nullable String station, List<List<Fix>> legs) {
  /** No patrol is longer. */
  public static final Duration LONGEST = Duration.ofHours(36);

  private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  public PatrolTrack {
    if (!SourceRef.valid(sourceRef) || (team != null && !isTeam(team))) {
      throw new IllegalArgumentException("not a reference or a team");
    }
    legs = legs.stream().map(List::copyOf).toList();
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("a track has a leg");
    }
    long last = Long.MIN_VALUE;
    for (List<Fix> leg : legs) {
      if (leg.size() < 2 || leg.get(0).second() < last) {
        throw new IllegalArgumentException("a leg has two fixes, and begins after the one before");
      }
      for (int i = 1; i < leg.size(); i++) {
        if (leg.get(i).second() <= leg.get(i - 1).second()) {
          throw new IllegalArgumentException("times of a leg rise");
        }
      }
      last = leg.get(leg.size() - 1).second();
    }
    if (last - legs.get(0).get(0).second() > LONGEST.toSeconds()) {
      throw new IllegalArgumentException("a track takes at most " + LONGEST);
    }
  }

  /** Whether {@code text} may name a team. */
  public static boolean isTeam(String text) {
    return TEAM.matcher(text).matches();
  }

  public Instant start() {
    return Instant.ofEpochSecond(firstSecond());
  }

  /** Seconds since 1970 of the first fix. */
  public long firstSecond() {
    return legs.get(0).get(0).second();
  }

  public Instant end() {
    return Instant.ofEpochSecond(lastFix().second());
  }

  private Fix lastFix() {
    List<Fix> leg = legs.get(legs.size() - 1);
    return Objects.requireNonNull(leg.get(leg.size() - 1));
  }

  /** Hours of effort: those of the legs. */
  public double hours() {
    long seconds = 0;
    for (List<Fix> leg : legs) {
      seconds += leg.get(leg.size() - 1).second() - leg.get(0).second();
    }
    return seconds / 3600.0;
  }

  /** Kilometres of effort: those of the legs. */
  public double km() {
    double metres = 0;
    for (List<Fix> leg : legs) {
      for (int i = 1; i < leg.size(); i++) {
        metres += leg.get(i - 1).metresTo(leg.get(i));
      }
    }
    return metres / 1000;
  }
}
