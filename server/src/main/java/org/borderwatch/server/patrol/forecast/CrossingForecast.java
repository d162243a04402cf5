package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.forecast.Observed.Span;

/**
 * How many people are expected to cross one neighbour's line where and when, seen or not.
 *
 * <p>Who searches {@code A} km of border for a whole duty meets a crossing with probability {@code
 * detection} ({@link DutyTerms}). To first order an hour of a patrol in a bin of {@code l} km where
 * {@code L} people an hour cross then meets {@code r = L K A / l} of them, {@code K = -ln(1 -
 * detection)}: so {@code L = r l / (K A)}, however long a duty is. With another {@code detection}
 * all crossings change by one factor, and the interceptions expected of short efforts don't change
 * at all. Where patrols followed each other closely {@code L} is a little too low, as nobody is met
 * twice.
 *
 * <p>Questions take microseconds. Immutable, hence thread-safe.
 */
public final class CrossingForecast {
  /** A kilometre that was looked at less is hardly patrolled whatever the others are. */
  private static final double LEAST_HOURS_A_KM = 14;

  /** And so is one that had less than this part of what is usual along the line. */
  private static final double HARDLY = 0.2;

  private static final double LEVEL = 0.9;

  private final Neighbour with;
  private final LineBins bins;
  private final CrossingModel model;
  private final double[] hours;
  private final double[] plainADay;
  private final double metKm;
  private final double hardlyHoursAKm;
  private final Backtested backtest;
  private final Basis basis;

  /**
   * What it rests on.
   *
   * @param firstDay learnt from
   * @param lastDay learnt from, included
   * @param patrolDetections that the rates rest on
   * @param leftOut the others
   * @param synthetic whether all of it is simulated
   * @param dataVersion of the data
   */
  public record Basis(
      LocalDate firstDay,
      LocalDate lastDay,
      long patrolDetections,
      LeftOut leftOut,
      boolean synthetic,
      String dataVersion) {}

  CrossingForecast(
      Neighbour with,
      LineBins bins,
      Observed observed,
      CrossingModel model,
      DutyTerms terms,
      Backtested backtest,
      Basis basis) {
    Span whole = observed.whole();
    this.with = with;
    this.bins = bins;
    this.model = model;
    this.hours = observed.hoursByBin(whole);
    this.plainADay = PlainCounts.personsADay(observed, whole);
    this.metKm = -Math.log1p(-terms.detection()) * terms.areaMetres() / 1000;
    this.hardlyHoursAKm = Math.max(LEAST_HOURS_A_KM, HARDLY * usualHoursAKm(bins, hours));
    this.backtest = backtest;
    this.basis = basis;
  }

  /** Along whose line. */
  public Neighbour with() {
    return with;
  }

  /**
   * People expected to cross between two kilometres during a shift, a day on the mean of the days
   * on which it begins. {@code value} and {@code plain} of adjacent intervals add up to those of
   * both. The 90 % interval is that of the expectation: gamma with the mean and variance of the sum
   * over the bins, in which bases and group sizes are independent and the errors of month, weekday
   * and hour are common to all bins. Kilometres of which nothing is known, outside of the border
   * that the data is about, get what is usual and an interval as wide as the border varies. O(bins
   * and hours).
   *
   * @param fromKm along the line
   * @param untilKm above {@code fromKm}
   * @param from first day
   * @param days how many, from 1
   */
  public Crossings crossings(double fromKm, double untilKm, Shift shift, LocalDate from, int days) {
    require(fromKm, untilKm);
    ShiftFactor factor = ShiftFactor.of(model, shift, from, days);
    double[] persons = new double[2];
    bins.each(
        fromKm,
        untilKm,
        (bin, share, lengthKm) -> {
          double flow = share * lengthKm / metKm;
          CrossingModel.Met met = model.persons(bin, factor.hours());
          persons[0] += flow * met.mean();
          persons[1] += flow * flow * met.variance();
        });
    double value = persons[0];
    double variance = persons[1] + value * value * factor.error();
    GammaDistribution about = GammaDistribution.ofMoments(value, variance);
    return new Crossings(
        value,
        about.quantile((1 - LEVEL) / 2),
        about.quantile((1 + LEVEL) / 2),
        plain(fromKm, untilKm, shift));
  }

  private double plain(double fromKm, double untilKm, Shift shift) {
    double[] part = new ShiftHours(shift).byHour();
    double[] sum = new double[1];
    bins.each(
        fromKm,
        untilKm,
        (bin, share, lengthKm) -> {
          for (int hour = 0; isKnown(bin) && hour < part.length; hour++) {
            sum[0] += share * part[hour] * plainADay[bin * Factors.HOURS + hour];
          }
        });
    return sum[0];
  }

  /** Hours that patrols were between two kilometres, in the whole period. */
  public double patrolHours(double fromKm, double untilKm) {
    require(fromKm, untilKm);
    double[] sum = new double[1];
    bins.each(fromKm, untilKm, (bin, share, km) -> sum[0] += isKnown(bin) ? share * hours[bin] : 0);
    return sum[0];
  }

  /** Median of the bins that were looked at. */
  private static double usualHoursAKm(LineBins bins, double[] hours) {
    double[] lengths = bins.lengthsKm();
    double[] aKm =
        IntStream.range(0, hours.length)
            .filter(bin -> hours[bin] > 0)
            .mapToDouble(bin -> hours[bin] / lengths[bin])
            .sorted()
            .toArray();
    return aKm.length == 0 ? 0 : aKm[aKm.length / 2];
  }

  /** Patrol hours a kilometre below which {@link #hardlyPatrolled} says so. */
  public double hardlyHoursAKm() {
    return hardlyHoursAKm;
  }

  /**
   * Whether a quarter of the interval or more was hardly patrolled: less than a fifth of the hours
   * a kilometre that are usual along the line, or less than 14 in all. What is expected there rests
   * on little, its interval says how little.
   */
  public boolean hardlyPatrolled(double fromKm, double untilKm) {
    require(fromKm, untilKm);
    double[] hardly = new double[1];
    bins.each(
        fromKm,
        untilKm,
        (bin, share, km) ->
            hardly[0] += !isKnown(bin) || hours[bin] < hardlyHoursAKm * km ? share * km : 0);
    return hardly[0] >= (untilKm - fromKm) / 4;
  }

  /** Month, weekday and hour. */
  public Factors factors() {
    return model.factors();
  }

  /** How well it would have foretold the last part of the period. */
  public Backtested backtest() {
    return backtest;
  }

  public Basis basis() {
    return basis;
  }

  private boolean isKnown(int bin) {
    return bin >= 0 && bin < hours.length;
  }

  /** All hours of patrol. */
  public double patrolHours() {
    return IntStream.range(0, hours.length).mapToDouble(bin -> hours[bin]).sum();
  }

  private static void require(double fromKm, double untilKm) {
    if (!(fromKm < untilKm && untilKm - fromKm < 10_000)) {
      throw new IllegalArgumentException("from km " + fromKm + " to " + untilKm);
    }
  }
}
