package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
  /** erfc(z / sqrt 2), calculated with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "1e-9, 0.9999999992021154392",
    "0.1, 0.92034432544594203266",
    "0.5, 0.61707507745197379272",
    "0.7499, 0.4533149344986541736",
    "0.75, 0.45325470475373639865",
    "1, 0.31731050786291410283",
    "1.6448536269514722, 0.10000000000000010787",
    "1.959963984540054, 0.050000000000000021752",
    "2.5758293035489004, 0.010000000000000010897",
    "5, 5.7330314375838782335e-7",
    "8.8, 1.3681615371871091959e-18",
    "8.9, 5.584668749879293258e-19",
    "10, 1.5239706048321052132e-23",
    "20, 5.5072482372124673902e-89",
    "30, 9.8134278542963741191e-198",
    "37, 1.1451142445049153645e-299"
  })
  void tailsAreGoodToTheLastDigits(double z, double p) {
    assertThat(StandardNormal.twoSidedP(z)).isCloseTo(p, withinPercentage(1e-13));
    assertThat(StandardNormal.twoSidedP(-z)).isEqualTo(StandardNormal.twoSidedP(z));
  }

  @Test
  void pFallsAsScoresGrow() {
    double before = 1;
    for (double z = 0.001; z < 38; z += 0.001) {
      double p = StandardNormal.twoSidedP(z);
      assertThat(p).isLessThan(before).isPositive();
      before = p;
    }
  }

  @Test
  void nothingIsUnusualAboutZeroAndNothingIsKnownOfNaN() {
    assertThat(StandardNormal.twoSidedP(0)).isEqualTo(1);
    assertThat(StandardNormal.twoSidedP(Double.NaN)).isNaN();
    assertThat(StandardNormal.twoSidedP(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(StandardNormal.twoSidedP(1e300)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.9",
    "0.5",
    "0.3173105078629141",
    "0.1",
    "0.05",
    "0.01",
    "1e-6",
    "1e-100",
    "1e-299"
  })
  void sizeIsTheInverse(double p) {
    double z = StandardNormal.sizeOfTwoSidedP(p);

    assertThat(StandardNormal.twoSidedP(z)).isCloseTo(p, withinPercentage(1e-9));
  }

  @Test
  void theEndsHaveASizeTooAndBeyondThemThereIsNone() {
    assertThat(StandardNormal.sizeOfTwoSidedP(0.05)).isCloseTo(1.959963984540054, within(1e-15));
    assertThat(StandardNormal.sizeOfTwoSidedP(1)).isZero();
    assertThat(StandardNormal.sizeOfTwoSidedP(0)).isInfinite();
    assertThatThrownBy(() -> StandardNormal.sizeOfTwoSidedP(1.01))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StandardNormal.sizeOfTwoSidedP(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
