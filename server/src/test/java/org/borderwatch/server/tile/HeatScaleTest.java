package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.borderwatch.server.detection.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatScaleTest {
  @ParameterizedTest
  @CsvSource({
    "PERSONS, 182, 2", "PERSONS, 365, 5", "PERSONS, 91, 1", "PERSONS, 912, 10",
    "PERSONS, 1, 0.01", "DETECTIONS, 182, 0.5", "DETECTIONS, 365, 1", "DETECTIONS, 30, 0.1"
  })
  void theLengthOfThePeriodSetsTheFirstStep(Weight weight, double days, double lowest) {
    assertThat(HeatScale.of(weight, days).lowest()).isEqualTo(lowest);
  }

  @Test
  void theLadderIsOneTwoFive() {
    assertThat(new HeatScale(2).bounds()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0);
    assertThat(new HeatScale(0.1).bounds()).containsExactly(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
    assertThat(new HeatScale(0.005).bounds())
        .containsExactly(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);
  }

  @Test
  void whatIsNotOnTheLadderIsRefused() {
    assertThatThrownBy(() -> new HeatScale(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeatScale(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeatScale(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
