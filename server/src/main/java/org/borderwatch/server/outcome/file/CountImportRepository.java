package org.borderwatch.server.outcome.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.outcome.Contradiction;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeCell;
import org.borderwatch.server.outcome.OutcomeChecks;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.outcome.OutcomeReason;
import org.borderwatch.server.outcome.OutcomeRepository;
import org.borderwatch.server.outcome.StoredOutcome;

/** Files of counts, taken whole or not at all, in one transaction. Thread-safe. */
public final class CountImportRepository {
  private static final int MOST_KNOWN = 500_000;
  private static final String TAKEN = "23505";

  private final Database database;

  public CountImportRepository(Database database) {
    this.database = database;
  }

  /**
   * How a file is taken.
   *
   * @param units codes that the account may report for; empty for all
   * @param reason why counts that are there are replaced; empty refuses rows that would
   * @param dryRun whether it is only looked at
   */
  public record Terms(
      String account,
      Optional<Set<String>> units,
      Optional<OutcomeReason> reason,
      boolean dryRun) {}

  /**
   * Takes a file, unless a row of it is refused.
   *
   * @throws BadBody where it can't be read at all
   * @throws Stale where somebody else changed the same counts meanwhile
   */
  public CountImport take(byte[] file, Terms terms) throws SQLException {
    CountTable table = table(file);
    try (Connection connection = database.promptConnection()) {
      connection.setAutoCommit(false);
      try {
        CountImport taken = take(new OutcomeRepository(connection), table, terms);
        if (taken.stored()) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return taken;
      } catch (SQLException failed) {
        Undo.on(connection);
        if (TAKEN.equals(failed.getSQLState())) {
          throw new Stale(
              "Người khác đang sửa các số này; hãy nạp lại. / Somebody else is changing these counts; import again.");
        }
        throw failed;
      } catch (RuntimeException refused) {
        Undo.on(connection);
        throw refused;
      }
    }
  }

  private static CountTable table(byte[] file) {
    try {
      return CountTable.read(file);
    } catch (CountTable.Unreadable problem) {
      throw new BadBody(problem.vietnamese() + " / " + problem.getMessage(), List.of());
    }
  }

  private CountImport take(OutcomeRepository outcomes, CountTable table, Terms terms)
      throws SQLException {
    List<Indicator> indicators = outcomes.indicators();
    Set<String> known =
        outcomes.reporters().stream()
            .map(OutcomeRepository.Reporter::code)
            .collect(Collectors.toSet());
    terms.units().ifPresent(known::retainAll);
    CountFile file = CountFile.of(table, indicators, known);
    List<CountRefusal> refusals = new ArrayList<>(file.refusals());
    Map<String, List<CountFile.Wanted>> byUnit = new TreeMap<>();
    file.wanted()
        .forEach(
            one ->
                byUnit
                    .computeIfAbsent(one.count().cell().unit(), unit -> new ArrayList<>())
                    .add(one));
    int[] tally = new int[3];
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, List<CountFile.Wanted>> unit : byUnit.entrySet()) {
      outcomes.lock(unit.getKey());
      changes.addAll(
          unit(outcomes, indicators, unit.getKey(), unit.getValue(), terms, tally, refusals));
    }
    boolean stored = refusals.isEmpty() && !terms.dryRun();
    if (stored) {
      for (Change change : changes) {
        outcomes.addNext(
            change.before,
            change.count.cell(),
            Optional.of(change.count),
            terms.reason().orElse(OutcomeReason.CORRECTED),
            terms.account());
      }
    }
    refusals.sort(java.util.Comparator.comparingLong(CountRefusal::line));
    return new CountImport(file.rows(), tally[0], tally[1], tally[2], refusals, stored);
  }

  private record Change(Optional<StoredOutcome> before, OutcomeCount count) {}

  private static List<Change> unit(
      OutcomeRepository outcomes,
      List<Indicator> indicators,
      String unit,
      List<CountFile.Wanted> wanted,
      Terms terms,
      int[] tally,
      List<CountRefusal> refusals)
      throws SQLException {
    Map<OutcomeCell, StoredOutcome> known = new HashMap<>();
    LocalDate from = LocalDate.MAX;
    LocalDate until = LocalDate.MIN;
    for (CountFile.Wanted one : wanted) {
      from = one.count().cell().from().isBefore(from) ? one.count().cell().from() : from;
      until = one.count().cell().until().isAfter(until) ? one.count().cell().until() : until;
    }
    for (StoredOutcome one : outcomes.newest(Optional.of(List.of(unit)), from, until, MOST_KNOWN)) {
      known.put(one.cell(), one);
    }
    Map<OutcomeCell, OutcomeCount> next = new HashMap<>();
    known.forEach((cell, one) -> one.count().ifPresent(count -> next.put(cell, count)));
    List<Change> changes = new ArrayList<>();
    for (CountFile.Wanted one : wanted) {
      OutcomeCell cell = one.count().cell();
      Optional<StoredOutcome> before = Optional.ofNullable(known.get(cell));
      Optional<OutcomeCount> held = before.flatMap(StoredOutcome::count);
      if (held.equals(Optional.of(one.count()))) {
        tally[2]++;
        continue;
      }
      if (held.isPresent() && terms.reason().isEmpty()) {
        refusals.add(
            refusal(
                one,
                "is counted as " + held.get().tally().value() + " already",
                "give a reason to correct it, or leave the row out",
                "đã có số " + held.get().tally().value(),
                "chọn lý do sửa, hoặc bỏ dòng này"));
      }
      tally[held.isPresent() ? 1 : 0]++;
      next.put(cell, one.count());
      changes.add(new Change(before, one.count()));
    }
    contradictions(indicators, wanted, List.copyOf(next.values()), refusals);
    return changes;
  }

  /** Contradictions are told at the row of the indicator that has to be looked at. */
  private static void contradictions(
      List<Indicator> indicators,
      List<CountFile.Wanted> wanted,
      List<OutcomeCount> counts,
      List<CountRefusal> refusals) {
    for (Contradiction one : new OutcomeChecks(indicators).contradictions(counts)) {
      CountFile.Wanted at =
          wanted.stream()
              .filter(row -> row.count().cell().indicator().equals(one.indicator()))
              .findFirst()
              .orElse(wanted.get(0));
      refusals.add(
          refusal(
              at,
              one.en(),
              "correct the part, the whole or the months",
              one.vi(),
              "sửa phần, tổng hoặc kỳ"));
    }
  }

  private static CountRefusal refusal(
      CountFile.Wanted at, String reason, String remedy, String reasonVi, String remedyVi) {
    return new CountRefusal(
        at.line(),
        CountField.VALUE.code(),
        Long.toString(at.count().tally().value()),
        reason,
        remedy,
        reasonVi,
        remedyVi);
  }
}
