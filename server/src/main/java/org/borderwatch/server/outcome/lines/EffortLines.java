package org.borderwatch.server.outcome.lines;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.effort.StationEffort;
import org.borderwatch.server.outcome.lines.ReportLine.Subject;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.RateComparison;
import org.borderwatch.server.report.RateComparison.Watched;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;

/** Lines of patrol effort, and of what it found for its hours. */
final class EffortLines {
  private final EffortSource effort;
  private final DetectionView view;
  private final DetectionFilter kind;
  private final Set<String> within;
  private final boolean everyUnit;

  /** Effort of the stations among {@code within}, or of all with that of no station. */
  EffortLines(
      EffortSource effort,
      DetectionView view,
      DetectionFilter kind,
      Set<String> within,
      boolean everyUnit) {
    this.effort = effort;
    this.view = view;
    this.kind = kind;
    this.within = within;
    this.everyUnit = everyUnit;
  }

  private record Sums(double patrolHours, double patrolKm, double sensorHours, long events) {
    Tally hours() {
      return Tally.of(Math.round(patrolHours));
    }

    Tally kilometres() {
      return Tally.of(Math.round(patrolKm));
    }

    Tally watched() {
      return Tally.of(Math.round(sensorHours));
    }

    Watched rate() {
      return new Watched(events, patrolHours);
    }
  }

  /** The section; empty where nobody looked in either period. */
  Optional<ReportSection> section(ReportPeriod period) {
    Sums now = sums(period);
    Optional<Sums> then = period.samePeriod().map(this::sums);
    boolean nothing = now.patrolHours + now.sensorHours == 0;
    if (nothing && then.map(one -> one.patrolHours + one.sensorHours == 0).orElse(true)) {
      return Optional.empty();
    }
    List<ReportLine> lines = new ArrayList<>();
    lines.add(
        work("patrol_hours", "Giờ tuần tra", "Patrol hours", "giờ", "hours")
            .of(now.hours(), then.map(Sums::hours)));
    lines.add(
        work("patrol_km", "Quãng đường tuần tra", "Distance patrolled", "km", "km")
            .of(now.kilometres(), then.map(Sums::kilometres)));
    if (now.sensorHours > 0 || then.map(one -> one.sensorHours > 0).orElse(false)) {
      lines.add(
          work("sensor_hours", "Giờ cảm biến hoạt động", "Sensor hours", "giờ", "hours")
              .of(now.watched(), then.map(Sums::watched)));
    }
    CountComparison events =
        CountComparison.of(
            CountKind.EVENTS,
            Optional.of(Tally.of(now.events)),
            then.map(one -> Tally.of(one.events)));
    lines.add(
        ReportLine.computed(
            new Subject(
                "patrol_detections",
                "Vụ do tuần tra phát hiện",
                "Detected by patrols",
                "vụ",
                "cases"),
            0,
            events));
    lines.add(
        ReportLine.rate(
            new Subject(
                "patrol_rate",
                "Vụ do tuần tra phát hiện trên 1.000 giờ tuần tra",
                "Detected by patrols for each 1,000 patrol hours",
                "vụ/1.000 giờ",
                "cases/1,000 h"),
            events,
            RateComparison.of(now.rate(), then.map(Sums::rate))));
    return Optional.of(
        new ReportSection("effort", "Công tuần tra và hiệu suất", "Effort and rates", lines));
  }

  private interface Work {
    ReportLine of(Tally now, Optional<Tally> then);
  }

  private static Work work(String code, String vi, String en, String unitVi, String unitEn) {
    return (now, then) ->
        ReportLine.computed(
            new Subject(code, vi, en, unitVi, unitEn),
            0,
            CountComparison.of(CountKind.WORK, Optional.of(now), then));
  }

  private Sums sums(ReportPeriod period) {
    long from = StationLines.second(period.from());
    long until = StationLines.second(period.until());
    EffortFilter filter = new EffortFilter(from, until, Set.of(), kind.synthetic().orElse(false));
    StationEffort hours = effort.byStations(filter, new long[] {from, until});
    double patrol = 0;
    double km = 0;
    double sensors = 0;
    for (int i = 0; i < hours.stations().size(); i++) {
      if (everyUnit || within.contains(hours.stations().get(i))) {
        patrol += hours.counts().patrolHours()[i];
        km += hours.counts().patrolKm()[i];
        sensors += hours.counts().sensorHours()[i];
      }
    }
    DetectionFilter byPatrol =
        kind.withSources(EnumSet.of(Source.PATROL))
            .withPeriod(
                new Period(
                    Optional.of(period.from().atStartOfDay(Reporting.ZONE).toInstant()),
                    Optional.of(period.until().atStartOfDay(Reporting.ZONE).toInstant())));
    return new Sums(patrol, km, sensors, view.totals(byPatrol).detections());
  }
}
