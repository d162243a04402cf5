package org.borderwatch.server.patrol.plan;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was done to a plan.
 *
 * @param version that came of it, from 1
 * @param kind what was done
 * @param change made or taken back; empty for the others
 * @param price of that change: persons that are no longer stopped
 * @param expected persons that the roster stops since, over all days
 * @param at when
 * @param by which account
 */
public record PlanVersion(
    int version,
    PlanVersionKind kind,
    Optional<RosterChange> change,
    double price,
    double expected,
    Instant at,
    String by) {

  /** The changes that hold after all of {@code history}, the newest last. */
  public static List<PlanVersion> inForce(List<PlanVersion> history) {
    Deque<PlanVersion> changes = new ArrayDeque<>();
    for (PlanVersion one : history) {
      if (one.kind() == PlanVersionKind.CHANGED) {
        changes.addLast(one);
      } else if (one.kind() == PlanVersionKind.UNDONE) {
        changes.pollLast();
      }
    }
    return new ArrayList<>(changes);
  }

  /** The newest approval in {@code history}. */
  public static Optional<PlanVersion> newestApproval(List<PlanVersion> history) {
    return history.stream()
        .filter(one -> one.kind() == PlanVersionKind.APPROVED)
        .reduce((older, newer) -> newer);
  }
}
