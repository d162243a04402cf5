package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.patrol.forecast.Observed.Slice;

/** Patrols and groups with known rates, by the law that the forecast assumes. */
final class Simulated {
  final double[] base;
  final double[] month = new double[12];
  final double[] weekday = {0.8, 0.85, 0.9, 1, 1.15, 1.25, 1.05};
  final double[] hour = new double[24];
  private final Random random;

  /** Groups a patrol hour in each bin of half a kilometre. */
  Simulated(long seed, double... base) {
    this.random = new Random(seed);
    this.base = base;
    Arrays.setAll(month, m -> 1 + 0.4 * Math.cos(2 * Math.PI * m / 12));
    Arrays.setAll(hour, h -> 1 + 0.6 * Math.cos(2 * Math.PI * h / 24));
  }

  /** The same without season, weekday and hour. */
  Simulated even() {
    Arrays.fill(month, 1);
    Arrays.fill(weekday, 1);
    Arrays.fill(hour, 1);
    return this;
  }

  double rate(int bin, int monthOfYear, int hourOfWeek) {
    return base[bin] * month[monthOfYear] * weekday[hourOfWeek / 24] * hour[hourOfWeek % 24];
  }

  /**
   * Months from January 2023 on.
   *
   * @param hours that bins are looked at in each hour of the week of a month, times a number from 0
   *     to 2
   */
  Observed months(int count, double... hours) {
    List<Slice> slices = new ArrayList<>();
    WatchedHours watched = new WatchedHours();
    SeenGroups seen = new SeenGroups();
    for (int slice = 0; slice < count; slice++) {
      LocalDate first = LocalDate.of(2023, 1, 1).plusMonths(slice);
      slices.add(new Slice(first, first.lengthOfMonth()));
      for (int bin = 0; bin < base.length; bin++) {
        for (int ofWeek = 0; ofWeek < 168; ofWeek++) {
          double looked = hours[bin % hours.length] * 2 * random.nextDouble();
          if (looked > 0) {
            watched.add(slice, bin, ofWeek, looked);
            int groups = poisson(looked * rate(bin, first.getMonthValue() - 1, ofWeek));
            for (int i = 0; i < groups; i++) {
              seen.add(slice, bin, ofWeek, 1 + random.nextInt(7), Source.PATROL);
            }
          }
        }
      }
    }
    double[] lengths = new double[base.length];
    Arrays.fill(lengths, 0.5);
    return new Observed(lengths, slices, watched, seen);
  }

  int poisson(double mean) {
    if (mean > 30) {
      return poisson(mean / 2) + poisson(mean / 2);
    }
    double product = random.nextDouble();
    int count = 0;
    while (product > Math.exp(-mean)) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
