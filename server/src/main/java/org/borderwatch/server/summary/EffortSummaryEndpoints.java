package org.borderwatch.server.summary;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Range;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.TimeStep;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortIndex;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;

/**
 * Where somebody was looking, along the kilometres of one neighbour's line: {@code GET
 * /api/summary/effort}, in the sections and periods of the border profile.
 */
public final class EffortSummaryEndpoints {
  private static final double DEFAULT_SECTION_METRES = 5000;
  private static final long MAX_CELLS = 500_000;
  private static final double TENTHS_OF_A_SECOND = 36_000;
  private static final double METRES = 1_000;

  private final DetectionIndex detections;
  private final EffortIndex effort;
  private final LandBorder border;

  /** The kind of data and the ends of an open period are those of {@code detections}. */
  public EffortSummaryEndpoints(DetectionIndex detections, EffortIndex effort, LandBorder border) {
    this.detections = detections;
    this.effort = effort;
    this.border = border;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/summary/effort",
        Permission.READ_HEAT,
        QueryParameters.of(
            "borderWith", "borderKm", "step", "sectionMetres", "datetime", "synthetic"),
        "Hours and kilometres of patrols, and hours of sensors, along one neighbour's line",
        this::effort);
  }

  /** From section {@code first} on. */
  private record Sections(int first, int count) {}

  private void effort(Context ctx) {
    DetectionView view = detections.view();
    EffortSource source = effort.view();
    DetectionFilter filter = view.decide(DetectionFilterQuery.parse(ctx::queryParam));
    boolean synthetic = filter.synthetic().orElse(false);
    ctx.header("Borderwatch-Data", synthetic ? "synthetic" : "real");
    if (EntityTag.ofData(view.version() + "/" + source.version()).answersNotModified(ctx)) {
      return;
    }
    Neighbour line = line(filter);
    double sectionMetres =
        QueryValues.number(ctx, "sectionMetres", 100, 500_000).orElse(DEFAULT_SECTION_METRES);
    Optional<TimeStep> step = QueryValues.word(ctx, "step", TimeStep.class);
    DatedPeriod period = DatedPeriod.of(filter, view);
    List<LocalDate> starts =
        step.map(one -> starts(one, period.firstDay(), period.lastDay())).orElse(List.of());
    Sections sections = sections(line, sectionMetres, filter.borderKm());
    if ((long) sections.count() * Math.max(1, starts.size()) > MAX_CELLS) {
      throw new BadParameter(
          "sectionMetres", "The profile has more than " + MAX_CELLS + " cells; take longer ones");
    }
    EffortCounts counts =
        source.bySections(
            new EffortFilter(
                period.from().getEpochSecond(),
                period.until().getEpochSecond(),
                Set.of(),
                synthetic),
            line,
            sectionMetres,
            sections.first(),
            sections.count(),
            bounds(step, starts, period),
            Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("borderWith", line.code());
    document.put("sectionMetres", sectionMetres);
    document.put("sections", sectionDocuments(sections, sectionMetres));
    if (!starts.isEmpty()) {
      document.put("periods", starts.stream().map(LocalDate::toString).toList());
    }
    document.put("patrol_hours", rows(counts, counts.patrolHours(), TENTHS_OF_A_SECOND));
    document.put("patrol_km", rows(counts, counts.patrolKm(), METRES));
    document.put("sensor_hours", rows(counts, counts.sensorHours(), TENTHS_OF_A_SECOND));
    document.put("synthetic", synthetic);
    document.put("dataVersion", source.version());
    Json.answer(ctx, document);
  }

  private static Neighbour line(DetectionFilter filter) {
    if (filter.borderWith().size() > 1) {
      throw new BadParameter(
          "borderWith", "A profile runs along one neighbour's line; give one of CN, LA, KH");
    }
    return filter.borderWith().stream().findFirst().orElse(Neighbour.CN);
  }

  /** Those that meet the kilometres asked for, otherwise the whole line. */
  private Sections sections(Neighbour line, double sectionMetres, Optional<Range> km) {
    double lengthKm = border.line(line).lengthKm();
    double fromKm = km.map(range -> Math.max(0, range.min())).orElse(0.0);
    double toKm = km.map(range -> Math.min(lengthKm, range.max())).orElse(lengthKm);
    int first = (int) Math.floor(fromKm * 1000 / sectionMetres);
    int last = Math.max(first, (int) Math.ceil(toKm * 1000 / sectionMetres) - 1);
    return new Sections(first, last - first + 1);
  }

  private static List<LocalDate> starts(TimeStep step, LocalDate firstDay, LocalDate lastDay) {
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate at = step.start(firstDay); !at.isAfter(lastDay); at = step.next(at)) {
      starts.add(at);
      if (starts.size() > MAX_CELLS) {
        throw new BadParameter("step", "The period has too many steps; take a longer step");
      }
    }
    return starts;
  }

  private static long[] bounds(
      Optional<TimeStep> step, List<LocalDate> starts, DatedPeriod period) {
    if (step.isEmpty()) {
      long from = period.from().getEpochSecond();
      return new long[] {from, Math.max(from + 1, period.until().getEpochSecond())};
    }
    long[] bounds = new long[starts.size() + 1];
    for (int i = 0; i < starts.size(); i++) {
      bounds[i] = midnight(starts.get(i));
    }
    bounds[starts.size()] = midnight(step.get().next(starts.get(starts.size() - 1)));
    return bounds;
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(DetectionFilterQuery.ZONE).toEpochSecond();
  }

  private static List<Map<String, Object>> sectionDocuments(
      Sections sections, double sectionMetres) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (int i = 0; i < sections.count(); i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("fromKm", (sections.first() + i) * sectionMetres / 1000);
      one.put("toKm", (sections.first() + i + 1) * sectionMetres / 1000);
      documents.add(one);
    }
    return documents;
  }

  /** By section, then by period, rounded to {@code 1 / unit}. */
  private static double[][] rows(EffortCounts counts, double[] values, double unit) {
    double[][] rows = new double[counts.places()][counts.steps()];
    for (int place = 0; place < counts.places(); place++) {
      for (int step = 0; step < counts.steps(); step++) {
        rows[place][step] = Math.rint(values[place * counts.steps() + step] * unit) / unit;
      }
    }
    return rows;
  }
}
