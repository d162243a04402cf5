package org.borderwatch.server.outcome;

import org.borderwatch.server.report.Tally;

/**
 * A count as it holds now.
 *
 * @param cell what is counted
 * @param tally how many
 * @param provisional whether it may still change
 */
public record OutcomeCount(OutcomeCell cell, Tally tally, boolean provisional) {}
