package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Shift;
import org.junit.jupiter.api.Test;

class CrossingForecastTest {
  private static final DutyTerms TERMS = new DutyTerms(8, 11, 5, 90, 0.5, 5000);
  private static final LocalDate MONDAY = LocalDate.of(2024, 7, 1);
  private static final Shift DAY = new Shift(1, LocalTime.of(6, 0), 12);
  private static final Shift NIGHT = new Shift(2, LocalTime.of(18, 0), 12);

  private static CrossingForecast forecast(Simulated truth, DutyTerms terms, double... hours) {
    Observed observed = truth.months(24, hours);
    return new CrossingForecast(
        Neighbour.CN,
        new LineBins(500, 200, observed.bins().length, 1450),
        observed,
        CrossingModel.fit(observed, observed.whole(), Double.POSITIVE_INFINITY),
        terms,
        ForecastBacktest.of(observed, List.of(DAY, NIGHT)),
        new CrossingForecast.Basis(MONDAY, MONDAY, 1, new LeftOut(0, 0, 0, 0), true, "test"));
  }

  private static final CrossingForecast SOME =
      forecast(new Simulated(1, 0.1, 0.3, 0.05, 0.2, 0.4, 0.1, 0.02, 0.2), TERMS, 3, 1, 2, 0.02);

  /** r = 0.2 groups of 4 an hour on 0.5 km: 0.8 x 0.5 / (ln 2 x 5) people an hour, 12 hours. */
  @Test
  void levelIsWhatTheTermsSay() {
    CrossingForecast even = forecast(new Simulated(2, 0.2, 0.2, 0.2, 0.2).even(), TERMS, 6);
    Crossings met = even.crossings(100.5, 101, DAY, MONDAY, 7);
    double flow = 0.2 * 4 * 0.5 / (Math.log(2) * 5);
    assertThat(met.value()).isCloseTo(12 * flow, within(0.06 * 12 * flow));
    assertThat(met.low()).isLessThan(12 * flow);
    assertThat(met.high()).isGreaterThan(12 * flow);
  }

  /** What a short effort is expected to meet doesn't depend on how well teams are taken to see. */
  @Test
  void interceptionsOfShortEffortsDoNotDependOnDetection() {
    DutyTerms sharp = new DutyTerms(10, 11, 5, 90, 0.9, 3000);
    CrossingForecast other =
        forecast(new Simulated(1, 0.1, 0.3, 0.05, 0.2, 0.4, 0.1, 0.02, 0.2), sharp, 3, 1, 2, 0.02);
    double one = SOME.crossings(100, 104, NIGHT, MONDAY, 7).value() / 12 * 8;
    double two = other.crossings(100, 104, NIGHT, MONDAY, 7).value() / 12 * 10;
    double first = one * TERMS.effort(0.01, 4000);
    double second = two * sharp.effort(0.01, 4000);
    assertThat(second).isCloseTo(first, within(1e-12));
  }

