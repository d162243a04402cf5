package org.borderwatch.server.outcome.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.effort.StationEffort;
import org.borderwatch.server.report.Funnel;
import org.borderwatch.server.report.ReportPeriod;

/** Compares stations by what their patrols detected in their hours. One scan of each index. */
final class StationLines {
  /** Periods that are looked back on, this one among them. */
  static final int PERIODS = 4;

  private StationLines() {}

  /** Of the stations among {@code within}; empty where fewer than two of them patrolled. */
  static Optional<StationComparison> of(
      DetectionView view,
      DetectionFilter kind,
      EffortSource effort,
      UnitTree tree,
      Set<String> within,
      ReportPeriod period) {
    List<ReportPeriod> periods = before(period, PERIODS);
    long[] bounds = bounds(periods);
    boolean synthetic = kind.synthetic().orElse(false);
    StationEffort hours =
        effort.byStations(
            new EffortFilter(bounds[0], bounds[PERIODS], Set.of(), synthetic), bounds);
    Map<String, long[]> seen = new HashMap<>();
    DetectionFilter byPatrol = kind.withSources(EnumSet.of(Source.PATROL));
    view.byStations(byPatrol, bounds).forEach(one -> seen.put(one.station(), one.detections()));
    List<ReportingUnit> stations =
        within.stream()
            .flatMap(code -> tree.find(code).stream())
            .filter(ReportingUnit::station)
            .sorted(Comparator.comparing(ReportingUnit::code))
            .toList();
    List<Funnel> funnels = new ArrayList<>();
    for (int step = 0; step < PERIODS; step++) {
      long[] events = new long[stations.size()];
      double[] watched = new double[stations.size()];
      for (int i = 0; i < events.length; i++) {
        String code = stations.get(i).code();
        events[i] = seen.getOrDefault(code, new long[PERIODS])[step];
        int place = hours.stations().indexOf(code);
        watched[i] = place < 0 ? 0 : hours.counts().patrolHours()[place * PERIODS + step];
      }
      funnels.add(Funnel.of(events, watched));
    }
    List<StationComparison.Station> compared = new ArrayList<>();
    for (int i = 0; i < stations.size(); i++) {
      int at = i;
      List<Funnel.Place> past = funnels.stream().map(one -> one.places().get(at)).toList();
      if (past.get(PERIODS - 1).hours() > 0) {
        compared.add(new StationComparison.Station(stations.get(i), past));
      }
    }
    return compared.size() < 2
        ? Optional.empty()
        : Optional.of(
            new StationComparison(
                periods.stream().map(ReportPeriod::name).toList(),
                compared,
                funnels.stream().mapToDouble(Funnel::rate).toArray(),
                funnels.get(PERIODS - 1).spread()));
  }

  /** So many periods of the same length one after the other, the given one last. */
  static List<ReportPeriod> before(ReportPeriod period, int count) {
    List<ReportPeriod> periods = new ArrayList<>();
    for (int back = count - 1; back >= 0; back--) {
      long months = (long) back * period.months();
      periods.add(
          new ReportPeriod(period.first().minusMonths(months), period.last().minusMonths(months)));
    }
    return periods;
  }

  /** First seconds of periods that follow each other, and the end of the last. */
  static long[] bounds(List<ReportPeriod> periods) {
    long[] bounds = new long[periods.size() + 1];
    for (int i = 0; i < periods.size(); i++) {
      bounds[i] = second(periods.get(i).from());
    }
    bounds[periods.size()] = second(periods.get(periods.size() - 1).until());
    return bounds;
  }

  static long second(LocalDate day) {
    return day.atStartOfDay(Reporting.ZONE).toEpochSecond();
  }
}
