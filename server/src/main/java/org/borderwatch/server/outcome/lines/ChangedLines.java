package org.borderwatch.server.outcome.lines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.server.outcome.lines.IssueChanges.Change;
import org.borderwatch.server.report.RateComparison;
import org.borderwatch.server.report.Tally;

/** Lines whose numbers are no longer those of the last issue. O(lines). */
final class ChangedLines {
  /** Rates are rounded when they are printed. */
  private static final double SAME = 1e-9;

  private ChangedLines() {}

  static IssueChanges since(LastIssue last, List<ReportLine> now) {
    Map<String, LastIssue.Figure> before = new LinkedHashMap<>();
    last.figures().forEach(figure -> before.put(figure.code(), figure));
    List<Change> changes = new ArrayList<>();
    for (ReportLine line : now) {
      LastIssue.Figure was = before.remove(line.code());
      Optional<Double> current = was == null ? Optional.empty() : was.current();
      Optional<Double> previous = was == null ? Optional.empty() : was.previous();
      ReportLine.Subject of = line.subject();
      add(changes, of.code(), of.nameVi(), of.nameEn(), current, current(line), false);
      add(changes, of.code(), of.nameVi(), of.nameEn(), previous, previous(line), true);
    }
    for (LastIssue.Figure gone : before.values()) {
      add(
          changes,
          gone.code(),
          gone.nameVi(),
          gone.nameEn(),
          gone.current(),
          Optional.empty(),
          false);
    }
    return new IssueChanges(last.number(), last.at(), last.by(), changes);
  }

  private static void add(
      List<Change> changes,
      String code,
      String nameVi,
      String nameEn,
      Optional<Double> before,
      Optional<Double> now,
      boolean ofSamePeriod) {
    boolean same =
        before.isPresent() == now.isPresent()
            && (before.isEmpty()
                || Math.abs(before.get() - now.get()) <= SAME * Math.abs(before.get()));
    if (!same) {
      changes.add(new Change(code, nameVi, nameEn, before, now, ofSamePeriod));
    }
  }

  /** The number of this period as it is printed. */
  static Optional<Double> current(ReportLine line) {
    return line.rate().isPresent()
        ? line.rate().map(RateComparison::current).flatMap(ChangedLines::present)
        : line.comparison().current().map(Tally::value).map(Long::doubleValue);
  }

  private static Optional<Double> previous(ReportLine line) {
    return line.rate().isPresent()
        ? line.rate().map(RateComparison::previous).flatMap(ChangedLines::present)
        : line.comparison().previous().map(Tally::value).map(Long::doubleValue);
  }

  private static Optional<Double> present(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
