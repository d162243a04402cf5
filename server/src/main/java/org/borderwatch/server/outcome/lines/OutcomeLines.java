package org.borderwatch.server.outcome.lines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * only where it gave no count of all; each country has a line below. Cells that only share months
 * with the period can't be shared out, and are told. O(counts + indicators).
 */
public final class OutcomeLines {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

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
      List<ReportLine> lines = new ArrayList<>();
      line(indicator, Optional.empty(), now, then)
          .ifPresent(line -> lines.add(line.with(history(indicator, past, history))));
      for (String partner : partners(indicator, now, then)) {
        line(indicator, Optional.of(partner), now, then).ifPresent(lines::add);
      }
      if (!lines.isEmpty()) {
        bySection.computeIfAbsent(indicator.section(), section -> new ArrayList<>()).addAll(lines);
      }
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

  /** The line of an indicator, or of what of it was with one country; empty without a figure. */
  private Optional<ReportLine> line(
      Indicator indicator, Optional<String> partner, Map<String, Sum> now, Map<String, Sum> then) {
    String key = key(indicator.code(), partner);
    Sum here = now.getOrDefault(key, new Sum());
    Sum there = then.getOrDefault(key, new Sum());
    if (here.tally.isEmpty() && there.tally.isEmpty() && !here.incomplete) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportLine(
            new ReportLine.Subject(
                key,
                partner
                    .map(code -> "trong đó với " + country(code, VIETNAMESE))
                    .orElse(indicator.nameVi()),
                partner
                    .map(code -> "of them with " + country(code, Locale.ENGLISH))
                    .orElse(indicator.nameEn()),
                indicator.unitVi(),
                indicator.unitEn()),
            depth(indicator) + (partner.isPresent() ? 1 : 0),
            CountComparison.of(indicator.kind(), here.tally, there.tally),
            Optional.empty(),
            here.provisional,
            here.incomplete,
            List.of()));
  }

  private static String country(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language);
  }

  /** Countries that something was counted with in either period, by their codes. */
  private static Set<String> partners(
      Indicator indicator, Map<String, Sum> now, Map<String, Sum> then) {
    String prefix = indicator.code() + ".";
    Set<String> partners = new TreeSet<>();
    for (Map<String, Sum> sums : List.of(now, then)) {
      sums.keySet().stream()
          .filter(key -> key.startsWith(prefix))
          .forEach(key -> partners.add(key.substring(prefix.length())));
    }
    return partners;
  }

  /** Codes of indicators have no dot. */
  private static String key(String indicator, Optional<String> partner) {
    return partner.map(code -> indicator + "." + code).orElse(indicator);
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
      OutcomeCell cell = count.cell();
      boolean inside =
          !cell.from().isBefore(period.from()) && !cell.until().isAfter(period.until());
      if (cell.partner().isPresent()) {
        add(sums, key(cell.indicator(), cell.partner()), count, inside);
      }
      if (cell.partner().isEmpty() || !cells.contains(cell.withAll())) {
        add(sums, cell.indicator(), count, inside);
      }
    }
    return sums;
  }

  private static void add(Map<String, Sum> sums, String key, OutcomeCount count, boolean inside) {
    Sum sum = sums.computeIfAbsent(key, code -> new Sum());
    if (inside) {
      sum.tally =
          Optional.of(sum.tally.map(known -> known.plus(count.tally())).orElse(count.tally()));
      sum.provisional |= count.provisional();
    } else {
      sum.incomplete = true;
    }
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
