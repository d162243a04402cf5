package org.borderwatch.data.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.effort.Fix;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.junit.jupiter.api.Test;

class PatrolWalksTest {
  private static final Scenario DEMO =
      new Scenario(Scenario.DEMO_SEED, 1, DemoDetections.BORDER, DemoDetections.PLACES);
  private static final List<PatrolTrack> TRACKS = tracks();

  private static List<PatrolTrack> tracks() {
    List<PatrolTrack> all = new ArrayList<>();
    DEMO.patrolTracks().forEachRemaining(all::add);
    return all;
  }

  @Test
  void everyShiftAndEveryGateIsPublished() {
    int shifts = 0;
    double hours = 0;
    for (int day = 0; day < Season.DAYS; day++) {
      List<PatrolShift> patrols = DEMO.effort().patrols(day);
      shifts += patrols.size();
      hours += patrols.stream().mapToDouble(PatrolShift::hours).sum();
    }
    List<PatrolTrack> patrols =
        TRACKS.stream().filter(track -> !"gate".equals(track.team())).toList();
    assertThat(patrols).hasSize(shifts);
    assertThat(patrols.stream().mapToDouble(PatrolTrack::hours).sum())
        .isCloseTo(hours, within(0.0003 * shifts));
    long gates = DEMO.truth().mouths().stream().filter(Mouth::isGate).count();
    List<PatrolTrack> rounds =
        TRACKS.stream().filter(track -> "gate".equals(track.team())).toList();
    assertThat(rounds).hasSize((int) gates * Season.DAYS);
    assertThat(rounds.get(0).hours()).isCloseTo(0.686, within(0.001));
  }

  @Test
  void patrolsStayInsideVietNamAtAPaceThatPeopleGo() {
    int pieces = 0;
    int fast = 0;
    for (PatrolTrack track : TRACKS) {
      List<Fix> fixes = track.legs().get(0);
      assertThat(track.legs()).hasSize(1);
      assertThat(fixes).hasSizeBetween(5, 25);
      assertThat(track.km() / track.hours()).isBetween(0.8, 8.0);
      for (int i = 0; i < fixes.size(); i++) {
        Fix fix = fixes.get(i);
        assertThat(DemoDetections.BORDER.isInside(fix.lon(), fix.lat())).isTrue();
        if (i > 0) {
          Fix before = fixes.get(i - 1);
          double metresASecond = before.metresTo(fix) / (fix.second() - before.second());
          pieces++;
          fast += 3.6 * metresASecond > 15 ? 1 : 0;
          assertThat(3.6 * metresASecond).isLessThan(80);
        }
      }
    }
    // Where the line bends, what lies straight inward lies far apart.
    assertThat(fast).isLessThan(pieces / 1_000);
  }

  @Test
  void halfOfTheTimeIsSpentInTheFirstQuarterOfTheDepth() {
    // As half of the sightings are: a depth is the square of an even draw.
    BorderLocator locator = new BorderLocator(DemoDetections.BORDER);
    double near = 0;
    double all = 0;
    for (PatrolTrack track : TRACKS.subList(0, 400)) {
      List<Fix> fixes = track.legs().get(0);
      for (int i = 1; i < fixes.size(); i++) {
        for (double t = 0.05; t < 1; t += 0.1) {
          double lon = fixes.get(i - 1).lon() * (1 - t) + fixes.get(i).lon() * t;
          double lat = fixes.get(i - 1).lat() * (1 - t) + fixes.get(i).lat() * t;
          double seconds = 0.1 * (fixes.get(i).second() - fixes.get(i - 1).second());
          all += seconds;
          near += locator.distanceMetres(lon, lat) < 770 ? seconds : 0;
        }
      }
    }
    // A little more, since the line bends and the nearest of it is nearer than straight ahead.
    assertThat(near / all).isBetween(0.48, 0.68);
  }

  @Test
  void referencesAreUniqueAndTheSameEachTime() {
    Set<String> references = new HashSet<>();
    TRACKS.forEach(track -> references.add(track.sourceRef()));
    assertThat(references).hasSameSizeAs(TRACKS);
    assertThat(tracks()).isEqualTo(TRACKS);
  }

  @Test
  void sensorsWatchAsLongAsTheyWork() {
    double hours = 0;
    for (Mouth mouth : DEMO.sensors().watched()) {
      for (int day = 0; day < Season.DAYS; day++) {
        hours += PatrolEffort.SLOTS * DEMO.sensors().hours(mouth, day);
      }
    }
    List<SensorWatch> watches = DEMO.sensorWatches();
    double published =
        watches.stream()
            .mapToDouble(w -> (w.until().getEpochSecond() - w.from().getEpochSecond()) / 3600.0)
            .sum();
    assertThat(published).isEqualTo(hours);
    assertThat(watches.size()).isBetween(50, 400);
  }
}
