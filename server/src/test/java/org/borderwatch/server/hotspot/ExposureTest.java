package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExposureTest {
  @Test
  void aSensorIsComparedWithThePatrolsOfItsOwnPlace() {
    // The sensor stands where ten times as many cross; there, an hour of it sees a quarter of what
    // an hour of patrol does.
    double[] patrolEvents = {100, 10, 10};
    double[] patrolHours = {50, 50, 50};
    double[] sensorEvents = {400, 0, 0};
    double[] sensorHours = {800, 0, 0};
    Exposure exposure = Exposure.of(patrolEvents, patrolHours, sensorEvents, sensorHours);
    assertThat(exposure.bothLooked()).isEqualTo(1);
    assertThat(exposure.factor()).isCloseTo(0.25, within(1e-12));
    assertThat(exposure.hours()).containsExactly(250, 50, 50);
  }

  @Test
  void placesWeighByTheHoursOfBoth() {
    // Mantel and Haenszel by hand: (8 * 10 / 30 + 2 * 30 / 40) / (6 * 20 / 30 + 9 * 10 / 40).
    Exposure exposure =
        Exposure.of(
            new double[] {6, 9}, new double[] {10, 30}, new double[] {8, 2}, new double[] {20, 10});
    assertThat(exposure.factor())
        .isCloseTo((80 / 30.0 + 60 / 40.0) / (120 / 30.0 + 90 / 40.0), within(1e-12));
  }

  @Test
  void withoutACommonPlaceTheWholeAreaIsCompared() {
    Exposure exposure =
        Exposure.of(
            new double[] {10, 0},
            new double[] {100, 0},
            new double[] {0, 20},
            new double[] {0, 50});
    assertThat(exposure.bothLooked()).isZero();
    assertThat(exposure.factor()).isCloseTo(4, within(1e-12));
  }

  @Test
  void whereNothingCanBeComparedAnHourIsAnHour() {
    Exposure nothing = Exposure.of(new double[2], new double[2], new double[2], new double[2]);
    assertThat(nothing.factor()).isEqualTo(1);
    assertThat(nothing.hours()).containsExactly(0, 0);
    Exposure sensorsSawNothing =
        Exposure.of(new double[] {5}, new double[] {10}, new double[] {0}, new double[] {30});
    assertThat(sensorsSawNothing.factor()).isEqualTo(1);
  }
}
