package org.borderwatch.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateRatioTest {
  @Test
  void theProvincialReportIsMet() {
    RateRatio ratio = RateRatio.of(18_500, 19_900);
    assertThat(ratio.value()).isCloseTo(0.92965, within(5e-6));
    assertThat(ratio.low()).isCloseTo(0.91122, within(5e-6));
    assertThat(ratio.high()).isCloseTo(0.94844, within(5e-6));
  }

  @Test
  void fiveAfterSixIsNoEvidence() {
    assertThat(RateRatio.of(5, 6).p()).isEqualTo(1.0);
  }

  @Test
  void fiveAfterFifteenHasTheExactP() {
    assertThat(RateRatio.of(5, 15).p()).isCloseTo(0.041389, within(1e-6));
    assertThat(RateRatio.of(15, 5).p()).isCloseTo(0.041389, within(1e-6));
  }

  @Test
  void nothingAfterNothingIsNoEvidence() {
    RateRatio ratio = RateRatio.of(0, 0);
    assertThat(ratio.p()).isEqualTo(1);
    assertThat(ratio.value()).isNaN();
  }

  @Test
  void nothingAfterTenHasAPButNoInterval() {
    RateRatio ratio = RateRatio.of(0, 10);
    assertThat(ratio.value()).isZero();
    assertThat(ratio.low()).isNaN();
    assertThat(ratio.p()).isCloseTo(2 * Math.pow(0.5, 10), within(1e-12));
  }

  @Test
  void theTailAgreesWithASlowSum() {
    for (int a = 0; a <= 60; a++) {
      for (int b = a + 1; b <= 60; b++) {
        assertThat(RateRatio.of(a, b).p()).isCloseTo(slowP(a, b), within(1e-9));
      }
    }
  }

  /** Sums every outcome of n fair coins that is no likelier than the one seen. */
  private static double slowP(int a, int b) {
    int n = a + b;
    double[] chance = new double[n + 1];
    chance[0] = Math.pow(0.5, n);
    for (int k = 1; k <= n; k++) {
      chance[k] = chance[k - 1] * (n - k + 1) / k;
    }
    double sum = 0;
    for (double one : chance) {
      sum += one <= chance[a] * (1 + 1e-9) ? one : 0;
    }
    return sum;
  }
}
