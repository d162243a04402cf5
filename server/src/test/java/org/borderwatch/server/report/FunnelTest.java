package org.borderwatch.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.borderwatch.server.report.Funnel.Standing;
import org.junit.jupiter.api.Test;

class FunnelTest {
  private static final int STATIONS = 44;

  @Test
  void ratesAndIntervalsAreThoseOfEachPlace() {
    Funnel funnel = Funnel.of(new long[] {10, 30, 0}, new double[] {100, 100, 0});
    assertThat(funnel.rate()).isCloseTo(0.2, within(1e-12));
    assertThat(funnel.places().get(0).rate()).isCloseTo(0.1, within(1e-12));
    assertThat(funnel.places().get(0).low()).isCloseTo(0.04795, within(1e-5));
    assertThat(funnel.places().get(2).rate()).isNaN();
    assertThat(funnel.places().get(2).standing()).isEqualTo(Standing.TOO_LITTLE);
  }

  @Test
  void fewExpectedEventsAreNotJudged() {
    Funnel funnel = Funnel.of(new long[] {9, 1000}, new double[] {1, 1000});
    assertThat(funnel.places().get(0).standing()).isEqualTo(Standing.TOO_LITTLE);
    assertThat(funnel.places().get(0).z()).isNaN();
  }

  /** With equal rates hardly anybody is told apart; where one in 44 is, it is chance of 0.2 %. */
  @Test
  void noiseIsNotJudged() {
    Random random = new Random(7);
    int apart = 0;
    int runs = 150;
    for (int run = 0; run < runs; run++) {
      apart += apart(drawn(random, 0));
    }
    assertThat(apart / (double) (runs * STATIONS)).isLessThan(0.004);
  }

  /** True rates that differ by a quarter: without the spread more than a tenth would be blamed. */
  @Test
  void differencesOfTheGroundAreNotJudgedEither() {
    Random random = new Random(8);
    int apart = 0;
    int plainly = 0;
    double spread = 0;
    int runs = 150;
    for (int run = 0; run < runs; run++) {
      Funnel funnel = drawn(random, 0.25);
      apart += apart(funnel);
      plainly += plainly(funnel);
      spread += funnel.spread() / runs;
    }
    assertThat(apart / (double) (runs * STATIONS)).isLessThan(0.01);
    assertThat(plainly / (double) (runs * STATIONS)).isGreaterThan(0.1);
    assertThat(spread).isBetween(0.22, 0.28);
  }

  @Test
  void whoTrulyDiffersIsFound() {
    Random random = new Random(9);
    int found = 0;
    for (int run = 0; run < 100; run++) {
      double[] hours = new double[STATIONS];
      Arrays.fill(hours, 2_000);
      long[] events = new long[STATIONS];
      for (int i = 0; i < STATIONS; i++) {
        events[i] = poisson(random, i == 3 ? 300 : 100);
      }
      found += Funnel.of(events, hours).places().get(3).standing() == Standing.ABOVE ? 1 : 0;
    }
    assertThat(found).isEqualTo(100);
  }

  /** How many a funnel for chance alone would tell apart. */
  private static int plainly(Funnel funnel) {
    return (int)
        funnel.places().stream()
            .filter(
                place -> {
                  double expected = funnel.rate() * place.hours();
                  return Math.abs(2 * (Math.sqrt(place.events()) - Math.sqrt(expected))) > 3.09;
                })
            .count();
  }

  private static int apart(Funnel funnel) {
    return (int)
        funnel.places().stream()
            .filter(
                place -> place.standing() == Standing.ABOVE || place.standing() == Standing.BELOW)
            .count();
  }

  private static Funnel drawn(Random random, double spread) {
    double[] hours = new double[STATIONS];
    long[] events = new long[STATIONS];
    for (int i = 0; i < STATIONS; i++) {
      hours[i] = 500 + 4_000 * random.nextDouble();
      double rate = 0.05 * Math.exp(spread * random.nextGaussian());
      events[i] = poisson(random, rate * hours[i]);
    }
    return Funnel.of(events, hours);
  }

  private static long poisson(Random random, double mean) {
    double left = mean;
    long count = -1;
    while (left >= 0) {
      left += Math.log(1 - random.nextDouble());
      count++;
    }
    return count;
  }
}
