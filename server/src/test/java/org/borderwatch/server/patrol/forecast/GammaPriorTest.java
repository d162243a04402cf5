package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaPriorTest {
  /** Negative binomial, written down plainly. */
  private static double logLikelihood(
      double[] events, double[] exposure, double shape, double rate) {
    double sum = 0;
    for (int i = 0; i < events.length; i++) {
      sum +=
          GammaDistribution.lnGamma(shape + events[i])
              - GammaDistribution.lnGamma(shape)
              + shape * Math.log(rate)
              - (shape + events[i]) * Math.log(rate + exposure[i]);
    }
    return sum;
  }

  @Test
  void isMoreLikelyThanAnyOther() {
    Random random = new Random(3);
    double[] exposure = new double[300];
    double[] events = new double[300];
    Simulated draws = new Simulated(4, 1);
    for (int i = 0; i < events.length; i++) {
      exposure[i] = 20 * random.nextDouble();
      // Exponential rates: shape 1, mean 0.5.
      events[i] = draws.poisson(exposure[i] * -Math.log(1 - random.nextDouble()) / 2);
    }
    GammaDistribution prior = GammaPrior.of(events, exposure);
    assertThat(prior.shape()).isCloseTo(1, within(0.2));
    assertThat(prior.mean()).isCloseTo(0.5, within(0.08));
    double best = logLikelihood(events, exposure, prior.shape(), prior.rate());
    for (double s : new double[] {0.97, 0.999, 1, 1.001, 1.03}) {
      for (double r : new double[] {0.97, 0.999, 1, 1.001, 1.03}) {
        assertThat(logLikelihood(events, exposure, s * prior.shape(), r * prior.rate()))
            .isLessThanOrEqualTo(best + 1e-6);
      }
    }
  }

  @Test
  void placesAllAlikeGetOneRate() {
    double[] events = new double[50];
    double[] exposure = new double[50];
    Arrays.fill(events, 20);
    Arrays.fill(exposure, 100);
    GammaDistribution prior = GammaPrior.of(events, exposure);
    assertThat(prior.mean()).isCloseTo(0.2, within(1e-6));
    assertThat(prior.shape()).isGreaterThan(100);
  }

  @Test
  void placesWithoutExposureHaveNoSay() {
    GammaDistribution prior = GammaPrior.of(new double[] {3, 9, 1}, new double[] {10, 10, 10});
    GammaDistribution same = GammaPrior.of(new double[] {3, 0, 9, 1}, new double[] {10, 0, 10, 10});
    assertThat(same).isEqualTo(prior);
    assertThatThrownBy(() -> GammaPrior.of(new double[] {0}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
