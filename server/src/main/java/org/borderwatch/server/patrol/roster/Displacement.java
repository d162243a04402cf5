package org.borderwatch.server.patrol.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;

/**
 * Where those who cross would go once they know how often each place is guarded: a logit choice
 * among places and shifts, each now chosen as often as it is used, its odds falling with the
 * {@value #CARE}th power of the chance to get through. A stated model of people, not an
 * observation.
 *
 * @param area id
 * @param name of the area on the map
 * @param shift number
 * @param before persons a day now
 * @param after persons a day then
 */
public record Displacement(String area, String name, int shift, double before, double after) {
  /** How much a chance to be stopped weighs: 1 would be in proportion. */
  public static final int CARE = 3;

  /**
   * Every area and shift that would see more, the largest increase first.
   *
   * @param stopped share of those who cross that is stopped, by area in their order and shift
   */
  static List<Displacement> of(PlannedAreas planned, double[][] stopped) {
    double all = 0;
    double odds = 0;
    for (int area = 0; area < stopped.length; area++) {
      for (int shift = 0; shift < stopped[area].length; shift++) {
        double now = planned.areas().get(area).crossings().get(shift).value();
        all += now;
        odds += now * Math.pow(1 - stopped[area][shift], CARE);
      }
    }
    List<Displacement> moves = new ArrayList<>();
    for (int at = 0; at < stopped.length; at++) {
      PatrolArea area = planned.areas().get(at);
      for (int shift = 0; shift < stopped[at].length; shift++) {
        double now = area.crossings().get(shift).value();
        double then = odds > 0 ? all * now * Math.pow(1 - stopped[at][shift], CARE) / odds : now;
        if (then > now * (1 + 1e-9)) {
          moves.add(new Displacement(area.id(), area.name(), shift + 1, now, then));
        }
      }
    }
    moves.sort(Comparator.comparingDouble(move -> move.before() - move.after()));
    return moves;
  }
}
