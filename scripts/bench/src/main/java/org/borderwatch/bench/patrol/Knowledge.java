package org.borderwatch.bench.patrol;

import java.util.Arrays;

/**
 * What a planner has learnt: from the year before, from what its own patrols met, and from reports.
 * A light form of the product's forecast: groups met are Poisson, their rate a product of area and
 * shift, month and weekday, times how much was looked; older weeks count less. Rates of area and
 * shift are gamma, drawn towards area x shift, and areas towards each other.
 */
final class Knowledge {
  private static final int ROUNDS = 4;
  private static final double AREA_EVENTS = 1;

  /**
   * How it learns.
   *
   * @param halfLifeWeeks after which a week counts half
   * @param cellEvents groups that the pull of an area and shift towards its area is worth
   */
  record Terms(double halfLifeWeeks, double cellEvents) {}

  private final Terms terms;
  private final int areas;
  private final int shifts;
  private final double[] month = new double[History.MONTHS];
  private final double[] weekday = new double[Ground.WEEK];
  private final double[][] met;
  private final double[][] looked;
  private final double[][] plain;

  /** Learns from the year before, as it happened by {@code chance}. */
  Knowledge(Ground ground, Terms terms, Chance chance) {
    this.terms = terms;
    this.areas = ground.areas();
    this.shifts = ground.shifts();
    met = new double[areas][shifts];
    looked = new double[areas][shifts];
    plain = new double[areas][shifts];
    History history = ground.history();
    int[][][][] counts = new int[History.MONTHS][Ground.WEEK][areas][shifts];
    for (int m = 0; m < History.MONTHS; m++) {
      for (int day = 0; day < Ground.WEEK; day++) {
        for (int area = 0; area < areas; area++) {
          for (int shift = 0; shift < shifts; shift++) {
            double mean = history.met()[m][day][area][shift];
            counts[m][day][area][shift] =
                mean == 0 ? 0 : chance.poisson(mean, 1, m, day, area, shift);
          }
        }
      }
    }
    season(counts, history.looked());
    for (int m = 0; m < History.MONTHS; m++) {
      double weight =
          Math.pow(0.5, (History.MONTHS - 0.5 - m) * 365 / 12 / 7 / terms.halfLifeWeeks());
      for (int area = 0; area < areas; area++) {
        for (int shift = 0; shift < shifts; shift++) {
          for (int day = 0; day < Ground.WEEK; day++) {
            int count = counts[m][day][area][shift];
            double factor = month[m] * weekday[day];
            met[area][shift] += weight * count;
            looked[area][shift] += weight * factor * history.looked()[m][day][area][shift];
            plain[area][shift] += weight * count;
          }
          double reported = history.reported()[m][area][shift];
          plain[area][shift] +=
              reported == 0 ? 0 : weight * chance.poisson(reported, 2, m, area, shift);
        }
      }
    }
  }

  /** Months and weekdays by proportional fitting: counts over how much was looked. */
  private void season(int[][][][] counts, double[][][][] hours) {
    double[][] rate = new double[areas][shifts];
    Arrays.stream(rate).forEach(row -> Arrays.fill(row, 1));
    Arrays.fill(month, 1);
    Arrays.fill(weekday, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double[][] cell = new double[areas * shifts][2];
      double[][] byMonth = new double[month.length][2];
      double[][] byDay = new double[weekday.length][2];
      for (int pass = 0; pass < 3; pass++) {
        for (int m = 0; m < month.length; m++) {
          for (int day = 0; day < weekday.length; day++) {
            for (int area = 0; area < areas; area++) {
              for (int shift = 0; shift < shifts; shift++) {
                double looks = hours[m][day][area][shift];
                int count = counts[m][day][area][shift];
                double[] sums =
                    pass == 0 ? cell[area * shifts + shift] : pass == 1 ? byMonth[m] : byDay[day];
                sums[0] += count;
                sums[1] +=
                    looks
                        * (pass == 0 ? 1 : rate[area][shift])
                        * (pass == 1 ? 1 : month[m])
                        * (pass == 2 ? 1 : weekday[day]);
              }
            }
          }
        }
        if (pass == 0) {
          for (int i = 0; i < cell.length; i++) {
            rate[i / shifts][i % shifts] = (cell[i][0] + 0.1) / (cell[i][1] + 0.1);
          }
        } else {
          factors(pass == 1 ? byMonth : byDay, pass == 1 ? month : weekday);
        }
      }
    }
  }

  private static void factors(double[][] sums, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (sums[i][0] + 10) / (sums[i][1] + 10);
    }
    double mean = Arrays.stream(into).average().orElse(1);
    Arrays.setAll(into, i -> into[i] / mean);
  }

  /** A week passes: what is older counts less. */
  void forget() {
    double kept = Math.pow(0.5, 1 / terms.halfLifeWeeks());
    for (double[][] one : new double[][][] {met, looked, plain}) {
      for (double[] row : one) {
        Arrays.setAll(row, i -> row[i] * kept);
      }
    }
  }

  /** A duty met so many groups, where it meets each with a probability. */
  void duty(int area, int shift, int ofMonth, int ofWeekday, double probability, int groups) {
    met[area][shift] += groups;
    looked[area][shift] += probability * month[ofMonth] * weekday[ofWeekday];
    plain[area][shift] += groups;
  }

  /** So many groups were reported. */
  void reports(int area, int shift, int groups) {
    plain[area][shift] += groups;
  }

  /** Groups seen by area and shift, whoever looked and however long. */
  double[][] plainCounts() {
    return Arrays.stream(plain).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Groups expected in a shift of a usual day by area and shift, plus so many standard errors.
   *
   * @param curiosity 0 for the expectation; above, what is little known counts as more
   */
  double[][] expected(double curiosity) {
    double all = sum(met);
    double usual = all == 0 ? 1 : all / sum(looked);
    double[] byShift = new double[shifts];
    Arrays.fill(byShift, 1);
    double[] base = new double[areas];
    for (int round = 0; round < ROUNDS; round++) {
      for (int area = 0; area < areas; area++) {
        double count = AREA_EVENTS;
        double looks = AREA_EVENTS / usual;
        for (int shift = 0; shift < shifts; shift++) {
          count += met[area][shift];
          looks += looked[area][shift] * byShift[shift];
        }
        base[area] = count / looks;
      }
      for (int shift = 0; shift < shifts; shift++) {
        double count = 1;
        double looks = 1 / usual;
        for (int area = 0; area < areas; area++) {
          count += met[area][shift];
          looks += looked[area][shift] * base[area];
        }
        byShift[shift] = count / looks;
      }
    }
    double[][] expected = new double[areas][shifts];
    for (int area = 0; area < areas; area++) {
      for (int shift = 0; shift < shifts; shift++) {
        double events = met[area][shift] + terms.cellEvents();
        double looks = looked[area][shift] + terms.cellEvents() / (base[area] * byShift[shift]);
        expected[area][shift] = (events + curiosity * Math.sqrt(events)) / looks;
      }
    }
    return expected;
  }

  private static double sum(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
  }
}
