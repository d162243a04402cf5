package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.hotspot.backtest.Backtest;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.forecast.Backtested.Both;
import org.borderwatch.server.patrol.forecast.Observed.Span;

/**
 * Learns from the first part of a period, foretells the last, and compares: the forecast and the
 * plain baseline. The half life is chosen by the same comparison within the first part, so that the
 * last has no say in it. Stateless.
 */
final class ForecastBacktest {
  static final double[] HALF_LIVES = {90, 180, 365, 730, Double.POSITIVE_INFINITY};
  private static final double SHARE = 0.05;

  /** A quarter of a year where there is enough, eight weeks at least. */
  private static final int QUARTER_DAYS = 84;

  static final int LEAST_DAYS = 56;
  private static final double SECTION_KM = 2.5;

  /** With less in the tested part a single detection would make a place the worst of all. */
  private static final double LEAST_HOURS_A_KM = 4;

  private ForecastBacktest() {}

  /** The last slices that make a quarter of a year, or a quarter of the span, or eight weeks. */
  static Span last(Observed observed, Span of) {
    int wanted = Math.min(QUARTER_DAYS, Math.max(LEAST_DAYS, observed.days(of) / 4));
    int from = of.until();
    int days = 0;
    while (from > of.from() && days < wanted) {
      from--;
      days += observed.slices().get(from).days();
    }
    return new Span(from, of.until());
  }

  /** Whether both parts of a span are long enough. */
  static boolean isLongEnough(Observed observed, Span of) {
    Span last = last(observed, of);
    int before = observed.days(new Span(of.from(), last.from()));
    return observed.days(last) >= LEAST_DAYS && before >= LEAST_DAYS;
  }

  /**
   * The half life that foretells the last part of a span best; infinite where there is too little.
   */
  static double halfLife(Observed observed, Span of, List<Shift> shifts) {
    double best = Double.POSITIVE_INFINITY;
    Span test = last(observed, of);
    Span train = new Span(of.from(), test.from());
    if (isLongEnough(observed, of)
        && observed.watchedDetections(train) >= ForecastRefusals.LEAST_DETECTIONS) {
      double least = Double.POSITIVE_INFINITY;
      for (double days : HALF_LIVES) {
        double deviance =
            ForecastScore.of(
                    CrossingModel.fit(observed, train, days),
                    observed,
                    train,
                    test,
                    shifts,
                    binsASection(observed))
                .devianceModel();
        if (deviance < least) {
          least = deviance;
          best = days;
        }
      }
    }
    return best;
  }

  /**
   * The comparison.
   *
   * @throws IllegalArgumentException when no patrol saw anything in the first part
   */
  static Backtested of(Observed observed, List<Shift> shifts) {
    Span whole = observed.whole();
    Span test = last(observed, whole);
    Span train = new Span(0, test.from());
    double halfLife = halfLife(observed, train, shifts);
    CrossingModel model = CrossingModel.fit(observed, train, halfLife);
    ForecastScore score =
        ForecastScore.of(model, observed, train, test, shifts, binsASection(observed));
    double[] byModel = new double[observed.bins().length];
    double[] byPlain = new double[byModel.length];
    double[] plain = PlainCounts.personsADay(observed, train);
    for (int bin = 0; bin < byModel.length; bin++) {
      byModel[bin] = model.persons(bin, model.day()).mean();
      for (int hour = 0; hour < Factors.HOURS; hour++) {
        byPlain[bin] += plain[bin * Factors.HOURS + hour] / observed.bins()[bin];
      }
    }
    return new Backtested(
        observed.slices().get(train.from()).first(),
        observed.slices().get(train.until() - 1).last(),
        observed.slices().get(test.from()).first(),
        observed.slices().get(test.until() - 1).last(),
        SHARE,
        pai(observed, flows(observed, test), byModel, byPlain),
        pai(observed, reports(observed, test), byModel, byPlain),
        new Both(score.devianceModel(), score.deviancePlain()),
        score.holds(),
        score.units(),
        halfLife);
  }

  private static int binsASection(Observed observed) {
    return (int) Math.max(1, Math.round(SECTION_KM / observed.bins()[0]));
  }

  /** Detections of patrols an hour, times length; NaN where they were too short. */
  private static double[] flows(Observed observed, Span test) {
    double[] seen = count(observed, test, Source.PATROL);
    double[] hours = observed.hoursByBin(test);
    for (int bin = 0; bin < seen.length; bin++) {
      double km = observed.bins()[bin];
      seen[bin] = hours[bin] >= LEAST_HOURS_A_KM * km ? seen[bin] / hours[bin] * km : Double.NaN;
    }
    return seen;
  }

  /**
   * Reports; NaN where no patrol ever was, so that an empty rest of the line makes no map look
   * good.
   */
  private static double[] reports(Observed observed, Span test) {
    double[] told = count(observed, test, Source.REPORT);
    double[] hours = observed.hoursByBin(observed.whole());
    for (int bin = 0; bin < told.length; bin++) {
      told[bin] = hours[bin] > 0 ? told[bin] : Double.NaN;
    }
    return told;
  }

  private static double[] count(Observed observed, Span test, Source source) {
    double[] seen = new double[observed.bins().length];
    SeenGroups groups = observed.groups();
    for (int row = 0; row < groups.size(); row++) {
      if (groups.source(row) == source && test.has(groups.slice(row))) {
        seen[groups.bin(row)]++;
      }
    }
    return seen;
  }

  /** Of the bins whose truth is known. */
  private static Both pai(Observed observed, double[] truth, double[] model, double[] plain) {
    int[] known =
        IntStream.range(0, truth.length).filter(bin -> !Double.isNaN(truth[bin])).toArray();
    double[] lengths = pick(observed.bins(), known);
    double[] events = pick(truth, known);
    return new Both(
        new Backtest(lengths, pick(model, known), events).at(SHARE).pai(),
        new Backtest(lengths, pick(plain, known), events).at(SHARE).pai());
  }

  private static double[] pick(double[] all, int[] which) {
    return Arrays.stream(which).mapToDouble(i -> all[i]).toArray();
  }
}
