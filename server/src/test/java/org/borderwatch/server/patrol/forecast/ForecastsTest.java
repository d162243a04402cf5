package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Mouth;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.hotspot.backtest.Backtest;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;

/**
 * The forecast of the demo against what was planted; docs/patrols-on-the-demo.md has the numbers.
 */
class ForecastsTest {
  private static final DutyTerms TERMS = new DutyTerms(8, 11, 5, 90, 0.5, 5000);
  private static final Shift DAY = new Shift(1, LocalTime.of(6, 0), 12);
  private static final Shift NIGHT = new Shift(2, LocalTime.of(18, 0), 12);
  private static final LocalDate MONDAY = LocalDate.of(2024, 6, 17);
  private static final double SECTION_KM = 2.5;

  private static CrossingForecast of(StudySources sources, DetectionFilter filter) {
    return Forecasts.of(
        sources,
        new ForecastQuestion(filter, Neighbour.CN, TERMS, List.of(DAY, NIGHT)),
        Crew.of(2, Progress.UNWATCHED));
  }

  private static DetectionFilter filter(String name, String value) {
    return DetectionFilterQuery.parse(asked -> asked.equals(name) ? value : null);
  }

  /** The forecast of all but gates, and the truth, by section x shift. */
  private static final class Demo {
    static final Scenario SCENARIO = Scenario.demo(TestStudy.LAYERS.border(), Places.load());
    static final CrossingForecast FORECAST =
        of(TestStudy.demo(), filter("setting", "trail,river,road"));
    static final double FROM = SCENARIO.stations().get(0).stretch().fromKm();
    static final int SECTIONS =
        (int)
            ((SCENARIO.stations().get(SCENARIO.stations().size() - 1).stretch().toKm() - FROM)
                / SECTION_KM);

    static double truth(double fromKm, double untilKm, Shift shift) {
      double groups = 0;
      for (Mouth mouth : SCENARIO.truth().mouths()) {
        for (int i = 0; mouth.km() >= fromKm && mouth.km() < untilKm && i < 7 * 12; i++) {
          int hour = shift.from().getHour() + i % 12;
          LocalDate day = MONDAY.plusDays(i / 12 + hour / 24);
          groups += mouth.isGate() ? 0 : SCENARIO.expectedCrossings(mouth, day, hour % 24);
        }
      }
      return groups * 4.018 / 7;
    }

    static Crossings forecast(int section, Shift shift) {
      double from = FROM + section * SECTION_KM;
      return FORECAST.crossings(from, from + SECTION_KM, shift, MONDAY, 7);
    }
  }

