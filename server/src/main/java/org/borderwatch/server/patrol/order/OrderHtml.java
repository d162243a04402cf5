package org.borderwatch.server.patrol.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.borderwatch.server.paper.Xhtml;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.plan.Plan;

/**
 * The words and tables of an order as XHTML for paper of A4, in Vietnamese. A map stands where an
 * {@code object} of the type {@value OrderParts#MAP} is: {@code data} is the code of a team, or
 * empty for all.
 */
final class OrderHtml {
  /** Days side by side in the roster of all teams. */
  private static final int DAYS_ACROSS = 7;

  private static final String STYLE =
      """
      @page { size: A4; margin: 26mm 16mm 18mm 18mm;
        @top-center { content: element(head); } @bottom-center { content: element(foot); } }
      body { font-family: 'Noto Sans'; font-size: 9.5pt; line-height: 1.4; color: #1b201d; margin: 0; }
      .head { position: running(head); border-bottom: 0.5pt solid #8b8f86; padding-bottom: 1.5mm; font-size: 8pt; color: #4a514c; }
      .foot { position: running(foot); border-top: 0.5pt solid #8b8f86; padding-top: 1.5mm; font-size: 7.5pt; color: #4a514c; }
      .head td, .foot td { border: 0; padding: 0; }
      .right { text-align: right; }
      .mark { font-weight: bold; color: #9c2a28; border: 0.8pt solid #9c2a28; padding: 0.3mm 2mm; }
      .mark.synthetic { color: #7a5200; border-color: #7a5200; }
      .page:after { content: counter(page) '/' counter(pages); }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
      thead { display: table-header-group; }
      tr { page-break-inside: avoid; }
      th, td { border: 0.4pt solid #b9b9ae; padding: 0.9mm 1.6mm; text-align: left; vertical-align: top; }
      th { background: #eef1ed; font-weight: bold; font-size: 8.5pt; }
      .n { text-align: right; white-space: nowrap; }
      .c { text-align: center; white-space: nowrap; }
      .w { white-space: nowrap; }
      .plain, .plain td { border: 0; padding: 0; }
      .letterhead td { text-align: center; vertical-align: top; font-weight: bold; line-height: 1.35; }
      .line { border-bottom: 0.6pt solid #1b201d; width: 34mm; margin: 0.6mm auto 0 auto; height: 0; }
      .date { font-weight: normal; font-style: normal; margin-top: 2mm; }
      h1 { font-size: 16pt; text-align: center; margin: 7mm 0 1mm 0; }
      .sub { text-align: center; margin: 0 0 4mm 0; }
      h2 { font-size: 11pt; margin: 5mm 0 1.5mm 0; page-break-after: avoid; }
      h2.team { font-size: 13pt; margin-top: 0; }
      .team-page { page-break-before: always; }
      .rest { color: #666d67; }
      .night { background: #ecece6; }
      p { margin: 0 0 1.6mm 0; }
      .map { display: block; margin: 2mm 0 1mm 0; }
      .note { font-size: 8pt; color: #4a514c; }
      .signs { margin-top: 8mm; page-break-inside: avoid; }
      .signs td { text-align: center; vertical-align: top; width: 50%; }
      .room { height: 18mm; }
      .keep { page-break-inside: avoid; }
      """;

  private final Xhtml out = new Xhtml();
  private final OrderParts parts;
  private final PatrolOrder order;
  private final Plan plan;
  private final PlannedAreas planned;
  private final Instant printed;

  private OrderHtml(PatrolOrder order, Instant printed) {
    this.order = order;
    this.plan = order.plan();
    this.planned = plan.areas();
    this.printed = printed;
    this.parts = new OrderParts(out, plan);
  }

  /** The document. */
  static String of(PatrolOrder order, Instant printed) {
    OrderHtml html = new OrderHtml(order, printed);
    html.document();
    return html.out.toString();
  }

