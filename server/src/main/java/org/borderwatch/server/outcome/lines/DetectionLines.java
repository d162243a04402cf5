package org.borderwatch.server.outcome.lines;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.EventSink;
import org.borderwatch.server.outcome.lines.ReportLine.Subject;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;

/**
 * Lines of a report of what was detected on the border: cases and persons, in all, by direction, by
 * the kind of place and by neighbour; cases by unit. Sizes of groups are known, so persons have an
 * honest interval. One scan of the index for each line pair and period.
 */
final class DetectionLines {
  private final DetectionView view;
  private final DetectionFilter kind;

  /** Over a version of the detections; {@code kind} says which units and which data. */
  DetectionLines(DetectionView view, DetectionFilter kind) {
    this.view = view;
    this.kind = kind;
  }

  /** What a line is of; empty sets for all. */
  private record Kinds(
      Set<Direction> directions, Set<Setting> settings, Set<Neighbour> borderWith) {}

  /** Cases and persons of a filter. */
  private static final class Sums implements EventSink {
    private long cases;
    private long persons;
    private long squares;

    @Override
    public void event(
        double lon,
        double lat,
        long second,
        int size,
        Source source,
        Neighbour with,
        double borderKm) {
      cases++;
      persons += size;
      squares += (long) size * size;
    }
  }

  /** The section; empty where nothing was detected in either period. */
  Optional<ReportSection> section(ReportPeriod period) {
    List<ReportLine> lines = new ArrayList<>();
    Kinds all = new Kinds(Set.of(), Set.of(), Set.of());
    add(lines, period, "detections", 0, "Vụ phát hiện", "Detections", all);
    for (Direction direction : EnumSet.of(Direction.EXIT, Direction.ENTRY)) {
      boolean exit = direction == Direction.EXIT;
      add(
          lines,
          period,
          "detections_" + direction.code(),
          1,
          exit ? "trong đó xuất cảnh" : "trong đó nhập cảnh",
          exit ? "of them leaving" : "of them entering",
          new Kinds(Set.of(direction), Set.of(), Set.of()));
    }
    for (Setting setting : Setting.values()) {
      add(
          lines,
          period,
          "detections_" + setting.code(),
          1,
          "trong đó " + vietnamese(setting),
          "of them " + english(setting),
          new Kinds(Set.of(), Set.of(setting), Set.of()));
    }
    for (Neighbour neighbour : Neighbour.values()) {
      add(
          lines,
          period,
          "detections_" + neighbour.code().toLowerCase(Locale.ROOT),
          1,
          "trong đó tuyến " + vietnamese(neighbour),
          "of them on the border with " + english(neighbour),
          new Kinds(Set.of(), Set.of(), Set.of(neighbour)));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReportSection("detections", "Phát hiện trên biên giới", "Detected", lines));
  }

  private void add(
      List<ReportLine> lines,
      ReportPeriod period,
      String code,
      int depth,
      String nameVi,
      String nameEn,
      Kinds kinds) {
    Sums now = sums(period, kinds);
    Optional<Sums> then = period.samePeriod().map(before -> sums(before, kinds));
    if (now.cases == 0 && then.map(one -> one.cases).orElse(0L) == 0) {
      return;
    }
    lines.add(
        ReportLine.computed(
            new Subject(code, nameVi, nameEn, "vụ", "cases"),
            depth,
            CountComparison.of(
                CountKind.EVENTS,
                Optional.of(Tally.of(now.cases)),
                then.map(one -> Tally.of(one.cases)))));
    lines.add(
        ReportLine.computed(
            new Subject(
                code + "_persons",
                depth == 0 ? "Lượt người bị phát hiện" : nameVi,
                depth == 0 ? "Persons detected" : nameEn,
                "lượt người",
                "persons"),
            depth,
            CountComparison.of(
                CountKind.PERSONS, Optional.of(persons(now)), then.map(DetectionLines::persons))));
  }

  private static Tally persons(Sums sums) {
    return new Tally(sums.persons, false, OptionalDouble.of(sums.squares));
  }

  private Sums sums(ReportPeriod period, Kinds kinds) {
    DetectionFilter.Period days =
        new DetectionFilter.Period(
            Optional.of(period.from().atStartOfDay(Reporting.ZONE).toInstant()),
            Optional.of(period.until().atStartOfDay(Reporting.ZONE).toInstant()));
    DetectionFilter filter =
        new DetectionFilter(
            kind.bbox(),
            days,
            kinds.directions,
            kinds.settings,
            kind.sources(),
            kind.outcomes(),
            kind.stations(),
            kind.indicators(),
            kind.persons(),
            kinds.borderWith,
            kind.borderKm(),
            kind.synthetic(),
            kind.within());
    Sums all = new Sums();
    for (Sums part : view.events(filter, Sums::new)) {
      all.cases += part.cases;
      all.persons += part.persons;
      all.squares += part.squares;
    }
    return all;
  }

  /**
   * Cases of the units directly below: of each with all below it; empty for fewer than two.
   *
   * @param children code of the child to which each unit belongs
   */
  Optional<ReportSection> byUnits(
      ReportPeriod period, UnitTree tree, String unit, Map<String, String> children) {
    Map<String, Long> now = byChild(period, children);
    Optional<Map<String, Long>> then = period.samePeriod().map(one -> byChild(one, children));
    List<ReportLine> lines = new ArrayList<>();
    List<ReportingUnit> units = new ArrayList<>(tree.children(unit));
    for (ReportingUnit child : units) {
      long seen = now.getOrDefault(child.code(), 0L);
      Optional<Long> before = then.map(one -> one.getOrDefault(child.code(), 0L));
      if (seen > 0 || before.orElse(0L) > 0) {
        lines.add(
            ReportLine.computed(
                new Subject("unit_" + child.code(), child.nameVi(), child.nameEn(), "vụ", "cases"),
                0,
                CountComparison.of(
                    CountKind.EVENTS, Optional.of(Tally.of(seen)), before.map(Tally::of))));
      }
    }
    return lines.size() < 2
        ? Optional.empty()
        : Optional.of(
            new ReportSection("units", "Vụ phát hiện theo đơn vị", "Detections by unit", lines));
  }

  private Map<String, Long> byChild(ReportPeriod period, Map<String, String> children) {
    long[] bounds = StationLines.bounds(List.of(period));
    Map<String, Long> sums = new HashMap<>();
    for (DetectionView.StationSteps one : view.byStations(kind, bounds)) {
      sums.merge(children.getOrDefault(one.station(), ""), one.detections()[0], Long::sum);
    }
    return sums;
  }

  private static String vietnamese(Neighbour neighbour) {
    return switch (neighbour) {
      case CN -> "Việt Nam - Trung Quốc";
      case LA -> "Việt Nam - Lào";
      case KH -> "Việt Nam - Cam-pu-chia";
    };
  }

  private static String english(Neighbour neighbour) {
    return switch (neighbour) {
      case CN -> "China";
      case LA -> "Laos";
      case KH -> "Cambodia";
    };
  }

  private static String vietnamese(Setting setting) {
    return switch (setting) {
      case TRAIL -> "đường mòn";
      case GATE -> "cửa khẩu";
      case RIVER -> "sông, suối";
      case ROAD -> "đường bộ";
      case SEA -> "đường biển";
    };
  }

  private static String english(Setting setting) {
    return switch (setting) {
      case TRAIL -> "on trails";
      case GATE -> "at gates";
      case RIVER -> "on rivers";
      case ROAD -> "on roads";
      case SEA -> "at sea";
    };
  }
}
