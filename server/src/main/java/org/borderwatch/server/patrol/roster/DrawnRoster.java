package org.borderwatch.server.patrol.roster;

import java.util.List;
import java.util.Map;

/**
 * A roster that was drawn by chance, and the coverage that it was drawn from.
 *
 * @param duties by day, then in the order of the teams
 * @param coverage computed: expected share of days on which each area is guarded, by shift
 * @param value what whoever has watched gains at best against that coverage: persons a day
 * @param worstCase the same against the frequencies of this very roster
 * @param fixedValue the same against the coverage that stops most when nobody watches
 * @param worth of the roster as drawn
 * @param moves where those who cross would go once the coverage is known
 */
public record DrawnRoster(
    List<Assignment> duties,
    Map<String, double[]> coverage,
    double value,
    double worstCase,
    double fixedValue,
    RosterWorth worth,
    List<Displacement> moves) {
  public DrawnRoster {
    duties = List.copyOf(duties);
    moves = List.copyOf(moves);
  }
}
