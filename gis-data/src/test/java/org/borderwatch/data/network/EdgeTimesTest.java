package org.borderwatch.data.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTimesTest {
  private static final double DEGREE_NORTH_METRES = 110_574;

  @ParameterizedTest
  @CsvSource({"0, 5.036742", "-0.05, 6.0", "0.10, 3.549332", "0.30, 1.762546", "-0.10, 5.036742"})
  void peopleWalkAsToblerSays(double slope, double kmh) {
    assertThat(WalkingPace.kmh(slope)).isCloseTo(kmh, within(5e-7));
  }

  @Test
  void offThePathPeopleAreSlower() {
    assertThat(WalkingPace.offPathSeconds(1000)).isCloseTo(3600 / (0.6 * 5.036742), within(1e-3));
  }

  @Test
  void lengthsAreThoseOfTheGeodesic() {
    Random random = new Random(11);
    for (int i = 0; i < 50_000; i++) {
      double lon = 360 * random.nextDouble() - 180;
      double lat = 180 * random.nextDouble() - 90;
      double step = Math.pow(10, -6 + 7 * random.nextDouble());
      double lonTo = lon + step * (random.nextDouble() - 0.5);
      double latTo = Math.max(-90, Math.min(90, lat + step * (random.nextDouble() - 0.5)));
      double exact = Geodesic.WGS84.Inverse(lat, lon, latTo, lonTo).s12;
      assertThat(GroundLength.metres(lon, lat, lonTo, latTo))
          .as("%s %s to %s %s", lon, lat, lonTo, latTo)
          .isCloseTo(exact, within(1e-6 * exact + 1e-6));
    }
  }

  @Test
  void aLineIsAsLongAsItsPieces() {
    assertThat(GroundLength.metres(new double[] {106, 21})).isZero();
    assertThat(GroundLength.metres(new double[] {106, 21, 106, 22, 106, 21}))
        .isCloseTo(2 * Geodesic.WGS84.Inverse(21, 106, 22, 106).s12, within(1e-6));
  }

  /** A way due north of a length, on a plane of a slope towards the north. */
  private static NetworkEdge north(double metres, double slope, Passage passage) {
    ElevationGrid plane = (lon, lat) -> (float) (500 + slope * lat * DEGREE_NORTH_METRES);
    return new EdgeTimes(plane)
        .edge(
            0,
            1,
            WayClass.PATH,
            null,
            null,
            null,
            passage,
            new double[] {106, 0, 106, metres / DEGREE_NORTH_METRES},
            "way/1/0");
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.3", "-0.05", "0", "-0.4"})
  void uphillAndDownhillTakeTheTimesOfTheirSlopes(double slope) {
    NetworkEdge edge = north(1730, slope, Passage.OPEN);
    assertThat(edge.lengthMetres()).isCloseTo(1730, within(0.5));
    assertThat(edge.walkSeconds())
        .isCloseTo(WalkingPace.seconds(edge.lengthMetres(), slope), within(2.0));
    assertThat(edge.walkSecondsBack())
        .isCloseTo(WalkingPace.seconds(edge.lengthMetres(), -slope), within(2.0));
    assertThat(edge.heightsMetres()).hasSize(2);
  }

  @Test
  void aHillInTheMiddleIsClimbedThoughTheEndsAreLevel() {
    ElevationGrid hill = (lon, lat) -> (float) (300 - Math.abs(lat - 0.01) * 30_000);
    NetworkEdge edge =
        new EdgeTimes(hill)
            .edge(
                0,
                1,
                WayClass.PATH,
                null,
                null,
                null,
                Passage.OPEN,
                new double[] {106, 0, 106, 0.02},
                "way/1/0");
    assertThat(edge.walkSeconds()).isGreaterThan(1.4 * WalkingPace.seconds(edge.lengthMetres(), 0));
    assertThat(edge.walkSeconds()).isCloseTo(edge.walkSecondsBack(), within(2.0));
  }

  @Test
  void theSlopeOfAVeryShortEdgeIsTakenOverFiftyMetres() {
    NetworkEdge edge = north(10, 0.5, Passage.OPEN);
    assertThat(edge.walkSeconds())
        .isCloseTo(WalkingPace.seconds(edge.lengthMetres(), 0.1), within(0.01));
  }

  @Test
  void unknownHeightsAreFlat() {
    NetworkEdge edge =
        new EdgeTimes(ElevationGrid.UNKNOWN)
            .edge(
                0,
                1,
                WayClass.RESIDENTIAL,
                null,
                null,
                "mud",
                Passage.OPEN,
                new double[] {106, 0, 106, 0.01, 106, 0.02},
                "way/1/0");
    assertThat(edge.walkSeconds())
        .isCloseTo(edge.lengthMetres() * 3.6 / 5.036742, within(1e-3))
        .isEqualTo(edge.walkSecondsBack());
    assertThat(edge.driveSeconds()).isCloseTo(edge.lengthMetres() * 3.6 / 10, within(1e-9));
    assertThat(edge.heightsMetres()).isEmpty();
  }

  @Test
  void heightsKnownInPartCountWhereTheyAreKnown() {
    ElevationGrid half = (lon, lat) -> lat < 0.005 ? Float.NaN : 100;
    NetworkEdge edge =
        new EdgeTimes(half)
            .edge(
                0,
                1,
                WayClass.PATH,
                null,
                null,
                null,
                Passage.OPEN,
                new double[] {106, 0, 106, 0.01},
                "way/1/0");
    assertThat(edge.heightsMetres()).containsExactly(Float.NaN, 100);
    assertThat(edge.walkSeconds())
        .isCloseTo(WalkingPace.seconds(edge.lengthMetres(), 0), within(1e-6));
  }

  @Test
  void whatIsClosedStaysClosedWithOtherHeights() {
    NetworkEdge edge = north(500, 0.2, new Passage(true, false, false, true));
    NetworkEdge again = new EdgeTimes(ElevationGrid.UNKNOWN).again(edge);
    assertThat(ReadNetwork.passage(edge)).isEqualTo("w--D");
    assertThat(ReadNetwork.passage(again)).isEqualTo("w--D");
    assertThat(again.walkSeconds()).isLessThan(edge.walkSeconds());
    assertThat(again.sourceRef()).isEqualTo(edge.sourceRef());
  }

  @Test
  void everyEdgeCostsSomething() {
    NetworkEdge edge =
        new EdgeTimes((lon, lat) -> 7)
            .edge(
                0,
                1,
                WayClass.PATH,
                null,
                null,
                null,
                Passage.OPEN,
                new double[] {106, 21, 106, 21},
                "way/1/0");
    assertThat(edge.lengthMetres()).isPositive();
    assertThat(edge.walkSeconds()).isPositive().isFinite();
    assertThat(edge.driveSeconds()).isPositive().isFinite();
  }

  @Test
  void theSurfaceSlowsAndNeverSpeedsUp() {
    assertThat(DrivingSpeed.kmh(WayClass.PRIMARY, null)).isEqualTo(60);
    assertThat(DrivingSpeed.kmh(WayClass.PRIMARY, "gravel")).isEqualTo(40);
    assertThat(DrivingSpeed.kmh(WayClass.TRACK, "gravel")).isEqualTo(15);
    assertThat(DrivingSpeed.kmh(WayClass.TRACK, "new words")).isEqualTo(15);
    for (WayClass wayClass : WayClass.values()) {
      assertThat(DrivingSpeed.kmh(wayClass, "mud")).isBetween(5.0, 10.0);
    }
  }

  @Test
  void theBorderClipTakesWhatIsNear() {
    NetworkClip clip = NetworkClip.nearBorder(new BorderLocator(LandBorder.load()), 20);
    assertThat(clip.touches(new double[] {106.7, 21.97, 106.71, 21.98})).isTrue();
    assertThat(clip.touches(new double[] {105.8, 21.0})).isFalse();
    // From far on one side to far on the other, with no vertex near.
    assertThat(clip.touches(new double[] {106.2, 21.3, 107.4, 22.7})).isTrue();
    assertThat(clip.touches(new double[] {105.8, 21.0, 106.2, 20.7})).isFalse();
  }
}
