package org.borderwatch.server.outcome.lines;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units, and which are below which. */
public final class UnitTree {
  private final Map<String, ReportingUnit> units;

  /** Of all units by their codes. */
  public UnitTree(Map<String, ReportingUnit> units) {
    this.units = units;
  }

  public Optional<ReportingUnit> find(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** Units directly below, in the order of their codes. */
  public List<ReportingUnit> children(String code) {
    return units.values().stream().filter(one -> one.parent().equals(Optional.of(code))).toList();
  }

  /** Codes of a unit and of all below it. */
  public Set<String> withAllBelow(String code) {
    Set<String> found = new HashSet<>(Set.of(code));
    for (boolean grown = true; grown; ) {
      grown = false;
      for (ReportingUnit one : units.values()) {
        if (one.parent().filter(found::contains).isPresent()) {
          grown |= found.add(one.code());
        }
      }
    }
    return found;
  }

  /**
   * For each unit below {@code code} the child of it that it belongs to; the unit itself to itself.
   */
  Map<String, String> childOf(String code) {
    Map<String, String> childOf = new HashMap<>();
    childOf.put(code, code);
    for (ReportingUnit child : children(code)) {
      withAllBelow(child.code()).forEach(one -> childOf.put(one, child.code()));
    }
    return childOf;
  }
}
