package org.borderwatch.server.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.geo.UtmZone;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteFrechetDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** How far things are from lines, and which lines run along one another. */
class RouteLikenessTest {
  private static final double EAST = 670_000;
  private static final double NORTH = 2_420_000;

  private final Random random = new Random(11);

  /** A line through points of the plane, metres from a corner near Lạng Sơn. */
  private static List<List<LonLat>> line(double... metres) {
    List<LonLat> line = new ArrayList<>();
    for (int i = 0; i < metres.length; i += 2) {
      line.add(at(metres[i], metres[i + 1]));
    }
    return List.of(line);
  }

  private static LonLat at(double x, double y) {
    UtmZone.Degrees degrees = UtmZone.VIET_NAM.degrees(EAST + x, NORTH + y);
    return new LonLat(degrees.lon(), degrees.lat());
  }

  private List<List<LonLat>> crooked(int parts) {
    List<List<LonLat>> lines = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      double[] metres = new double[60];
      double x = random.nextDouble() * 20_000;
      double y = random.nextDouble() * 20_000;
      for (int i = 0; i < metres.length; i += 2) {
        metres[i] = x += random.nextGaussian() * 900;
        metres[i + 1] = y += random.nextGaussian() * 900;
      }
      lines.addAll(line(metres));
    }
    return lines;
  }

  @Test
  void distancesAreThoseOfLookingAtEveryPiece() {
    for (double within : new double[] {1, 40, 500, 7_000}) {
      List<List<LonLat>> lines = crooked(3);
      Corridor corridor = Corridor.of(lines, within);
      PlaneLines plane = PlaneLines.of(lines);
      int inside = 0;
      for (int i = 0; i < 4_000; i++) {
        int piece = random.nextInt(plane.pieces());
        double east = plane.fromEast(piece) + random.nextGaussian() * within;
        double north = plane.fromNorth(piece) + random.nextGaussian() * within;
        double nearest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < plane.pieces(); other++) {
          nearest = Math.min(nearest, Math.sqrt(plane.squaredMetres(other, east, north)));
        }
        UtmZone.Degrees degrees = UtmZone.VIET_NAM.degrees(east, north);
        double found = corridor.metres(degrees.lon(), degrees.lat(), new double[2]);
        if (nearest < within - 1e-6) {
          inside++;
          assertThat(found).isCloseTo(nearest, offset(1e-6));
          assertThat(degrees.lon()).isBetween(corridor.box().minLon(), corridor.box().maxLon());
          assertThat(degrees.lat()).isBetween(corridor.box().minLat(), corridor.box().maxLat());
        } else if (nearest > within + 1e-6) {
          assertThat(found).isInfinite();
        }
      }
      assertThat(inside).isGreaterThan(500);
    }
  }

  @Test
  void parallelLinesAreAlikeAsTheirDistanceAllows() {
    List<List<LonLat>> one = line(0, 0, 10_000, 0);
    List<List<LonLat>> beside = line(0, 300, 10_000, 300);
    assertThat(groups(500, one, beside)).containsExactly(List.of(0, 1));
    assertThat(groups(200, one, beside)).isEmpty();
    assertThat(FrechetDistance.metres(one, beside)).isCloseTo(300, offset(0.1));
    List<List<LonLat>> back = new ArrayList<>();
    List<LonLat> reversed = new ArrayList<>(beside.get(0));
    Collections.reverse(reversed);
    back.add(reversed);
    assertThat(FrechetDistance.metres(one, back)).isCloseTo(300, offset(0.1));
    assertThat(FrechetDistance.metres(one, one)).isZero();
  }

  @Test
  void theShareIsOfBothLengthsAndTheSameFromEitherSide() {
    List<List<LonLat>> whole = line(0, 0, 10_000, 0);
    List<List<LonLat>> part = line(0, 100, 2_500, 100);
    List<RouteGroups.Link> there = new RouteGroups(List.of(whole, part), 500, 0.05).links();
    List<RouteGroups.Link> back = new RouteGroups(List.of(part, whole), 500, 0.05).links();
    // All 2,500 m of the one, and of the other those with the reach beyond the end of the first.
    double reach = Math.sqrt(500 * 500 - 100 * 100);
    double share = (2_500 + 2_500 + reach) / 12_500;
    assertThat(there.get(0).share()).isCloseTo(share, withPercentage(2));
    assertThat(back.get(0).share()).isCloseTo(there.get(0).share(), offset(1e-12));
    assertThat(groups(500, whole, part)).isEmpty();
  }

  @Test
  void aGroupIsWhatLinksHoldTogether() {
    List<List<LonLat>> a = line(0, 0, 10_000, 0);
    List<List<LonLat>> b = line(0, 400, 10_000, 400);
    List<List<LonLat>> c = line(0, 800, 10_000, 800);
    List<List<LonLat>> far = line(0, 9_000, 10_000, 9_000);
    List<List<LonLat>> farToo = line(0, 9_001, 10_000, 9_001);
    assertThat(groups(500, a, far, c, b, farToo)).containsExactly(List.of(0, 2, 3), List.of(1, 4));
    assertThat(groups(500)).isEmpty();
    assertThat(groups(500, a)).isEmpty();
    assertThat(groups(10, a, a)).containsExactly(List.of(0, 1));
  }

  @SafeVarargs
  private static List<List<Integer>> groups(double metres, List<List<LonLat>>... routes) {
    return new RouteGroups(List.of(routes), metres, 0.6).groups();
  }

  @Test
  void theDiscreteDistanceIsThatOfJts() {
    Random random = new Random(11);
    GeometryFactory factory = new GeometryFactory();
    for (int round = 0; round < 100; round++) {
      Coordinate[] a = walk(random);
      Coordinate[] b = walk(random);
      assertThat(FrechetDistance.discrete(List.of(a), List.of(b)))
          .isEqualTo(
              DiscreteFrechetDistance.distance(
                  factory.createLineString(a), factory.createLineString(b)));
    }
  }

  private static Coordinate[] walk(Random random) {
    Coordinate[] places = new Coordinate[2 + random.nextInt(30)];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Coordinate(i * 10 + 40 * random.nextDouble(), 60 * random.nextDouble());
    }
    return places;
  }
}
