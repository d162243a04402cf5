package org.borderwatch.server.patrol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class TimeInsideTest {
  private static final GeometryFactory METRES = new GeometryFactory();
  private static final double STEP_SECONDS = 0.5;

  @Test
  void aStraightWalkThroughASquareTakesItsShare() {
    TimeInside square = new TimeInside(METRES.toGeometry(new Envelope(0, 100, 0, 100)));
    WalkedTrack.Leg walk = leg(new double[] {-100, 50, 200, 50}, 0, 300);
    assertThat(square.minutes(List.of(walk), 0, 300)).isCloseTo(100 / 60.0, within(1e-9));
    assertThat(square.minutes(List.of(walk), 150, 180)).isCloseTo(30 / 60.0, within(1e-9));
    assertThat(square.minutes(List.of(walk), 210, 300)).isZero();
    // Two at once count once, and whoever stands still is there too.
    WalkedTrack.Leg stands = leg(new double[] {50, 50, 50, 50}, 150, 250);
    assertThat(square.minutes(List.of(walk, walk, stands), 0, 300))
        .isCloseTo(150 / 60.0, within(1e-9));
    assertThat(square.minutes(List.of(leg(new double[] {500, 5, 500, 5}, 0, 99)), 0, 300)).isZero();
  }

  @Test
  void anyWalkThroughAnyShapeIsWhatLookingTwiceASecondSees() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Geometry shape = shape(random);
      List<WalkedTrack.Leg> legs = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        legs.add(leg(random));
      }
      double from = random.nextInt(600);
      double until = from + 60 + random.nextInt(1200);
      double seen = new TimeInside(shape).minutes(legs, from, until);
      double looked = looked(shape, legs, from, until) / 60;
      // Each crossing of the outline is off by a step at most.
      assertThat(seen).as("seed " + seed).isCloseTo(looked, within(STEP_SECONDS * 40 / 60));
    }
  }

  /** The same by looking again and again where each of them is. */
  private static double looked(
      Geometry shape, List<WalkedTrack.Leg> legs, double from, double until) {
    double seconds = 0;
    for (double at = from + STEP_SECONDS / 2; at < until; at += STEP_SECONDS) {
      boolean inside = false;
      for (WalkedTrack.Leg leg : legs) {
        int i = Arrays.binarySearch(leg.seconds(), at);
        i = i >= 0 ? i : -i - 2;
        if (i >= 0 && i + 1 < leg.seconds().length) {
          double share = (at - leg.seconds()[i]) / (leg.seconds()[i + 1] - leg.seconds()[i]);
          double east =
              leg.metres()[2 * i] + share * (leg.metres()[2 * i + 2] - leg.metres()[2 * i]);
          double north =
              leg.metres()[2 * i + 1] + share * (leg.metres()[2 * i + 3] - leg.metres()[2 * i + 1]);
          inside |= shape.covers(METRES.createPoint(new Coordinate(east, north)));
        }
      }
      seconds += inside ? STEP_SECONDS : 0;
    }
    return seconds;
  }

  private static Polygon shape(SplittableRandom random) {
    int corners = 3 + random.nextInt(8);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = 100 + 500 * random.nextDouble();
      ring[i] = new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return METRES.createPolygon(ring);
  }

  private static WalkedTrack.Leg leg(SplittableRandom random) {
    int vertices = 2 + random.nextInt(12);
    double[] metres = new double[2 * vertices];
    double[] seconds = new double[vertices];
    double at = random.nextInt(300);
    for (int i = 0; i < vertices; i++) {
      boolean stands = i > 0 && random.nextInt(4) == 0;
      metres[2 * i] = stands ? metres[2 * i - 2] : -700 + 1400 * random.nextDouble();
      metres[2 * i + 1] = stands ? metres[2 * i - 1] : -700 + 1400 * random.nextDouble();
      seconds[i] = at;
      at += 5 + random.nextInt(300);
    }
    return new WalkedTrack.Leg(metres, seconds);
  }

  private static WalkedTrack.Leg leg(double[] metres, double... seconds) {
    return new WalkedTrack.Leg(metres, seconds);
  }
}
