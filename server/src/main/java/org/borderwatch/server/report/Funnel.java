package org.borderwatch.server.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.Word;
import org.borderwatch.server.hotspot.local.EmpiricalBayes;

/**
 * Rates of several places beside what all have in common, so that nobody is judged on noise.
 *
 * <p>With {@code y} events in {@code h} hours and {@code E} expected at the common rate, a place
 * differs by {@code x = sqrt(y / E) - 1}, which chance alone spreads with variance {@code 1 / 4E}.
 * True rates differ too, for reasons of the ground; {@code tau²}, the variance of that, is
 * estimated by moments after the tenth on either side was pulled in (and made good for what that
 * takes from a normal distribution), and {@code z = x / sqrt(1 / 4E + tau²)}. A place is told apart
 * beyond 99.8 % alone; one that expects fewer than {@value #LEAST_EXPECTED} events is not judged.
 * O(n log n). Source: Spiegelhalter (2005), Handling over-dispersion of performance indicators,
 * Quality and Safety in Health Care 14, the additive model, on the square root scale.
 *
 * @param rate events an hour of all places
 * @param spread how much true rates differ, as a share of the common rate: {@code 2 tau}, one
 *     standard deviation
 * @param places in the order in which they were given
 */
public record Funnel(double rate, double spread, List<Place> places) {
  static final double LEAST_EXPECTED = 5;

  private static final double Z_998 = 3.090232306167813;
  private static final double WINSORISED = 0.1;

  /** What pulling in a tenth on either side leaves of the variance of a normal distribution. */
  private static final double LEFT_OF_NORMAL = 0.67866;

  public Funnel {
    places = List.copyOf(places);
  }

  /** What may be said of a place. */
  public enum Standing implements Word {
    /** Too few hours to say anything. */
    TOO_LITTLE,
    /** As chance and the ground would have it. */
    WITHIN,
    BELOW,
    ABOVE
  }

  /**
   * A place.
   *
   * @param events counted
   * @param hours in which
   * @param rate events an hour; NaN without hours
   * @param low exact 95 % interval of the rate
   * @param high its upper end
   * @param smoothed the rate drawn towards that of all (Marshall 1991); NaN without hours
   * @param z as above, in units of the true spread; NaN where it isn't judged
   * @param standing what may be said
   */
  public record Place(
      long events,
      double hours,
      double rate,
      double low,
      double high,
      double smoothed,
      double z,
      Standing standing) {}

  /** Compares places; hours are 0 or more. */
  public static Funnel of(long[] events, double[] hours) {
    if (events.length != hours.length) {
      throw new IllegalArgumentException(events.length + " counts, " + hours.length + " hours");
    }
    double allEvents = 0;
    double allHours = 0;
    for (int i = 0; i < events.length; i++) {
      if (hours[i] > 0) {
        allEvents += events[i];
        allHours += hours[i];
      }
    }
    double common = allHours > 0 ? allEvents / allHours : Double.NaN;
    double[] expected = new double[events.length];
    double[] away = new double[events.length];
    for (int i = 0; i < events.length; i++) {
      expected[i] = common * hours[i] >= LEAST_EXPECTED ? common * hours[i] : Double.NaN;
      away[i] = Math.sqrt(events[i] / expected[i]) - 1;
    }
    double variance = variance(away, expected);
    double[] smoothed = smoothed(events, hours);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      places.add(
          place(
              events[i],
              hours[i],
              smoothed[i],
              away[i] / Math.sqrt(1 / (4 * expected[i]) + variance)));
    }
    return new Funnel(common, 2 * Math.sqrt(variance), places);
  }

  private static double[] smoothed(long[] events, double[] hours) {
    double[] counts = Arrays.stream(events).asDoubleStream().toArray();
    return EmpiricalBayes.smooth(counts, hours);
  }

  private static Place place(long events, double hours, double smoothed, double z) {
    if (!(hours > 0)) {
      return new Place(
          events,
          hours,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Standing.TOO_LITTLE);
    }
    PoissonInterval interval = PoissonInterval.of(events);
    Standing standing =
        Double.isNaN(z)
            ? Standing.TOO_LITTLE
            : z > Z_998 ? Standing.ABOVE : z < -Z_998 ? Standing.BELOW : Standing.WITHIN;
    return new Place(
        events,
        hours,
        events / hours,
        interval.low() / hours,
        interval.high() / hours,
        smoothed,
        z,
        standing);
  }

  /** Variance of true rates on the square root scale, by moments; 0 where chance explains all. */
  private static double variance(double[] away, double[] expected) {
    double[] z = new double[away.length];
    double weights = 0;
    double squares = 0;
    int judged = 0;
    for (int i = 0; i < away.length; i++) {
      double weight = 4 * expected[i];
      z[i] = away[i] * Math.sqrt(weight);
      if (!Double.isNaN(weight)) {
        weights += weight;
        squares += weight * weight;
        judged++;
      }
    }
    if (judged < 2) {
      return 0;
    }
    double more = judged * meanSquare(z) / LEFT_OF_NORMAL - (judged - 1);
    return Math.max(0, more / (weights - squares / weights));
  }

  /** Mean of squares after the tenth at either end is set to the value that bounds it. */
  private static double meanSquare(double[] z) {
    double[] sorted = Arrays.stream(z).filter(one -> !Double.isNaN(one)).sorted().toArray();
    int cut = (int) Math.floor(sorted.length * WINSORISED);
    double least = sorted[cut];
    double most = sorted[sorted.length - 1 - cut];
    return Arrays.stream(sorted)
        .map(one -> Math.max(least, Math.min(most, one)))
        .map(one -> one * one)
        .average()
        .orElse(1);
  }
}
