package org.borderwatch.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.SplittableRandom;
import org.borderwatch.server.report.CountComparison.Reading;
import org.junit.jupiter.api.Test;

class CountComparisonTest {
  private static CountComparison events(long now, long then) {
    return CountComparison.of(
        CountKind.EVENTS, Optional.of(Tally.of(now)), Optional.of(Tally.of(then)));
  }

  @Test
  void overEighteenThousandAfterAlmostTwenty() {
    CountComparison line =
        CountComparison.of(
            CountKind.PERSONS, Optional.of(Tally.atLeast(18_500)), Optional.of(Tally.of(19_900)));
    RateRatio ratio = line.ratio().orElseThrow();
    assertThat(line.difference()).contains(-1400L);
    assertThat(line.percent().orElseThrow()).isCloseTo(-7.04, within(0.005));
    assertThat(ratio.value()).isCloseTo(0.92965, within(5e-6));
    assertThat(ratio.low()).isCloseTo(0.91122, within(5e-6));
    assertThat(ratio.high()).isCloseTo(0.94844, within(5e-6));
    assertThat(line.personsTakenAsIndependent()).isTrue();
    assertThat(line.isApproximate()).isTrue();
    assertThat(line.reading()).isEqualTo(Reading.LESS);
    assertThat(ReportWords.vietnamese(line, "trường hợp", Optional.of("cùng kỳ năm 2016")))
        .isEqualTo("giảm 1.400 trường hợp (18.500/19.900 trường hợp) so với cùng kỳ năm 2016");
    assertThat(ReportWords.vietnamese(Tally.atLeast(18_500), "trường hợp"))
        .isEqualTo("trên 18.500 trường hợp");
  }

  @Test
  void fiveAfterSixIsNoEvidenceOfChange() {
    CountComparison line = events(5, 6);
    assertThat(line.ratio().orElseThrow().p()).isEqualTo(1.0);
    assertThat(line.reading()).isEqualTo(Reading.NO_EVIDENCE);
    assertThat(ReportWords.vietnamese(line, "vụ", Optional.of("cùng kỳ năm 2016")))
        .startsWith("giảm 01 vụ (05/06 vụ) so với cùng kỳ năm 2016")
        .contains("chưa đủ căn cứ");
    assertThat(ReportWords.english(line, "cases"))
        .isEqualTo("down 1 (5 against 6 cases), no evidence of change");
  }

  @Test
  void fiveAfterFifteenIsLess() {
    CountComparison line = events(5, 15);
    assertThat(line.ratio().orElseThrow().p()).isCloseTo(0.0414, within(5e-5));
    assertThat(line.reading()).isEqualTo(Reading.LESS);
  }

