package org.borderwatch.server.summary;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.detection.DataAnswer;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionFilter.Range;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.DetectionView.SectionCount;
import org.borderwatch.server.detection.DetectionView.Totals;
import org.borderwatch.server.detection.TimeStep;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.report.RateRatio;
import org.jspecify.annotations.Nullable;

/** Histogram, border profile, totals and extent over HTTP. */
public final class SummaryEndpoints {
  private static final QueryParameters FILTER = DetectionFilterQuery.PARAMETERS;
  private static final long MAX_BINS = 20_000;
  private static final long MAX_CELLS = 500_000;
  private static final double DEFAULT_SECTION_METRES = 5000;

  private final DetectionIndex index;

  public SummaryEndpoints(DetectionIndex index) {
    this.index = index;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/summary/histogram",
        Permission.READ_HEAT,
        FILTER.and("step"),
        "Detections and persons by day, ISO week or month in Viet Nam",
        ctx -> answer(ctx, this::histogram));
    routes.get(
        "/api/summary/profile",
        Permission.READ_HEAT,
        FILTER.and("sectionMetres", "step"),
        "Detections and persons along the kilometres of one neighbour's line",
        ctx -> answer(ctx, this::profile));
    routes.get(
        "/api/summary/totals",
        Permission.READ_HEAT,
        FILTER,
        "Totals beside those of the same period one year earlier",
        ctx -> answer(ctx, this::totals));
    routes.get(
        "/api/summary/extent",
        Permission.READ_HEAT,
        QueryParameters.of("synthetic"),
        "First and last day of one kind of data, and how many rows there are of each",
        ctx -> answer(ctx, this::extent));
  }

  private interface Summary {
    Map<String, Object> of(Context ctx, DetectionView view, DetectionFilter filter);
  }

  /**
   * Wraps every summary: one view for all of it, the kind of data, and 304 when nothing changed.
   */
  private void answer(Context ctx, Summary summary) {
    DetectionView view = index.view();
    DetectionFilter filter = view.decide(DetectionFilterQuery.parse(ctx::queryParam));
    if (DataAnswer.isKnown(ctx, view, filter)) {
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>(summary.of(ctx, view, filter));
    document.put("synthetic", filter.synthetic().orElse(false));
    document.put("dataVersion", view.version());
    Json.answer(ctx, document);
  }

  private Map<String, Object> histogram(Context ctx, DetectionView view, DetectionFilter filter) {
    TimeStep step = QueryValues.word(ctx, "step", TimeStep.class).orElse(TimeStep.WEEK);
    DatedPeriod period = DatedPeriod.of(filter, view);
    if (Histogram.binsNeeded(step, period.firstDay(), period.lastDay()) > MAX_BINS) {
      throw new BadParameter(
          "step",
          "The period has more than %d bins of one %s; take a longer step or a shorter period"
              .formatted(MAX_BINS, step.code()));
    }
    Histogram histogram =
        Histogram.of(step, period.firstDay(), period.lastDay(), view.bySteps(filter, step));
    List<Map<String, Object>> bins = new ArrayList<>();
    for (Histogram.Bin bin : histogram.bins()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("from", midnight(bin.from()));
      one.put("to", midnight(bin.until()));
      one.put("detections", bin.detections());
      one.put("persons", bin.persons());
      bins.add(one);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("step", step.code());
    document.put(
        "detections", histogram.bins().stream().mapToLong(Histogram.Bin::detections).sum());
    document.put("persons", histogram.bins().stream().mapToLong(Histogram.Bin::persons).sum());
    document.put("bins", bins);
    return document;
  }

  private Map<String, Object> profile(Context ctx, DetectionView view, DetectionFilter asked) {
    if (asked.borderWith().size() > 1) {
      throw new BadParameter(
          "borderWith", "A profile runs along one neighbour's line; give one of CN, LA, KH");
    }
    Neighbour line = asked.borderWith().stream().findFirst().orElse(Neighbour.CN);
    DetectionFilter filter = asked.withBorderWith(Set.of(line));
    double sectionMetres =
        QueryValues.number(ctx, "sectionMetres", 100, 500_000).orElse(DEFAULT_SECTION_METRES);
    Optional<TimeStep> step = QueryValues.word(ctx, "step", TimeStep.class);
    List<SectionCount> found = view.bySections(filter, sectionMetres, Optional.empty());
    DatedPeriod period = DatedPeriod.of(filter, view);
    long first = firstSection(filter.borderKm(), sectionMetres, found);
    long last = Math.max(first, lastSection(filter.borderKm(), sectionMetres, found));
    long columns =
        step.map(s -> Histogram.binsNeeded(s, period.firstDay(), period.lastDay())).orElse(1L);
    if ((last - first + 1) * columns > MAX_CELLS) {
      throw new BadParameter(
          "sectionMetres", "The profile has more than " + MAX_CELLS + " cells; take longer ones");
    }
    return document(
        line,
        found.isEmpty() && filter.borderKm().isEmpty(),
        BorderProfile.of(
            sectionMetres,
            first,
            last,
            step,
            period.firstDay(),
            period.lastDay(),
            step.isPresent() ? view.bySections(filter, sectionMetres, step) : found));
  }

  private static Map<String, Object> document(
      Neighbour line, boolean nothing, BorderProfile profile) {
    List<Map<String, Object>> sections = new ArrayList<>();
    long detections = 0;
    long persons = 0;
    for (int row = 0; row < profile.detections().length && !nothing; row++) {
      long seen = Arrays.stream(profile.detections()[row]).sum();
      long people = Arrays.stream(profile.persons()[row]).sum();
      detections += seen;
      persons += people;
      Map<String, Object> section = new LinkedHashMap<>();
      section.put("fromKm", profile.fromKm(row));
      section.put("toKm", profile.fromKm(row + 1));
      section.put("detections", seen);
      section.put("persons", people);
      sections.add(section);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("borderWith", line.code());
    document.put("sectionMetres", profile.sectionMetres());
    document.put("detections", detections);
    document.put("persons", persons);
    document.put("sections", sections);
    if (!profile.periods().isEmpty()) {
      document.put("periods", profile.periods().stream().map(LocalDate::toString).toList());
      document.put(
          "matrix",
          Map.of(
              "detections", nothing ? List.of() : profile.detections(),
              "persons", nothing ? List.of() : profile.persons()));
    }
    return document;
  }

  private static long firstSection(
      Optional<Range> km, double sectionMetres, List<SectionCount> found) {
    if (km.isPresent() && Double.isFinite(km.get().min())) {
      return (long) Math.floor(Math.max(0, km.get().min()) * 1000 / sectionMetres);
    }
    return found.stream().mapToLong(SectionCount::section).min().orElse(0);
  }

  private static long lastSection(
      Optional<Range> km, double sectionMetres, List<SectionCount> found) {
    long lastFound = found.stream().mapToLong(SectionCount::section).max().orElse(0);
    if (km.isPresent() && Double.isFinite(km.get().max())) {
      // A stretch that ends where a section begins doesn't need that section, unless something lies
      // on its edge.
      double end = Math.min(km.get().max(), 10_000) * 1000 / sectionMetres;
      return Math.max(lastFound, (long) Math.ceil(end) - 1);
    }
    return lastFound;
  }

  private Map<String, Object> totals(Context ctx, DetectionView view, DetectionFilter filter) {
    Totals now = view.totals(filter);
    Optional<DatedPeriod> before = comparable(view, filter);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("detections", now.detections());
    document.put("persons", now.persons());
    document.put("women", now.women());
    document.put("children", now.children());
    if (before.isEmpty()) {
      document.put("previous", null);
      document.put("ratio", null);
      return document;
    }
    DatedPeriod period = before.get();
    Totals then =
        view.totals(
            filter.withPeriod(new Period(Optional.of(period.from()), Optional.of(period.until()))));
    document.put(
        "previous",
        Map.of(
            "from", period.firstDay().toString(),
            "to", period.lastDay().toString(),
            "detections", then.detections(),
            "persons", then.persons()));
    document.put("ratio", ratioDocument(RateRatio.of(now.detections(), then.detections())));
    return document;
  }

  /**
   * The same period a year earlier, if it may be compared: the period is closed and no longer than
   * a year, and the data had begun by then. Before the month of the first detection nobody counted.
   */
  private Optional<DatedPeriod> comparable(DetectionView view, DetectionFilter filter) {
    if (filter.period().from().isEmpty() || filter.period().until().isEmpty()) {
      return Optional.empty();
    }
    DatedPeriod before = DatedPeriod.of(filter, view).yearBefore();
    DetectionFilter kindOnly = DetectionFilter.ALL.withSynthetic(filter.synthetic().orElse(false));
    boolean counted =
        view.extent(kindOnly)
            .first()
            .map(first -> first.atZone(DetectionFilterQuery.ZONE).toLocalDate().withDayOfMonth(1))
            .map(month -> !before.firstDay().isBefore(month))
            .orElse(false);
    boolean overlaps = before.until().isAfter(filter.period().from().get());
    return counted && !overlaps ? Optional.of(before) : Optional.empty();
  }

  private static Map<String, Object> ratioDocument(RateRatio ratio) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("of", "detections");
    document.put("value", finite(ratio.value()));
    document.put("low", finite(ratio.low()));
    document.put("high", finite(ratio.high()));
    document.put("p", ratio.p());
    return document;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private Map<String, Object> extent(Context ctx, DetectionView view, DetectionFilter filter) {
    DatedPeriod period = DatedPeriod.of(filter, view);
    boolean any = view.extent(filter).first().isPresent();
    long real = view.totals(DetectionFilter.ALL.withSynthetic(false)).detections();
    long synthetic = view.totals(DetectionFilter.ALL.withSynthetic(true)).detections();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("from", any ? period.firstDay().toString() : null);
    document.put("to", any ? period.lastDay().toString() : null);
    document.put("realDetections", real);
    document.put("syntheticDetections", synthetic);
    return document;
  }

  private static String midnight(LocalDate day) {
    return ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(DetectionFilterQuery.ZONE));
  }
}
