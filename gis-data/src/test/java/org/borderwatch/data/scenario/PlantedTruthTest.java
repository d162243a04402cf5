package org.borderwatch.data.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Source;
import org.borderwatch.data.place.Units;
import org.junit.jupiter.api.Test;

/** What was planted can be found in the counts. */
class PlantedTruthTest {
  private static final List<Detection> ALL = DemoDetections.ALL;
  private static final Truth TRUTH = DemoDetections.DEMO.truth();

  @Test
  void allFiveHalfYearsAreFilled() {
    assertThat(byHalfYear(ALL)).allMatch(count -> count > 3_000);
  }

  @Test
  void oneHotspotGrows() {
    List<Integer> counts = byHalfYear(near(TRUTH.growing()));
    assertThat(counts.get(4) / (double) counts.get(0)).isBetween(2.0, 4.5);
    assertThat(counts.get(3)).isGreaterThan(counts.get(1));
  }

  @Test
  void oneHotspotFades() {
    List<Integer> counts = byHalfYear(near(TRUTH.fading()));
    assertThat(counts.get(0) / (double) counts.get(4)).isBetween(2.0, 4.5);
    assertThat(counts.get(1)).isGreaterThan(counts.get(3));
  }

  @Test
  void saturdayIsBusierThanMonday() {
    int[] byDay = new int[8];
    ALL.forEach(detection -> byDay[DemoDetections.time(detection).getDayOfWeek().getValue()]++);
    assertThat(byDay[6] / (double) byDay[1]).isBetween(1.3, 1.7);
  }

  @Test
  void tetIsQuietAndTheWeeksAroundItAreBusy() {
    double ordinary = perDay(from -> Math.abs(from) > 28);
    assertThat(perDay(from -> from >= -1 && from <= 3)).isLessThan(0.6 * ordinary);
    assertThat(perDay(from -> from >= -10 && from <= -2)).isGreaterThan(1.3 * ordinary);
    assertThat(perDay(from -> from >= 4 && from <= 14)).isGreaterThan(1.3 * ordinary);
  }

  @Test
  void trailsAreBusiestAtNight() {
    long night =
        ALL.stream()
            .filter(d -> !d.setting().code().equals("gate"))
            .filter(
                d -> {
                  int hour = DemoDetections.time(d).getHour();
                  return hour < 6 || hour >= 18;
                })
            .count();
    long trails = ALL.stream().filter(d -> !d.setting().code().equals("gate")).count();
    assertThat(night / (double) trails).isGreaterThan(0.6);
  }

  @Test
  void strongMouthsThatAreHardlyPatrolledYieldFewPatrolDetections() {
    assertThat(TRUTH.hardlyPatrolled()).hasSize(3);
    double mean = TRUTH.mouths().stream().mapToDouble(Mouth::strength).average().orElseThrow();
    for (Mouth mouth : TRUTH.hardlyPatrolled()) {
      assertThat(mouth.strength()).isGreaterThan(1.4 * mean);
      assertThat(seenByPatrols(mouth)).isLessThan(0.3 * seenByPatrols(TRUTH.growing()));
    }
  }

  /** Patrol detections close to a mouth for each unit of its strength. */
  private static double seenByPatrols(Mouth mouth) {
    return near(mouth).stream().filter(d -> d.source() == Source.PATROL).count() / mouth.strength();
  }

  @Test
  void aCrossingIsSeenMoreOftenTheMorePatrolsLook() {
    Scenario demo = DemoDetections.DEMO;
    Watch watch = new Watch(100, TRUTH.mouths(), demo.effort(), demo.sensors());
    PatrolShift shift = demo.effort().patrols(100).get(0);
    Mouth covered =
        TRUTH.mouths().stream()
            .filter(mouth -> !mouth.isGate() && shift.covers(mouth.km()))
            .findFirst()
            .orElseThrow();
    int during = shift.slot() * 21_600 + 5;
    double expected = 1 - Math.exp(-0.7 * shift.hoursPerKm());
    assertThat(seenByPatrolShare(watch, covered, during)).isCloseTo(expected, within(0.06));
    int[] unwatched = unwatchedSlot(demo.effort().patrols(100));
    Mouth alone = TRUTH.mouths().get(unwatched[0]);
    assertThat(seenByPatrolShare(watch, alone, unwatched[1] * 21_600 + 5)).isZero();
  }

