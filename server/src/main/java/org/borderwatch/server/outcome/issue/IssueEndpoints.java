package org.borderwatch.server.outcome.issue;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.FieldError;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.outcome.issue.IssueRepository.Content;
import org.borderwatch.server.outcome.issue.IssueRepository.Kept;
import org.borderwatch.server.outcome.lines.IssueChanges;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.report.ReportPeriod;

/** Issued reports over HTTP: what went out, and the next that goes out. */
final class IssueEndpoints {
  private static final String REPORTS = "/api/reports";
  private static final String REPORT = REPORTS + "/{id}";
  private static final int LONGEST_BODY = 4 * 1024;
  private static final Set<String> FIELDS = Set.of("unit", "period", "due", "data_version");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final ReportDesk desk;
  private final IssueRepository issues;

  IssueEndpoints(ReportDesk desk, IssueRepository issues) {
    this.desk = desk;
    this.issues = issues;
  }

  void register(RouteTable routes) {
    routes.get(
        REPORTS,
        Permission.READ_OUTCOMES,
        QueryParameters.of("unit", "period"),
        "Issued reports of a unit, the newest first; of one period where it is given",
        this::list);
    routes.post(
        REPORTS,
        Permission.ISSUE_REPORTS,
        QueryParameters.NONE,
        "Issue the report of a unit and period: it is kept as it stands now, under the next number",
        this::issue);
    routes.get(
        REPORT,
        Permission.READ_OUTCOMES,
        QueryParameters.of("language"),
        "An issued report: its data and the sheet to read",
        this::report);
    routes.get(
        REPORT + "/paper.pdf",
        Permission.READ_OUTCOMES,
        QueryParameters.of("language"),
        "An issued report, printed",
        this::paper);
    routes.get(
        REPORT + "/workbook.xlsx",
        Permission.READ_OUTCOMES,
        QueryParameters.NONE,
        "An issued report as a workbook, in Vietnamese",
        this::workbook);
  }

  private void list(Context ctx) throws SQLException {
    boolean every = Optional.ofNullable(ctx.queryParam("period")).orElse("").isEmpty();
    String unit;
    Optional<ReportPeriod> period;
    if (every) {
      unit = Optional.ofNullable(ctx.queryParam("unit")).orElse("VN");
      ReportAsked.requireSeen(Principal.of(ctx), unit);
      period = Optional.empty();
    } else {
      ReportAsked asked = ReportAsked.of(ctx);
      unit = asked.unit();
      period = Optional.of(asked.period());
    }
    ctx.header("Cache-Control", "no-store");
    Json.answer(
        ctx,
        Map.of("issues", issues.list(unit, period).stream().map(IssueEndpoints::told).toList()));
  }

  private void issue(Context ctx) throws IOException, SQLException {
    JsonNode body = Json.body(ctx, LONGEST_BODY);
    requireKnown(body);
    Principal principal = Principal.of(ctx);
    ReportAsked asked =
        ReportAsked.of(
            principal,
            body.path("unit").asText(),
            body.path("period").asText(),
            body.path("due").asText(),
            false);
    String seen = body.path("data_version").asText();
    Prepared prepared =
        desk.make(
            asked.unit(),
            asked.period(),
            asked.due(),
            forms -> {
              PeriodReport report = forms.report();
              if (!seen.isEmpty() && !seen.equals(report.dataVersion())) {
                throw new Stale(
                    "Số liệu đã đổi từ khi bạn xem; hãy tải lại báo cáo rồi phát hành. / The data have changed since the report was read; read it again before it is issued.");
              }
              return new Prepared(
                  report.changes().map(IssueChanges::number).orElse(0) + 1,
                  report.dataVersion(),
                  new Content(
                      new String(forms.json(), StandardCharsets.UTF_8),
                      forms.pageVi(),
                      forms.pageEn(),
                      forms.workbook(),
                      report.synthetic()));
            });
    IssuedReport issued =
        issues.add(
            principal.account(),
            asked.unit(),
            asked.period(),
            prepared.number,
            prepared.dataVersion,
            prepared.content);
    AuditMark.rows(ctx, 1);
    ctx.status(201).header("Location", REPORTS + "/" + issued.id());
    Json.answer(ctx, told(issued));
  }

  private record Prepared(int number, String dataVersion, Content content) {}

  private static void requireKnown(JsonNode body) {
    if (!body.isObject()) {
      throw new BadBody("Nội dung phải là một đối tượng JSON. / The body isn't a JSON object.");
    }
    List<FieldError> errors = new ArrayList<>();
    body.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                errors.add(
                    new FieldError(
                        field.length() <= 40 ? field : field.substring(0, 40),
                        "is not known here",
                        "known are unit, period, due, data_version",
                        "không có trong biểu này",
                        "các trường: unit, period, due, data_version"));
              }
            });
    if (!errors.isEmpty()) {
      throw new BadBody("Có trường không được biết. / A field is not known here.", errors);
    }
  }

  private void report(Context ctx) throws SQLException {
    boolean english = ReportAsked.isEnglish(ctx);
    Kept kept = kept(ctx);
    Map<String, Object> answer = new LinkedHashMap<>(told(kept.issue()));
    answer.put("document", Json.tree(kept.content().document()));
    answer.put("page", english ? kept.content().pageEn() : kept.content().pageVi());
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, answer);
  }

  private void paper(Context ctx) throws SQLException, IOException {
    boolean english = ReportAsked.isEnglish(ctx);
    Kept kept = kept(ctx);
    byte[] file = desk.print(english ? kept.content().pageEn() : kept.content().pageVi());
    taken(ctx, kept);
    ReportEndpoints.sendFile(ctx, file, "application/pdf", file(kept.issue(), "pdf"));
  }

  private void workbook(Context ctx) throws SQLException {
    Kept kept = kept(ctx);
    taken(ctx, kept);
    ReportEndpoints.sendFile(
        ctx, kept.content().workbook(), ReportEndpoints.XLSX, file(kept.issue(), "xlsx"));
  }

  private static void taken(Context ctx, Kept kept) {
    AuditMark.takenAway(ctx);
    AuditMark.rows(ctx, Json.tree(kept.content().document()).path("indicators").size());
  }

  private static String file(IssuedReport issue, String extension) {
    return ReportAsked.file(
        issue.unit(), issue.period(), "ban-" + issue.number() + "." + extension);
  }

  private Kept kept(Context ctx) throws SQLException {
    String id = ctx.pathParam("id");
    Optional<Kept> found =
        UUID_TEXT.matcher(id).matches() ? issues.find(UUID.fromString(id)) : Optional.empty();
    Kept kept =
        found.orElseThrow(() -> new NotFound("Không có báo cáo này. / There is no such report."));
    ReportAsked.requireSeen(Principal.of(ctx), kept.issue().unit());
    return kept;
  }

  private static Map<String, Object> told(IssuedReport issue) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", issue.id().toString());
    told.put("unit", issue.unit());
    told.put("period", issue.period().name());
    told.put("number", issue.number());
    told.put("issued_at", TIME.format(issue.at()));
    told.put("issued_by", issue.by());
    told.put("synthetic", issue.synthetic());
    told.put("data_version", issue.dataVersion());
    return told;
  }
}
