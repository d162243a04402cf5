package org.borderwatch.data.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.data.place.Provinces;
import org.borderwatch.data.place.Units;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final List<Detection> ALL = DemoDetections.ALL;

  @Test
  void theDemoHasAboutTwentyThousandDetections() {
    assertThat(ALL.size()).isBetween(19_000, 21_000);
  }

  @Test
  void theDemoIsTheSameOnEveryMachine() {
    assertThat(ALL).hasSize(20_191);
    assertThat(DemoDetections.hash(ALL.subList(0, 1_000))).isEqualTo("53656f2e7daf4831");
    assertThat(DemoDetections.hash(ALL)).isEqualTo("a362178c09d37eb4");
  }

  @Test
  void publishingAnotherLinkFirstChangesNoDetection() {
    Scenario asked =
        new Scenario(Scenario.DEMO_SEED, 1, DemoDetections.BORDER, DemoDetections.PLACES);
    int patrols = 0;
    for (int day = Season.DAYS - 1; day >= 0; day--) {
      patrols += asked.effort().patrols(day).size();
      for (Mouth mouth : asked.sensors().watched()) {
        assertThat(asked.sensors().hours(mouth, day)).isBetween(0.0, 6.0);
      }
    }
    assertThat(patrols).isGreaterThan(10_000);
    asked.detections().next();
    assertThat(DemoDetections.list(asked)).isEqualTo(ALL);
  }

  @Test
  void anotherSeedTellsAnotherStory() {
    Scenario other = new Scenario(7, 0.1, DemoDetections.BORDER, DemoDetections.PLACES);
    List<Detection> detections = DemoDetections.list(other);
    assertThat(detections.size()).isBetween(1_200, 2_800);
    assertThat(detections.get(0)).isNotEqualTo(ALL.get(0));
  }

  @Test
  void theScaleMultipliesTheFlows() {
    Scenario large =
        new Scenario(Scenario.DEMO_SEED, 40, DemoDetections.BORDER, DemoDetections.PLACES);
    long[] count = new long[1];
    large.detections(detection -> count[0]++);
    assertThat(count[0] / 40.0).isCloseTo(ALL.size(), within(0.02 * ALL.size()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Scenario(1, 0));
  }

  @Test
  void detectionsComeInTheOrderOfTimeWithReferencesOfTheirOwn() {
    assertThat(ALL).isSortedAccordingTo(Comparator.comparing(Detection::observedAt));
    Set<String> references = new HashSet<>();
    ALL.forEach(detection -> references.add(detection.sourceRef()));
    assertThat(references).hasSize(ALL.size());
    assertThat(ALL.get(0).sourceRef()).isEqualTo("DEMO-0000001");
    assertThat(ALL.get(0).observedAt()).isAfterOrEqualTo(Instant.parse("2021-12-31T17:00:00Z"));
    assertThat(ALL.get(ALL.size() - 1).observedAt())
        .isBefore(Instant.parse("2024-06-30T17:00:00Z"));
  }

  @Test
  void aGroupIsFourPeopleOnAverage() {
    double persons = ALL.stream().mapToInt(Detection::persons).average().orElseThrow();
    assertThat(persons).isCloseTo(9_137.0 / 2_274, within(0.05));
    assertThat(ALL).allMatch(detection -> detection.persons() <= 40);
    assertThat(ALL).anyMatch(detection -> detection.persons() > 20);
  }

  @Test
  void everyWordAndSomeGapsOccur() {
    for (Source source : Source.values()) {
      assertThat(ALL).anyMatch(detection -> detection.source() == source);
    }
    for (Outcome outcome : Outcome.values()) {
      assertThat(ALL).anyMatch(detection -> detection.outcome() == outcome);
    }
    for (Setting setting : List.of(Setting.TRAIL, Setting.GATE, Setting.RIVER, Setting.ROAD)) {
      assertThat(ALL).anyMatch(detection -> detection.setting() == setting);
    }
    assertThat(share(detection -> detection.accuracyM() == null)).isBetween(0.05, 0.2);
    assertThat(share(detection -> detection.women() == null)).isBetween(0.2, 0.7);
    assertThat(share(detection -> detection.origin() == null)).isBetween(0.2, 0.7);
    assertThat(share(detection -> !detection.indicators().isEmpty())).isBetween(0.02, 0.1);
    assertThat(share(detection -> detection.direction().code().equals("exit"))).isGreaterThan(0.7);
  }

  @Test
  void accuracyIsFiveToTwoHundredMetres() {
    assertThat(ALL)
        .allMatch(d -> d.accuracyM() == null || (d.accuracyM() >= 5 && d.accuracyM() <= 200));
  }

  @Test
  void originsAreProvinces() {
    Provinces provinces = Provinces.load();
    Set<String> origins = new HashSet<>();
    ALL.stream().filter(d -> d.origin() != null).forEach(d -> origins.add(d.origin()));
    assertThat(origins).hasSizeGreaterThan(20).allMatch(code -> provinces.find(code).isPresent());
  }

  @Test
  void positionsAreNearTheLineAndMostlyInside() {
    int inside = 0;
    for (Detection detection : ALL) {
      BorderPosition position = DemoDetections.border(detection);
      assertThat(position.with()).isEqualTo(Neighbour.CN);
      assertThat(position.km()).isBetween(1_060.0, 1_291.0);
      assertThat(position.offsetM()).isBetween(-1_000.0, 4_000.0);
      inside += position.offsetM() > 0 ? 1 : 0;
    }
    assertThat(inside / (double) ALL.size()).isGreaterThan(0.95);
  }

  @Test
  void theStationIsTheOneResponsibleForTheKilometre() {
    Map<String, DemoStation> stations = new HashMap<>();
    DemoDetections.DEMO.stations().forEach(station -> stations.put(station.code(), station));
    for (Detection detection : ALL) {
      BorderPosition position = DemoDetections.border(detection);
      if (Units.LANG_SON_BORDER.contains(position.with(), position.km())) {
        DemoStation station = stations.get(detection.station());
        assertThat(station.stretch().contains(position.with(), position.km()))
            .as("%s at km %s", detection, position.km())
            .isTrue();
      }
    }
  }

  @Test
  void anIteratorStartsAnew() {
    Iterator<Detection> first = DemoDetections.DEMO.detections();
    first.next();
    assertThat(DemoDetections.DEMO.detections().next()).isEqualTo(ALL.get(0));
    assertThat(first.next()).isEqualTo(ALL.get(1));
  }

  private static double share(Predicate<Detection> which) {
    return ALL.stream().filter(which).count() / (double) ALL.size();
  }
}