  private void document() {
    out.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>");
    out.text(title());
    out.raw("</title><meta name=\"description\" content=\"");
    out.text(plan.synthetic() ? "Dữ liệu mô phỏng / synthetic data" : "Lệnh tuần tra");
    out.raw("\"/><style>").raw(STYLE).raw("</style>");
    bookmarks();
    out.raw("</head><body>");
    margins();
    if (order.whole()) {
      front();
    }
    for (TeamOrder team : order.teams()) {
      new TeamPages(out, parts, order, team).write();
    }
    out.raw("</body></html>");
  }

  private String title() {
    String of = order.whole() ? "" : ", " + order.teams().get(0).title();
    return "Lệnh tuần tra " + plan.name() + of;
  }

  private void bookmarks() {
    out.raw("<bookmarks>");
    if (order.whole()) {
      out.raw("<bookmark name=\"Lệnh tuần tra\" href=\"#front\"/>");
    }
    for (int i = 0; i < order.teams().size(); i++) {
      out.raw("<bookmark name=\"");
      out.text(order.teams().get(i).title());
      out.raw("\" href=\"#team" + i + "\"/>");
    }
    out.raw("</bookmarks>");
  }

  private void margins() {
    out.raw("<div class=\"head\"><table class=\"plain\"><tr><td>");
    out.text("Lệnh tuần tra · " + plan.name() + " · phiên bản " + plan.version());
    out.raw("</td><td class=\"right\">");
    if (!plan.approved()) {
      out.raw("<span class=\"mark\">BẢN NHÁP, CHƯA PHÊ DUYỆT</span> ");
    }
    if (plan.synthetic()) {
      out.raw("<span class=\"mark synthetic\">DỮ LIỆU MÔ PHỎNG</span>");
    }
    out.raw("</td></tr></table></div><div class=\"foot\"><table class=\"plain\"><tr><td>");
    out.text("In lúc " + VietnameseForm.dayAndTime(printed));
    out.text(". Đường biên, vị trí đồn và khu vực là gần đúng.");
    out.raw("</td><td class=\"right\">Trang <span class=\"page\"></span></td></tr></table></div>");
  }

  private void front() {
    out.raw("<div id=\"front\">");
    parts.letterhead();
    out.raw("<h1>LỆNH TUẦN TRA</h1><p class=\"sub\">");
    out.text(plan.name() + ", từ " + VietnameseForm.day(planned.from()));
    out.text(" đến " + VietnameseForm.day(order.until()));
    out.raw("</p>");
    task();
    out.raw("<h2>Khu vực</h2>");
    areas();
    out.raw("<h2>Bản đồ chung</h2>");
    parts.map("", order.areas().size() + 2);
    out.raw("<h2>Lịch của các tổ</h2>");
    roster();
    parts.signatures("Người phê duyệt", "Người lập");
    out.raw("</div>");
  }

  private void task() {
    DutyTerms terms = planned.terms();
    long duties = order.teams().stream().mapToLong(TeamOrder::duties).sum();
    long posts = order.teams().stream().map(team -> team.post().code()).distinct().count();
    out.raw("<h2>Nhiệm vụ</h2><p>");
    out.text(
        "%d tổ của %d đồn tuần tra %d ca. Mỗi ca %s giờ, kể cả đường đi và về; giữa hai ca nghỉ ít nhất %s giờ; mỗi tổ nhiều nhất %d ca trong bảy ngày."
            .formatted(
                order.teams().size(),
                posts,
                duties,
                trimmed(terms.hours()),
                trimmed(terms.restHours()),
                terms.dutiesPerWeek()));
    out.raw("</p><p>");
    out.text(
        "Dự kiến ngăn chặn %s lượt người (khoảng 90 %%: %s – %s), nếu không ai biết trước lịch."
            .formatted(
                VietnameseForm.persons(order.worth().expected()),
                VietnameseForm.persons(order.worth().low()),
                VietnameseForm.persons(order.worth().high())));
    out.raw("</p><p>");
    out.text("Lịch được rút ngẫu nhiên để không ai đoán trước; mỗi tổ chỉ nhận phần của mình.");
    out.raw("</p>");
    if (plan.approved() && plan.approvedBy().isPresent()) {
      out.raw("<p><b>");
      out.text(
          "Đã phê duyệt: tài khoản %s, %s."
              .formatted(
                  plan.approvedBy().get(),
                  VietnameseForm.dayAndTime(plan.approvedAt().orElse(plan.modifiedAt()))));
      out.raw("</b></p>");
    }
  }

