package org.borderwatch.server.patrol.forecast;

import static org.borderwatch.server.patrol.forecast.Factors.HOURS;
import static org.borderwatch.server.patrol.forecast.Factors.HOURS_OF_WEEK;

import org.borderwatch.server.patrol.forecast.CrossingModel.Met;

/**
 * How a bin's day differs from that of the whole line: a gate is busy by day, a trail by night. In
 * each quarter of the day, from midnight on, the rate is the bin's own times a factor about 1 that
 * is gamma with shape and rate {@code c}; {@code c} is what makes the counts of all bins and
 * quarters most likely ({@link GammaPrior}), so where all bins keep the same hours it is large and
 * the factors are 1. With the bin's rate {@code b}, {@code y} events and {@code e} expected hours
 * in a quarter its rate there is {@code (c + y) / (c / b + e)}. Its variance is that of the gamma
 * distribution {@code (c + y, c / b + e)} and, as far as {@code b} has a say, that of {@code b},
 * which all quarters share. Immutable.
 */
final class LocalRhythm {
  static final int PARTS = 4;

  private final double trust;
  private final double[] events;
  private final double[] exposure;

  private LocalRhythm(double trust, double[] events, double[] exposure) {
    this.trust = trust;
    this.events = events;
    this.exposure = exposure;
  }

  /** The quarter of an hour of the day. */
  static int part(int hourOfDay) {
    return hourOfDay * PARTS / HOURS;
  }

  /**
   * Learns it.
   *
   * @param model whose bases and factors are known already
   * @param events by bin and quarter, weighted
   */
  static LocalRhythm of(CrossingModel model, MultiplicativeFit.Counts counts, double[] events) {
    double[] exposure = new double[events.length];
    for (int i = 0; i < counts.hours().length; i++) {
      int cell = counts.cell()[i];
      int ofWeek = cell % HOURS_OF_WEEK;
      exposure[counts.bin()[i] * PARTS + part(ofWeek % HOURS)] +=
          counts.hours()[i] * model.factors().of(cell / HOURS_OF_WEEK, ofWeek);
    }
    double[] expected = new double[events.length];
    for (int i = 0; i < events.length; i++) {
      expected[i] = exposure[i] * model.base(i / PARTS).mean();
    }
    return new LocalRhythm(GammaPrior.of(events, expected).shape(), events, exposure);
  }

  /** How alike the days of all bins are: {@code c}. */
  double trust() {
    return trust;
  }

  /** Groups that a patrol meets in a bin in hours of each quarter. */
  Met groups(GammaDistribution base, int bin, double[] worth) {
    double mean = 0;
    double variance = 0;
    double shared = 0;
    for (int part = 0; part < PARTS; part++) {
      if (worth[part] > 0) {
        double prior = trust / base.mean();
        double rate = prior + exposure[bin * PARTS + part];
        double groups = worth[part] * (trust + events[bin * PARTS + part]) / rate;
        mean += groups;
        variance += groups * worth[part] / rate;
        shared += groups * (prior / rate);
      }
    }
    double relative = base.variance() / (base.mean() * base.mean());
    return new Met(mean, variance + shared * shared * relative);
  }
}
