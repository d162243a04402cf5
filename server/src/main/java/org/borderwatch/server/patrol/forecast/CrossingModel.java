package org.borderwatch.server.patrol.forecast;

import static org.borderwatch.server.patrol.forecast.Factors.HOURS;
import static org.borderwatch.server.patrol.forecast.Factors.HOURS_OF_WEEK;
import static org.borderwatch.server.patrol.forecast.Factors.MONTHS;
import static org.borderwatch.server.patrol.forecast.Factors.WEEKDAYS;

import org.borderwatch.server.patrol.forecast.Observed.Span;

/**
 * How many groups, and people, a patrol meets an hour: by bin of the border, month, weekday and
 * hour.
 *
 * <p>Groups are Poisson at the rate {@code base x month x weekday x hour} ({@link
 * MultiplicativeFit}). What lies back counts less: an event and an hour of a slice {@code d} days
 * before the end weigh {@code 2^(-d / half life)} (power prior; Ibrahim and Chen 2000, Statistical
 * Science 15). A bin's base is then gamma: the prior of all bins ({@link GammaPrior}) with its own
 * events and hours added. A bin hardly looked at so gets the usual rate of the border and a wide
 * interval, one much looked at gets its own. Where people come by day though others come by night,
 * {@link LocalRhythm} says so; {@link GroupSizes} makes people of groups. Immutable.
 */
final class CrossingModel {
  /** What the prior of a month, weekday or hour is worth, in events. */
  static final double PRIOR_EVENTS = 10;

  /** Hours borrow from those so near, as times of tracks and of detections don't fit exactly. */
  static final int HOUR_REACH = 2;

  private final Factors factors;
  private final GammaDistribution prior;
  private final double[] events;
  private final double[] exposure;
  private final LocalRhythm rhythm;
  private final GroupSizes sizes;
  private final double[] byMonth;
  private final double[] byWeekday;
  private final double[] byHour;
  private final long unwatched;

  private CrossingModel(Learnt learnt) {
    MultiplicativeFit.Fitted fitted = MultiplicativeFit.of(learnt.counts, PRIOR_EVENTS, HOUR_REACH);
    factors = fitted.factors();
    events = learnt.counts.byBin();
    exposure = fitted.exposure();
    prior = GammaPrior.of(events, exposure);
    rhythm = LocalRhythm.of(this, learnt.counts, learnt.byPart);
    sizes = new GroupSizes(events, learnt.persons, learnt.squares);
    byMonth = learnt.counts.byMonth();
    byWeekday = learnt.counts.byWeekday();
    byHour = learnt.counts.byHour();
    unwatched = learnt.unwatched;
  }

  /**
   * Learns from some slices.
   *
   * @param halfLifeDays above 0; infinite where all weigh alike
   * @throws IllegalArgumentException when no patrol saw anything where it looked
   */
  static CrossingModel fit(Observed observed, Span span, double halfLifeDays) {
    return new CrossingModel(new Learnt(observed, span, halfLifeDays));
  }

  Factors factors() {
    return factors;
  }

  /** Of the base of any bin, before anything is known of it. */
  GammaDistribution prior() {
    return prior;
  }

  /** Groups a patrol hour in a bin in the mean month, weekday and hour; the prior outside. */
  GammaDistribution base(int bin) {
    return isKnown(bin)
        ? new GammaDistribution(prior.shape() + events[bin], prior.rate() + exposure[bin])
        : prior;
  }

  /**
   * How many groups a patrol meets, or people.
   *
   * @param variance of that estimate, not of a count
   */
  record Met(double mean, double variance) {}

  /**
   * Groups that a patrol meets in a bin.
   *
   * @param worth hours of the mean month, weekday and hour, by part of the day ({@link
   *     LocalRhythm})
   */
  Met groups(int bin, double[] worth) {
    if (isKnown(bin)) {
      return rhythm.groups(base(bin), bin, worth);
    }
    double hours = 0;
    for (double one : worth) {
      hours += one;
    }
    return new Met(hours * prior.mean(), hours * hours * prior.variance());
  }

