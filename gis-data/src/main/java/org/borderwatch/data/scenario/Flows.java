package org.borderwatch.data.scenario;

import java.util.List;

/**
 * How many people cross where and when, seen or not: by half-year, week, Tết and hour. Immutable.
 */
final class Flows {
  /** Crossings a day over the whole border of Lạng Sơn in an ordinary week. Simulated. */
  private static final double CROSSINGS_A_DAY = 128;

  /** Weights of the hours from midnight on: on trails mostly at night, at gates by day. */
  private static final double[] TRAIL_HOURS = {
    7, 8, 8, 7, 6, 4, 2.5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 7.5
  };

  private static final double[] GATE_HOURS = {
    1, 1, 1, 1, 2, 3, 5, 8, 9, 9, 8, 7, 5, 6, 8, 9, 9, 7, 5, 3, 2, 2, 1, 1
  };

  private static final int HOUR_SLOTS = 1_024;

  private final long seed;
  private final double scale;
  private final List<Mouth> mouths;
  private final double[][] levels;
  private final byte[] trailHours = hours(TRAIL_HOURS);
  private final byte[] gateHours = hours(GATE_HOURS);

  Flows(long seed, double scale, List<Mouth> mouths) {
    this.seed = seed;
    this.scale = scale;
    this.mouths = mouths;
    levels = new double[mouths.size()][Season.HALF_YEARS];
    for (Mouth mouth : mouths) {
      for (int h = 0; h < Season.HALF_YEARS; h++) {
        levels[mouth.no()][h] = level(seed, mouth, h);
      }
    }
  }

  private static double level(long seed, Mouth mouth, int halfYear) {
    double sway =
        Draws.of(seed, Draws.Link.LEVELS, mouth.no() * 100L + halfYear).logNormal(1, 0.08);
    double trend = StrictMath.pow(3, (halfYear - 2) / 4.0);
    return switch (mouth.trend()) {
      case STEADY -> sway;
      case GROWING -> trend;
      case FADING -> 1 / trend;
    };
  }

  private static byte[] hours(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    byte[] slots = new byte[HOUR_SLOTS];
    double reached = 0;
    int slot = 0;
    for (int hour = 0; hour < 24; hour++) {
      reached += weights[hour] / sum;
      while (slot < Math.rint(reached * HOUR_SLOTS)) {
        slots[slot++] = (byte) hour;
      }
    }
    return slots;
  }

  /** Expected crossings at a mouth on a day. */
  double expected(Mouth mouth, int day) {
    return scale
        * CROSSINGS_A_DAY
        * mouth.strength()
        * levels[mouth.no()][Season.halfYear(day)]
        * Season.factor(day);
  }

  /** Which part of a day's crossings falls into an hour. */
  double hourShare(Mouth mouth, int hour) {
    int slots = 0;
    for (byte slot : mouth.isGate() ? gateHours : trailHours) {
      slots += slot == hour ? 1 : 0;
    }
    return (double) slots / HOUR_SLOTS;
  }

  /** How many crossings there are at a mouth on a day. */
  int count(Mouth mouth, int day) {
    return Draws.of(seed, Draws.Link.COUNTS, (long) day * mouths.size() + mouth.no())
        .poisson(expected(mouth, day));
  }

  /** The second of the day at which a crossing happens. */
  int second(Mouth mouth, long crossing) {
    long bits = Draws.of(seed, Draws.Link.CROSSINGS, crossing).bits();
    byte[] hours = mouth.isGate() ? gateHours : trailHours;
    int hour = hours[(int) (bits & (HOUR_SLOTS - 1))];
    return hour * 3_600 + (int) ((bits >>> 32) % 3_600);
  }
}
