package org.borderwatch.server.effort;

/**
 * Effort while it is counted, in whole microseconds and micrometres: sums don't depend on the order
 * in which parts are added, and the shares of a piece add up to the piece. Not for several threads.
 */
final class EffortTally {
  private static final double MICROS_PER_HOUR = 3.6e9;
  private static final double MICROMETRES_PER_KM = 1e9;

  private final int places;
  private final int steps;
  private final long[] patrolMicros;
  private final long[] patrolMicrometres;
  private final long[] sensorMicros;

  EffortTally(int places, int steps) {
    this.places = places;
    this.steps = steps;
    int size = Math.multiplyExact(places, steps);
    patrolMicros = new long[size];
    patrolMicrometres = new long[size];
    sensorMicros = new long[size];
  }

  void addPatrol(int place, int step, long micros, long micrometres) {
    patrolMicros[place * steps + step] += micros;
    patrolMicrometres[place * steps + step] += micrometres;
  }

  void addSensor(int place, int step, long micros) {
    sensorMicros[place * steps + step] += micros;
  }

  void add(EffortTally other) {
    for (int i = 0; i < patrolMicros.length; i++) {
      patrolMicros[i] += other.patrolMicros[i];
      patrolMicrometres[i] += other.patrolMicrometres[i];
      sensorMicros[i] += other.sensorMicros[i];
    }
  }

  EffortCounts counts() {
    EffortCounts counts = EffortCounts.none(places, steps);
    for (int i = 0; i < patrolMicros.length; i++) {
      counts.patrolHours()[i] = patrolMicros[i] / MICROS_PER_HOUR;
      counts.patrolKm()[i] = patrolMicrometres[i] / MICROMETRES_PER_KM;
      counts.sensorHours()[i] = sensorMicros[i] / MICROS_PER_HOUR;
    }
    return counts;
  }
}
