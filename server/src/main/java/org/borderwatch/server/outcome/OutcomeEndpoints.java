package org.borderwatch.server.outcome;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.report.ReportPeriod;
import org.jspecify.annotations.Nullable;

/** Outcome counts over HTTP: what can be counted, what was, and forms that store more. */
final class OutcomeEndpoints {
  private static final String OUTCOMES = "/api/outcomes";
  private static final String INDICATORS = OUTCOMES + "/indicators";
  private static final int LONGEST_BODY = 256 * 1024;
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final OutcomeChangeRepository outcomes;

  OutcomeEndpoints(OutcomeChangeRepository outcomes) {
    this.outcomes = outcomes;
  }

  void register(RouteTable routes) {
    routes.get(
        INDICATORS,
        Permission.READ_OUTCOMES,
        QueryParameters.NONE,
        "What is counted, in the order of the report",
        this::indicators);
    routes.put(
        INDICATORS + "/{code}",
        Permission.MANAGE_INDICATORS,
        QueryParameters.NONE,
        "Add, rename or retire an indicator; version is that which was read, 0 for a new one",
        this::storeIndicator);
    routes.get(
        OUTCOMES + "/units",
        Permission.READ_OUTCOMES,
        QueryParameters.NONE,
        "Units whose counts may be seen, the highest first",
        this::units);
    routes.get(
        OUTCOMES,
        Permission.READ_OUTCOMES,
        QueryParameters.of("unit", "period"),
        "Counts that share a day with a period, of one unit or of all that may be seen",
        this::list);
    routes.put(
        OUTCOMES,
        Permission.WRITE_OUTCOMES,
        QueryParameters.NONE,
        "Store the counts of a unit and period, all or nothing; parts that exceed their whole are refused",
        this::store);
    routes.get(
        OUTCOMES + "/{id}/history",
        Permission.READ_OUTCOMES,
        QueryParameters.NONE,
        "Every version of a count, the newest first",
        this::history);
  }

  private void indicators(Context ctx) throws SQLException {
    ctx.header("Cache-Control", "no-store");
    Json.answer(
        ctx,
        Map.of(
            "indicators",
            outcomes.indicators().stream().map(OutcomeEndpoints::indicator).toList()));
  }

  private void units(Context ctx) throws SQLException {
    Principal principal = Principal.of(ctx);
    List<Map<String, @Nullable Object>> units =
        outcomes.reporters().stream()
            .filter(one -> sees(principal, one.code()))
            .map(OutcomeEndpoints::unit)
            .toList();
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, Map.of("units", units));
  }

  private static Map<String, @Nullable Object> unit(OutcomeRepository.Reporter one) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("code", one.code());
    told.put("name_vi", one.nameVi());
    told.put("name_en", one.nameEn());
    told.put("parent", one.parent().orElse(null));
    return told;
  }

  private void storeIndicator(Context ctx) throws SQLException {
    Indicator indicator =
        OutcomeForm.indicator(
            ctx.pathParam("code"), Json.body(ctx, LONGEST_BODY), outcomes.indicators());
    outcomes.store(indicator);
    AuditMark.rows(ctx, 1);
    Json.answer(ctx, indicator(indicator));
  }

  private void list(Context ctx) throws SQLException {
    String name = Optional.ofNullable(ctx.queryParam("period")).orElse("");
    ReportPeriod period =
        ReportPeriod.parse(name)
            .orElseThrow(
                () ->
                    new BadParameter(
                        "period",
                        "period phải là kỳ như 2024-H1, 2024-Q2, 2024-06, 2024 hoặc 2023-01/2024-06. / period is one such as 2024-H1, 2024-Q2, 2024-06, 2024 or 2023-01/2024-06."));
    answer(ctx, Optional.ofNullable(ctx.queryParam("unit")), period);
  }

  private void store(Context ctx) throws SQLException {
    OutcomeForm.Counts form =
        OutcomeForm.counts(Json.body(ctx, LONGEST_BODY), outcomes.indicators());
    Principal principal = Principal.of(ctx);
    if (!sees(principal, form.unit())) {
      throw new NotAllowed(
          "Tài khoản này chỉ nhập số liệu của đơn vị mình và cấp dưới. / This account reports for its own unit and those below alone.");
    }
    outcomes.store(
        principal.account(),
        form.unit(),
        form.period().from(),
        form.period().until(),
        form.wishes(),
        form.reason());
    AuditMark.rows(ctx, form.wishes().size());
    answer(ctx, Optional.of(form.unit()), form.period());
  }

  private void answer(Context ctx, Optional<String> unit, ReportPeriod period) throws SQLException {
    List<StoredOutcome> found =
        outcomes.inForce(units(Principal.of(ctx), unit), period.from(), period.until());
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("unit", unit.orElse(null));
    document.put("period", period.name());
    document.put("from", period.from().toString());
    document.put("until", period.until().toString());
    document.put("counts", found.stream().map(OutcomeEndpoints::count).toList());
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private void history(Context ctx) throws SQLException {
    String id = ctx.pathParam("id");
    List<StoredOutcome> versions =
        UUID_TEXT.matcher(id).matches() ? outcomes.history(UUID.fromString(id)) : List.of();
    if (versions.isEmpty() || !sees(Principal.of(ctx), versions.get(0).cell().unit())) {
      throw new NotFound("Không có số liệu này. / There is no such count.");
    }
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, Map.of("versions", versions.stream().map(OutcomeEndpoints::count).toList()));
  }

  /** The units that are asked for, as far as they may be seen; empty for all. */
  private static Optional<Collection<String>> units(Principal principal, Optional<String> unit) {
    Set<String> own = principal.units();
    if (unit.isPresent()) {
      return Optional.of(sees(principal, unit.get()) ? List.of(unit.get()) : List.of());
    }
    return principal.role().ownUnitOnly() ? Optional.of(own) : Optional.empty();
  }

  private static boolean sees(Principal principal, String unit) {
    return !principal.role().ownUnitOnly() || principal.units().contains(unit);
  }

  private static Map<String, @Nullable Object> indicator(Indicator one) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("code", one.code());
    told.put("section", one.section().code());
    told.put("section_vi", one.section().vi());
    told.put("section_en", one.section().en());
    told.put("position", one.position());
    told.put("name_vi", one.nameVi());
    told.put("name_en", one.nameEn());
    told.put("unit_vi", one.unitVi());
    told.put("unit_en", one.unitEn());
    told.put("kind", one.kind().code());
    told.put("part_of", one.partOf().orElse(null));
    told.put("disjoint", one.disjoint());
    told.put("retired", one.retired());
    told.put("version", one.version());
    return told;
  }

  private static Map<String, @Nullable Object> count(StoredOutcome one) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", one.id().toString());
    told.put("unit", one.cell().unit());
    told.put("indicator", one.cell().indicator());
    told.put("from", one.cell().from().toString());
    told.put("until", one.cell().until().toString());
    told.put("partner", one.cell().partner().orElse(null));
    told.put("value", one.count().map(count -> count.tally().value()).orElse(null));
    told.put("at_least", one.count().map(count -> count.tally().atLeast()).orElse(false));
    told.put("provisional", one.count().map(OutcomeCount::provisional).orElse(false));
    told.put("version", one.version());
    told.put("reason", one.reason().code());
    told.put("modified_at", time(one.at()));
    told.put("modified_by", one.by());
    return told;
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