  /** People that a patrol meets: groups and sizes are independent. */
  Met persons(int bin, double[] worth) {
    return sizes.persons(isKnown(bin) ? bin : -1, groups(bin, worth));
  }

  /** What a whole day is worth, by part. */
  double[] day() {
    double[] worth = new double[LocalRhythm.PARTS];
    for (int hour = 0; hour < HOURS; hour++) {
      worth[LocalRhythm.part(hour)] += factors.hour()[hour];
    }
    return worth;
  }

  /** Squared relative error of a month's factor, about: one over the events that it rests on. */
  double monthError(int month) {
    return 1 / (byMonth[month] + PRIOR_EVENTS);
  }

  double weekdayError(int weekday) {
    return 1 / (byWeekday[weekday] + PRIOR_EVENTS);
  }

  double hourError(int hour) {
    return 1 / (byHour[hour] + PRIOR_EVENTS);
  }

  /** Detections of patrols where there was no patrol hour in that time. */
  long unwatched() {
    return unwatched;
  }

  private boolean isKnown(int bin) {
    return bin >= 0 && bin < events.length;
  }

  /** Weighted sums. */
  private static final class Learnt {
    final MultiplicativeFit.Counts counts;
    final double[] byPart;
    final double[] persons;
    final double[] squares;
    long unwatched;

    Learnt(Observed observed, Span span, double halfLifeDays) {
      double[] weight = weights(observed, span, halfLifeDays);
      WatchedHours hours = observed.hours();
      int first = hours.first(span.from());
      int size = hours.first(span.until()) - first;
      int[] bin = new int[size];
      int[] cell = new int[size];
      double[] weighted = new double[size];
      boolean[] watched = new boolean[observed.bins().length];
      for (int i = 0; i < size; i++) {
        int slice = hours.slice(first + i);
        bin[i] = hours.bin(first + i);
        cell[i] =
            observed.slices().get(slice).monthOfYear() * HOURS_OF_WEEK
                + hours.hourOfWeek(first + i);
        weighted[i] = hours.hours(first + i) * weight[slice];
        watched[bin[i]] = true;
      }
      counts =
          new MultiplicativeFit.Counts(
              bin,
              cell,
              weighted,
              new double[watched.length],
              new double[MONTHS],
              new double[WEEKDAYS],
              new double[HOURS]);
      byPart = new double[watched.length * LocalRhythm.PARTS];
      persons = new double[watched.length];
      squares = new double[watched.length];
      count(observed, span, weight, watched);
    }

    private void count(Observed observed, Span span, double[] weight, boolean[] watched) {
      SeenGroups groups = observed.groups();
      for (int row = 0; row < groups.size(); row++) {
        if (!groups.byPatrol(row) || !span.has(groups.slice(row))) {
          continue;
        }
        int bin = groups.bin(row);
        if (!watched[bin]) {
          unwatched++;
          continue;
        }
        double one = weight[groups.slice(row)];
        double people = groups.persons(row);
        counts.byBin()[bin] += one;
        counts.byMonth()[observed.slices().get(groups.slice(row)).monthOfYear()] += one;
        counts.byWeekday()[groups.hourOfWeek(row) / HOURS] += one;
        counts.byHour()[groups.hourOfWeek(row) % HOURS] += one;
        byPart[bin * LocalRhythm.PARTS + LocalRhythm.part(groups.hourOfWeek(row) % HOURS)] += one;
        persons[bin] += one * people;
        squares[bin] += one * people * people;
      }
    }

    private static double[] weights(Observed observed, Span span, double halfLifeDays) {
      double[] weight = new double[observed.slices().size()];
      double later = 0;
      for (int slice = span.until() - 1; slice >= span.from(); slice--) {
        int days = observed.slices().get(slice).days();
        weight[slice] = Math.pow(2, -(later + days / 2.0) / halfLifeDays);
        later += days;
      }
      return weight;
    }
  }
}
