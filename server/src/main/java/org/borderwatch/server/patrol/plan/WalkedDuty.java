package org.borderwatch.server.patrol.plan;

import org.borderwatch.data.Word;
import org.borderwatch.server.patrol.roster.Assignment;

/**
 * What became of a duty.
 *
 * @param duty as planned
 * @param state what became of it
 * @param minutesPlanned in the area, without the ways
 * @param minutesSeen that tracks of the station were in the area during the shift
 */
public record WalkedDuty(Assignment duty, State state, double minutesPlanned, double minutesSeen) {

  /** How much of the planned time tracks show. */
  public enum State implements Word {
    /** Half of it, or more. */
    COVERED,
    PARTLY,
    MISSED,
    /** It is not over, or no track that ends as late is stored yet. */
    TO_COME
  }

  /** Seen of planned, at most 1; 0 where nothing was planned. */
  public double share() {
    return minutesPlanned > 0 ? Math.min(1, minutesSeen / minutesPlanned) : 0;
  }
}