  /** A mouth and a quarter of the day without any patrol. */
  private static int[] unwatchedSlot(List<PatrolShift> shifts) {
    for (Mouth mouth : TRUTH.mouths()) {
      for (int slot = 0; slot < PatrolEffort.SLOTS; slot++) {
        int quarter = slot;
        if (!mouth.isGate()
            && shifts.stream().noneMatch(s -> s.slot() == quarter && s.covers(mouth.km()))) {
          return new int[] {mouth.no(), slot};
        }
      }
    }
    throw new AssertionError("every mouth is patrolled all day");
  }

  private static double seenByPatrolShare(Watch watch, Mouth mouth, int second) {
    int seen = 0;
    for (int i = 0; i < 20_000; i++) {
      Draws draws = Draws.of(5, Draws.Link.SEEN, i);
      seen += watch.sees(mouth, second, draws) == Source.PATROL ? 1 : 0;
    }
    return seen / 20_000.0;
  }

  @Test
  void strengthsAddUpToOneAndMouthsStandTwoToSixKilometresApart() {
    assertThat(TRUTH.mouths().stream().mapToDouble(Mouth::strength).sum())
        .isCloseTo(1, within(1e-9));
    List<Mouth> trails = TRUTH.mouths().stream().filter(mouth -> !mouth.isGate()).toList();
    assertThat(trails).hasSizeBetween(45, 70);
    for (int i = 1; i < trails.size(); i++) {
      assertThat(trails.get(i).km() - trails.get(i - 1).km()).isBetween(1.0, 7.0);
    }
  }

  @Test
  void stationsTileTheBorderOfLangSon() {
    List<DemoStation> stations = DemoDetections.DEMO.stations();
    assertThat(stations).hasSize(11);
    assertThat(stations.get(0).stretch().fromKm()).isEqualTo(1063.7);
    assertThat(stations.get(10).stretch().toKm()).isEqualTo(1287.0);
    for (int i = 1; i < stations.size(); i++) {
      assertThat(stations.get(i).stretch().fromKm())
          .isEqualTo(stations.get(i - 1).stretch().toKm());
    }
    assertThat(stations).extracting(DemoStation::code).contains("LS-01", "LS-11");
    assertThat(stations).extracting(DemoStation::nameVi).contains("Đồn Đồng Đăng");
    assertThat(stations).extracting(DemoStation::nameVi).doesNotHaveDuplicates();
    assertThat(stations).allMatch(station -> station.parent().equals(Units.LANG_SON));
  }

  @Test
  void aStationStandsOneToFourKilometresInsideOnItsOwnStretch() {
    for (DemoStation station : DemoDetections.DEMO.stations()) {
      BorderPosition position =
          DemoDetections.LOCATOR.locate(station.position().lon(), station.position().lat());
      assertThat(position.offsetM()).as(station.nameVi()).isBetween(1_000.0, 4_000.0);
      assertThat(station.stretch().contains(position.with(), position.km())).isTrue();
    }
  }

  private static List<Detection> near(Mouth mouth) {
    Stretch around = new Stretch(Neighbour.CN, mouth.km() - 1.2, mouth.km() + 1.2);
    return ALL.stream()
        .filter(
            detection -> {
              BorderPosition position = DemoDetections.border(detection);
              return around.contains(position.with(), position.km());
            })
        .toList();
  }

  private static List<Integer> byHalfYear(List<Detection> detections) {
    int[] counts = new int[5];
    detections.forEach(detection -> counts[DemoDetections.halfYear(detection)]++);
    List<Integer> list = new ArrayList<>();
    for (int count : counts) {
      list.add(count);
    }
    return list;
  }

  /** Detections a day over the days that are so far from Tết. */
  private static double perDay(IntPredicate daysFromTet) {
    int days = 0;
    for (int day = 0; day < Season.DAYS; day++) {
      days += daysFromTet.test(Season.daysFromTet(day)) ? 1 : 0;
    }
    long count =
        ALL.stream()
            .filter(
                detection -> {
                  long day =
                      DemoDetections.time(detection).toLocalDate().toEpochDay()
                          - Season.FIRST_DAY.toEpochDay();
                  return daysFromTet.test(Season.daysFromTet((int) day));
                })
            .count();
    return count / (double) days;
  }
}
