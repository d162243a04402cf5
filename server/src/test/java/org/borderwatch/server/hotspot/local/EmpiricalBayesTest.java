package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EmpiricalBayesTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void noPlacesHaveNoRates() {
    assertThat(EmpiricalBayes.smooth(new double[0], new double[0])).isEmpty();
  }

  /** By hand: m 0.3, s2 0.09, A 0.09 - 0.3 / 100 = 0.087; trust 0.087 / (0.087 + 0.003). */
  @Test
  void twoPlacesAsByHand() {
    assertThat(EmpiricalBayes.smooth(new double[] {0, 60}, new double[] {100, 100}))
        .containsExactly(new double[] {0.01, 0.59}, CLOSE);
  }

  /** By hand: m 2/5, s2 1/75, A 1/75 - 1/125 = 2/375; trusts 2/17, 8/23. */
  @Test
  void threePlacesOfUnequalExposureAsByHand() {
    double[] rates = EmpiricalBayes.smooth(new double[] {8, 40, 12}, new double[] {10, 100, 40});

    assertThat(rates)
        .containsExactly(new double[] {0.4 + 0.4 * 2 / 17, 0.4, 0.4 - 0.1 * 8 / 23}, CLOSE);
  }

  @Test
  void ratesThatDifferNoMoreThanChanceAreAllTheMean() {
    assertThat(EmpiricalBayes.smooth(new double[] {4, 6, 5}, new double[] {10, 10, 10}))
        .containsExactly(new double[] {0.5, 0.5, 0.5}, CLOSE);
    assertThat(EmpiricalBayes.smooth(new double[] {3}, new double[] {6})).containsExactly(0.5);
  }

  @Test
  void whereNothingWasSeenRatesAreZeroAndWhereNobodyLookedThereIsNone() {
    double[] none = EmpiricalBayes.smooth(new double[] {0, 0, 0}, new double[] {5, 0, 9});

    assertThat(none[0]).isZero();
    assertThat(none[1]).isNaN();
    assertThat(none[2]).isZero();
    assertThat(EmpiricalBayes.smooth(new double[] {2}, new double[] {0})[0]).isNaN();
  }

  @Test
  void eventsWithoutExposureCountNowhere() {
    double[] with = EmpiricalBayes.smooth(new double[] {0, 99, 60}, new double[] {100, 0, 100});

    assertThat(with[0]).isCloseTo(0.01, CLOSE);
    assertThat(with[2]).isCloseTo(0.59, CLOSE);
  }

  @Test
  void littleWatchedPlacesAreDrawnFurtherToTheMean() {
    Random random = new Random(5);
    double[] events = new double[500];
    double[] exposure = new double[500];
    for (int i = 0; i < events.length; i++) {
      exposure[i] = 1 + random.nextInt(200);
      events[i] = Math.floor(exposure[i] * random.nextDouble());
    }
    double all = 0;
    double hours = 0;
    for (int i = 0; i < events.length; i++) {
      all += events[i];
      hours += exposure[i];
    }
    double mean = all / hours;

    double[] rates = EmpiricalBayes.smooth(events, exposure);

    for (int i = 0; i < rates.length; i++) {
      double raw = events[i] / exposure[i] - mean;
      double smoothed = rates[i] - mean;
      assertThat(raw * smoothed).isNotNegative();
      assertThat(Math.abs(smoothed)).isLessThanOrEqualTo(Math.abs(raw) + 1e-15);
      for (int j = 0; j < 20; j++) {
        if (exposure[i] < exposure[j] && raw != 0 && events[j] / exposure[j] != mean) {
          assertThat(smoothed / raw)
              .isLessThan((rates[j] - mean) / (events[j] / exposure[j] - mean) + 1e-9);
        }
      }
    }
  }

  @Test
  void negativeAndMissingNumbersAreRefusedByPlace() {
    assertThatThrownBy(() -> EmpiricalBayes.smooth(new double[] {1, -1}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("events of place 1");
    assertThatThrownBy(() -> EmpiricalBayes.smooth(new double[1], new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exposure of place 0");
    assertThatThrownBy(() -> EmpiricalBayes.smooth(new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
