package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.effort.Fix;
import org.borderwatch.data.effort.PatrolTrack;

/**
 * The patrols of the demo as tracks. A patrol goes steadily along its stretch and meanwhile inward
 * and back, so that the time it spends at each depth follows the depths at which it finds people
 * ({@link Sightings}): hours by area are then in proportion to the chance of seeing a crossing.
 * Immutable.
 */
final class PatrolWalks {
  /** Inward and back once in so many kilometres of the line. */
  private static final double LEAST_WAVE_KM = 3.2;

  private static final double MOST_WAVE_KM = 4;

  /** Even a short patrol goes inward and back so often. */
  private static final double LEAST_WAVES = 1.5;

  /** From the line to the deepest place, in so many pieces. */
  private static final int PIECES_INWARD = 4;

  private static final int SLOT_SECONDS = 6 * 3600;
  private static final int TEAMS = 3;
  private static final String GATE_TEAM = "gate";

  /** What the control of a gate sees, see {@link Watch}: hours a day on a kilometre around it. */
  private static final double GATE_HOURS =
      PatrolEffort.SLOTS * Watch.GATE_CONTROL / Watch.PATROL_RATE;

  private static final double GATE_REACH_KM = 0.5;
  private static final int GATE_OPENS = 7 * 3600;
  private static final int GATE_CLOSES = 18 * 3600;

  private final long seed;
  private final InwardField inward;
  private final List<Mouth> gates;
  private final List<DemoStation> stations;
  private final PatrolEffort effort;

  PatrolWalks(
      long seed,
      LandBorder border,
      List<Mouth> mouths,
      List<DemoStation> stations,
      PatrolEffort effort) {
    this.seed = seed;
    this.inward = new InwardField(border, mouths);
    this.gates = mouths.stream().filter(Mouth::isGate).toList();
    this.stations = stations;
    this.effort = effort;
  }

  Iterator<PatrolTrack> tracks() {
    return new Iterator<>() {
      private int day;
      private int next;
      private long number;
      private List<PatrolTrack> today = List.of();

      @Override
      public boolean hasNext() {
        while (next == today.size() && day < Season.DAYS) {
          number += today.size();
          today = of(day++, number);
          next = 0;
        }
        return next < today.size();
      }

      @Override
      public PatrolTrack next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return today.get(next++);
      }
    };
  }

  private List<PatrolTrack> of(int day, long before) {
    List<PatrolTrack> tracks = new ArrayList<>();
    for (PatrolShift shift : effort.patrols(day)) {
      tracks.add(patrol(shift, reference(before + tracks.size() + 1)));
    }
    for (Mouth gate : gates) {
      tracks.add(round(gate, day, reference(before + tracks.size() + 1)));
    }
    return tracks;
  }

  private static String reference(long number) {
    return String.format(Locale.ROOT, "DEMO-P%07d", number);
  }

  private PatrolTrack patrol(PatrolShift shift, String reference) {
    long index =
        ((long) shift.day() * stations.size() + shift.station()) * PatrolEffort.SLOTS
            + shift.slot();
    Draws draws = Draws.of(seed, Draws.Link.TRACKS, index);
    double seconds = shift.hours() * 3600;
    double lengthKm = shift.toKm() - shift.fromKm();
    double waveKm = Math.min(draws.between(LEAST_WAVE_KM, MOST_WAVE_KM), lengthKm / LEAST_WAVES);
    double begins =
        Season.midnight(shift.day())
            + shift.slot() * SLOT_SECONDS
            + draws.uniform() * (SLOT_SECONDS - seconds);
    Walk walk = new Walk(shift.fromKm(), shift.toKm(), waveKm, draws.uniform());
    return new PatrolTrack(
        reference,
        "T" + (1 + draws.below(TEAMS)),
        stations.get(shift.station()).code(),
        List.of(walk.fixes(begins, seconds, draws.chance(0.5))));
  }

  private PatrolTrack round(Mouth gate, int day, String reference) {
    Draws draws =
        Draws.of(seed, Draws.Link.ROUNDS, (long) day * gates.size() + gates.indexOf(gate));
    double begins = Season.midnight(day) + draws.between(GATE_OPENS, GATE_CLOSES);
    double fromKm = gate.km() - GATE_REACH_KM;
    double toKm = gate.km() + GATE_REACH_KM;
    // Half a wave: from the line to the deepest place.
    Walk walk = new Walk(fromKm, toKm, 2 * (toKm - fromKm), 0);
    return new PatrolTrack(
        reference,
        GATE_TEAM,
        DemoStation.answering(stations, gate.km()).code(),
        List.of(walk.fixes(begins, GATE_HOURS * 3600, draws.chance(0.5))));
  }

  /** A way along the line from west to east; {@code phase} says where in a wave it begins. */
  private final class Walk {
    private final double fromKm;
    private final double lengthKm;
    private final double waves;
    private final double phase;

    Walk(double fromKm, double toKm, double waveKm, double phase) {
      this.fromKm = fromKm;
      lengthKm = toKm - fromKm;
      waves = lengthKm / waveKm;
      this.phase = phase;
    }

    /** Time goes evenly along the line; the way back has the same places in the other order. */
    List<Fix> fixes(double begins, double seconds, boolean back) {
      List<Double> knots = knots();
      List<Fix> fixes = new ArrayList<>();
      for (int i = 0; i < knots.size(); i++) {
        double along = back ? knots.get(knots.size() - 1 - i) : knots.get(i);
        double passed = back ? 1 - along : along;
        LonLat place = inward.place(fromKm + along * lengthKm, deep(along));
        fixes.add(new Fix(Math.round(begins + passed * seconds), place.lon(), place.lat()));
      }
      return fixes;
    }

    /** Both ends, and every eighth of a wave. */
    private List<Double> knots() {
      double perWave = 2.0 * PIECES_INWARD;
      List<Double> knots = new ArrayList<>();
      knots.add(0.0);
      for (double k = Math.floor(phase * perWave) + 1; ; k++) {
        double along = (k / perWave - phase) / waves;
        if (along >= 1 - 1e-3) {
          break;
        }
        if (along > 1e-3) {
          knots.add(along);
        }
      }
      knots.add(1.0);
      return knots;
    }

    /** Squared, as depths of sightings are. */
    private double deep(double along) {
      double at = phase + along * waves;
      double within = at - Math.floor(at);
      double u = within <= 0.5 ? 2 * within : 2 - 2 * within;
      return u * u;
    }
  }
}
