package org.borderwatch.bench.patrol;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.patrol.area.PatrolArea;

/**
 * Those who cross, and learn. Each belongs to an area and a shift of origin. A share never changes;
 * the others choose among all areas within {@value #RANGE_KM} km and all shifts, in proportion to
 * how much a place is used anyway and to the {@code care}th power of the chance to get through, as
 * they remember it: each day's risk enters their memory with weight {@value #LEARNING}.
 */
final class Smugglers {
  private static final double RANGE_KM = 30;
  private static final double LEARNING = 1 / 14.0;
  private static final double STUBBORN = 0.3;

  private final int shifts;
  private final double care;
  private final List<int[]> within = new ArrayList<>();
  private final double[] risk;

  Smugglers(List<PatrolArea> areas, int shifts, double care) {
    this.shifts = shifts;
    this.care = care;
    this.risk = new double[areas.size() * shifts];
    for (PatrolArea from : areas) {
      within.add(
          java.util.stream.IntStream.range(0, areas.size())
              .filter(to -> Math.abs(areas.get(to).fromKm() - from.fromKm()) <= RANGE_KM)
              .toArray());
    }
  }

  /**
   * Where people cross today, of whom {@code usual} would by area and shift if nobody patrolled.
   */
  double[] today(double[] usual) {
    double[] today = new double[usual.length];
    for (int area = 0; area < within.size(); area++) {
      double all = 0;
      double[] weight = new double[within.get(area).length * shifts];
      for (int i = 0; i < weight.length; i++) {
        int place = within.get(area)[i / shifts] * shifts + i % shifts;
        weight[i] = usual[place] * Math.pow(1 - risk[place], care);
        all += weight[i];
      }
      for (int shift = 0; shift < shifts; shift++) {
        double people = usual[area * shifts + shift];
        today[area * shifts + shift] += STUBBORN * people;
        for (int i = 0; i < weight.length && all > 0; i++) {
          int place = within.get(area)[i / shifts] * shifts + i % shifts;
          today[place] += (1 - STUBBORN) * people * weight[i] / all;
        }
      }
    }
    return today;
  }

  /** They saw which share was stopped where. */
  void learn(double[] stopped) {
    for (int place = 0; place < risk.length; place++) {
      risk[place] += LEARNING * (stopped[place] - risk[place]);
    }
  }
}
