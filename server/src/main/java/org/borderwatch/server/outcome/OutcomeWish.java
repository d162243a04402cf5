package org.borderwatch.server.outcome;

import java.util.Optional;
import org.borderwatch.server.report.Tally;

/**
 * What somebody wants stored of one indicator.
 *
 * @param indicator its code
 * @param partner country, or empty for all
 * @param tally how many; empty to withdraw
 * @param provisional whether it may still change
 * @param version that was read; 0 where there was none
 */
public record OutcomeWish(
    String indicator,
    Optional<String> partner,
    Optional<Tally> tally,
    boolean provisional,
    int version) {}
