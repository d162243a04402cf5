package org.borderwatch.server.outcome;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException.Conflict;
import org.borderwatch.server.http.ApiException.Impossible;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.http.ApiException.TooLarge;

/**
 * Counts read, and stored a form at a time: all of it or nothing, after everything that the unit
 * counted was checked together. Thread-safe.
 */
public final class OutcomeChangeRepository {
  /** Cells of one answer; a sum of fewer than there are would be wrong, so more are refused. */
  private static final int MOST = 500_000;

  private final Database database;

  public OutcomeChangeRepository(Database database) {
    this.database = database;
  }

  public List<Indicator> indicators() throws SQLException {
    try (Connection connection = database.connection()) {
      return new OutcomeRepository(connection).indicators();
    }
  }

  /** All units that may report, the highest first. */
  List<OutcomeRepository.Reporter> reporters() throws SQLException {
    try (Connection connection = database.connection()) {
      return new OutcomeRepository(connection).reporters();
    }
  }

  /** Newest versions of cells that share a day with the months; withdrawn ones are left out. */
  public List<StoredOutcome> inForce(
      Optional<Collection<String>> units, LocalDate from, LocalDate until) throws SQLException {
    try (Connection connection = database.connection()) {
      return all(new OutcomeRepository(connection), units, from, until).stream()
          .filter(one -> one.count().isPresent())
          .toList();
    }
  }

  private static List<StoredOutcome> all(
      OutcomeRepository outcomes,
      Optional<Collection<String>> units,
      LocalDate from,
      LocalDate until)
      throws SQLException {
    List<StoredOutcome> found = outcomes.newest(units, from, until, MOST + 1);
    if (found.size() > MOST) {
      throw new TooLarge(
          "Quá nhiều số liệu cho một lần đọc; hãy chọn kỳ ngắn hơn. / There are more than "
              + MOST
              + " counts in these months; take a shorter period.");
    }
    return found;
  }

  /** Every version of a cell, the newest first; empty where there is none. */
  List<StoredOutcome> history(UUID cell) throws SQLException {
    try (Connection connection = database.connection()) {
      return new OutcomeRepository(connection).history(cell);
    }
  }

  /** Adds or replaces an indicator. */
  void store(Indicator indicator) throws SQLException {
    inTransaction(
        outcomes -> {
          if (!outcomes.store(indicator)) {
            throw stale();
          }
        });
  }

  /**
   * Stores what a unit reports of some months.
   *
   * @param reason of versions that replace others
   */
  void store(
      String account,
      String unit,
      LocalDate from,
      LocalDate until,
      List<OutcomeWish> wishes,
      OutcomeReason reason)
      throws SQLException {
    inTransaction(
        outcomes -> {
          if (!outcomes.isUnit(unit)) {
            throw new NotFound("Không có đơn vị này. / There is no such unit.");
          }
          outcomes.lock(unit);
          Map<OutcomeCell, StoredOutcome> known = new HashMap<>();
          for (StoredOutcome one : all(outcomes, Optional.of(List.of(unit)), from, until)) {
            known.put(one.cell(), one);
          }
          Map<OutcomeCell, Optional<OutcomeCount>> next = new HashMap<>();
          known.forEach((cell, one) -> next.put(cell, one.count()));
          for (OutcomeWish wish : wishes) {
            OutcomeCell cell = new OutcomeCell(unit, wish.indicator(), from, until, wish.partner());
            requireFresh(known.get(cell), wish);
            next.put(
                cell, wish.tally().map(tally -> new OutcomeCount(cell, tally, wish.provisional())));
          }
          requireConsistent(outcomes.indicators(), next.values());
          for (OutcomeWish wish : wishes) {
            OutcomeCell cell = new OutcomeCell(unit, wish.indicator(), from, until, wish.partner());
            outcomes.addNext(
                Optional.ofNullable(known.get(cell)),
                cell,
                next.getOrDefault(cell, Optional.empty()),
                reason,
                account);
          }
        });
  }

  private static void requireFresh(
      @org.jspecify.annotations.Nullable StoredOutcome stored, OutcomeWish wish) {
    int version = stored == null ? 0 : stored.version();
    // A withdrawn count is nothing to whoever reads the form.
    boolean isNothing = stored == null || stored.count().isEmpty();
    if (version != wish.version() && !(isNothing && wish.version() == 0)) {
      throw stale();
    }
  }

  private static void requireConsistent(
      List<Indicator> indicators, Collection<Optional<OutcomeCount>> counts) {
    List<OutcomeCount> present = new ArrayList<>();
    counts.forEach(count -> count.ifPresent(present::add));
    List<Contradiction> found = new OutcomeChecks(indicators).contradictions(present);
    if (!found.isEmpty()) {
      List<Map<String, Object>> told =
          found.stream()
              .map(
                  one ->
                      Map.<String, Object>of(
                          "indicator", one.indicator(), "vi", one.vi(), "en", one.en()))
              .toList();
      throw new Impossible(
          found.get(0).vi() + ". / " + found.get(0).en() + ".", Map.of("contradictions", told));
    }
  }

  private static Stale stale() {
    return new Stale(
        "Người khác đã sửa số liệu này từ khi bạn mở; hãy tải lại. / It was changed since it was read; read it again.");
  }

  private interface Work {
    void on(OutcomeRepository outcomes) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (Connection connection = database.promptConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(new OutcomeRepository(connection));
        connection.commit();
      } catch (SQLException failed) {
        Undo.on(connection);
        if ("23505".equals(failed.getSQLState())) {
          throw stale();
        }
        if ("23503".equals(failed.getSQLState())) {
          throw new Conflict(
              "Một chỉ tiêu hoặc đơn vị không còn. / An indicator or unit is no longer there.",
              Map.of());
        }
        throw failed;
      } catch (RuntimeException refused) {
        Undo.on(connection);
        throw refused;
      }
    }
  }
}
