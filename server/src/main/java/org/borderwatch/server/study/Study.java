package org.borderwatch.server.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.grid.BorderBelt;
import org.borderwatch.server.grid.BorderBelt.TooManyCellsException;
import org.borderwatch.server.grid.CellNumbers;
import org.borderwatch.server.grid.PlaneGrid;
import org.borderwatch.server.grid.StudyArea;

/**
 * What was seen and where somebody looked, by the cells and steps of one {@link StudyQuestion}: one
 * consistent version of the store.
 *
 * <p>The area holds each cell whose middle lies in Viet Nam, near enough to the stretches of border
 * that the question is about, and each other cell with a detection, or with effort within {@value
 * #EFFORT_REACH_METRES} m of those stretches.
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
  /** Patrols further from the line than this are on their way. */
  static final double EFFORT_REACH_METRES = 20_000;

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
    List<Stretch> stretches =
        new StudyStretches(sources.layers().border(), sources.stretches().get())
            .of(filter, view, effort, crew);
    BorderBelt belt = new BorderBelt(sources.layers().border(), sources.layers().locator());
    StudyArea area = area(question, filter, belt, stretches, tallies, effort, bounds, crew);
    StudyLimits.requireBins(area.size(), steps);
    crew.progress().report(0.7, "Đếm công tuần tra / Counting effort");
    long[] counts = new long[area.size() * steps * EventTally.PER_STEP];
    for (EventTally tally : tallies) {
      tally.addTo(counts, key -> area.find(key) * steps * EventTally.PER_STEP);
    }
    boolean hasEffort = effort.hasAny(isSynthetic(filter));
    return new Study(
        filter,
        area,
        positions(belt, area),
        bins,
        period,
        new CellCounts(area.size(), Math.max(1, steps), counts),
        hasEffort && steps > 0
            ? effort.byCells(effortFilter(filter, bounds), area, ZONE, bounds, crew)
            : EffortCounts.none(area.size(), steps),
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

  private static StudyArea area(
      StudyQuestion question,
      DetectionFilter filter,
      BorderBelt belt,
      List<Stretch> stretches,
      List<EventTally> tallies,
      EffortSource effort,
      long[] bounds,
      Crew crew) {
    PlaneGrid grid = question.grid();
    try {
      CellNumbers found =
          belt.inside(grid, ZONE, stretches, question.depthMetres(), StudyLimits.MOST_CELLS);
      CellNumbers cells = new CellNumbers();
      for (long key : found.sorted()) {
        if (isWithin(filter.bbox(), grid, key)) {
          cells.add(key);
        }
      }
      for (EventTally tally : tallies) {
        for (long key : tally.cells().sorted()) {
          cells.add(key);
        }
      }
      if (bounds.length > 1 && effort.hasAny(isSynthetic(filter))) {
        addEffort(cells, grid, filter, belt, stretches, effort, bounds, crew);
      }
      if (cells.size() > StudyLimits.MOST_CELLS) {
        throw StudyLimits.tooManyCells(grid.cellMetres());
      }
      return new StudyArea(grid, ZONE, cells);
    } catch (TooManyCellsException tooMany) {
      throw StudyLimits.tooManyCells(grid.cellMetres());
    }
  }

  private static void addEffort(
      CellNumbers cells,
      PlaneGrid grid,
      DetectionFilter filter,
      BorderBelt belt,
      List<Stretch> stretches,
      EffortSource effort,
      long[] bounds,
      Crew crew) {
    StudyArea wide =
        new StudyArea(
            grid,
            ZONE,
            belt.near(grid, ZONE, stretches, EFFORT_REACH_METRES, 20 * StudyLimits.MOST_CELLS));
    long[] whole = {bounds[0], bounds[bounds.length - 1]};
    EffortCounts counts = effort.byCells(effortFilter(filter, whole), wide, ZONE, whole, crew);
    for (int cell = 0; cell < wide.size(); cell++) {
      long key = wide.key(cell);
      if (counts.patrolHours()[cell] + counts.sensorHours()[cell] > 0
          && cells.find(key) < 0
          && isWithin(filter.bbox(), grid, key)
          && BorderBelt.isAlong(stretches, belt.position(grid, ZONE, key))) {
        cells.add(key);
      }
    }
  }

  private static boolean isWithin(Optional<LonLatBox> bbox, PlaneGrid grid, long key) {
    if (bbox.isEmpty()) {
      return true;
    }
    UtmZone.Degrees middle = ZONE.degrees(grid.middleX(key), grid.middleY(key));
    LonLatBox box = bbox.get();
    return middle.lon() >= box.minLon()
        && middle.lon() <= box.maxLon()
        && middle.lat() >= box.minLat()
        && middle.lat() <= box.maxLat();
  }

  private static List<BorderPosition> positions(BorderBelt belt, StudyArea area) {
    List<BorderPosition> positions = new ArrayList<>(area.size());
    for (int cell = 0; cell < area.size(); cell++) {
      positions.add(belt.position(area.grid(), area.zone(), area.key(cell)));
    }
    return positions;
  }

  private static EffortFilter effortFilter(DetectionFilter filter, long[] bounds) {
    return new EffortFilter(
        bounds[0], bounds[bounds.length - 1], Set.copyOf(filter.stations()), isSynthetic(filter));
  }

  private static boolean isSynthetic(DetectionFilter filter) {
    return filter.synthetic().orElse(false);
  }

  /** Whether all of it is simulated. */
  public boolean synthetic() {
    return isSynthetic(filter);
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
