package org.borderwatch.server.outcome.lines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last issue of a report said.
 *
 * @param number of the issue, from 1
 */
public record LastIssue(int number, Instant at, String by, List<Figure> figures) {
  public LastIssue {
    figures = List.copyOf(figures);
  }

  /** A line of it. */
  public record Figure(
      String code,
      String nameVi,
      String nameEn,
      Optional<Double> current,
      Optional<Double> previous) {}
}
