package org.borderwatch.server.outcome.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.place.Units;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.TimeStep;
import org.borderwatch.server.effort.EffortRows;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.StationStretch;
import org.borderwatch.server.hotspot.HotspotsProcess;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.outcome.lines.ReportPlaces.HotCell;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.study.StudySources;

/**
 * Puts a report together from what is stored now: one view of the detections and one of the effort,
 * so that all its lines agree. Used once.
 */
public final class ReportMaking {
  private static final int HISTORY = 6;
  private static final int LONGEST_WITH_HISTORY = 12;

  /** Cells of the picture of hot places. */
  private static final double CELL_METRES = 1_000;

  private final ReportSources sources;
  private final ReportPeriod period;
  private final LocalDate due;
  private final Crew crew;
  private final UnitTree tree;
  private final ReportingUnit unit;
  private final Set<String> within;
  private final boolean everyUnit;
  private final DetectionView view;
  private final EffortSource effort;
  private final DetectionFilter kind;

  private ReportMaking(
      ReportSources sources, ReportPeriod period, String unitCode, LocalDate due, Crew crew) {
    this.sources = sources;
    this.period = period;
    this.due = due;
    this.crew = crew;
    this.tree = new UnitTree(sources.outcomes().units());
    this.unit =
        tree.find(unitCode)
            .orElseThrow(
                () ->
                    new BadParameter(
                        "unit",
                        "Không có đơn vị " + unitCode + ". / There is no unit " + unitCode + "."));
    this.within = tree.withAllBelow(unitCode);
    this.everyUnit = unitCode.equals(Units.COMMAND);
    this.view = sources.study().detections().get();
    this.effort = sources.study().effort().get();
    this.kind =
        view.decide(everyUnit ? DetectionFilter.ALL : DetectionFilter.ALL.withUnits(within));
  }

  /**
   * The report of a unit and all below it.
   *
   * @param due last day on which a count of this period is in time
   * @throws BadParameter where there is no such unit
   */
  public static PeriodReport of(
      ReportSources sources, ReportPeriod period, String unit, LocalDate due, Crew crew) {
    return new ReportMaking(sources, period, unit, due, crew).report();
  }

  /** What a report made now would say of the data that it saw. */
  public static String version(ReportSources sources) {
    return sources.study().version() + "+" + sources.outcomes().version();
  }

  private PeriodReport report() {
    String version = sources.study().version(view, effort) + "+" + sources.outcomes().version();
    List<ReportSection> sections = new ArrayList<>(counted());
    crew.progress().report(0.2, "Đếm vụ phát hiện / Counting detections");
    DetectionLines detections = new DetectionLines(view, kind);
    Optional<ReportSection> detected = detections.section(period);
    detected.ifPresent(sections::add);
    detections
        .byUnits(period, tree, unit.code(), tree.childOf(unit.code()))
        .ifPresent(sections::add);
    crew.progress().report(0.4, "Tính công tuần tra / Counting effort");
    Optional<ReportSection> looked =
        new EffortLines(effort, view, kind, within, everyUnit).section(period);
    looked.ifPresent(sections::add);
    Optional<StationComparison> stations =
        StationLines.of(view, kind, effort, tree, within, period);
    crew.progress().report(0.5, "Tìm điểm nóng / Looking for hotspots");
    Optional<ReportPlaces> places = places(detected.isPresent());
    List<MonthCount> months = months();
    // Months between the two periods are drawn too.
    boolean simulated =
        kind.synthetic().orElse(false)
            && (detected.isPresent() || looked.isPresent() || !months.isEmpty());
    List<ReportLine> lines =
        sections.stream().flatMap(section -> section.lines().stream()).toList();
    return new PeriodReport(
        period,
        unit,
        sections,
        Reporting.of(tree, unit.code(), due, sources.outcomes().entries(within, period)),
        months,
        stations,
        places,
        sources
            .outcomes()
            .lastIssue(unit.code(), period)
            .map(last -> ChangedLines.since(last, lines)),
        simulated,
        version);
  }

  private List<ReportSection> counted() {
    List<ReportPeriod> past =
        period.months() <= LONGEST_WITH_HISTORY ? StationLines.before(period, HISTORY) : List.of();
    LocalDate first = past.isEmpty() ? period.from() : past.get(0).from();
    LocalDate from =
        period
            .samePeriod()
            .map(ReportPeriod::from)
            .filter(day -> day.isBefore(first))
            .orElse(first);
    List<OutcomeCount> counts = sources.outcomes().counts(within, from, period.until());
    return new OutcomeLines(sources.outcomes().indicators()).sections(period, past, counts);
  }

