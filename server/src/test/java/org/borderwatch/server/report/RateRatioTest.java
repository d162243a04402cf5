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

  @Test
  void exposureCounts() {
    RateRatio ratio = RateRatio.of(20, 50, 10, 100);
    assertThat(ratio.value()).isEqualTo(4);
    assertThat(ratio.p()).isCloseTo(2 * upperTail(20, 30, 1.0 / 3), within(1e-12));
    assertThat(RateRatio.of(10, 100, 20, 50).p()).isCloseTo(ratio.p(), within(1e-12));
    for (int a = 0; a <= 25; a++) {
      for (int b = 0; b <= 25; b++) {
        double share = 0.3;
        double lower = 1 - upperTail(a + 1, a + b, share);
        double slow = Math.min(1, 2 * Math.min(lower, upperTail(a, a + b, share)));
        assertThat(RateRatio.of(a, 3, b, 7).p()).as(a + ", " + b).isCloseTo(slow, within(1e-9));
      }
    }
  }

  /** P(X at least k) of n with that chance, term by term. */
  private static double upperTail(int k, int n, double chance) {
    double sum = 0;
    for (int i = k; i <= n; i++) {
      double term = 1;
      for (int j = 0; j < i; j++) {
        term *= (double) (n - j) / (j + 1) * chance;
      }
      sum += term * Math.pow(1 - chance, n - i);
    }
    return sum;
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
