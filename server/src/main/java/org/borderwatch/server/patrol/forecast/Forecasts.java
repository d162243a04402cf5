package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.patrol.forecast.Observed.Slice;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.StudyStretches;

/** Makes forecasts of what is stored. Stateless. */
public final class Forecasts {
  private static final double BIN_METRES = 500;

  /** Numbers that are counted at once: bins times hours. */
  private static final int MOST_NUMBERS = 1_000_000;

  private static final int HOUR_SECONDS = 3600;

  private Forecasts() {}

  /**
   * The forecast for one neighbour's line: counts, learns and tests itself. About a second for two
   * years of patrols of a province.
   *
   * @throws org.borderwatch.server.http.ApiException.BadParameter when there is no effort or too
   *     little of anything to say how good it is; it says what and what helps
   */
  public static CrossingForecast of(StudySources sources, ForecastQuestion question, Crew crew) {
    DetectionView view = sources.detections().get();
    EffortSource effort = sources.effort().get();
    DetectionFilter asked = view.decide(question.filter());
    boolean synthetic = asked.synthetic().orElse(false);
    ForecastRefusals.requireFilter(question);
    ForecastRefusals.requireEffort(effort.hasAny(synthetic));
    DatedPeriod period = DatedPeriod.of(asked, view);
    LineBins bins = bins(sources, question, asked, view, effort, crew);
    List<Slice> slices = slices(period);
    crew.progress().report(0, "Đếm các vụ phát hiện / Counting detections");
    BorderStrips strips = new BorderStrips(sources.layers().border().line(question.with()), bins);
    SeenGroups groups = new SeenGroups();
    long beyond = 0;
    for (GroupSink part :
        view.events(
            everywhere(asked, question, period), () -> new GroupSink(bins, strips, slices))) {
      groups.addAll(part.groups());
      beyond += part.beyond();
    }
    WatchedHours hours = new WatchedHours();
    Observed observed = new Observed(bins.lengthsKm(), slices, hours, groups);
    ForecastRefusals.requireDays(observed, observed.whole());
    EffortFilter efforts =
        new EffortFilter(
            period.from().getEpochSecond(),
            period.until().getEpochSecond(),
            Set.copyOf(asked.stations()),
            synthetic);
    for (int slice = 0; slice < slices.size(); slice++) {
      crew.progress()
          .report(0.1 + 0.6 * slice / slices.size(), "Đếm công tuần tra / Counting effort");
      watch(hours, effort, efforts, bins, strips, slice, slices.get(slice), crew);
    }
    ForecastRefusals.requireDetections(observed, observed.whole());
    crew.progress().report(0.7, "Ước lượng và kiểm định / Estimating and testing");
    Backtested backtest = ForecastBacktest.of(observed, question.shifts());
    crew.progress().check();
    CrossingModel model = CrossingModel.fit(observed, observed.whole(), backtest.halfLifeDays());
    long[] bySource = new long[Source.values().length];
    for (int row = 0; row < groups.size(); row++) {
      bySource[groups.source(row).ordinal()]++;
    }
    return new CrossingForecast(
        question.with(),
        bins,
        observed,
        model,
        question.terms(),
        backtest,
        new CrossingForecast.Basis(
            period.firstDay(),
            period.lastDay(),
            bySource[Source.PATROL.ordinal()] - model.unwatched(),
            new LeftOut(
                bySource[Source.SENSOR.ordinal()],
                bySource[Source.REPORT.ordinal()],
                bySource[Source.HANDOVER.ordinal()],
                model.unwatched() + beyond),
            synthetic,
            sources.version(view, effort)));
  }

  /** From the first to the last stretch that the filter is about, or where anything is known. */
  private static LineBins bins(
      StudySources sources,
      ForecastQuestion question,
      DetectionFilter asked,
      DetectionView view,
      EffortSource effort,
      Crew crew) {
    double from = Double.POSITIVE_INFINITY;
    double until = 0;
    for (Stretch one :
        new StudyStretches(sources.layers().border(), sources.stretches().get())
            .of(asked, view, effort, crew)) {
      if (one.with() == question.with()) {
        from = Math.min(from, one.fromKm());
        until = Math.max(until, one.toKm());
      }
    }
    double lengthKm = sources.layers().border().line(question.with()).lengthKm();
    ForecastRefusals.requireBorder(from < Math.min(until, lengthKm));
    return LineBins.holding(from, until, lengthKm, BIN_METRES);
  }

  /** Parts of calendar months. */
  static List<Slice> slices(DatedPeriod period) {
    List<Slice> slices = new ArrayList<>();
    LocalDate at = period.firstDay();
    while (!at.isAfter(period.lastDay())) {
      LocalDate next = at.withDayOfMonth(1).plusMonths(1);
      LocalDate end = next.isAfter(period.lastDay()) ? period.lastDay().plusDays(1) : next;
      slices.add(new Slice(at, (int) (end.toEpochDay() - at.toEpochDay())));
      at = end;
    }
    return slices;
  }

  /** The filter without chainage: strips say what belongs to which kilometre. */
  private static DetectionFilter everywhere(
      DetectionFilter asked, ForecastQuestion question, DatedPeriod period) {
    return new DetectionFilter(
        asked.bbox(),
        new Period(Optional.of(period.from()), Optional.of(period.until())),
        asked.directions(),
        asked.settings(),
        asked.sources(),
        asked.outcomes(),
        asked.stations(),
        asked.indicators(),
        asked.persons(),
        EnumSet.of(question.with()),
        Optional.empty(),
        asked.synthetic(),
        asked.within());
  }

  private static void watch(
      WatchedHours hours,
      EffortSource effort,
      EffortFilter filter,
      LineBins bins,
      BorderStrips strips,
      int number,
      Slice slice,
      Crew crew) {
    int most = Math.max(1, MOST_NUMBERS / (bins.count() * Factors.HOURS));
    double[] sums = new double[bins.count() * Factors.HOURS_OF_WEEK];
    for (int day = 0; day < slice.days(); day += most) {
      LocalDate first = slice.first().plusDays(day);
      int steps = Math.min(most, slice.days() - day) * Factors.HOURS;
      EffortCounts counts =
          effort.byCells(filter, strips, UtmZone.VIET_NAM, hourBounds(first, steps), crew);
      int begin = ShiftHours.hourOfWeek(first, 0);
      for (int bin = 0; bin < bins.count(); bin++) {
        for (int step = 0; step < steps; step++) {
          sums[bin * Factors.HOURS_OF_WEEK + (begin + step) % Factors.HOURS_OF_WEEK] +=
              counts.patrolHours()[bin * steps + step];
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > 0) {
        hours.add(number, i / Factors.HOURS_OF_WEEK, i % Factors.HOURS_OF_WEEK, sums[i]);
      }
    }
  }

  /** Viet Nam has no summer time. */
  private static long[] hourBounds(LocalDate first, int steps) {
    long[] bounds = new long[steps + 1];
    long begins = first.atStartOfDay(DetectionFilterQuery.ZONE).toEpochSecond();
    for (int step = 0; step <= steps; step++) {
      bounds[step] = begins + (long) step * HOUR_SECONDS;
    }
    return bounds;
  }
}
