package org.borderwatch.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {
  /** Garwood's limits as tables print them (Breslow and Day 1987, table 2.10; R poisson.test). */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.688879",
    "1, 0.02531781, 5.571643",
    "5, 1.623486, 11.66833",
    "10, 4.795389, 18.39036",
    "100, 81.36394, 121.6273"
  })
  void publishedLimits(long events, double low, double high) {
    PoissonInterval interval = PoissonInterval.of(events);
    assertThat(interval.low()).isCloseTo(low, within(5e-5 * Math.max(1, low)));
    assertThat(interval.high()).isCloseTo(high, within(5e-5 * high));
  }

  @Test
  void theApproximationTakesOverWithoutAStep() {
    PoissonInterval exact = PoissonInterval.of(PoissonInterval.MANY - 1);
    PoissonInterval next = PoissonInterval.of(PoissonInterval.MANY);
    assertThat(next.low() - exact.low()).isCloseTo(0.98, within(0.05));
    assertThat(next.high() - exact.high()).isCloseTo(1.02, within(0.05));
  }

  @Test
  void lessThanNothingIsRefused() {
    assertThatThrownBy(() -> PoissonInterval.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
