package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MultiplicativeFitTest {
  private static final int BINS = 4;

  /** Months 0 to 2, all weekdays and hours of the first and fourth bin, half of the others. */
  private static MultiplicativeFit.Counts random(long seed) {
    Random random = new Random(seed);
    int size = BINS * 3 * 168;
    int[] bin = new int[size];
    int[] cell = new int[size];
    double[] hours = new double[size];
    double[] byBin = new double[BINS];
    double[] byMonth = new double[12];
    double[] byWeekday = new double[7];
    double[] byHour = new double[24];
    for (int i = 0; i < size; i++) {
      bin[i] = i % BINS;
      int month = i / BINS % 3;
      int ofWeek = i / BINS / 3;
      cell[i] = month * 168 + ofWeek;
      hours[i] = 0.1 + random.nextDouble() * (1 + bin[i]);
      int seen = random.nextDouble() < 0.15 + 0.01 * (ofWeek % 24) ? 1 + random.nextInt(2) : 0;
      byBin[bin[i]] += seen;
      byMonth[month] += seen;
      byWeekday[ofWeek / 24] += seen;
      byHour[ofWeek % 24] += seen;
    }
    return new MultiplicativeFit.Counts(bin, cell, hours, byBin, byMonth, byWeekday, byHour);
  }

  /**
   * The logarithm of what is made greatest, in free parameters: logarithms of bases, months,
   * weekdays and hours. Independent of the code under test.
   */
  private static double logLikelihood(MultiplicativeFit.Counts counts, double[] p, double prior) {
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      sum += counts.byBin()[b] * p[b];
    }
    double[][] seen = {counts.byMonth(), counts.byWeekday(), counts.byHour()};
    int at = BINS;
    for (double[] kind : seen) {
      for (double one : kind) {
        sum += (one + prior) * p[at] - prior * Math.exp(p[at]);
        at++;
      }
    }
    for (int i = 0; i < counts.hours().length; i++) {
      int ofWeek = counts.cell()[i] % 168;
      sum -=
          counts.hours()[i]
              * Math.exp(
                  p[counts.bin()[i]]
                      + p[BINS + counts.cell()[i] / 168]
                      + p[BINS + 12 + ofWeek / 24]
                      + p[BINS + 19 + ofWeek % 24]);
    }
    return sum;
  }

  private static double[] logs(MultiplicativeFit.Fitted fitted) {
    return Stream.of(
            fitted.base(),
            fitted.factors().month(),
            fitted.factors().weekday(),
            fitted.factors().hour())
        .flatMapToDouble(Arrays::stream)
        .map(Math::log)
        .toArray();
  }

  /** Climbs along each parameter in turn by Newton's steps from differences: slow and plain. */
  private static double climb(MultiplicativeFit.Counts counts, double prior) {
    double[] p = new double[BINS + 12 + 7 + 24];
    double h = 1e-3;
    for (int round = 0; round < 80; round++) {
      for (int i = 0; i < p.length; i++) {
        double middle = logLikelihood(counts, p, prior);
        p[i] += h;
        double above = logLikelihood(counts, p, prior);
        p[i] -= 2 * h;
        double below = logLikelihood(counts, p, prior);
        double bend = (above - 2 * middle + below) / (h * h);
        p[i] += h - (above - below) / (2 * h) / bend;
      }
    }
    return logLikelihood(counts, p, prior);
  }

  /** The function is concave, so where it rises in no direction is its maximum. */
  @Test
  void fitIsTheMostLikely() {
    for (double prior : new double[] {2, 10}) {
      MultiplicativeFit.Counts counts = random(5);
      double[] p = logs(MultiplicativeFit.of(counts, prior, 0));
      double best = logLikelihood(counts, p, prior);
      for (int i = 0; i < p.length; i++) {
        double h = 1e-4;
        p[i] += h;
        double above = logLikelihood(counts, p, prior);
        p[i] -= 2 * h;
        double below = logLikelihood(counts, p, prior);
        p[i] += h;
        assertThat((above - below) / (2 * h)).isCloseTo(0, within(1e-4));
      }
      assertThat(climb(counts, prior)).isLessThanOrEqualTo(best + 1e-9).isGreaterThan(best - 1);
    }
  }

  /** Without a prior what is expected of each bin, month, weekday and hour is what was seen. */
  @Test
  void marginsAgree() {
    MultiplicativeFit.Counts counts = random(6);
    MultiplicativeFit.Fitted fitted = MultiplicativeFit.of(counts, 0, 0);
    double[] byHour = new double[24];
    double[] byWeekday = new double[7];
    double[] byBin = new double[BINS];
    for (int i = 0; i < counts.hours().length; i++) {
      int ofWeek = counts.cell()[i] % 168;
      double expected =
          counts.hours()[i]
              * fitted.base()[counts.bin()[i]]
              * fitted.factors().of(counts.cell()[i] / 168, ofWeek);
      byHour[ofWeek % 24] += expected;
      byWeekday[ofWeek / 24] += expected;
      byBin[counts.bin()[i]] += expected;
    }
    assertThat(byHour).containsExactly(counts.byHour(), within(1e-6));
    assertThat(byWeekday).containsExactly(counts.byWeekday(), within(1e-6));
    assertThat(byBin).containsExactly(counts.byBin(), within(1e-6));
  }

  @Test
  void oneBinOfConstantRateIsEventsOverHours() {
    int[] cell = new int[12 * 168];
    double[] hours = new double[cell.length];
    Arrays.setAll(cell, i -> i);
    Arrays.fill(hours, 0.25);
    double[] byMonth = new double[12];
    double[] byWeekday = new double[7];
    double[] byHour = new double[24];
    Arrays.fill(byMonth, 84);
    Arrays.fill(byWeekday, 144);
    Arrays.fill(byHour, 42);
    MultiplicativeFit.Fitted fitted =
        MultiplicativeFit.of(
            new MultiplicativeFit.Counts(
                new int[cell.length], cell, hours, new double[] {1008}, byMonth, byWeekday, byHour),
            10,
            2);
    assertThat(fitted.base()[0]).isCloseTo(1008 / (0.25 * 12 * 168), within(1e-12));
    assertThat(fitted.exposure()[0]).isCloseTo(0.25 * 12 * 168, within(1e-9));
    assertThat(fitted.factors().hour()).containsOnly(new double[] {1}, within(1e-12));
  }

  /** Nobody looked in April to December: nothing is said of them but the usual. */
  @Test
  void monthsWithoutHoursStayNearTheUsual() {
    MultiplicativeFit.Fitted fitted = MultiplicativeFit.of(random(7), 10, 2);
    double[] month = fitted.factors().month();
    for (int m = 4; m < 12; m++) {
      assertThat(month[m]).isCloseTo(month[3], within(1e-9)).isCloseTo(1, within(0.1));
    }
  }
}