  @Test
  void theExactTestIsThePlainSumOfBinomials() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      int now = random.nextInt(60);
      int then = random.nextInt(60);
      double p = events(now, then).ratio().orElseThrow().p();
      assertThat(p).as(now + " after " + then).isCloseTo(plainP(now, then), within(1e-12));
    }
  }

  /** Twice the smaller tail of the binomial with one half, by whole numbers. */
  private static double plainP(int now, int then) {
    int n = now + then;
    BigInteger sum = BigInteger.ZERO;
    BigInteger choose = BigInteger.ONE;
    for (int k = 0; k <= Math.min(now, then); k++) {
      sum = sum.add(choose);
      choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
    }
    BigDecimal p =
        new BigDecimal(sum.shiftLeft(1))
            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(n)), MathContext.DECIMAL64);
    return now == then ? 1 : Math.min(1, p.doubleValue());
  }

  @Test
  void personsInGroupsVaryMoreThanPersonsAlone() {
    CountComparison alone =
        CountComparison.of(
            CountKind.PERSONS, Optional.of(Tally.of(60)), Optional.of(Tally.of(100)));
    CountComparison groups =
        CountComparison.of(
            CountKind.PERSONS,
            Optional.of(Tally.ofGroups(60, 360)),
            Optional.of(Tally.ofGroups(100, 700)));
    RateRatio wide = groups.ratio().orElseThrow();
    RateRatio narrow = alone.ratio().orElseThrow();
    // sqrt(360/60² + 700/100²) = sqrt(0.17)
    assertThat(Math.log(wide.high() / wide.value()))
        .isCloseTo(1.959963984540054 * Math.sqrt(0.17), within(1e-12));
    assertThat(wide.low()).isLessThan(narrow.low());
    assertThat(alone.reading()).isEqualTo(Reading.LESS);
    assertThat(groups.reading()).isEqualTo(Reading.NO_EVIDENCE);
    assertThat(groups.personsTakenAsIndependent()).isFalse();
  }

  /**
   * Where nothing changed, 95 of 100 intervals of groups hold one; those of persons alone don't.
   */
  @Test
  void theIntervalOfGroupsHoldsAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(11);
    int held = 0;
    int heldAlone = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      Tally now = groups(random);
      Tally then = groups(random);
      RateRatio ratio =
          CountComparison.of(CountKind.PERSONS, Optional.of(now), Optional.of(then))
              .ratio()
              .orElseThrow();
      RateRatio alone = RateRatio.of(now.value(), then.value());
      held += ratio.low() <= 1 && ratio.high() >= 1 ? 1 : 0;
      heldAlone += alone.low() <= 1 && alone.high() >= 1 ? 1 : 0;
    }
    assertThat(held / (double) runs).isBetween(0.935, 0.965);
    assertThat(heldAlone / (double) runs).isLessThan(0.8);
  }

  /** About 80 groups of 1 to 10 persons. */
  private static Tally groups(SplittableRandom random) {
    long persons = 0;
    long squares = 0;
    double time = -Math.log(1 - random.nextDouble());
    while (time < 80) {
      int size = 1 + random.nextInt(10);
      persons += size;
      squares += (long) size * size;
      time -= Math.log(1 - random.nextDouble());
    }
    return Tally.ofGroups(persons, squares);
  }

  @Test
  void zerosAreToldAsTheyAre() {
    assertThat(events(0, 0).reading()).isEqualTo(Reading.SAME);
    assertThat(events(0, 0).percent()).isEmpty();
    CountComparison gone = events(0, 8);
    assertThat(gone.percent().orElseThrow()).isEqualTo(-100);
    assertThat(gone.ratio().orElseThrow().low()).isNaN();
    assertThat(gone.reading()).isEqualTo(Reading.LESS);
    assertThat(events(3, 0).percent()).isEmpty();
    assertThat(events(3, 0).reading()).isEqualTo(Reading.NO_EVIDENCE);
    assertThat(ReportWords.vietnamese(0)).isEqualTo("00");
  }

  @Test
  void whatIsNotThereIsNotMadeUp() {
    CountComparison first =
        CountComparison.of(CountKind.EVENTS, Optional.of(Tally.of(5)), Optional.empty());
    assertThat(first.reading()).isEqualTo(Reading.NO_SAME_PERIOD);
    assertThat(first.difference()).isEmpty();
    assertThat(ReportWords.vietnamese(first, "vụ", Optional.empty()))
        .isEqualTo("chưa có số cùng kỳ");
    assertThat(
            CountComparison.of(CountKind.EVENTS, Optional.empty(), Optional.of(Tally.of(5)))
                .reading())
        .isEqualTo(Reading.NOT_REPORTED);
  }

  @Test
  void workIsComparedAndNotTested() {
    CountComparison line =
        CountComparison.of(CountKind.WORK, Optional.of(Tally.of(495)), Optional.of(Tally.of(300)));
    assertThat(line.ratio()).isEmpty();
    assertThat(line.reading()).isEqualTo(Reading.WORK_MORE);
    assertThat(ReportWords.vietnamese(line, "buổi", Optional.of("cùng kỳ năm 2016")))
        .isEqualTo("tăng 195 buổi (495/300 buổi) so với cùng kỳ năm 2016");
  }
}