  private List<MonthCount> months() {
    YearMonth first = period.samePeriod().orElse(period).first();
    DetectionFilter.Period days =
        new DetectionFilter.Period(
            Optional.of(first.atDay(1).atStartOfDay(Reporting.ZONE).toInstant()),
            Optional.of(period.until().atStartOfDay(Reporting.ZONE).toInstant()));
    Map<YearMonth, DetectionView.StepCount> seen = new HashMap<>();
    view.bySteps(kind.withPeriod(days), TimeStep.MONTH)
        .forEach(one -> seen.put(YearMonth.from(one.start()), one));
    List<MonthCount> months = new ArrayList<>();
    if (seen.isEmpty()) {
      return months;
    }
    for (YearMonth at = first; !at.isAfter(period.last()); at = at.plusMonths(1)) {
      DetectionView.StepCount one = seen.get(at);
      months.add(
          one == null
              ? new MonthCount(at, 0, 0)
              : new MonthCount(at, one.detections(), one.persons()));
    }
    return months;
  }

  private Optional<ReportPlaces> places(boolean detected) {
    List<HotCell> hot = detected ? hotCells() : List.of();
    List<ReportPlaces.KeyRoute> routes =
        sources.register().routes(period, detected && kind.synthetic().orElse(false));
    return hot.isEmpty() && routes.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportPlaces(hot, CELL_METRES, routes));
  }

  /**
   * Of the whole border: what is hot in a unit is hot against all. Counts alone are asked for, so
   * that tracks need not be cut by cells, which would take most of the time of a report; cells in
   * which there was effort and nothing else, away from the border, are no part of it.
   */
  private List<HotCell> hotCells() {
    ObjectNode inputs = Json.MAPPER.createObjectNode();
    inputs
        .put("cellMetres", CELL_METRES)
        .putObject("filter")
        .put("datetime", period.from() + "/" + period.until().minusDays(1))
        .put("synthetic", kind.synthetic().orElse(false));
    StudySources study = sources.study();
    EffortSource none = new EffortRows().view("", study.layers().locator());
    HotspotsProcess hotspots =
        new HotspotsProcess(
            new StudySources(() -> view, () -> none, study.layers(), study.stretches()));
    try {
      ProcessResult result =
          hotspots
              .prepare(new ProcessInputs(inputs, hotspots.description().inputNames()))
              .run(crew.watchedBy(crew.progress().part(0.5, 0.7)));
      return hotCells(Json.tree(result.forms().get(0).content()));
    } catch (ApiException nothingToCompare) {
      // Too few places with a detection: then nothing is hot beyond chance.
      return List.of();
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("hotspots failed", failed);
    }
  }

  private List<HotCell> hotCells(JsonNode result) {
    List<StationStretch> stretches = everyUnit ? List.of() : sources.study().stretches().get();
    List<HotCell> cells = new ArrayList<>();
    for (JsonNode feature : result.path("features")) {
      JsonNode told = feature.path("properties");
      if (told.path("class_bh").asInt() <= 0) {
        continue;
      }
      Neighbour with =
          Word.byCode(Neighbour.class, told.path("border_with").asText()).orElseThrow();
      double km = told.path("border_km").asDouble();
      if (everyUnit || isWithin(with, km, stretches)) {
        cells.add(
            new HotCell(
                ring(feature.path("geometry").path("coordinates").path(0)),
                told.path("detections").asLong(),
                told.path("giz").asDouble(),
                with,
                km));
      }
    }
    cells.sort(Comparator.comparingDouble(HotCell::z).reversed());
    return cells;
  }

  private static double[] ring(JsonNode positions) {
    double[] lonLats = new double[2 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      lonLats[2 * i] = positions.get(i).path(0).asDouble();
      lonLats[2 * i + 1] = positions.get(i).path(1).asDouble();
    }
    return lonLats;
  }

  private boolean isWithin(Neighbour with, double km, List<StationStretch> stretches) {
    return stretches.stream()
        .filter(one -> within.contains(one.station()))
        .anyMatch(
            one ->
                one.stretch().with() == with
                    && one.stretch().fromKm() <= km
                    && km < one.stretch().toKm());
  }
}
