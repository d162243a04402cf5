package org.borderwatch.server.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.geo.PlaneCells;
import org.borderwatch.server.geo.UtmZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortViewTest {
  private static final LandBorder BORDER = LandBorder.load();
  private static final BorderLocator LOCATOR = new BorderLocator(BORDER);
  private static final UtmZone ZONE = UtmZone.VIET_NAM;
  private static final long HOUR = 3_600;
  private static final long[] ONE_DAY = {0, 24 * HOUR};
  private static final EffortFilter ALL =
      new EffortFilter(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(), true);
  private static final double EAST = 676_000;
  private static final double NORTH = 2_430_000;
  private static final PlaneSquares SQUARES = new PlaneSquares(EAST, NORTH, 1_000, 10, 10);
  private static final PlaneSquares EVERYWHERE = new PlaneSquares(-1e8, -1e8, 2e8, 1, 1);

  @Test
  void withoutEffortEverythingIsZero() {
    EffortView none = new EffortRows().view("0", LOCATOR);
    EffortCounts counts = none.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone());
    assertThat(counts.places()).isEqualTo(100);
    assertThat(counts.steps()).isEqualTo(1);
    assertThat(counts.patrolHours()).containsOnly(0).hasSize(100);
    assertThat(counts.patrolKm()).containsOnly(0);
    assertThat(counts.sensorHours()).containsOnly(0);
    assertThat(none.hasAny(true)).isFalse();
    assertThat(none.hasAny(false)).isFalse();
  }

  @Test
  void aTrackWithinOneCellCountsThereAlone() {
    EffortView view = eastward(100, 500, 800, 0, HOUR);
    EffortCounts counts = view.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone());
    assertThat(counts.patrolHours()[0]).isEqualTo(1);
    assertThat(counts.patrolKm()[0]).isCloseTo(0.7, within(0.001));
    assertThat(sum(counts.patrolHours())).isEqualTo(1);
    assertThat(view.hasAny(true)).isTrue();
    assertThat(view.hasAny(false)).isFalse();
  }

  @Test
  void stationsHaveTheHoursOfTheirOwnTracksAndSensors() {
    EffortRows rows = new EffortRows();
    rows.track("A", true)
        .leg(new double[] {106.7, 106.71}, new double[] {21.9, 21.9}, new long[] {0, 2 * HOUR});
    rows.track("B", true)
        .leg(new double[] {106.7, 106.72}, new double[] {21.9, 21.9}, new long[] {0, HOUR});
    rows.watch("B", true, new LonLat(106.7, 21.9), 50, HOUR, 5 * HOUR);
    EffortView view = rows.view("1", LOCATOR);
    StationEffort effort = view.byStations(ALL, new long[] {0, HOUR, 24 * HOUR});
    int a = effort.stations().indexOf("A");
    int b = effort.stations().indexOf("B");
    assertThat(effort.counts().patrolHours()[2 * a]).isEqualTo(1);
    assertThat(effort.counts().patrolHours()[2 * a + 1]).isEqualTo(1);
    assertThat(effort.counts().patrolHours()[2 * b]).isEqualTo(1);
    assertThat(effort.counts().sensorHours()[2 * b + 1]).isEqualTo(4);
    EffortCounts whole =
        view.byCells(ALL, EVERYWHERE, ZONE, new long[] {0, HOUR, 24 * HOUR}, Crew.alone());
    assertThat(sum(effort.counts().patrolKm())).isCloseTo(sum(whole.patrolKm()), within(1e-6));
    assertThat(sum(effort.counts().patrolHours())).isEqualTo(sum(whole.patrolHours()));
  }

  @Test
  void aTrackIsCutWhereItLeavesACell() {
    // From 250 m into the first cell to 750 m into the third: 750, 1000 and 750 of 2500 m.
    EffortView view = eastward(250, 500, 2_750, 0, 10 * HOUR);
    double[] hours = view.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone()).patrolHours();
    assertThat(hours[0]).isCloseTo(3, within(1e-4));
    assertThat(hours[1]).isCloseTo(4, within(1e-4));
    assertThat(hours[2]).isCloseTo(3, within(1e-4));
  }

  @Test
  void aTrackIsCutWhereAStepEnds() {
    EffortView view = eastward(250, 500, 2_750, 0, 10 * HOUR);
    EffortCounts counts =
        view.byCells(ALL, SQUARES, ZONE, new long[] {0, 2 * HOUR, 24 * HOUR}, Crew.alone());
    assertThat(counts.patrolHours()[0]).isEqualTo(2);
    assertThat(counts.patrolHours()[1]).isCloseTo(1, within(1e-4));
    assertThat(counts.patrolHours()[2]).isZero();
    assertThat(counts.patrolHours()[3]).isCloseTo(4, within(1e-4));
  }

  @Test
  void onlyThePeriodOfTheFilterCounts() {
    EffortView view = eastward(250, 500, 2_750, 0, 10 * HOUR);
    EffortFilter twoHours = new EffortFilter(3 * HOUR, 5 * HOUR, Set.of(), true);
    double[] hours = view.byCells(twoHours, SQUARES, ZONE, ONE_DAY, Crew.alone()).patrolHours();
    assertThat(sum(hours)).isEqualTo(2);
    assertThat(hours[0]).isCloseTo(0, within(1e-4));
    assertThat(hours[1]).isCloseTo(2, within(1e-4));
  }

  @Test
  void realAndSyntheticAreNeverMixedAndStationsCanBeChosen() {
    EffortRows rows = new EffortRows();
    leg(rows.track("LS-01", true), 0, HOUR, 100, 500, 900, 500);
    leg(rows.track("LS-02", true), 0, 2 * HOUR, 100, 500, 900, 500);
    leg(rows.track(null, false), 0, 4 * HOUR, 100, 500, 900, 500);
    EffortView view = rows.view("1", LOCATOR);
    assertThat(hours(view, ALL)).isEqualTo(3);
    assertThat(hours(view, new EffortFilter(0, 24 * HOUR, Set.of("LS-02"), true))).isEqualTo(2);
    assertThat(hours(view, new EffortFilter(0, 24 * HOUR, Set.of(), false))).isEqualTo(4);
    assertThat(hours(view, new EffortFilter(0, 24 * HOUR, Set.of("LS-09"), true))).isZero();
  }

  @Test
  void betweenLegsNobodyLooks() {
    EffortRows rows = new EffortRows();
    leg(rows.track("LS-01", true), 0, HOUR, 100, 500, 900, 500);
    leg(rows, 5 * HOUR, 6 * HOUR, 5_100, 500, 5_900, 500);
    double[] hours =
        rows.view("1", LOCATOR).byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone()).patrolHours();
    assertThat(hours[0]).isEqualTo(1);
    assertThat(hours[5]).isEqualTo(1);
    assertThat(sum(hours)).isEqualTo(2);
  }

  @Test
  void whoStandsStillLooksAsWell() {
    EffortView view = eastward(500, 500, 500, 0, HOUR);
    EffortCounts counts = view.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone());
    assertThat(counts.patrolHours()[0]).isEqualTo(1);
    assertThat(counts.patrolKm()[0]).isZero();
  }

  @Test
  void aCornerCutByLessThanAMetreIsFound() {
    // From the first cell over a corner of the second into the twelfth, 0.7 m of it.
    EffortRows rows = new EffortRows();
    leg(rows.track("LS-01", true), 0, 10 * HOUR, 600, 600, 1_400.5, 1_400);
    double[] hours =
        rows.view("1", LOCATOR).byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone()).patrolHours();
    assertThat(hours[1] + hours[10]).isPositive();
    assertThat(hours[0] + hours[1] + hours[10] + hours[11]).isCloseTo(10, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cellsAgreeWithFineSampling(long seed) {
    EffortRows rows = new EffortRows();
    Sampled sampled = wander(rows, seed, 20);
    EffortView view = rows.view("1", LOCATOR);
    long[] bounds = {0, 7 * HOUR, 19 * HOUR, 48 * HOUR};
    for (PlaneCells cells :
        new PlaneCells[] {SQUARES, new PlaneHexagons(EAST, NORTH, 1_500, 6, 7)}) {
      EffortCounts counts = view.byCells(ALL, cells, ZONE, bounds, crew());
      double[] slow = sampled.hours(cells, bounds);
      for (int i = 0; i < slow.length; i++) {
        assertThat(counts.patrolHours()[i]).isCloseTo(slow[i], within(0.02));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void whereMiddlesAreKnownTheCutIsTheSame(long seed) {
    EffortRows rows = new EffortRows();
    wander(rows, seed, 200);
    EffortView view = rows.view("1", LOCATOR);
    for (PlaneCells cells :
        new PlaneCells[] {SQUARES, new PlaneHexagons(EAST, NORTH, 900, 10, 11)}) {
      EffortCounts known = view.byCells(ALL, cells, ZONE, ONE_DAY, crew());
      EffortCounts searched = view.byCells(ALL, new Plain(cells), ZONE, ONE_DAY, crew());
      for (int i = 0; i < cells.size(); i++) {
        assertThat(known.patrolHours()[i]).isCloseTo(searched.patrolHours()[i], within(1e-3));
        assertThat(known.patrolKm()[i]).isCloseTo(searched.patrolKm()[i], within(1e-3));
      }
    }
  }

  /** The same cells, whose middles nobody knows. */
  private record Plain(PlaneCells cells) implements PlaneCells {
    @Override
    public int size() {
      return cells.size();
    }

    @Override
    public int cell(double xMetres, double yMetres) {
      return cells.cell(xMetres, yMetres);
    }

    @Override
    public double widthMetres() {
      return cells.widthMetres();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void hoursInsideAndOutsideAreAllHours(long seed) {
    EffortRows rows = new EffortRows();
    wander(rows, seed, 50);
    EffortView view = rows.view("1", LOCATOR);
    long[] bounds = {0, 7 * HOUR, 19 * HOUR, 48 * HOUR};
    PlaneHexagons large = new PlaneHexagons(EAST - 1e5, NORTH - 1e5, 1_500, 200, 200);
    EffortCounts whole = view.byCells(ALL, EVERYWHERE, ZONE, bounds, crew());
    EffortCounts cells = view.byCells(ALL, large, ZONE, bounds, crew());
    for (int step = 0; step < 3; step++) {
      assertThat(sum(cells.patrolHours(), step, 3))
          .isCloseTo(whole.patrolHours()[step], within(1e-9));
      assertThat(sum(cells.patrolKm(), step, 3)).isCloseTo(whole.patrolKm()[step], within(1e-9));
    }
  }

  @Test
  void whoCountsNeverShowsInTheResult() {
    EffortRows rows = new EffortRows();
    wander(rows, 7, 2_000);
    EffortView view = rows.view("1", LOCATOR);
    EffortCounts alone = view.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone());
    EffortCounts together = view.byCells(ALL, SQUARES, ZONE, ONE_DAY, crew());
    assertThat(together.patrolHours()).containsExactly(alone.patrolHours());
    assertThat(together.patrolKm()).containsExactly(alone.patrolKm());
  }

  @Test
  void aSensorIsSharedByArea() {
    // On the corner of four cells, and 100 m east of it.
    EffortView corner = sensor(1_000, 1_000, 400);
    double[] hours = corner.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone()).sensorHours();
    for (int cell : new int[] {0, 1, 10, 11}) {
      assertThat(hours[cell]).isCloseTo(6, within(0.24));
    }
    assertThat(sum(hours)).isEqualTo(24);
    EffortView east = sensor(1_100, 500, 400);
    double[] other = east.byCells(ALL, SQUARES, ZONE, ONE_DAY, Crew.alone()).sensorHours();
    // The smaller segment of a circle cut at a quarter of its radius.
    double smaller = (Math.acos(0.25) - 0.25 * Math.sqrt(1 - 0.0625)) / Math.PI;
    assertThat(other[0]).isCloseTo(24 * smaller, within(0.24));
    assertThat(other[1]).isCloseTo(24 * (1 - smaller), within(0.24));
  }

  @Test
  void sensorHoursAreCutBySteps() {
    EffortCounts counts =
        sensor(500, 500, 400)
            .byCells(ALL, SQUARES, ZONE, new long[] {HOUR, 3 * HOUR, 30 * HOUR}, Crew.alone());
    assertThat(counts.sensorHours()[0]).isEqualTo(2);
    assertThat(counts.sensorHours()[1]).isEqualTo(21);
  }

  @Test
  void aTrackAlongTheBorderCountsAtItsKilometres() {
    EffortRows rows = new EffortRows();
    LonLat from = BORDER.line(Neighbour.CN).pointAt(1_150);
    LonLat until = BORDER.line(Neighbour.CN).pointAt(1_151);
    rows.track("LS-01", true)
        .leg(
            new double[] {from.lon(), until.lon()},
            new double[] {from.lat(), until.lat()},
            new long[] {0, HOUR});
    rows.watch("LS-01", true, from, 400, 0, 24 * HOUR);
    EffortView view = rows.view("1", LOCATOR);
    EffortCounts counts = view.bySections(ALL, Neighbour.CN, 5_000, 228, 5, ONE_DAY, Crew.alone());
    assertThat(counts.patrolHours()[2]).isCloseTo(1, within(0.15));
    assertThat(sum(counts.patrolHours())).isCloseTo(1, within(1e-12));
    assertThat(counts.patrolKm()[2]).isCloseTo(from.metresTo(until) / 1_000, within(0.1));
    assertThat(sum(counts.sensorHours())).isEqualTo(24);
    EffortCounts laos = view.bySections(ALL, Neighbour.LA, 5_000, 0, 500, ONE_DAY, Crew.alone());
    assertThat(sum(laos.patrolHours()) + sum(laos.sensorHours())).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void sectionsOfAllLinesTogetherAreAllHours(long seed) {
    EffortRows rows = new EffortRows();
    wander(rows, seed, 40);
    EffortView view = rows.view("1", LOCATOR);
    long[] bounds = {0, 7 * HOUR, 48 * HOUR};
    double hours = 0;
    double km = 0;
    for (Neighbour line : Neighbour.values()) {
      EffortCounts counts = view.bySections(ALL, line, 1_000, 0, 3_000, bounds, crew());
      hours += sum(counts.patrolHours());
      km += sum(counts.patrolKm());
    }
    EffortCounts whole = view.byCells(ALL, EVERYWHERE, ZONE, bounds, crew());
    assertThat(hours).isCloseTo(sum(whole.patrolHours()), within(1e-9));
    assertThat(km).isCloseTo(sum(whole.patrolKm()), within(1e-9));
  }

  @Test
  void kilometresTakenOverFromAnEarlierVersionAreTheSame() {
    EffortRows fewer = new EffortRows();
    wander(fewer, 21, 30);
    EffortView before = fewer.view("1", LOCATOR);
    before.prepareSections(Crew.alone());
    EffortRows more = new EffortRows();
    wander(more, 21, 30);
    wander(more, 22, 10);
    EffortView anew = more.view("2", LOCATOR);
    EffortView taken = more.view("2", LOCATOR).after(before);
    EffortCounts one = anew.bySections(ALL, Neighbour.CN, 500, 0, 3_000, ONE_DAY, Crew.alone());
    EffortCounts other = taken.bySections(ALL, Neighbour.CN, 500, 0, 3_000, ONE_DAY, Crew.alone());
    assertThat(sum(other.patrolHours())).isPositive();
    assertThat(other.patrolHours()).containsExactly(one.patrolHours());
    assertThat(other.patrolKm()).containsExactly(one.patrolKm());
  }

  @Test
  void anotherZoneGivesTheSameHours() {
    EffortView view = eastward(250, 500, 2_750, 0, 10 * HOUR);
    UtmZone east = new UtmZone(49, true);
    UtmZone.Degrees degrees = ZONE.degrees(EAST + 1_500, NORTH + 500);
    UtmZone.Metres middle = east.metres(degrees.lon(), degrees.lat());
    PlaneSquares halves =
        new PlaneSquares(middle.east() - 10_000, middle.north() - 5_000, 10_000, 2, 1);
    double[] hours = view.byCells(ALL, halves, east, ONE_DAY, Crew.alone()).patrolHours();
    assertThat(hours[0]).isCloseTo(5, within(0.01));
    assertThat(hours[1]).isCloseTo(5, within(0.01));
  }

  @Test
  void timesThatDontRiseAreRefused() {
    EffortRows rows = new EffortRows().track("LS-01", true);
    assertThatThrownBy(() -> leg(rows, 5, 5, 1, 1, 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rows.leg(new double[1], new double[1], new long[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepClock(new long[] {5, 5}, ALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double hours(EffortView view, EffortFilter filter) {
    return sum(view.byCells(filter, SQUARES, ZONE, ONE_DAY, Crew.alone()).patrolHours());
  }

  /** One track to the east, in metres from the corner of the squares. */
  private static EffortView eastward(double fromX, double y, double toX, long from, long until) {
    EffortRows rows = new EffortRows();
    leg(rows.track("LS-01", true), from, until, fromX, y, toX, y);
    return rows.view("1", LOCATOR);
  }

  private static EffortView sensor(double x, double y, double radiusMetres) {
    UtmZone.Degrees place = ZONE.degrees(EAST + x, NORTH + y);
    return new EffortRows()
        .watch("LS-01", true, new LonLat(place.lon(), place.lat()), radiusMetres, 0, 24 * HOUR)
        .view("1", LOCATOR);
  }

  /** A straight leg; places in metres from the corner of the squares. */
  private static void leg(
      EffortRows rows, long from, long until, double x1, double y1, double x2, double y2) {
    UtmZone.Degrees one = ZONE.degrees(EAST + x1, NORTH + y1);
    UtmZone.Degrees other = ZONE.degrees(EAST + x2, NORTH + y2);
    rows.leg(
        new double[] {one.lon(), other.lon()},
        new double[] {one.lat(), other.lat()},
        new long[] {from, until});
  }

  private static Crew crew() {
    return Crew.of(3, Progress.UNWATCHED);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double sum(double[] values, int step, int steps) {
    double sum = 0;
    for (int i = step; i < values.length; i += steps) {
      sum += values[i];
    }
    return sum;
  }

  /** Tracks that wander over and beyond the squares, and the same by fine sampling. */
  private static Sampled wander(EffortRows rows, long seed, int tracks) {
    Random random = new Random(seed);
    Sampled sampled = new Sampled(new double[tracks][], new double[tracks][], new long[tracks][]);
    for (int t = 0; t < tracks; t++) {
      int vertices = 12 + random.nextInt(13);
      double[] lon = new double[vertices];
      double[] lat = new double[vertices];
      long[] at = new long[vertices];
      double x = random.nextDouble() * 12_000 - 1_000;
      double y = random.nextDouble() * 12_000 - 1_000;
      at[0] = random.nextInt((int) (20 * HOUR));
      for (int v = 0; v < vertices; v++) {
        UtmZone.Degrees place = ZONE.degrees(EAST + x, NORTH + y);
        lon[v] = place.lon();
        lat[v] = place.lat();
        at[v] = v == 0 ? at[0] : at[v - 1] + 60 + random.nextInt(1_500);
        x += random.nextGaussian() * 1_200;
        y += random.nextGaussian() * 1_200;
      }
      rows.track("LS-0" + random.nextInt(5), true).leg(lon, lat, at);
      sampled.lon()[t] = lon;
      sampled.lat()[t] = lat;
      sampled.at()[t] = at;
    }
    return sampled;
  }

  /** The slow plain version: one sample for each second. */
  private record Sampled(double[][] lon, double[][] lat, long[][] at) {
    double[] hours(PlaneCells cells, long[] bounds) {
      int steps = bounds.length - 1;
      double[] hours = new double[cells.size() * steps];
      for (int t = 0; t < at.length; t++) {
        for (int v = 0; v < at[t].length - 1; v++) {
          UtmZone.Metres from = ZONE.metres(lon[t][v], lat[t][v]);
          UtmZone.Metres until = ZONE.metres(lon[t][v + 1], lat[t][v + 1]);
          for (long second = at[t][v]; second < at[t][v + 1]; second++) {
            double along = (second + 0.5 - at[t][v]) / (at[t][v + 1] - at[t][v]);
            int cell =
                cells.cell(
                    from.east() + along * (until.east() - from.east()),
                    from.north() + along * (until.north() - from.north()));
            for (int step = 0; step < steps && cell >= 0; step++) {
              if (second >= bounds[step] && second < bounds[step + 1]) {
                hours[cell * steps + step] += 1.0 / HOUR;
              }
            }
          }
        }
      }
      return hours;
    }
  }
}