  @Test
  void valuesOfAdjacentIntervalsAddUpAndIntervalsDoNot() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      double from = 99 + 4 * random.nextDouble();
      double middle = from + 2 * random.nextDouble() + 0.01;
      double until = middle + 2 * random.nextDouble() + 0.01;
      Crossings west = SOME.crossings(from, middle, NIGHT, MONDAY, 7);
      Crossings east = SOME.crossings(middle, until, NIGHT, MONDAY, 7);
      Crossings both = SOME.crossings(from, until, NIGHT, MONDAY, 7);
      assertThat(both.value()).isCloseTo(west.value() + east.value(), within(1e-9));
      assertThat(both.plain()).isCloseTo(west.plain() + east.plain(), within(1e-9));
      assertThat(SOME.patrolHours(from, until))
          .isCloseTo(
              SOME.patrolHours(from, middle) + SOME.patrolHours(middle, until), within(1e-6));
      assertThat(both.high() - both.low())
          .isLessThanOrEqualTo(
              1.01 * (west.high() - west.low()) + (east.high() - east.low()) * 1.01 + 1e-9);
    }
  }

  @Test
  void shiftsOfADayMakeTheDay() {
    double day = SOME.crossings(100, 104, DAY, MONDAY, 7).value();
    double night = SOME.crossings(100, 104, NIGHT, MONDAY, 7).value();
    double all = SOME.crossings(100, 104, new Shift(1, LocalTime.of(6, 0), 24), MONDAY, 7).value();
    assertThat(day + night).isCloseTo(all, within(1e-9));
    double early =
        SOME.crossings(100, 104, new Shift(1, LocalTime.of(6, 0), 1.5), MONDAY, 7).value();
    double late =
        SOME.crossings(100, 104, new Shift(1, LocalTime.of(7, 30), 10.5), MONDAY, 7).value();
    assertThat(early + late).isCloseTo(day, within(1e-9));
  }

  /** A night that begins on Saturday is for a part one of Sunday. */
  @Test
  void anHourAfterMidnightBelongsToTheNextDay() {
    LocalDate saturday = LocalDate.of(2024, 7, 6);
    double late =
        SOME.crossings(100, 104, new Shift(1, LocalTime.of(23, 0), 2), saturday, 1).value();
    double before =
        SOME.crossings(100, 104, new Shift(1, LocalTime.of(23, 0), 1), saturday, 1).value();
    double after =
        SOME.crossings(100, 104, new Shift(1, LocalTime.MIDNIGHT, 1), saturday.plusDays(1), 1)
            .value();
    assertThat(late).isCloseTo(before + after, within(1e-12));
  }

  @Test
  void whereNobodyLookedNothingIsClaimed() {
    Crossings far = SOME.crossings(300, 302.5, NIGHT, MONDAY, 7);
    assertThat(far.value()).isPositive();
    assertThat(far.high()).isGreaterThan(far.value());
    assertThat(far.plain()).isZero();
    assertThat(SOME.hardlyPatrolled(300, 302.5)).isTrue();
    assertThat(SOME.hardlyPatrolled(101.5, 102)).isTrue();
    assertThat(SOME.hardlyPatrolled(100, 101.5)).isFalse();
    Crossings hardly = SOME.crossings(101.5, 102, NIGHT, MONDAY, 7);
    Crossings well = SOME.crossings(100.5, 101, NIGHT, MONDAY, 7);
    assertThat((hardly.high() - hardly.low()) / hardly.value())
        .isGreaterThan(2 * (well.high() - well.low()) / well.value());
    assertThatThrownBy(() -> SOME.crossings(2, 2, NIGHT, MONDAY, 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plainIsWhatWasSeenADay() {
    Observed observed = new Simulated(7, 0.2, 0.2).months(12, 1);
    observed.groups().add(0, 1, 5, 9, Source.REPORT);
    double[] plain = PlainCounts.personsADay(observed, observed.whole());
    double persons = 0;
    for (int row = 0; row < observed.groups().size(); row++) {
      boolean isThen = observed.groups().hourOfWeek(row) % 24 == 5;
      persons += observed.groups().bin(row) == 1 && isThen ? observed.groups().persons(row) : 0;
    }
    assertThat(plain[24 + 5]).isCloseTo(persons / 365, within(1e-9));
  }

  @Test
  void theBacktestPrefersTheModelThatIsTrue() {
    Backtested test = SOME.backtest();
    assertThat(test.trainedFrom()).isEqualTo(LocalDate.of(2023, 1, 1));
    assertThat(test.trainedTo()).isEqualTo(LocalDate.of(2024, 9, 30));
    assertThat(test.testedFrom()).isEqualTo(LocalDate.of(2024, 10, 1));
    assertThat(test.testedTo()).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(test.deviance().model()).isLessThan(test.deviance().plain());
    assertThat(test.units()).isEqualTo(4);
    assertThat(test.paiReports().model()).isNaN();
  }

  /** 90 % of counts, a little more as they are whole. */
  @Test
  void heldOutCountsLieInTheirIntervals() {
    double held = 0;
    for (int run = 0; run < 20; run++) {
      Random random = new Random(run);
      double[] base = random.doubles(60).map(u -> -0.05 * Math.log(1 - u)).toArray();
      Observed observed = new Simulated(50 + run, base).months(18, 0.2, 0.5);
      held += ForecastBacktest.of(observed, List.of(DAY, NIGHT)).intervalHolds() / 20;
    }
    assertThat(held).isBetween(0.88, 0.96);
  }
}
