package org.borderwatch.server.outcome.file;

import io.javalin.http.Context;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.Impossible;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.ApiException.TooLarge;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.outcome.OutcomeChangeRepository;
import org.borderwatch.server.outcome.OutcomeReason;
import org.borderwatch.server.outcome.StoredOutcome;
import org.borderwatch.server.report.ReportPeriod;

/** Files of counts over HTTP: looked at first, then stored; and the workbook to fill in. */
public final class CountFileEndpoints {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int LONGEST_FILE = 4 * 1024 * 1024;
  private static final int MOST_REFUSALS = 500;

  private final OutcomeChangeRepository outcomes;
  private final CountImportRepository imports;

  public CountFileEndpoints(OutcomeChangeRepository outcomes, CountImportRepository imports) {
    this.outcomes = outcomes;
    this.imports = imports;
  }

  public void register(RouteTable routes) {
    routes.post(
        "/api/outcomes/import",
        Permission.WRITE_OUTCOMES,
        QueryParameters.of("dryRun", "reason"),
        "Import counts from CSV or a workbook, all rows or none; replacing counts needs a reason",
        this::take);
    routes.get(
        "/api/outcomes/template.xlsx",
        Permission.WRITE_OUTCOMES,
        QueryParameters.of("unit", "period"),
        "A workbook to fill in for a unit and period, with what is counted already",
        this::template);
  }

  private void take(Context ctx) throws SQLException, IOException {
    boolean dryRun = yes(ctx, "dryRun");
    byte[] file = ctx.bodyInputStream().readNBytes(LONGEST_FILE + 1);
    if (file.length > LONGEST_FILE) {
      throw new TooLarge(
          "Tệp lớn hơn 4 MB; hãy chia nhỏ. / The file is larger than 4 MB; take it apart.");
    }
    Principal principal = Principal.of(ctx);
    CountImport taken =
        imports.take(
            file,
            new CountImportRepository.Terms(
                principal.account(), own(principal), reason(ctx), dryRun));
    if (!dryRun && !taken.refusals().isEmpty()) {
      throw new Impossible(
          "%d dòng không nạp được, chưa lưu gì. / %d rows are refused, nothing was stored."
              .formatted(taken.refusals().size(), taken.refusals().size()),
          told(taken));
    }
    AuditMark.rows(ctx, taken.stored() ? taken.fresh() + taken.corrected() : 0);
    Json.answer(ctx, told(taken));
  }

  private static boolean yes(Context ctx, String name) {
    String value = Optional.ofNullable(ctx.queryParam(name)).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new BadParameter(name, name + " is true or false");
    }
    return value.equals("true");
  }

  private static Optional<OutcomeReason> reason(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("reason"))
        .filter(code -> !code.isEmpty())
        .map(CountFileEndpoints::reason);
  }

  /** The reason of that code; refused where it is none for a change. */
  private static OutcomeReason reason(String code) {
    return OutcomeReason.ofChange(code)
        .orElseThrow(
            () ->
                new BadParameter(
                    "reason",
                    "reason phải là late, corrected, reclassified hoặc confirmed. / reason is late, corrected, reclassified or confirmed."));
  }

  private static Optional<Set<String>> own(Principal principal) {
    return principal.role().ownUnitOnly() ? Optional.of(principal.units()) : Optional.empty();
  }

  private static Map<String, Object> told(CountImport taken) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("rows", taken.rows());
    told.put("new", taken.fresh());
    told.put("corrected", taken.corrected());
    told.put("same", taken.same());
    told.put("refused", taken.refusals().stream().map(CountRefusal::line).distinct().count());
    told.put("stored", taken.stored());
    told.put(
        "refusals",
        taken.refusals().stream().limit(MOST_REFUSALS).map(CountFileEndpoints::refusal).toList());
    return told;
  }

  private static Map<String, Object> refusal(CountRefusal one) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("line", one.line());
    told.put("field", one.field());
    told.put("value", one.value());
    told.put("reason", one.reason());
    told.put("remedy", one.remedy());
    told.put("reason_vi", one.reasonVi());
    told.put("remedy_vi", one.remedyVi());
    return told;
  }

  private void template(Context ctx) throws SQLException, IOException {
    String unit = Optional.ofNullable(ctx.queryParam("unit")).orElse("");
    ReportPeriod period =
        ReportPeriod.parse(Optional.ofNullable(ctx.queryParam("period")).orElse(""))
            .orElseThrow(
                () ->
                    new BadParameter(
                        "period",
                        "period phải là kỳ như 2024-H1. / period is one such as 2024-H1."));
    Principal principal = Principal.of(ctx);
    if (own(principal).map(units -> !units.contains(unit)).orElse(false)) {
      throw new NotAllowed(
          "Tài khoản này chỉ nhập số liệu của đơn vị mình và cấp dưới. / This account reports for its own unit and those below alone.");
    }
    List<StoredOutcome> known =
        outcomes.inForce(Optional.of(List.of(unit)), period.from(), period.until());
    byte[] file = CountTemplate.of(unit, period, outcomes.indicators(), known);
    ctx.header("Cache-Control", "no-store");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"so-lieu-%s-%s.xlsx\""
            .formatted(unit.replaceAll("[^A-Z0-9-]", "_"), period.name().replace('/', '_')));
    ctx.contentType(XLSX).result(file);
  }
}
