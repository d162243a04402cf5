package org.borderwatch.server.outcome.paper;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;

/**
 * Lines of a report of what was detected on the border: cases and persons, in all, by direction and
 * by the kind of place. Sizes of groups are known, so persons have an honest interval. One scan of
 * the index for each line pair and period.
 */
final class DetectionLines {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final DetectionView view;
  private final DetectionFilter kind;

  /** Over a version of the detections; {@code kind} says which units and which data. */
  DetectionLines(DetectionView view, DetectionFilter kind) {
    this.view = view;
    this.kind = kind;
  }

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
    add(lines, period, "detections", 0, "Vụ phát hiện", "Detections", Set.of(), Set.of());
    for (Direction direction : EnumSet.of(Direction.EXIT, Direction.ENTRY)) {
      boolean exit = direction == Direction.EXIT;
      add(
          lines,
          period,
          "detections_" + direction.code(),
          1,
          exit ? "trong đó xuất cảnh" : "trong đó nhập cảnh",
          exit ? "of them leaving" : "of them entering",
          Set.of(direction),
          Set.of());
    }
    for (Setting setting : Setting.values()) {
      add(
          lines,
          period,
          "detections_" + setting.code(),
          1,
          "trong đó " + vietnamese(setting),
          "of them " + english(setting),
          Set.of(),
          Set.of(setting));
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
      Set<Direction> directions,
      Set<Setting> settings) {
    Sums now = sums(period, directions, settings);
    Optional<Sums> then = period.samePeriod().map(before -> sums(before, directions, settings));
    if (now.cases == 0 && then.map(one -> one.cases).orElse(0L) == 0) {
      return;
    }
    lines.add(
        new ReportLine(
            code,
            nameVi,
            nameEn,
            "vụ",
            "cases",
            depth,
            CountComparison.of(
                CountKind.EVENTS,
                Optional.of(Tally.of(now.cases)),
                then.map(one -> Tally.of(one.cases))),
            false,
            false));
    lines.add(
        new ReportLine(
            code + "_persons",
            depth == 0 ? "Lượt người bị phát hiện" : nameVi,
            depth == 0 ? "Persons detected" : nameEn,
            "lượt người",
            "persons",
            depth,
            CountComparison.of(
                CountKind.PERSONS, Optional.of(persons(now)), then.map(DetectionLines::persons)),
            false,
            false));
  }

  private static Tally persons(Sums sums) {
    return new Tally(sums.persons, false, OptionalDouble.of(sums.squares));
  }

  private Sums sums(ReportPeriod period, Set<Direction> directions, Set<Setting> settings) {
    DetectionFilter.Period days =
        new DetectionFilter.Period(
            Optional.of(period.from().atStartOfDay(ZONE).toInstant()),
            Optional.of(period.until().atStartOfDay(ZONE).toInstant()));
    DetectionFilter filter =
        new DetectionFilter(
            kind.bbox(),
            days,
            directions,
            settings,
            kind.sources(),
            kind.outcomes(),
            kind.stations(),
            kind.indicators(),
            kind.persons(),
            kind.borderWith(),
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
