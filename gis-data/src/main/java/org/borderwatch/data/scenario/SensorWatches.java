package org.borderwatch.data.scenario;

import java.util.Comparator;
import java.util.List;

/**
 * Where sensors stand and in which weeks they work: at a dozen strong mouths, but at none that is
 * hardly patrolled. Immutable.
 */
final class SensorWatches {
  private static final int SENSORS = 12;
  private static final double FAILS = 0.12;

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
}
