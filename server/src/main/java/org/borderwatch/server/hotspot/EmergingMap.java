package org.borderwatch.server.hotspot;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.emerging.EmergingLabel;
import org.borderwatch.server.hotspot.emerging.MannKendall;
import org.borderwatch.server.hotspot.emerging.SenSlope;
import org.borderwatch.server.hotspot.local.GiScores;
import org.borderwatch.server.hotspot.local.GiStar;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.hotspot.local.SignificanceClasses;

/**
 * Hot and cold places step by step: Gi* among the places of each step, and what became of each
 * place.
 *
 * <p>What belongs to place {@code i} and step {@code t} stands at {@code i * steps + t}. A place
 * without a value in a step (NaN) is neither hot nor cold then, and its trend leaves that step out.
 * O(steps * pairs + places * steps^2).
 *
 * @param values that were scored
 * @param z scores
 * @param bins 1 hot, -1 cold, 0 neither
 * @param trends of the scores of each place
 * @param valueTrends of its values
 * @param valueSlopes of its values, a step
 * @param labels of each place
 */
record EmergingMap(
    double[] values,
    double[] z,
    int[] bins,
    MannKendall[] trends,
    MannKendall[] valueTrends,
    double[] valueSlopes,
    EmergingLabel[] labels) {
  private static final int PLACES_A_PART = 64;

  static EmergingMap of(
      double[] values, int steps, Neighbours neighbours, EmergingOptions options, Crew crew) {
    int places = neighbours.size();
    double[] z = new double[values.length];
    int[] bins = new int[values.length];
    for (int step = 0; step < steps; step++) {
      crew.progress()
          .report((double) step / steps, "Tính Gi* từng bước / Computing Gi* step by step");
      GiScores scores = GiStar.of(StudyValues.column(values, step, steps), neighbours, crew);
      boolean[] significant =
          SignificanceClasses.of(scores, crew).significant(options.correction(), options.alpha());
      for (int place = 0; place < places; place++) {
        z[place * steps + step] = scores.z()[place];
        bins[place * steps + step] = significant[place] ? (int) Math.signum(scores.z()[place]) : 0;
      }
    }
    MannKendall[] trends = new MannKendall[places];
    MannKendall[] valueTrends = new MannKendall[places];
    double[] slopes = new double[places];
    EmergingLabel[] labels = new EmergingLabel[places];
    crew.each(
        (places + PLACES_A_PART - 1) / PLACES_A_PART,
        part -> {
          int end = Math.min(places, (part + 1) * PLACES_A_PART);
          for (int place = part * PLACES_A_PART; place < end; place++) {
            int from = place * steps;
            double[] series = Arrays.copyOfRange(values, from, from + steps);
            trends[place] = MannKendall.of(Arrays.copyOfRange(z, from, from + steps));
            valueTrends[place] = MannKendall.of(series);
            slopes[place] = SenSlope.of(series);
            labels[place] =
                EmergingLabel.of(
                    Arrays.copyOfRange(bins, from, from + steps),
                    trends[place],
                    options.trendAlpha());
          }
        });
    return new EmergingMap(values, z, bins, trends, valueTrends, slopes, labels);
  }

  /** How many places have each label that any has. */
  Map<EmergingLabel, Integer> sizes() {
    Map<EmergingLabel, Integer> sizes = new EnumMap<>(EmergingLabel.class);
    for (EmergingLabel label : labels) {
      sizes.merge(label, 1, Integer::sum);
    }
    return sizes;
  }
}
