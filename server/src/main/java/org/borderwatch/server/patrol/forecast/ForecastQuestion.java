package org.borderwatch.server.patrol.forecast;

import java.util.List;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Shift;

/**
 * What is to be forecast.
 *
 * @param filter which crossings: direction, setting and the like as in any analysis; its period is
 *     what is learnt from. Only what patrols saw counts, since only patrols have an effort that
 *     goes with it; other sources are left out and counted
 * @param with whose line
 * @param terms how likely a team on duty meets who crosses: patrols that were are taken to have met
 *     people as teams of the plan will
 * @param shifts by which the back-test scores, at least one
 */
public record ForecastQuestion(
    DetectionFilter filter, Neighbour with, DutyTerms terms, List<Shift> shifts) {
  public ForecastQuestion {
    shifts = List.copyOf(shifts);
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("a forecast is scored by shifts: none given");
    }
  }
}
