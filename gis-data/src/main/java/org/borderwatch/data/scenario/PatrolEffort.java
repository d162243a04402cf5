package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where and when patrols look: each station sends at most one a shift, to where it believes most
 * people cross. What it believes leaves out the mouths that are hardly patrolled. Immutable.
 */
final class PatrolEffort {
  static final int SLOTS = 4;

  /** Chance that a patrol goes out, from midnight, 6, 12 and 18 o'clock. */
  private static final double[] GOES = {0.62, 0.70, 0.66, 0.74};

  private static final double HARDLY = 0.03;

  /** A patrol turns back this far before a mouth that its station does not believe in. */
  private static final double TURNS_BEFORE_KM = 0.7;

  private final long seed;
  private final List<DemoStation> stations;
  private final List<List<Mouth>> mouthsOf = new ArrayList<>();
  private final List<Weighted<Mouth>> attention = new ArrayList<>();

  PatrolEffort(long seed, List<DemoStation> stations, List<Mouth> mouths) {
    this.seed = seed;
    this.stations = stations;
    for (DemoStation station : stations) {
      List<Mouth> own =
          mouths.stream()
              .filter(mouth -> !mouth.isGate())
              .filter(mouth -> station.stretch().contains(station.stretch().with(), mouth.km()))
              .toList();
      mouthsOf.add(own);
      attention.add(
          new Weighted<>(own, own.stream().mapToDouble(PatrolEffort::attention).toArray()));
    }
  }

  private static double attention(Mouth mouth) {
    return Math.sqrt(mouth.strength()) * (mouth.hardlyPatrolled() ? HARDLY : 1);
  }

  /** All patrols of a day. */
  List<PatrolShift> patrols(int day) {
    List<PatrolShift> patrols = new ArrayList<>();
    for (int station = 0; station < stations.size(); station++) {
      for (int slot = 0; slot < SLOTS; slot++) {
        patrol(station, day, slot).ifPresent(patrols::add);
      }
    }
    return patrols;
  }

  private Optional<PatrolShift> patrol(int station, int day, int slot) {
    long index = ((long) day * stations.size() + station) * SLOTS + slot;
    Draws draws = Draws.of(seed, Draws.Link.PATROLS, index);
    if (!draws.chance(GOES[slot])) {
      return Optional.empty();
    }
    Mouth goal = attention.get(station).pick(draws);
    double lengthKm = draws.between(5, 9);
    double fromKm = goal.km() - lengthKm * draws.between(0.2, 0.8);
    double toKm = fromKm + lengthKm;
    for (Mouth mouth : mouthsOf.get(station)) {
      if (mouth.hardlyPatrolled() && mouth != goal) {
        if (mouth.km() < goal.km()) {
          fromKm = Math.max(fromKm, Math.min(goal.km() - 0.5, mouth.km() + TURNS_BEFORE_KM));
        } else {
          toKm = Math.min(toKm, Math.max(goal.km() + 0.5, mouth.km() - TURNS_BEFORE_KM));
        }
      }
    }
    fromKm = Math.max(fromKm, stations.get(station).stretch().fromKm());
    toKm = Math.min(toKm, stations.get(station).stretch().toKm());
    return Optional.of(new PatrolShift(station, day, slot, fromKm, toKm, draws.between(3, 6)));
  }
}
