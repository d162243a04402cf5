package org.borderwatch.data.scenario;

import java.util.List;
import org.borderwatch.data.detection.Source;
import org.jspecify.annotations.Nullable;

/**
 * What looks at each mouth on one day, and so how likely a crossing is seen and by whom.
 *
 * <p>A crossing under hours of looking {@code h} is seen with probability {@code 1 - exp(-rate h)};
 * several watches compete, each in proportion to its rate and hours.
 */
final class Watch {
  static final double PATROL_RATE = 0.70;
  private static final double SENSOR_RATE = 0.03;
  static final double GATE_CONTROL = 0.12;
  private static final double REPORTED = 0.022;
  private static final double HANDED_OVER = 0.012;

  /** Chances by mouth and quarter of the day. */
  private final double[][] patrol;

  private final double[] sensor;

  /** Chance that nobody sees a crossing, by mouth and quarter. */
  private final double[][] unseen;

  Watch(int day, List<Mouth> mouths, PatrolEffort effort, SensorWatches sensors) {
    patrol = new double[mouths.size()][PatrolEffort.SLOTS];
    sensor = new double[mouths.size()];
    unseen = new double[mouths.size()][PatrolEffort.SLOTS];
    List<PatrolShift> shifts = effort.patrols(day);
    for (Mouth mouth : mouths) {
      sensor[mouth.no()] = SENSOR_RATE * sensors.hours(mouth, day);
      for (PatrolShift shift : shifts) {
        if (shift.covers(mouth.km())) {
          patrol[mouth.no()][shift.slot()] += PATROL_RATE * shift.hoursPerKm();
        }
      }
      for (int slot = 0; slot < PatrolEffort.SLOTS; slot++) {
        patrol[mouth.no()][slot] += mouth.isGate() ? GATE_CONTROL : 0;
        unseen[mouth.no()][slot] = StrictMath.exp(-all(mouth, slot));
      }
    }
  }

  private double all(Mouth mouth, int slot) {
    return patrol[mouth.no()][slot] + sensor[mouth.no()] + REPORTED + HANDED_OVER;
  }

  /** Who sees a crossing, or null when nobody does. */
  @Nullable Source sees(Mouth mouth, int second, Draws draws) {
    int slot = second / 21_600;
    double chanceUnseen = unseen[mouth.no()][slot];
    double u = draws.uniform();
    if (u < chanceUnseen) {
      return null;
    }
    // What is left of u is even again, so no second draw is needed to say who.
    double share = (u - chanceUnseen) / (1 - chanceUnseen) * all(mouth, slot);
    double byPatrol = patrol[mouth.no()][slot];
    double bySensor = sensor[mouth.no()];
    if (share < byPatrol) {
      return Source.PATROL;
    }
    if (share < byPatrol + bySensor) {
      return Source.SENSOR;
    }
    return share < byPatrol + bySensor + REPORTED ? Source.REPORT : Source.HANDOVER;
  }
}
