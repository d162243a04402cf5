package org.borderwatch.server.patrol.forecast;

import java.util.List;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.forecast.Observed.Span;

/**
 * Scores of counts by section x shift of a span that a model hasn't seen: detections of patrols,
 * against what the model expects of the hours that were walked there, and what the plain baseline
 * says. Only sections x shifts where patrols were in the span count.
 *
 * @param units how many there were
 * @param devianceModel mean Poisson deviance, {@code 2 (y ln(y / m) - y + m)}
 * @param deviancePlain the same of the baseline
 * @param holds share of counts in the model's 90 % interval
 */
record ForecastScore(int units, double devianceModel, double deviancePlain, double holds) {
  private static final double LEVEL = 0.9;

  /** Who never saw anybody somewhere can't foretell that nobody will ever be: half an event. */
  private static final double LEAST_EVENTS = 0.5;

  /**
   * The scores.
   *
   * @param binsASection how many bins make a section
   */
  static ForecastScore of(
      CrossingModel model,
      Observed observed,
      Span train,
      Span test,
      List<Shift> shifts,
      int binsASection) {
    int bins = observed.bins().length;
    double[] plain = PlainCounts.patrolDetectionsADay(observed, train);
    double testDays = observed.days(test);
    double least = LEAST_EVENTS / observed.days(train) * testDays;
    int units = 0;
    double ofModel = 0;
    double ofPlain = 0;
    int held = 0;
    for (Shift shift : shifts) {
      double[] part = new ShiftHours(shift).byHour();
      HoursWorth all = new HoursWorth(model);
      double[][] worth = worth(observed, test, part, all);
      double error = all.error();
      double[] seen = seen(observed, test, part);
      for (int first = 0; first < bins; first += binsASection) {
        double mean = 0;
        double variance = 0;
        double always = 0;
        double count = 0;
        for (int bin = first; bin < Math.min(bins, first + binsASection); bin++) {
          CrossingModel.Met met = model.groups(bin, worth[bin]);
          mean += met.mean();
          variance += met.variance();
          count += seen[bin];
          for (int hour = 0; hour < part.length; hour++) {
            always += part[hour] * plain[bin * Factors.HOURS + hour] * testDays;
          }
        }
        variance += mean * mean * error;
        if (mean > 0) {
          units++;
          ofModel += deviance(count, mean);
          ofPlain += deviance(count, Math.max(least, always));
          boolean in =
              CountInterval.of(GammaDistribution.ofMoments(mean, variance), LEVEL).holds(count);
          held += in ? 1 : 0;
        }
      }
    }
    return new ForecastScore(
        units, ofModel / units, ofPlain / units, units == 0 ? 0 : (double) held / units);
  }

  /**
   * Hours of the mean month, weekday and hour that patrols were worth, by bin and quarter.
   *
   * @param all takes them too
   */
  private static double[][] worth(Observed observed, Span test, double[] part, HoursWorth all) {
    double[][] worth = new double[observed.bins().length][LocalRhythm.PARTS];
    WatchedHours hours = observed.hours();
    int end = hours.first(test.until());
    for (int i = hours.first(test.from()); i < end; i++) {
      int ofWeek = hours.hourOfWeek(i);
      int hour = ofWeek % Factors.HOURS;
      worth[hours.bin(i)][LocalRhythm.part(hour)] +=
          all.add(
              observed.slices().get(hours.slice(i)).monthOfYear(),
              ofWeek,
              part[hour] * hours.hours(i));
    }
    return worth;
  }

  /** Events at an hour that a shift has half of count half: rounded, as counts are whole. */
  private static double[] seen(Observed observed, Span test, double[] part) {
    double[] seen = new double[observed.bins().length];
    SeenGroups groups = observed.groups();
    for (int row = 0; row < groups.size(); row++) {
      if (groups.byPatrol(row) && test.has(groups.slice(row))) {
        seen[groups.bin(row)] += Math.rint(part[groups.hourOfWeek(row) % Factors.HOURS]);
      }
    }
    return seen;
  }

  private static double deviance(double seen, double expected) {
    double log = seen > 0 ? seen * Math.log(seen / expected) : 0;
    return 2 * (log - seen + expected);
  }
}
