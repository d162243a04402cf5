package org.borderwatch.server.outcome.lines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.Word;

/**
 * Who has reported a period: each unit directly below, by what it or any unit below it counted; a
 * unit with no other below it for itself.
 *
 * @param due last day on which a count is in time
 * @param units in the order of their codes
 */
public record Reporting(LocalDate due, List<UnitState> units) {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  public Reporting {
    units = List.copyOf(units);
  }

  /** Whether a unit has reported. */
  public enum State implements Word {
    MISSING,
    LATE,
    IN_TIME
  }

  /**
   * A unit.
   *
   * @param first when its first count of this period came in; empty where none did
   * @param daysLate how many days after the due day; 0 in time
   * @param provisional number of its counts that may still change
   */
  public record UnitState(
      ReportingUnit unit, State state, Optional<Instant> first, long daysLate, int provisional) {}

  /**
   * When a unit counted something of the period.
   *
   * @param unit its code
   * @param first first version of its first count
   * @param provisional counts of it that may still change
   */
  public record Entry(String unit, Instant first, int provisional) {}

  /** Of entries of all units below {@code unit}. */
  static Reporting of(UnitTree tree, String unit, LocalDate due, Collection<Entry> entries) {
    Map<String, String> childOf = tree.childOf(unit);
    Map<String, Entry> byChild = new HashMap<>();
    for (Entry entry : entries) {
      String child = childOf.getOrDefault(entry.unit(), entry.unit());
      byChild.merge(
          child,
          entry,
          (a, b) ->
              new Entry(
                  child,
                  a.first().isBefore(b.first()) ? a.first() : b.first(),
                  a.provisional() + b.provisional()));
    }
    List<UnitState> states = new ArrayList<>();
    for (ReportingUnit child : tree.children(unit)) {
      Entry entry = byChild.get(child.code());
      if (entry != null || !child.synthetic()) {
        states.add(state(child, due, Optional.ofNullable(entry)));
      }
    }
    if (states.isEmpty()) {
      tree.find(unit)
          .ifPresent(own -> states.add(state(own, due, Optional.ofNullable(byChild.get(unit)))));
    }
    return new Reporting(due, states);
  }

  private static UnitState state(ReportingUnit unit, LocalDate due, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return new UnitState(unit, State.MISSING, Optional.empty(), 0, 0);
    }
    Instant first = entry.get().first();
    long late = Math.max(0, ChronoUnit.DAYS.between(due, first.atZone(ZONE).toLocalDate()));
    return new UnitState(
        unit,
        late > 0 ? State.LATE : State.IN_TIME,
        Optional.of(first),
        late,
        entry.get().provisional());
  }

  public List<UnitState> in(State state) {
    return units.stream().filter(one -> one.state() == state).toList();
  }
}
