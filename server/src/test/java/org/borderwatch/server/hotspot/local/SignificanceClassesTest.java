package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignificanceClassesTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);

  /** Benjamini and Hochberg 1995, section 4.1: thrombolysis in heart attacks. */
  private static final double[] HEART = {
    0.0298, 0.0001, 0.3240, 0.0019, 0.0459, 0.0095, 1.000, 0.0201, 0.0004, 0.4262, 0.0278, 0.7590,
    0.6528, 0.0344, 0.5719
  };

  @Test
  void theHeartTrialsAreJudgedAsInThePaper() {
    SignificanceClasses classes = of(HEART);

    assertThat(count(classes.significant(Correction.RAW, 0.05))).isEqualTo(9);
    assertThat(count(classes.significant(Correction.BH, 0.05))).isEqualTo(4);
    assertThat(count(classes.significant(Correction.BONFERRONI, 0.05))).isEqualTo(3);
    assertThat(classes.adjusted(Correction.BH)[5]).isCloseTo(0.0095 * 15 / 4, within(1e-15));
    assertThat(classes.adjusted(Correction.BONFERRONI)[0]).isCloseTo(0.447, within(1e-15));
    assertThat(classes.criticalZ(Correction.BH, 0.05))
        .isCloseTo(StandardNormal.sizeOfTwoSidedP(0.05 * 4 / 15), within(1e-12));
  }

  @Test
  void noPlaceNoClass() {
    SignificanceClasses none = of(new double[0]);

    assertThat(none.classes(Correction.BY)).isEmpty();
    assertThat(none.criticalZ(Correction.RAW, 0.05)).isInfinite();
  }

  @ParameterizedTest
  @EnumSource(Correction.class)
  void oneTestNeedsNoCorrection(Correction correction) {
    SignificanceClasses one = of(0.03);

    assertThat(one.classes(correction)).containsExactly(2);
    assertThat(one.adjusted(correction)).containsExactly(0.03);
    assertThat(one.criticalZ(correction, 0.05)).isCloseTo(1.959963984540054, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Correction.class)
  void placesWithoutAScoreAreNoTests(Correction correction) {
    SignificanceClasses with = of(Double.NaN, 0.004, Double.NaN, 0.2, Double.NaN);
    SignificanceClasses without = of(0.004, 0.2);

    assertThat(with.tests()).isEqualTo(2);
    assertThat(with.adjusted(correction)[1]).isEqualTo(without.adjusted(correction)[0]);
    assertThat(with.adjusted(correction)[0]).isNaN();
    assertThat(with.classes(correction)[0]).isZero();
    assertThat(with.criticalZ(correction, 0.05)).isEqualTo(without.criticalZ(correction, 0.05));
  }

  @Test
  void equalScoresAreOneClass() {
    SignificanceClasses equal = of(1, 1, 1, 1);

    for (Correction correction : Correction.values()) {
      assertThat(equal.classes(correction)).containsOnly(0);
      assertThat(equal.adjusted(correction)).containsOnly(1);
    }
    assertThat(equal.criticalZ(Correction.RAW, 0.1)).isCloseTo(1.6448536269514722, within(1e-12));
    assertThat(equal.criticalZ(Correction.BONFERRONI, 0.1))
        .isCloseTo(StandardNormal.sizeOfTwoSidedP(0.025), within(1e-12));
    assertThat(equal.criticalZ(Correction.BH, 0.1)).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void asTheNaiveRules(long seed) {
    GiScores scores = scores(seed);
    SignificanceClasses classes = SignificanceClasses.of(scores, TWO);

    for (Correction correction : Correction.values()) {
      byte[] expected = naive(scores, correction);
      assertThat(classes.classes(correction)).as("%s", correction).isEqualTo(expected);
      for (double alpha : new double[] {0.1, 0.05, 0.01}) {
        boolean[] significant = classes.significant(correction, alpha);
        double[] adjusted = classes.adjusted(correction);
        double critical = classes.criticalZ(correction, alpha);
        for (int i = 0; i < significant.length; i++) {
          assertThat(significant[i]).isEqualTo(adjusted[i] <= alpha);
          // The critical score is to the last digits only.
          if (Math.abs(Math.abs(scores.z()[i]) - critical) > 1e-9) {
            assertThat(significant[i]).isEqualTo(Math.abs(scores.z()[i]) > critical);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void stricterRulesCallFewerPlacesHot(long seed) {
    SignificanceClasses classes = SignificanceClasses.of(scores(seed), TWO);
    byte[] raw = classes.classes(Correction.RAW);
    byte[] bh = classes.classes(Correction.BH);
    byte[] by = classes.classes(Correction.BY);
    byte[] bonferroni = classes.classes(Correction.BONFERRONI);

    for (int i = 0; i < raw.length; i++) {
      assertThat(Math.abs(bh[i])).isLessThanOrEqualTo(Math.abs(raw[i]));
      assertThat(Math.abs(by[i])).isLessThanOrEqualTo(Math.abs(bh[i]));
      assertThat(Math.abs(bonferroni[i])).isLessThanOrEqualTo(Math.abs(bh[i]));
      assertThat(raw[i] * bh[i]).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void alphaLiesBetweenZeroAndOne(double alpha) {
    assertThatThrownBy(() -> of(0.5).significant(Correction.RAW, alpha))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha");
  }

  /** Some places far out, many of chance, some equal, some without a score. */
  private static GiScores scores(long seed) {
    Random random = new Random(seed);
    int n = 3000;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double share = random.nextDouble();
      z[i] =
          share < 0.05
              ? 10 * random.nextGaussian()
              : share < 0.1 ? Math.rint(3 * random.nextGaussian()) : random.nextGaussian();
      z[i] = share > 0.95 ? Double.NaN : z[i];
    }
    return new GiScores(z, Arrays.stream(z).map(StandardNormal::twoSidedP).toArray(), 0, 1);
  }

  /** Each rule as its paper words it, place by place. */
  private static byte[] naive(GiScores scores, Correction correction) {
    double[] sorted = Arrays.stream(scores.p()).filter(p -> !Double.isNaN(p)).sorted().toArray();
    int m = sorted.length;
    byte[] classes = new byte[scores.p().length];
    for (double alpha : new double[] {0.1, 0.05, 0.01}) {
      double level = alpha;
      if (correction == Correction.BY) {
        for (int k = 1; k <= m; k++) {
          level = k == 1 ? 1 : level + 1.0 / k;
        }
        level = alpha / level;
      }
      double largest = -1;
      for (int k = 1; k <= m; k++) {
        double limit =
            switch (correction) {
              case RAW -> alpha;
              case BONFERRONI -> alpha / m;
              case BH, BY -> level * k / m;
            };
        largest = sorted[k - 1] <= limit ? sorted[k - 1] : largest;
      }
      for (int i = 0; i < classes.length; i++) {
        if (scores.p()[i] <= largest) {
          classes[i] += (byte) Math.signum(scores.z()[i]);
        }
      }
    }
    return classes;
  }

  private static SignificanceClasses of(double... p) {
    double[] z = Arrays.stream(p).map(one -> 1).toArray();
    return SignificanceClasses.of(new GiScores(z, p, 0, 1), TWO);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
