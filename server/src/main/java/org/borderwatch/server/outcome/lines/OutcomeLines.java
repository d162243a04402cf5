package org.borderwatch.server.outcome.lines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeCell;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.outcome.OutcomeSection;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;

/**
 * Lines of a report of counts: for each indicator the sum of all cells that lie inside the period.
 * What a unit counted with single countries is part of what it counted with all, and is added up
 * only where it gave no count of all. Cells that only share months with the period can't be shared
 * out, and are told. O(counts + indicators).
 */
public final class OutcomeLines {
  private final List<Indicator> indicators;

  /** Of these indicators, in their order. */
  public OutcomeLines(List<Indicator> indicators) {
    this.indicators = List.copyOf(indicators);
  }

  private static final class Sum {
    Optional<Tally> tally = Optional.empty();
    boolean provisional;
    boolean incomplete;
  }

  /**
   * Sections with at least one figure in either period.
   *
   * @param past periods of the same length that are looked back on, this one last; empty for none
   * @param counts that share a day with the period, its same period or one of {@code past}
   */
  public List<ReportSection> sections(
      ReportPeriod period, List<ReportPeriod> past, List<OutcomeCount> counts) {
    Map<String, Sum> now = sums(period, counts);
    Map<String, Sum> then =
        period.samePeriod().map(before -> sums(before, counts)).orElse(Map.of());
    List<Map<String, Sum>> history = past.stream().map(one -> sums(one, counts)).toList();
    Map<OutcomeSection, List<ReportLine>> bySection = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      Sum here = now.getOrDefault(indicator.code(), new Sum());
      Sum there = then.getOrDefault(indicator.code(), new Sum());
      if (here.tally.isEmpty() && there.tally.isEmpty() && !here.incomplete) {
        continue;
      }
      bySection
          .computeIfAbsent(indicator.section(), section -> new ArrayList<>())
          .add(
              new ReportLine(
                  new ReportLine.Subject(
                      indicator.code(),
                      indicator.nameVi(),
                      indicator.nameEn(),
                      indicator.unitVi(),
                      indicator.unitEn()),
                  depth(indicator),
                  CountComparison.of(indicator.kind(), here.tally, there.tally),
                  Optional.empty(),
                  here.provisional,
                  here.incomplete,
                  history(indicator, past, history)));
    }
    List<ReportSection> sections = new ArrayList<>();
    for (OutcomeSection section : OutcomeSection.values()) {
      if (bySection.containsKey(section)) {
        sections.add(
            new ReportSection(
                section.code(),
                section.vi(),
                section.en(),
                bySection.getOrDefault(section, List.of())));
      }
    }
    return sections;
  }

  private static List<ReportLine.Past> history(
      Indicator indicator, List<ReportPeriod> past, List<Map<String, Sum>> history) {
    List<ReportLine.Past> line = new ArrayList<>();
    for (int i = 0; i < past.size(); i++) {
      Sum sum = history.get(i).getOrDefault(indicator.code(), new Sum());
      line.add(new ReportLine.Past(past.get(i).name(), sum.tally.map(Tally::value)));
    }
    return line;
  }

  private static Map<String, Sum> sums(ReportPeriod period, List<OutcomeCount> all) {
    Map<String, Sum> sums = new HashMap<>();
    Set<OutcomeCell> cells = new HashSet<>();
    List<OutcomeCount> counts =
        all.stream()
            .filter(
                count ->
                    count.cell().from().isBefore(period.until())
                        && period.from().isBefore(count.cell().until()))
            .toList();
    counts.forEach(count -> cells.add(count.cell()));
    for (OutcomeCount count : counts) {
      if (count.cell().partner().isPresent() && cells.contains(count.cell().withAll())) {
        continue;
      }
      Sum sum = sums.computeIfAbsent(count.cell().indicator(), code -> new Sum());
      boolean inside =
          !count.cell().from().isBefore(period.from())
              && !count.cell().until().isAfter(period.until());
      if (inside) {
        sum.tally =
            Optional.of(sum.tally.map(known -> known.plus(count.tally())).orElse(count.tally()));
        sum.provisional |= count.provisional();
      } else {
        sum.incomplete = true;
      }
    }
    return sums;
  }

  private int depth(Indicator indicator) {
    int depth = 0;
    Optional<String> whole = indicator.partOf();
    while (whole.isPresent() && depth < indicators.size()) {
      String code = whole.get();
      depth++;
      whole =
          indicators.stream()
              .filter(one -> one.code().equals(code))
              .findFirst()
              .flatMap(Indicator::partOf);
    }
    return depth;
  }
}
