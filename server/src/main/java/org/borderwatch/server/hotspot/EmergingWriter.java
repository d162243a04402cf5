package org.borderwatch.server.hotspot;

import java.util.Arrays;
import org.borderwatch.server.study.ResultWriter;

/** Writes what became of places, and what they add up to. */
final class EmergingWriter {
  static final String METHOD =
      "Gi* among the places of each step, Mann-Kendall trend of the scores, labels of the emerging hot spot analysis";

  private EmergingWriter() {}

  static void place(ResultWriter out, EmergingMap map, int place, int steps) {
    int from = place * steps;
    int[] bins = Arrays.copyOfRange(map.bins(), from, from + steps);
    out.text("label", map.labels()[place].label())
        .number("trend_z", map.trends()[place].z())
        .number("trend_p", map.trends()[place].p())
        .number("value_trend_z", map.valueTrends()[place].z())
        .number("value_trend_p", map.valueTrends()[place].p())
        .number("value_slope", map.valueSlopes()[place])
        .whole("hot_bins", Arrays.stream(bins).filter(bin -> bin > 0).count())
        .whole("cold_bins", Arrays.stream(bins).filter(bin -> bin < 0).count())
        .numbers("giz", map.z(), from, from + steps)
        .numbers("values", map.values(), from, from + steps)
        .wholes("bins", bins);
  }

  static void summary(ResultWriter out, EmergingMap map, EmergingOptions options) {
    out.open("labels");
    map.sizes().forEach((label, size) -> out.whole(label.label(), size));
    out.close()
        .whole("n", map.labels().length)
        .text("method", METHOD)
        .text("correction", options.correction().code())
        .number("alpha", options.alpha())
        .number("trend_alpha", options.trendAlpha());
  }
}