  private static String trimmed(double number) {
    return VietnameseForm.number(number, number == Math.rint(number) ? 0 : 1);
  }

  private void areas() {
    out.raw(
        "<table><thead><tr><th>Tên</th><th>Đoạn</th><th>Biên giới</th><th class=\"n\">Dài, km</th>");
    out.raw("<th>Tổ đi</th><th class=\"n\">Số ca</th></tr></thead><tbody>");
    for (PatrolArea area : order.areas()) {
      List<TeamOrder> going =
          order.teams().stream().filter(team -> team.areas().contains(area)).toList();
      long duties = going.stream().mapToLong(team -> dutiesIn(team, area)).sum();
      out.raw("<tr><td class=\"w\"><b>");
      out.text(PatrolOrder.shortName(area));
      out.raw("</b></td><td class=\"w\">");
      out.text(VietnameseForm.stretch(area));
      out.raw("</td><td class=\"w\">");
      out.text(VietnameseForm.border(area.with()));
      out.raw("</td><td class=\"n\">");
      out.text(VietnameseForm.number(area.lengthMetres() / 1000, 1));
      out.raw("</td><td>");
      out.text(String.join("; ", going.stream().map(TeamOrder::title).toList()));
      out.raw("</td><td class=\"n\">").raw(duties).raw("</td></tr>");
    }
    out.raw("</tbody></table>");
  }

  private static long dutiesIn(TeamOrder team, PatrolArea area) {
    return team.days().stream()
        .flatMap(day -> day.duty().stream())
        .filter(duty -> duty.area().equals(area))
        .count();
  }

  /** Teams below one another, days side by side, a week at a time. */
  private void roster() {
    for (int first = 0; first < planned.days(); first += DAYS_ACROSS) {
      int end = Math.min(planned.days(), first + DAYS_ACROSS);
      out.raw("<table style=\"margin-bottom:3mm\"><thead><tr><th>Tổ</th>");
      for (int day = first; day < end; day++) {
        LocalDate date = planned.from().plusDays(day);
        out.raw("<th class=\"c\">");
        out.text(
            VietnameseForm.shortWeekday(date) + " " + VietnameseForm.day(date).substring(0, 5));
        out.raw("</th>");
      }
      out.raw("</tr></thead><tbody>");
      for (TeamOrder team : order.teams()) {
        out.raw("<tr><td>");
        out.text(team.title());
        out.raw("</td>");
        for (int day = first; day < end; day++) {
          LocalDate date = planned.from().plusDays(day);
          cell(team.days().stream().filter(line -> line.day().equals(date)).toList());
        }
        out.raw("</tr>");
      }
      out.raw("</tbody></table>");
    }
  }

  private void cell(List<DutyLine> lines) {
    out.raw("<td class=\"c\">");
    for (DutyLine line : lines) {
      if (line.duty().isEmpty()) {
        out.raw("<span class=\"rest\">nghỉ</span>");
      } else {
        DutyLine.Duty duty = line.duty().get();
        out.raw("<b>");
        out.text(PatrolOrder.shortName(duty.area()));
        out.raw("</b><br/>");
        out.text(hours(duty.shift()));
      }
    }
    out.raw("</td>");
  }

  /** {@code 18:00–02:00}. */
  private String hours(int number) {
    Shift shift = planned.shifts().get(number - 1);
    return "%s–%s".formatted(shift.from().toString(), shift.until().toString());
  }
}
