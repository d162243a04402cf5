package org.borderwatch.server.patrol.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.roster.Assignment;

/**
 * One version of a stored plan: everything that an order of patrol says.
 *
 * @param id of the plan
 * @param name a short label
 * @param version of this roster, from 1
 * @param approved whether a commander approved this very version
 * @param approvedVersion the newest version that was approved
 * @param areas what the roster is drawn for: days, shifts, terms, posts, teams, areas
 * @param roster duties by day, shift and team
 * @param seed that the first roster was drawn with
 * @param madeAt when the plan was made
 * @param madeBy account
 * @param modifiedAt when this version was made
 * @param modifiedBy account
 * @param approvedAt when the newest approved version was approved
 * @param approvedBy account
 */
public record Plan(
    UUID id,
    String name,
    int version,
    boolean approved,
    Optional<Integer> approvedVersion,
    PlannedAreas areas,
    List<Assignment> roster,
    long seed,
    Instant madeAt,
    String madeBy,
    Instant modifiedAt,
    String modifiedBy,
    Optional<Instant> approvedAt,
    Optional<String> approvedBy) {
  public Plan {
    roster = List.copyOf(roster);
  }

  /** Whether it was made of simulated rows; all that is printed of it has to say so. */
  public boolean synthetic() {
    return areas.synthetic();
  }
}
