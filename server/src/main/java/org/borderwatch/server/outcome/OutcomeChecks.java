package org.borderwatch.server.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.report.ReportWords;
import org.borderwatch.server.report.Tally;

/**
 * What is wrong with the counts of one unit: months that are counted twice, parts that exceed their
 * whole, parts without overlap or single countries that exceed it together. A whole that is known
 * only from below is never exceeded. O(n²) in the counts of one indicator, else O(n).
 */
public final class OutcomeChecks {
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();

  public OutcomeChecks(List<Indicator> indicators) {
    indicators.stream()
        .sorted(Comparator.comparingInt(Indicator::position))
        .forEach(one -> this.indicators.put(one.code(), one));
  }

  /** All that contradicts itself in {@code counts}, by the order of the indicators. */
  public List<Contradiction> contradictions(List<OutcomeCount> counts) {
    List<Contradiction> found = new ArrayList<>();
    overlaps(counts, found);
    Map<OutcomeCell, Tally> byCell = new HashMap<>();
    counts.forEach(count -> byCell.put(count.cell(), count.tally()));
    countries(counts, byCell, found);
    Map<OutcomeCell, Long> sums = new LinkedHashMap<>();
    for (Indicator part : indicators.values()) {
      if (part.partOf().isEmpty()) {
        continue;
      }
      Indicator whole = indicators.get(part.partOf().get());
      for (OutcomeCount count : counts) {
        if (whole == null || !count.cell().indicator().equals(part.code())) {
          continue;
        }
        OutcomeCell of = count.cell().of(whole.code());
        Tally most = byCell.get(of);
        if (most == null || most.atLeast()) {
          continue;
        }
        if (count.tally().value() > most.value()) {
          found.add(exceeds(part, whole, count.tally().value(), most.value()));
        } else if (part.disjoint()) {
          sums.merge(of, count.tally().value(), Long::sum);
        }
      }
    }
    for (OutcomeCount whole : counts) {
      Indicator indicator = indicators.get(whole.cell().indicator());
      long sum = sums.getOrDefault(whole.cell(), 0L);
      if (indicator != null && sum > whole.tally().value()) {
        found.add(together(indicator, sum, whole.tally().value()));
      }
    }
    return found;
  }

  /** Counts with single countries may not exceed that with all. */
  private void countries(
      List<OutcomeCount> counts, Map<OutcomeCell, Tally> byCell, List<Contradiction> found) {
    Map<OutcomeCell, Long> sums = new LinkedHashMap<>();
    for (OutcomeCount count : counts) {
      if (count.cell().partner().isPresent()) {
        sums.merge(count.cell().withAll(), count.tally().value(), Long::sum);
      }
    }
    sums.forEach(
        (cell, sum) -> {
          Tally all = byCell.get(cell);
          Indicator indicator = indicators.get(cell.indicator());
          if (all != null && indicator != null && !all.atLeast() && sum > all.value()) {
            found.add(
                new Contradiction(
                    indicator.code(),
                    "%s: cộng theo từng nước là %s, nhiều hơn %s"
                        .formatted(
                            indicator.nameVi(),
                            ReportWords.vietnamese(sum),
                            ReportWords.vietnamese(all.value())),
                    "%s: single countries add up to %s, more than %s"
                        .formatted(
                            indicator.nameEn(),
                            ReportWords.english(sum),
                            ReportWords.english(all.value()))));
          }
        });
  }

  private void overlaps(List<OutcomeCount> counts, List<Contradiction> found) {
    Map<String, List<OutcomeCell>> byIndicator = new LinkedHashMap<>();
    for (OutcomeCount count : counts) {
      byIndicator
          .computeIfAbsent(count.cell().indicator(), code -> new ArrayList<>())
          .add(count.cell());
    }
    for (List<OutcomeCell> cells : byIndicator.values()) {
      for (int i = 0; i < cells.size(); i++) {
        for (int j = i + 1; j < cells.size(); j++) {
          if (cells.get(i).overlaps(cells.get(j))) {
            found.add(twice(cells.get(i), cells.get(j)));
          }
        }
      }
    }
  }

  private Contradiction twice(OutcomeCell one, OutcomeCell other) {
    Indicator indicator = indicators.get(one.indicator());
    String vi = indicator == null ? one.indicator() : indicator.nameVi();
    String en = indicator == null ? one.indicator() : indicator.nameEn();
    return new Contradiction(
        one.indicator(),
        "%s: %s và %s chồng lên nhau; sẽ đếm hai lần".formatted(vi, months(one), months(other)),
        "%s: %s and %s overlap and would be counted twice"
            .formatted(en, months(one), months(other)));
  }

  private static String months(OutcomeCell cell) {
    return month(cell.from()) + "–" + month(cell.until().minusMonths(1));
  }

  private static String month(LocalDate day) {
    return "%02d/%d".formatted(day.getMonthValue(), day.getYear());
  }

  private static Contradiction exceeds(Indicator part, Indicator whole, long value, long most) {
    return new Contradiction(
        part.code(),
        "%s (%s) nhiều hơn %s (%s)"
            .formatted(
                part.nameVi(),
                ReportWords.vietnamese(value),
                whole.nameVi(),
                ReportWords.vietnamese(most)),
        "%s (%s) exceeds %s (%s)"
            .formatted(
                part.nameEn(),
                ReportWords.english(value),
                whole.nameEn(),
                ReportWords.english(most)));
  }

  private static Contradiction together(Indicator whole, long sum, long most) {
    return new Contradiction(
        whole.code(),
        "Các phần của %s cộng lại là %s, nhiều hơn %s"
            .formatted(whole.nameVi(), ReportWords.vietnamese(sum), ReportWords.vietnamese(most)),
        "The parts of %s add up to %s, more than %s"
            .formatted(whole.nameEn(), ReportWords.english(sum), ReportWords.english(most)));
  }
}
