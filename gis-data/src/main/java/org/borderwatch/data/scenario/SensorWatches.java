package org.borderwatch.data.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.borderwatch.data.effort.SensorWatch;

/**
 * Where sensors stand and in which weeks they work: at a dozen strong mouths, but at none that is
 * hardly patrolled. Immutable.
 */
final class SensorWatches {
  private static final int SENSORS = 12;
  private static final double FAILS = 0.12;

  /** As far as a sensor's sightings lie from the mouth, see {@link Sightings}. */
  private static final double RADIUS_METRES = 400;

  private final long seed;
  private final List<Mouth> watched;

  SensorWatches(long seed, List<Mouth> mouths) {
    this.seed = seed;
    watched =
        mouths.stream()
            .filter(mouth -> !mouth.isGate() && !mouth.hardlyPatrolled())
            .sorted(Comparator.comparingDouble(mouth -> -appeal(seed, mouth)))
            .limit(SENSORS)
            .toList();
  }

  private static double appeal(long seed, Mouth mouth) {
    return mouth.strength()
        * Draws.of(seed, Draws.Link.SENSORS, 1_000_000 + mouth.no()).logNormal(1, 0.5);
  }

  List<Mouth> watched() {
    return watched;
  }

  /**
   * Hours of a day's quarter in which a mouth is watched: 6, or 0 before it stands and when it
   * fails.
   */
  double hours(Mouth mouth, int day) {
    if (!watched.contains(mouth)) {
      return 0;
    }
    // Where the flow changes a sensor stands from the start, so that the change is the flow's own.
    boolean fromTheStart = mouth.trend() != Mouth.Trend.STEADY;
    int standsFrom =
        fromTheStart ? 0 : Draws.of(seed, Draws.Link.SENSORS, 2_000_000 + mouth.no()).below(200);
    long week = day / 7;
    boolean works = !Draws.of(seed, Draws.Link.SENSORS, week * 1_000 + mouth.no()).chance(FAILS);
    return day >= standsFrom && works ? 6 : 0;
  }

  /** Each unbroken run of days on which a sensor works, by mouth. */
  List<SensorWatch> watches(List<DemoStation> stations) {
    List<SensorWatch> watches = new ArrayList<>();
    for (Mouth mouth : watched) {
      String station = DemoStation.answering(stations, mouth.km()).code();
      int began = -1;
      for (int day = 0; day <= Season.DAYS; day++) {
        boolean works = day < Season.DAYS && hours(mouth, day) > 0;
        if (works && began < 0) {
          began = day;
        } else if (!works && began >= 0) {
          watches.add(watch(mouth, station, began, day, watches.size() + 1));
          began = -1;
        }
      }
    }
    return List.copyOf(watches);
  }

  private static SensorWatch watch(Mouth mouth, String station, int from, int until, int number) {
    return new SensorWatch(
        String.format(Locale.ROOT, "DEMO-S%05d", number),
        station,
        mouth.position().lon(),
        mouth.position().lat(),
        RADIUS_METRES,
        Instant.ofEpochSecond(Season.midnight(from)),
        Instant.ofEpochSecond(Season.midnight(until)));
  }
}
