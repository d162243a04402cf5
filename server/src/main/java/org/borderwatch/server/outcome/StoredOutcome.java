package org.borderwatch.server.outcome;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a count as it is stored.
 *
 * @param id of its cell
 * @param cell what is counted
 * @param count how many; empty where it was withdrawn
 * @param version from 1
 * @param reason why this version was stored
 * @param at when
 * @param by which account
 */
public record StoredOutcome(
    UUID id,
    OutcomeCell cell,
    Optional<OutcomeCount> count,
    int version,
    OutcomeReason reason,
    Instant at,
    String by) {}
