package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.forecast.CrossingModel.Met;
import org.borderwatch.server.patrol.forecast.Observed.Slice;
import org.borderwatch.server.patrol.forecast.Observed.Span;
import org.junit.jupiter.api.Test;

class CrossingModelTest {
  private static final double NO_FORGETTING = Double.POSITIVE_INFINITY;

  @Test
  void knownFactorsAndRatesAreFound() {
    Simulated truth = new Simulated(1, 0.05, 0.4, 0.1, 0.02, 0.2, 0.01);
    Observed observed = truth.months(24, 4);
    CrossingModel model = CrossingModel.fit(observed, observed.whole(), NO_FORGETTING);
    for (int month = 0; month < 12; month++) {
      assertThat(model.factors().month()[month]).isCloseTo(truth.month[month], within(0.1));
    }
    for (int day = 0; day < 7; day++) {
      assertThat(model.factors().weekday()[day]).isCloseTo(truth.weekday[day], within(0.1));
    }
    for (int hour = 0; hour < 24; hour++) {
      assertThat(model.factors().hour()[hour]).isCloseTo(truth.hour[hour], within(0.12));
    }
    for (int bin = 0; bin < truth.base.length; bin++) {
      assertThat(model.base(bin).mean() / truth.base[bin]).isCloseTo(1, within(0.12));
    }
  }

  @Test
  void anAlikeDayMakesEveryRhythmOne() {
    Simulated truth = new Simulated(2, 0.3, 0.3, 0.2, 0.4);
    CrossingModel model = CrossingModel.fit(truth.months(12, 3), new Span(0, 12), NO_FORGETTING);
    double[] night = {6, 0, 0, 0};
    for (int bin = 0; bin < 4; bin++) {
      assertThat(model.groups(bin, night).mean() / (6 * model.base(bin).mean()))
          .isCloseTo(1, within(0.08));
    }
  }

  /** Nine trails busy by night, one gate by day. */
  @Test
  void aGateHasItsOwnDay() {
    WatchedHours hours = new WatchedHours();
    SeenGroups groups = new SeenGroups();
    Simulated draws = new Simulated(3, 1);
    for (int bin = 0; bin < 10; bin++) {
      for (int ofWeek = 0; ofWeek < 168; ofWeek++) {
        hours.add(0, bin, ofWeek, 3);
        boolean isNight = ofWeek % 24 < 6 || ofWeek % 24 >= 18;
        int seen = draws.poisson(3 * (isNight == (bin > 0) ? 0.4 : 0.04));
        for (int i = 0; i < seen; i++) {
          groups.add(0, bin, ofWeek, 2, Source.PATROL);
        }
      }
    }
    double[] lengths = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    Observed observed =
        new Observed(lengths, List.of(new Slice(LocalDate.of(2024, 3, 1), 31)), hours, groups);
    CrossingModel model = CrossingModel.fit(observed, observed.whole(), NO_FORGETTING);
    double[] day = new double[4];
    double[] night = new double[4];
    for (int hour = 0; hour < 24; hour++) {
      (hour < 6 || hour >= 18 ? night : day)[LocalRhythm.part(hour)] +=
          model.factors().hour()[hour] * 1.0;
    }
    double season = model.factors().month()[2];
    assertThat(model.groups(0, day).mean() * season).isCloseTo(12 * 0.4, within(1.2));
    assertThat(model.groups(0, night).mean() * season).isCloseTo(12 * 0.04, within(0.5));
    assertThat(model.groups(5, night).mean() * season).isCloseTo(12 * 0.4, within(1.2));
    assertThat(model.groups(5, day).mean() * season).isCloseTo(12 * 0.04, within(0.5));
  }

