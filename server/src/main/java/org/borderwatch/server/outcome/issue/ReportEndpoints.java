package org.borderwatch.server.outcome.issue;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.outcome.paper.ReportForms;

/** Reports as of now: the sheet for the page, the paper, the workbook. */
final class ReportEndpoints {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String NOW = "/api/reports/current";
  private static final QueryParameters ASKED =
      QueryParameters.of("unit", "period", "due", "language");

  private final ReportDesk desk;

  ReportEndpoints(ReportDesk desk) {
    this.desk = desk;
  }

  void register(RouteTable routes) {
    routes.get(
        NOW,
        Permission.READ_OUTCOMES,
        ASKED,
        "The report of a unit and period as of now: its data and the sheet to read",
        this::report);
    routes.get(
        NOW + "/paper.pdf",
        Permission.READ_OUTCOMES,
        ASKED,
        "The same, printed",
        ctx ->
            send(
                ctx,
                "pdf",
                "application/pdf",
                (forms, english) -> ReportForms.print(english ? forms.pageEn() : forms.pageVi())));
    routes.get(
        NOW + "/workbook.xlsx",
        Permission.READ_OUTCOMES,
        ASKED,
        "The same as a workbook",
        ctx ->
            send(
                ctx,
                "xlsx",
                XLSX,
                (forms, english) -> english ? forms.workbookEn() : forms.workbook()));
  }

  private void report(Context ctx) throws IOException {
    ReportAsked asked = ReportAsked.of(ctx);
    Map<String, Object> answer =
        desk.make(
            asked.unit(),
            asked.period(),
            asked.due(),
            forms -> {
              Map<String, Object> told = new LinkedHashMap<>();
              told.put("document", Json.tree(forms.json()));
              told.put("page", asked.english() ? forms.pageEn() : forms.pageVi());
              return told;
            });
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, answer);
  }

  private interface Form {
    byte[] of(ReportForms forms, boolean english) throws IOException;
  }

  private void send(Context ctx, String extension, String mediaType, Form form) throws IOException {
    ReportAsked asked = ReportAsked.of(ctx);
    byte[] file =
        desk.make(
            asked.unit(),
            asked.period(),
            asked.due(),
            forms -> {
              AuditMark.rows(ctx, forms.report().lines().size());
              return form.of(forms, asked.english());
            });
    AuditMark.takenAway(ctx);
    sendFile(ctx, file, mediaType, asked.file(extension));
  }

  static void sendFile(Context ctx, byte[] file, String mediaType, String name) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    ctx.contentType(mediaType).result(file);
  }
}
