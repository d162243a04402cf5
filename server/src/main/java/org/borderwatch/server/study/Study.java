package org.borderwatch.server.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.grid.PlaneGrid;
import org.borderwatch.server.grid.StudyArea;

/**
 * What was seen and where somebody looked, by the cells and steps of one {@link StudyQuestion}: one
 * consistent version of the store.
 *
 * <p>{@link StudyCells} says which cells the area holds.
 *
 * @param filter with its kind and period decided
 * @param area the cells
 * @param positions of the middles of the cells along the border
 * @param bins the steps
 * @param period that was counted
 * @param counts what was seen
 * @param effort where somebody looked
 * @param hasEffort whether there is any effort of that kind at all
 * @param version of detections and effort
 */
public record Study(
    DetectionFilter filter,
    StudyArea area,
    List<BorderPosition> positions,
    Bins bins,
    DatedPeriod period,
    CellCounts counts,
    EffortCounts effort,
    boolean hasEffort,
    String version) {
  private static final UtmZone ZONE = UtmZone.VIET_NAM;

  /**
   * Counts. O(rows) for what was seen, plus some microseconds a cell.
   *
   * @throws org.borderwatch.server.http.ApiException when it would be too large, with the remedy
   */
  public static Study of(StudyQuestion question, StudySources sources, Crew crew) {
    DetectionView view = sources.detections().get();
    EffortSource effort = sources.effort().get();
    DetectionFilter asked = view.decide(question.filter());
    DatedPeriod period = DatedPeriod.of(asked, view);
    Bins bins = bins(question, asked, period);
    if (question.steps().map(steps -> !steps.cut()).orElse(false)) {
      period = period(bins);
    }
    DetectionFilter filter =
        asked.withPeriod(new Period(Optional.of(period.from()), Optional.of(period.until())));
    long[] bounds = bins.bounds();
    int steps = bounds.length - 1;
    bounds[0] = Math.max(bounds[0], ceil(period.from()));
    bounds[steps] = Math.min(bounds[steps], ceil(period.until()));
    StudyLimits.requireBins(1, steps);
    crew.progress().report(0, "Đếm các vụ phát hiện / Counting detections");
    List<EventTally> tallies =
        steps == 0 ? List.of() : tally(view, filter, question.grid(), bounds, crew);
    crew.progress().report(0.4, "Chọn vùng nghiên cứu / Choosing the study area");
    StudyCells cells =
        new StudyCells(
            sources.layers(),
            new StudyStretches(sources.layers().border(), sources.stretches().get())
                .of(filter, view, effort, crew),
            question.grid(),
            filter.bbox());
    cells.addBelt(question.depthMetres());
    tallies.forEach(tally -> cells.addAll(tally.cells()));
    boolean hasEffort = effort.hasAny(filter.synthetic().orElse(false)) && steps > 0;
    crew.progress().report(0.6, "Đếm công tuần tra / Counting effort");
    EffortCounts looked =
        hasEffort
            ? cells.addEffort(effort, effortFilter(filter, bounds), bounds, crew)
            : EffortCounts.none(cells.size(), steps);
    StudyArea area = cells.area();
    StudyLimits.requireBins(area.size(), steps);
    long[] counts = new long[area.size() * steps * EventTally.PER_STEP];
    for (EventTally tally : tallies) {
      tally.addTo(counts, key -> area.find(key) * steps * EventTally.PER_STEP);
    }
    return new Study(
        filter,
        area,
        cells.positions(area),
        bins,
        period,
        new CellCounts(area.size(), Math.max(1, steps), counts),
        looked,
        hasEffort,
        sources.version(view, effort));
  }

  private static Bins bins(StudyQuestion question, DetectionFilter asked, DatedPeriod period) {
    if (question.steps().isEmpty()) {
      return new Bins(List.of(period.firstDay()), period.lastDay().plusDays(1));
    }
    StudyQuestion.Steps steps = question.steps().get();
    if (steps.cut()) {
      return Bins.holding(steps.step(), period.firstDay(), period.lastDay());
    }
    // An open end is that of the data: the calendar's step that holds it counts as whole.
    LocalDate first =
        asked.period().from().isPresent()
            ? period.firstDay()
            : steps.step().start(period.firstDay());
    LocalDate last = period.lastDay();
    if (asked.period().until().isEmpty()) {
      Bins open = Bins.whole(steps.step(), first, last);
      last = open.end().isAfter(last) ? last : steps.step().after(open.end(), 1).minusDays(1);
    }
    Bins all = Bins.whole(steps.step(), first, last);
    return steps.count().map(all::last).orElse(all);
  }

  private static DatedPeriod period(Bins bins) {
    long[] bounds = bins.bounds();
    return new DatedPeriod(
        Instant.ofEpochSecond(bounds[0]), Instant.ofEpochSecond(bounds[bounds.length - 1]));
  }

  private static long ceil(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  private static List<EventTally> tally(
      DetectionView view, DetectionFilter filter, PlaneGrid grid, long[] bounds, Crew crew) {
    int most = Math.min(StudyLimits.MOST_CELLS, StudyLimits.MOST_BINS / (bounds.length - 1));
    return view.events(filter, () -> new EventTally(grid, ZONE, bounds, most, crew.progress()));
  }

  private static EffortFilter effortFilter(DetectionFilter filter, long[] bounds) {
    return new EffortFilter(
        bounds[0],
        bounds[bounds.length - 1],
        Set.copyOf(filter.stations()),
        filter.synthetic().orElse(false));
  }

  /** Whether all of it is simulated. */
  public boolean synthetic() {
    return filter.synthetic().orElse(false);
  }

  /** The same with all steps as one. */
  public Study overSteps() {
    int cells = area.size();
    return new Study(
        filter,
        area,
        positions,
        new Bins(List.of(period.firstDay()), period.lastDay().plusDays(1)),
        period,
        counts.overSteps(),
        new EffortCounts(
            cells,
            1,
            CellCounts.overSteps(effort.patrolHours(), effort.steps()),
            CellCounts.overSteps(effort.patrolKm(), effort.steps()),
            CellCounts.overSteps(effort.sensorHours(), effort.steps())),
        hasEffort,
        version);
  }

  /** How many steps there are. */
  public int steps() {
    return bins.size();
  }
}
