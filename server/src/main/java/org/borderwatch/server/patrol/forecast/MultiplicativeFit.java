package org.borderwatch.server.patrol.forecast;

import static org.borderwatch.server.patrol.forecast.Factors.HOURS;
import static org.borderwatch.server.patrol.forecast.Factors.HOURS_OF_WEEK;
import static org.borderwatch.server.patrol.forecast.Factors.MONTHS;
import static org.borderwatch.server.patrol.forecast.Factors.WEEKDAYS;

import java.util.Arrays;

/**
 * Poisson rates that are a product: {@code base(bin) x month x weekday x hour}, times hours of
 * patrol. The estimate makes the counts most likely (log-linear model of main effects), with a
 * gamma prior of mean 1 on each factor that is worth {@code priorEvents} expected events and keeps
 * a month in which hardly anybody looked near the usual.
 *
 * <p>Iterative proportional fitting: one kind of factor after the other takes the value that makes
 * expected and seen events agree; for a product with Poisson counts that is exact coordinate ascent
 * of a concave (log) likelihood, so it ends at its maximum. Only the margins of the counts matter.
 * Hours enter as exposure. Two passes over the entries of hours a round, some dozen rounds. Source:
 * Deming and Stephan (1940), Annals of Mathematical Statistics 11; with exposure as offset and the
 * likelihood: Agresti (2013), Categorical Data Analysis, 9.7. Stateless.
 */
final class MultiplicativeFit {
  private static final int MOST_ROUNDS = 2_000;
  private static final double CLOSE = 1e-11;

  private MultiplicativeFit() {}

  /**
   * Hours and counts.
   *
   * @param bin of each entry of hours
   * @param cell month (from 0) times 168 plus hour of the week, of each entry
   * @param hours of each entry, above 0, weighted or not
   * @param byBin events by bin; 0 where there are no hours
   * @param byMonth the same events by month: 12
   * @param byWeekday by weekday, Monday first: 7
   * @param byHour by hour of the day: 24
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Counts(
      int[] bin,
      int[] cell,
      double[] hours,
      double[] byBin,
      double[] byMonth,
      double[] byWeekday,
      double[] byHour) {}

  /**
   * What was found.
   *
   * @param base events an hour in the mean month, weekday and hour, by bin; 0 without hours
   * @param exposure hours of each bin, each times its factors: base is events over exposure
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Fitted(Factors factors, double[] base, double[] exposure) {}

  /**
   * The most likely factors.
   *
   * @param priorEvents 0 or more
   * @param hourReach how many hours on either side an hour borrows from; 0: none
   */
  static Fitted of(Counts counts, double priorEvents, int hourReach) {
    double[] month = ones(MONTHS);
    double[] weekday = ones(WEEKDAYS);
    double[] hour = ones(HOURS);
    double[] table = new double[MONTHS * HOURS_OF_WEEK];
    double[] exposure = new double[counts.byBin().length];
    double[] base = new double[exposure.length];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      fill(table, month, weekday, hour);
      exposures(counts, table, exposure);
      bases(counts, exposure, base);
      double[] expected = expected(counts, base, table.length);
      if (factors(counts, expected, month, weekday, hour, priorEvents, hourReach) < CLOSE) {
        break;
      }
    }
    fill(table, month, weekday, hour);
    exposures(counts, table, exposure);
    bases(counts, exposure, base);
    return new Fitted(new Factors(month, weekday, hour), base, exposure);
  }

  private static void exposures(Counts counts, double[] table, double[] exposure) {
    Arrays.fill(exposure, 0);
    for (int i = 0; i < counts.hours().length; i++) {
      exposure[counts.bin()[i]] += counts.hours()[i] * table[counts.cell()[i]];
    }
  }

  private static void bases(Counts counts, double[] exposure, double[] base) {
    for (int b = 0; b < base.length; b++) {
      base[b] = exposure[b] > 0 ? counts.byBin()[b] / exposure[b] : 0;
    }
  }

  /** Events of each month and hour of the week if every factor were 1. */
  private static double[] expected(Counts counts, double[] base, int cells) {
    double[] expected = new double[cells];
    for (int i = 0; i < counts.hours().length; i++) {
      expected[counts.cell()[i]] += base[counts.bin()[i]] * counts.hours()[i];
    }
    return expected;
  }

  /** Moves each kind once, the bases as they are; by how much at most. */
  private static double factors(
      Counts counts,
      double[] expected,
      double[] month,
      double[] weekday,
      double[] hour,
      double prior,
      int hourReach) {
    double[] byMonth = new double[MONTHS];
    each(expected, (m, d, h, e) -> byMonth[m] += e * weekday[d] * hour[h]);
    double moved = update(month, counts.byMonth(), byMonth, prior);
    double[] byWeekday = new double[WEEKDAYS];
    each(expected, (m, d, h, e) -> byWeekday[d] += e * month[m] * hour[h]);
    moved = Math.max(moved, update(weekday, counts.byWeekday(), byWeekday, prior));
    double[] byHour = new double[HOURS];
    each(expected, (m, d, h, e) -> byHour[h] += e * month[m] * weekday[d]);
    return Math.max(
        moved, update(hour, around(counts.byHour(), hourReach), around(byHour, hourReach), prior));
  }

  private interface Cell {
    void of(int month, int weekday, int hour, double expected);
  }

  private static void each(double[] expected, Cell cell) {
    for (int i = 0; i < expected.length; i++) {
      int ofWeek = i % HOURS_OF_WEEK;
      cell.of(i / HOURS_OF_WEEK, ofWeek / HOURS, ofWeek % HOURS, expected[i]);
    }
  }

  /** Sums over the hours about each, around the clock, weighted by a triangle. */
  private static double[] around(double[] byHour, int reach) {
    double[] sums = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      for (int off = -reach; off <= reach; off++) {
        double weight = (reach + 1.0 - Math.abs(off)) / ((reach + 1) * (reach + 1));
        sums[hour] += weight * byHour[Math.floorMod(hour + off, HOURS)];
      }
    }
    return sums;
  }

  /**
   * Seen over expected, both with the prior; the mean is made 1, as it is at the maximum, and what
   * that takes away goes to the bases.
   */
  private static double update(double[] factor, double[] seen, double[] expected, double prior) {
    double[] next = new double[factor.length];
    double mean = 0;
    for (int i = 0; i < factor.length; i++) {
      next[i] = expected[i] + prior > 0 ? (seen[i] + prior) / (expected[i] + prior) : 1;
      mean += next[i] / factor.length;
    }
    double moved = 0;
    for (int i = 0; i < factor.length; i++) {
      moved = Math.max(moved, Math.abs(next[i] / mean - factor[i]));
      factor[i] = next[i] / mean;
    }
    return moved;
  }

  private static void fill(double[] table, double[] month, double[] weekday, double[] hour) {
    Factors factors = new Factors(month, weekday, hour);
    for (int i = 0; i < table.length; i++) {
      table[i] = factors.of(i / HOURS_OF_WEEK, i % HOURS_OF_WEEK);
    }
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }
}
