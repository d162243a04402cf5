package org.borderwatch.server.patrol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.junit.jupiter.api.Test;

class PatrolScoreTest {
  private static RosterWorth worth(double expected, double low, double high) {
    return new RosterWorth(expected, low, high, 0, Map.of());
  }

  /** Values of the usual tables of the Poisson distribution. */
  @Test
  void tailsAreThoseOfTheTables() {
    assertThat(Poisson.atMost(2, 3)).isCloseTo(0.42319, within(1e-5));
    assertThat(Poisson.atMost(5, 10)).isCloseTo(0.06709, within(1e-5));
    assertThat(Poisson.atLeast(16, 10)).isCloseTo(0.04874, within(1e-5));
    assertThat(Poisson.quantile(0.05, 10)).isEqualTo(5);
    assertThat(Poisson.quantile(0.95, 10)).isEqualTo(15);
    assertThat(Poisson.atMost(900, 1000)).isCloseTo(0.000711, within(2e-5));
    assertThat(Poisson.atMost(0, 0)).isEqualTo(1);
  }

  @Test
  void singlePersonsWithoutErrorAreAPlainPoissonTest() {
    PatrolScore score = PatrolScore.of(worth(10, 10, 10), 4, List.of(1, 1, 1, 1, 1));
    assertThat(score.p()).isCloseTo(2 * 0.06709, within(1e-4));
    assertThat(score.verdict()).isEqualTo(PatrolScore.Verdict.AS_EXPECTED);
    assertThat(score.likelyLow()).isEqualTo(5);
    assertThat(score.likelyHigh()).isEqualTo(15);
    PatrolScore none = PatrolScore.of(worth(10, 10, 10), 4, List.of());
    assertThat(none.verdict()).isEqualTo(PatrolScore.Verdict.FEWER);
    assertThat(none.vietnamese()).contains("10,0").contains("ít hơn");
    assertThat(none.english()).contains("clearly fewer").contains("p < 0.001");
  }

  @Test
  void groupsAndDoubtMakeItHarderToTell() {
    List<Integer> many = List.of(5, 5, 5, 5);
    PatrolScore grouped = PatrolScore.of(worth(10, 10, 10), 4, many);
    PatrolScore single = PatrolScore.of(worth(10, 10, 10), 4, java.util.Collections.nCopies(20, 1));
    PatrolScore doubted = PatrolScore.of(worth(10, 5, 15), 4, many);
    assertThat(grouped.persons()).isEqualTo(single.persons()).isEqualTo(20);
    assertThat(single.p()).isLessThan(grouped.p());
    assertThat(grouped.p()).isLessThanOrEqualTo(doubted.p());
    assertThat(PatrolScore.of(worth(0, 0, 0), 0, List.of()).verdict())
        .isEqualTo(PatrolScore.Verdict.TOO_EARLY);
  }

  /** Where the forecast is right, a wrong verdict is about as rare as it says, or rarer. */
  @Test
  void aRightForecastIsSeldomDoubted() {
    SplittableRandom random = new SplittableRandom(11);
    int wrong = 0;
    int runs = 4000;
    for (int run = 0; run < runs; run++) {
      // 12 groups of 1 to 5 persons, 3 each in the mean.
      java.util.ArrayList<Integer> sizes = new java.util.ArrayList<>();
      for (double at = exponential(random); at < 12; at += exponential(random)) {
        sizes.add(1 + random.nextInt(5));
      }
      PatrolScore score = PatrolScore.of(worth(36, 36, 36), 9, sizes);
      wrong += score.verdict() == PatrolScore.Verdict.AS_EXPECTED ? 0 : 1;
    }
    assertThat(wrong / (double) runs).isLessThan(0.05);
  }

  private static double exponential(SplittableRandom random) {
    return -Math.log1p(-random.nextDouble());
  }
}
