package org.borderwatch.server.hotspot;

import org.borderwatch.server.hotspot.local.Correction;
import org.borderwatch.server.study.ResultWriter;

/** Writes scores and classes of places, and what they add up to. */
final class GiWriter {
  private static final String[] CLASSES = {"-3", "-2", "-1", "0", "1", "2", "3"};

  private GiWriter() {}

  /** Score, p and classes of a place; no number where it has no value. */
  static void place(ResultWriter out, GiMap map, int place) {
    out.number("giz", map.scores().z()[place])
        .number("p", map.scores().p()[place])
        .whole("class", map.place(Correction.RAW, place))
        .whole("class_bh", map.place(Correction.BH, place))
        .whole("class_by", map.place(Correction.BY, place))
        .whole("class_bonferroni", map.place(Correction.BONFERRONI, place));
    if (map.pSim() != null) {
      out.number("p_sim", map.pSim()[place]);
    }
    out.whole("neighbours", map.neighbours().count(place));
  }

  /** Number of places, mean and spread, the score that is significant, and places by class. */
  static void summary(ResultWriter out, GiMap map, GiOptions options) {
    out.whole("n", map.significance().tests())
        .number("mean", map.scores().mean())
        .number("sd", map.scores().sd())
        .number("alpha", options.alpha())
        .open("critical");
    for (Correction correction : Correction.values()) {
      out.number(correction.code(), map.significance().criticalZ(correction, options.alpha()));
    }
    out.close().open("classes");
    for (Correction correction : Correction.values()) {
      int[] sizes = map.sizes(correction);
      out.open(correction.code());
      for (int i = 0; i < sizes.length; i++) {
        out.whole(CLASSES[i], sizes[i]);
      }
      out.close();
    }
    out.close();
    if (options.permutations().isPresent()) {
      out.whole("permutations", options.permutations().getAsInt()).whole("seed", options.seed());
    }
  }
}
