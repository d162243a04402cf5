package org.borderwatch.server.outcome.lines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last issue of the same report, and what is another number now.
 *
 * @param number of the issue, from 1
 * @param at when it was issued
 * @param by which account
 * @param changed lines with another number, new ones and those that went
 */
public record IssueChanges(int number, Instant at, String by, List<Change> changed) {
  public IssueChanges {
    changed = List.copyOf(changed);
  }

  /** A line whose number of this period or of the same period differs. */
  public record Change(
      String code,
      String nameVi,
      String nameEn,
      Optional<Double> before,
      Optional<Double> now,
      boolean ofSamePeriod) {}
}
