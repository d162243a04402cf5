package org.borderwatch.server.hotspot.emerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannKendallTest {
  @Test
  void fiveThatRiseHaveThePublishedScore() {
    MannKendall rising = MannKendall.of(new double[] {1, 2, 3, 4, 5});

    assertThat(rising.s()).isEqualTo(10);
    assertThat(rising.variance()).isCloseTo(50.0 / 3, within(1e-12));
    assertThat(rising.z()).isCloseTo(2.204541, within(5e-7));
    assertThat(rising.p()).isCloseTo(0.027486, within(5e-7));
  }

  @Test
  void fiveThatFallMoreThanTheyRise() {
    MannKendall falling = MannKendall.of(new double[] {9, 4, 7, 5, 3});

    assertThat(falling.s()).isEqualTo(-6);
    assertThat(falling.z()).isCloseTo(-1.224745, within(5e-7));
  }

  /** By hand: (4 3 13 - 2 (2 1 9)) / 18 = 20/3. */
  @Test
  void tiesMakeTheVarianceSmaller() {
    MannKendall tied = MannKendall.of(new double[] {1, 1, 2, 2});

    assertThat(tied.s()).isEqualTo(4);
    assertThat(tied.variance()).isCloseTo(20.0 / 3, within(1e-12));
    assertThat(tied.z()).isCloseTo(3 / Math.sqrt(20.0 / 3), within(1e-12));
  }

  @Test
  void shortAndConstantSeriesSayNothing() {
    for (double[] series : new double[][] {{}, {5}, {2, 2, 2, 2}, {Double.NaN, 3}, {-0.0, 0.0}}) {
      assertThat(MannKendall.of(series)).isEqualTo(new MannKendall(0, 0, 0, 1));
    }
  }

  @Test
  void stepsWithoutAValueAreLeftOut() {
    assertThat(MannKendall.of(new double[] {1, Double.NaN, 2, 3, Double.NaN, 4, 5}))
        .isEqualTo(MannKendall.of(new double[] {1, 2, 3, 4, 5}));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void asTheFormulaAndTheMirrorIsTheOpposite(long seed) {
    Random random = new Random(seed);
    double[] series = random.doubles(60).map(value -> Math.floor(12 * value)).toArray();

    MannKendall trend = MannKendall.of(series);

    Map<Double, Integer> ties = new HashMap<>();
    long s = 0;
    for (int i = 0; i < 60; i++) {
      ties.merge(series[i], 1, Integer::sum);
      for (int j = 0; j < i; j++) {
        s += (long) Math.signum(series[i] - series[j]);
      }
    }
    double variance = 60 * 59 * 125 / 18.0;
    for (int t : ties.values()) {
      variance -= t * (t - 1) * (2 * t + 5) / 18.0;
    }
    assertThat(trend.s()).isEqualTo(s);
    assertThat(trend.variance()).isCloseTo(variance, within(1e-9));
    MannKendall mirror = MannKendall.of(Arrays.stream(series).map(value -> -value).toArray());
    assertThat(mirror.z()).isEqualTo(-trend.z());
    assertThat(mirror.p()).isEqualTo(trend.p());
  }

  @Test
  void senSlopeIsTheMedianOfAllSlopes() {
    assertThat(SenSlope.of(new double[] {1, 2, 3, 4, 100})).isEqualTo(1);
    assertThat(SenSlope.of(new double[] {9, 4, 7, 5, 3})).isCloseTo(-17.0 / 12, within(1e-12));
    assertThat(SenSlope.of(new double[] {3, 3, 3})).isZero();
  }

  @Test
  void senSlopeCountsStepsWithoutAValueAsTimeThatPasses() {
    assertThat(SenSlope.of(new double[] {0, Double.NaN, Double.NaN, 6})).isEqualTo(2);
    assertThat(SenSlope.of(new double[] {Double.NaN, 5})).isNaN();
    assertThat(SenSlope.of(new double[0])).isNaN();
  }

  @Test
  void senSlopeRefusesWhatItsMemoryCantHold() {
    assertThatThrownBy(() -> SenSlope.of(new double[10_001]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer step");
  }
}
