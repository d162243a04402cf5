package org.borderwatch.data.scenario;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Source;

/**
 * What is recorded of a crossing that was seen: where, how exactly, what happened, and the gaps
 * that records have. Immutable.
 */
final class Sightings {
  private static final double DEEPEST_METRES = 3_000;

  private static final Weighted<Outcome> BY_PATROL =
      new Weighted<>(
          List.of(Outcome.TURNED_BACK, Outcome.INTERCEPTED, Outcome.OBSERVED), 45, 40, 15);
  private static final Weighted<Outcome> BY_SENSOR =
      new Weighted<>(
          List.of(Outcome.OBSERVED, Outcome.INTERCEPTED, Outcome.TURNED_BACK), 70, 20, 10);
  private static final Weighted<Outcome> BY_REPORT =
      new Weighted<>(
          List.of(Outcome.OBSERVED, Outcome.INTERCEPTED, Outcome.TURNED_BACK), 55, 25, 20);

  private static final Weighted<Indicator> SIGNS =
      new Weighted<>(
          List.of(
              Indicator.NO_DOCUMENTS,
              Indicator.UNKNOWN_DESTINATION,
              Indicator.JOB_OFFER,
              Indicator.UNRELATED_ADULT,
              Indicator.FALSE_DOCUMENTS,
              Indicator.MARRIAGE_OFFER,
              Indicator.DEBT,
              Indicator.MOVEMENT_CONTROLLED,
              Indicator.INJURY),
          30,
          18,
          16,
          8,
          7,
          7,
          6,
          5,
          2);

  private final long seed;
  private final List<Mouth> mouths;
  private final List<Mouth> gates;
  private final Responsibility responsibility;

  Sightings(long seed, List<Mouth> mouths, Responsibility responsibility) {
    this.seed = seed;
    this.mouths = mouths;
    this.gates = mouths.stream().filter(Mouth::isGate).toList();
    this.responsibility = responsibility;
  }

  /**
   * One crossing that was seen.
   *
   * @param crossing number of the crossing, counted over all mouths and days
   * @param mouth number of the mouth
   * @param second of the day
   */
  record Seen(long crossing, int mouth, int day, int second, Source by) {}

  Detection record(Seen seen, String sourceRef) {
    Draws draws = Draws.of(seed, Draws.Link.SIGHTINGS, seen.crossing());
    Group group = Group.of(seed, seen.crossing(), seen.day(), seen.by());
    Mouth mouth = mouths.get(seen.mouth());
    Mouth place = seen.by() == Source.HANDOVER ? nearestGate(mouth) : mouth;
    double accuracyM = accuracy(draws, seen.by());
    Spot spot = spot(draws, place, seen.by(), accuracyM);
    Outcome outcome = outcome(draws, seen.by());
    boolean stopped = outcome != Outcome.OBSERVED;
    boolean counted = stopped && draws.chance(0.8);
    return new Detection(
        sourceRef,
        Instant.ofEpochSecond(Season.midnight(seen.day()) + seen.second()),
        spot.lon(),
        spot.lat(),
        draws.chance(0.12) ? null : Double.valueOf(accuracyM),
        draws.chance(stopped ? 0.02 : 0.15) ? Direction.UNKNOWN : group.direction(),
        place.setting(),
        seen.by(),
        outcome,
        group.persons(),
        counted ? Integer.valueOf(group.women()) : null,
        counted && draws.chance(0.9) ? Integer.valueOf(group.children()) : null,
        stopped ? indicators(draws, group) : Set.of(),
        responsibility.of(place, spot.metresFromMouth(), spot.lon(), spot.lat()).code(),
        stopped && draws.chance(0.8) ? group.origin() : null);
  }

  private static double accuracy(Draws draws, Source by) {
    double median =
        switch (by) {
          case SENSOR -> 12;
          case PATROL -> 20;
          case HANDOVER -> 15;
          case REPORT -> 90;
        };
    return Math.rint(Math.max(5, Math.min(200, draws.logNormal(median, 0.6))));
  }

  private record Spot(double lon, double lat, double metresFromMouth) {}

  private static Spot spot(Draws draws, Mouth mouth, Source by, double accuracyM) {
    double deepest =
        switch (by) {
          case SENSOR -> 400;
          case HANDOVER -> 150;
          case PATROL, REPORT -> DEEPEST_METRES;
        };
    // Squared, so that most are seen close to the line.
    double u = draws.uniform();
    double depth = 20 + Math.min(deepest, mouth.depthMetres()) * u * u;
    double spread = by == Source.PATROL || by == Source.REPORT ? 60 + 0.2 * depth : 25;
    double errorM = accuracyM / 2;
    double inward = depth + errorM * draws.bell();
    double along = spread * draws.bell() + errorM * draws.bell();
    return new Spot(
        mouth.position().lon() + inward * mouth.inwardLon() + along * mouth.alongLon(),
        mouth.position().lat() + inward * mouth.inwardLat() + along * mouth.alongLat(),
        Math.sqrt(inward * inward + along * along));
  }

  private static Outcome outcome(Draws draws, Source by) {
    return switch (by) {
      case PATROL -> BY_PATROL.pick(draws);
      case SENSOR -> BY_SENSOR.pick(draws);
      case REPORT -> BY_REPORT.pick(draws);
      case HANDOVER -> Outcome.HANDED_OVER;
    };
  }

  private static Set<Indicator> indicators(Draws draws, Group group) {
    if (!draws.chance(0.09)) {
      return Set.of();
    }
    EnumSet<Indicator> signs = EnumSet.of(SIGNS.pick(draws));
    if (draws.chance(0.3)) {
      signs.add(SIGNS.pick(draws));
    }
    if (group.children() > 0 && draws.chance(0.25)) {
      signs.add(Indicator.CHILD_ALONE);
    }
    return signs;
  }

  private Mouth nearestGate(Mouth mouth) {
    Mouth nearest = gates.get(0);
    for (Mouth gate : gates) {
      if (Math.abs(gate.km() - mouth.km()) < Math.abs(nearest.km() - mouth.km())) {
        nearest = gate;
      }
    }
    return nearest;
  }
}
