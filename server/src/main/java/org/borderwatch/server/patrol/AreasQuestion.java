package org.borderwatch.server.patrol;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Shift;

/**
 * Where which teams are to go.
 *
 * @param filter of what is learnt from
 * @param with along whose line
 * @param terms of duty
 * @param shifts in which teams may be on duty
 * @param weight how they travel
 * @param from first day of the plan; empty for the day after the last detection
 * @param days of the plan
 * @param teams in all; of each post where {@code teamsOfPost} has any
 * @param teamsOfPost by the code of the station; empty where any post may send any of them
 * @param limits what else the plan has to keep
 * @param curveTo how far the curve goes; empty for eight teams more
 * @param seconds for the search, at most
 */
record AreasQuestion(
    DetectionFilter filter,
    Neighbour with,
    DutyTerms terms,
    List<Shift> shifts,
    Weight weight,
    Optional<LocalDate> from,
    int days,
    int teams,
    Map<String, Integer> teamsOfPost,
    Limits limits,
    OptionalInt curveTo,
    double seconds) {
  /**
   * Limits of a plan.
   *
   * @param include stretches of each of which something has to be guarded
   * @param exclude stretches that no area may touch
   * @param mostPerArea teams in one area and shift at most
   * @param leastPerStretch areas on each post's stretch at least, where one can be reached
   */
  record Limits(
      List<Stretch> include, List<Stretch> exclude, int mostPerArea, int leastPerStretch) {}

  /** The share of days on which a team is on duty. */
  double dutyShare() {
    return terms.dutiesPerWeek() / 7.0;
  }
}
