package org.borderwatch.server.hotspot.backtest;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much better than chance a map says where events will be: which part of them lies in the small
 * part of the border that it ranks highest.
 *
 * <p>Sections of a line (or areas) have a length, a score and the number of events that came later.
 * They are taken by falling score until they are {@code share} of the whole length; the last one is
 * taken in part, and the same part of its events. With n of N events in a of A metres:
 *
 * <pre>hit rate = n / N     PAI = (n / N) / (a / A)     PEI = PAI / best PAI</pre>
 *
 * <p>where the best takes sections by falling events per metre. Equal scores are taken in the order
 * of the sections; a score of NaN is taken last. PAI of 1 is chance; PEI of 1 is as good as anybody
 * could do. The interval of the hit rate is Wilson's at 95 %, as if events were independent:
 * clustered ones make the true interval wider. Without events all of them are NaN. Any unit of
 * length. O(n log n). Immutable as long as nobody writes into the arrays, hence thread-safe.
 *
 * <p>Sources: Chainey, Tompson and Uhlig (2008), The Utility of Hotspot Mapping for Predicting
 * Spatial Patterns of Crime, Security Journal 21; Hunt (2016), Do Crime Hot Spots Move?; Wilson
 * (1927), Probable Inference, JASA 22.
 *
 * @param lengths of the sections, above 0
 * @param scores higher is riskier
 * @param events of the later period, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Backtest(double[] lengths, double[] scores, double[] events) {
  private static final double Z_95 = 1.959963984540054;

  /** Of a sum of lengths: what rounding may add to it. */
  private static final double ROUNDING = 1e-12;

  public Backtest {
    if (lengths.length != scores.length || lengths.length != events.length) {
      throw new IllegalArgumentException(
          "There are %d lengths, %d scores and %d events; expected as many of each"
              .formatted(lengths.length, scores.length, events.length));
    }
    for (int i = 0; i < lengths.length; i++) {
      if (!(lengths[i] > 0 && lengths[i] < Double.POSITIVE_INFINITY)
          || !(events[i] >= 0 && events[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Section %d has length %s and %s events; expected a length above 0 and 0 or more events"
                .formatted(i, lengths[i], events[i]));
      }
    }
  }

  /**
   * What was reached at one share.
   *
   * @param share of the whole length
   * @param length that was taken
   * @param hits events in it, a part of one among them
   * @param hitRate part of all events
   * @param low least hit rate of Wilson's interval
   * @param high greatest
   * @param pai prediction accuracy index
   * @param pei prediction efficiency index
   */
  public record Reached(
      double share,
      double length,
      double hits,
      double hitRate,
      double low,
      double high,
      double pai,
      double pei) {}

  /** All events. */
  public double total() {
    return sum(events);
  }

  /** The whole length. */
  public double length() {
    return sum(lengths);
  }

  /**
   * What is reached at a share.
   *
   * @param share above 0, at most 1
   */
  public Reached at(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is " + share + "; above 0, at most 1");
    }
    double all = total();
    double taken = share * length();
    double hits = hits(taken, i -> Double.isNaN(scores[i]) ? Double.NEGATIVE_INFINITY : scores[i]);
    double best = hits(taken, i -> events[i] / lengths[i]);
    double rate = hits / all;
    double middle = (rate + Z_95 * Z_95 / (2 * all)) / (1 + Z_95 * Z_95 / all);
    double half =
        Z_95
            / (1 + Z_95 * Z_95 / all)
            * Math.sqrt(Math.max(0, rate * (1 - rate) / all + Z_95 * Z_95 / (4 * all * all)));
    return new Reached(
        share,
        taken,
        hits,
        rate,
        Math.max(0, middle - half),
        Math.min(1, middle + half),
        rate / share,
        best > 0 ? hits / best : Double.NaN);
  }

  private interface Rank {
    double of(int section);
  }

  /** Events in the first {@code length} of the sections by falling rank. */
  private double hits(double length, Rank rank) {
    int[] order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -rank.of(i)))
            .mapToInt(Integer::intValue)
            .toArray();
    double left = length;
    double least = ROUNDING * length;
    double hits = 0;
    for (int i = 0; i < order.length && left > least; i++) {
      double part = left >= lengths[order[i]] - least ? 1 : left / lengths[order[i]];
      hits += part * events[order[i]];
      left -= part * lengths[order[i]];
    }
    return hits;
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