  /** The forecast with gates. */
  private static final class All {
    static final CrossingForecast FORECAST = of(TestStudy.demo(), DetectionFilter.ALL);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = IntStream.range(0, a.length).mapToDouble(i -> a[i]).average().orElse(0);
    double meanB = IntStream.range(0, b.length).mapToDouble(i -> b[i]).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** Equal values share the mean of their ranks. */
  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      for (double other : values) {
        ranks[i] += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
      }
    }
    return ranks;
  }

  @Test
  void comesNearerToTheTruthThanTheCount() {
    int n = Demo.SECTIONS;
    double[] truth = new double[2 * n];
    double[] model = new double[2 * n];
    double[] plain = new double[2 * n];
    double[] lengths = new double[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      Shift shift = i < n ? DAY : NIGHT;
      double from = Demo.FROM + i % n * SECTION_KM;
      truth[i] = Demo.truth(from, from + SECTION_KM, shift);
      model[i] = Demo.forecast(i % n, shift).value();
      plain[i] = Demo.forecast(i % n, shift).plain();
      lengths[i] = SECTION_KM;
    }
    double rank = correlation(ranks(truth), ranks(model));
    double rankPlain = correlation(ranks(truth), ranks(plain));
    double linear = correlation(truth, model);
    double linearPlain = correlation(truth, plain);
    double pai = new Backtest(lengths, model, truth).at(0.05).pai();
    double paiPlain = new Backtest(lengths, plain, truth).at(0.05).pai();
    double all = IntStream.range(0, 2 * n).mapToDouble(i -> truth[i]).sum();
    double expected = IntStream.range(0, 2 * n).mapToDouble(i -> model[i]).sum();
    assertThat(rank).isGreaterThan(rankPlain + 0.02).isGreaterThan(0.7);
    assertThat(linear).isGreaterThan(linearPlain + 0.05).isGreaterThan(0.8);
    assertThat(pai).isGreaterThan(paiPlain);
    // The demo sees better than these terms say, and the same group isn't met twice.
    assertThat(expected / all).isCloseTo(0.9, within(0.2));
  }

  /** Where hardly anybody looks the count sees little; the rate tells two of the three. */
  @Test
  void findsCrossingsThatHardlyAnybodyWatches() {
    double[] model = new double[Demo.SECTIONS];
    double[] plain = new double[Demo.SECTIONS];
    for (int i = 0; i < model.length; i++) {
      model[i] = Demo.forecast(i, NIGHT).value();
      plain[i] = Demo.forecast(i, NIGHT).plain();
    }
    double gained = 0;
    int flagged = 0;
    for (Mouth mouth : Demo.SCENARIO.truth().hardlyPatrolled()) {
      int section = (int) ((mouth.km() - Demo.FROM) / SECTION_KM);
      double above = ranks(model)[section];
      double abovePlain = ranks(plain)[section];
      gained += above - abovePlain;
      flagged += Demo.FORECAST.hardlyPatrolled(mouth.km() - 1, mouth.km() + 1) ? 1 : 0;
    }
    assertThat(gained).isGreaterThan(20);
    assertThat(flagged).isGreaterThanOrEqualTo(2);
  }

  @Test
  void backtestFavoursTheForecast() {
    Backtested test = Demo.FORECAST.backtest();
    assertThat(test.trainedFrom()).isEqualTo(LocalDate.of(2022, 1, 1));
    assertThat(test.trainedTo()).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(test.testedTo()).isEqualTo(LocalDate.of(2024, 6, 30));
    assertThat(test.deviance().model()).isLessThan(test.deviance().plain());
    assertThat(test.pai().model()).isGreaterThan(test.pai().plain());
    assertThat(test.intervalHolds()).isBetween(0.9, 0.99);
  }

  /** Friday and Saturday are planted as busiest, nights busier than days. */
  @Test
  void factorsAreThoseThatWerePlanted() {
    Factors factors = Demo.FORECAST.factors();
    int busiest =
        IntStream.range(0, 7).boxed().max(Comparator.comparing(d -> factors.weekday()[d])).get();
    assertThat(busiest).isEqualTo(5);
    assertThat(factors.weekday()[0]).isCloseTo(0.84, within(0.06));
    assertThat(factors.hour()[1]).isGreaterThan(3 * factors.hour()[12] / 2);
    assertThat(factors.month()[0]).isGreaterThan(1.1);
  }

  @Test
  void saysWhatItRestsOn() {
    CrossingForecast.Basis basis = Demo.FORECAST.basis();
    assertThat(basis.synthetic()).isTrue();
    assertThat(basis.lastDay()).isEqualTo(LocalDate.of(2024, 6, 30));
    assertThat(basis.patrolDetections()).isBetween(8_000L, 11_000L);
    assertThat(basis.leftOut().sensor()).isPositive();
    assertThat(basis.leftOut().report()).isPositive();
    assertThat(basis.leftOut().total())
        .isGreaterThanOrEqualTo(basis.leftOut().sensor() + basis.leftOut().report());
    assertThat(Demo.FORECAST.patrolHours()).isBetween(100_000.0, 150_000.0);
  }

  /** With the gates, who are busy by day, it still foretells better than the count. */
  @Test
  void gatesAndTrailsTogether() {
    Backtested test = All.FORECAST.backtest();
    assertThat(test.deviance().model()).isLessThan(test.deviance().plain());
    assertThat(test.pai().model()).isGreaterThan(test.pai().plain());
  }

  /** A part of the border is learnt of its own: what lies beyond isn't drawn in, nor left out. */
  @Test
  void aPartOfTheBorderIsForecastLikeTheWhole() {
    CrossingForecast part = of(TestStudy.demo(), filter("borderKm", "1100/1150"));
    CrossingForecast whole = All.FORECAST;
    assertThat(part.basis().leftOut().unwatched()).isLessThan(50);
    assertThat(part.patrolHours(1100, 1102.5))
        .isCloseTo(whole.patrolHours(1100, 1102.5), within(1e-3));
    double some = part.crossings(1100, 1110, NIGHT, MONDAY, 7).value();
    assertThat(some / whole.crossings(1100, 1110, NIGHT, MONDAY, 7).value())
        .isCloseTo(1, within(0.15));
    assertThat(whole.crossings(200, 210, NIGHT, MONDAY, 7).value()).isPositive();
    assertThat(whole.hardlyPatrolled(200, 210)).isTrue();
  }

  @Test
  void refusesWhatItCannotAnswer() {
    StudySources demo = TestStudy.demo();
    assertThatThrownBy(() -> of(demo, filter("source", "sensor")))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("patrol");
    assertThatThrownBy(() -> of(demo, filter("bbox", "106,21,107,22")))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("borderKm");
    assertThatThrownBy(() -> of(demo, filter("datetime", "2024-01-01/2024-02-15")))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("46");
    assertThatThrownBy(() -> of(demo, filter("indicators", "injury")))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("at least 50");
    LonLat place = TestStudy.inside(1100, 500);
    assertThatThrownBy(
            () ->
                of(
                    TestStudy.empty()
                        .seen(place, "2024-01-01T00:00:00Z", 90, 2, Source.PATROL)
                        .sources(),
                    DetectionFilter.ALL))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("patrol-tracks");
  }
}