  /** The newest months weigh most: a rate that trebles is followed. */
  @Test
  void forgettingFollowsAChange() {
    WatchedHours hours = new WatchedHours();
    SeenGroups groups = new SeenGroups();
    List<Slice> slices = new java.util.ArrayList<>();
    for (int slice = 0; slice < 24; slice++) {
      slices.add(new Slice(LocalDate.of(2022, 1, 1).plusMonths(slice), 30));
      for (int bin = 0; bin < 2; bin++) {
        for (int ofWeek = 0; ofWeek < 168; ofWeek++) {
          hours.add(slice, bin, ofWeek, 1);
          if (ofWeek % 2 == 0 && (bin == 0 || slice >= 18 || ofWeek % 6 == 0)) {
            groups.add(slice, bin, ofWeek, 1, Source.PATROL);
          }
        }
      }
    }
    Observed observed = new Observed(new double[] {1, 1}, slices, hours, groups);
    double all = ratio(CrossingModel.fit(observed, observed.whole(), NO_FORGETTING));
    double recent = ratio(CrossingModel.fit(observed, observed.whole(), 60));
    assertThat(all).isCloseTo(0.5, within(0.05));
    assertThat(recent).isGreaterThan(0.85);
  }

  private static double ratio(CrossingModel model) {
    return model.base(1).mean() / model.base(0).mean();
  }

  /** A bin that nobody looked at has the prior, and what was seen there is counted apart. */
  @Test
  void unwatchedBinsAreNotZero() {
    Observed observed = new Simulated(5, 0.1, 0.4, 0.2, 9).months(6, 3, 3, 3, 0);
    observed.groups().add(2, 3, 5, 4, Source.PATROL);
    CrossingModel model = CrossingModel.fit(observed, observed.whole(), NO_FORGETTING);
    assertThat(model.unwatched()).isEqualTo(1);
    assertThat(model.base(3)).isEqualTo(model.prior());
    assertThat(model.base(17)).isEqualTo(model.prior());
    Met known = model.persons(1, model.day());
    Met unknown = model.persons(3, model.day());
    assertThat(unknown.mean()).isPositive();
    assertThat(unknown.variance() / (unknown.mean() * unknown.mean()))
        .isGreaterThan(5 * known.variance() / (known.mean() * known.mean()));
  }

  /**
   * Over many data sets whose rates are drawn from a gamma distribution the 90 % interval of a
   * section's expectation holds the true one in about 90 % of the cases; rather more, as it also
   * allows for sizes of groups and days that differ from bin to bin, which here they don't.
   */
  @Test
  void intervalsHoldWhatTheySay() {
    Shift night = new Shift(1, LocalTime.of(18, 0), 12);
    LocalDate monday = LocalDate.of(2023, 5, 1);
    int held = 0;
    int cases = 0;
    for (int run = 0; run < 60; run++) {
      Random random = new Random(run);
      double[] base = new double[24];
      for (int bin = 0; bin < base.length; bin++) {
        base[bin] = -0.1 * Math.log(1 - random.nextDouble());
      }
      Simulated truth = new Simulated(1000 + run, base);
      Observed observed = truth.months(4, 0.2, 0.02, 0.6);
      CrossingModel model = CrossingModel.fit(observed, observed.whole(), NO_FORGETTING);
      ShiftFactor factor = ShiftFactor.of(model, night, monday, 7);
      for (int bin = 0; bin + 1 < base.length; bin += 2) {
        double expected = 0;
        for (int part = bin; part < bin + 2; part++) {
          for (int day = 0; day < 7; day++) {
            for (int hour = 18; hour < 30; hour++) {
              expected += 4 * truth.rate(part, 4, (day * 24 + hour) % 168) / 7;
            }
          }
        }
        Met one = model.persons(bin, factor.hours());
        Met other = model.persons(bin + 1, factor.hours());
        double mean = one.mean() + other.mean();
        GammaDistribution about =
            GammaDistribution.ofMoments(
                mean, one.variance() + other.variance() + mean * mean * factor.error());
        cases++;
        held += expected >= about.quantile(0.05) && expected <= about.quantile(0.95) ? 1 : 0;
      }
    }
    assertThat((double) held / cases).isBetween(0.88, 0.97);
  }
}
