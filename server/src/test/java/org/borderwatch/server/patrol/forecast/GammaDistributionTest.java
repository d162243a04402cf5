package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaDistributionTest {
  /** NIST/SEMATECH e-Handbook, 1.3.6.7.4: critical values of chi-square, gamma (k/2, 1/2). */
  @ParameterizedTest
  @CsvSource({
    "1, 0.95, 3.841",
    "1, 0.99, 6.635",
    "2, 0.90, 4.605",
    "5, 0.95, 11.070",
    "10, 0.95, 18.307",
    "30, 0.975, 46.979",
    "100, 0.95, 124.342",
    "100, 0.999, 149.449",
    "5, 0.05, 1.145",
    "10, 0.05, 3.940",
    "30, 0.10, 20.599",
    "100, 0.05, 77.929",
    "3, 0.01, 0.115"
  })
  void quantilesArePublishedOnes(int freedom, double p, double published) {
    assertThat(new GammaDistribution(freedom / 2.0, 0.5).quantile(p))
        .isCloseTo(published, within(6e-4));
  }

  @Test
  void shapeOneIsExponential() {
    for (double p : new double[] {0.001, 0.05, 0.5, 0.95, 0.999}) {
      assertThat(new GammaDistribution(1, 3).quantile(p))
          .isCloseTo(-Math.log1p(-p) / 3, within(1e-12));
    }
  }

  /** The chance that a gamma of whole shape k exceeds x is that of fewer than k Poisson events. */
  @Test
  void wholeShapesAreSumsOfPoissonProbabilities() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int shape = 1 + random.nextInt(60);
      double x = random.nextDouble() * 2 * shape;
      double term = Math.exp(-x);
      double fewer = 0;
      for (int k = 0; k < shape; k++) {
        fewer += term;
        term *= x / (k + 1);
      }
      assertThat(new GammaDistribution(shape, 1).cdf(x)).isCloseTo(1 - fewer, within(1e-12));
    }
  }

  @Test
  void quantileIsTheInverse() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      double shape = Math.exp(random.nextDouble() * 16 - 4);
      double p = 0.001 + 0.998 * random.nextDouble();
      GammaDistribution gamma = new GammaDistribution(shape, 2.5);
      assertThat(gamma.cdf(gamma.quantile(p))).isCloseTo(p, within(1e-9));
    }
    assertThat(new GammaDistribution(1e9, 1e9).quantile(0.95)).isCloseTo(1.000052, within(1e-6));
  }

  @Test
  void functionsHaveTheirKnownValues() {
    assertThat(GammaDistribution.lnGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-13));
    assertThat(GammaDistribution.lnGamma(11)).isCloseTo(Math.log(3628800), within(1e-12));
    assertThat(GammaDistribution.digamma(1)).isCloseTo(-0.577215664901532861, within(1e-12));
    assertThat(GammaDistribution.digamma(0.5)).isCloseTo(-1.963510026021423479, within(1e-12));
  }

  @Test
  void momentsGiveTheDistribution() {
    GammaDistribution gamma = GammaDistribution.ofMoments(6, 4);
    assertThat(gamma.mean()).isCloseTo(6, within(1e-12));
    assertThat(gamma.variance()).isCloseTo(4, within(1e-12));
    assertThatThrownBy(() -> new GammaDistribution(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Poisson of mean 10: 0.029 up to 4, 0.067 up to 5; 0.917 up to 14, 0.951 up to 15. */
  @Test
  void countIntervalOfACertainMeanIsPoissons() {
    assertThat(CountInterval.of(new GammaDistribution(1e8, 1e7), 0.9))
        .isEqualTo(new CountInterval(5, 15));
    assertThat(CountInterval.of(new GammaDistribution(1e8, 1e10), 0.9))
        .isEqualTo(new CountInterval(0, 0));
  }

  /** With shape 1 a count is geometric: P(at most k) = 1 - (1 + rate)^-(k + 1). */
  @Test
  void countIntervalOfShapeOneIsGeometric() {
    double rate = 0.1;
    CountInterval interval = CountInterval.of(new GammaDistribution(1, rate), 0.9);
    assertThat(interval.low()).isEqualTo((long) Math.ceil(Math.log(0.95) / -Math.log(1.1) - 1));
    assertThat(interval.high()).isEqualTo((long) Math.ceil(Math.log(0.05) / -Math.log(1.1) - 1));
    assertThat(interval.holds(interval.high())).isTrue();
    assertThat(interval.holds(interval.high() + 1)).isFalse();
    CountInterval large = CountInterval.of(new GammaDistribution(400, 400e-6), 0.9);
    assertThat(large.low()).isBetween(917_000L, 920_000L);
    assertThat(large.high()).isBetween(1_082_000L, 1_085_000L);
  }
}
