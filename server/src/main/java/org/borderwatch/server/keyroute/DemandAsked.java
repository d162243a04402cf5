package org.borderwatch.server.keyroute;

import java.util.List;
import org.borderwatch.server.detection.Weight;

/** How much travels between the ends of trips, as it was asked for. */
sealed interface DemandAsked {
  /**
   * What the two ends count for, multiplied.
   *
   * @param unit what that is, for the summary
   */
  record Product(String unit) implements DemandAsked {}

  /** What was seen: from the province of departure to where it was. */
  record Seen(Weight weight) implements DemandAsked {}

  /** These trips. */
  record Listed(List<Trip> trips) implements DemandAsked {}

  /** A trip of a list, by the names of its ends. */
  record Trip(End origin, End destination, double demand) {}

  /**
   * One end of it.
   *
   * @param isNumber whether it came as a number, which may stand for a place in the list
   */
  record End(String name, boolean isNumber) {}
}
