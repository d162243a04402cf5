package org.borderwatch.server.patrol.order;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.plan.Plan;

/**
 * The words and tables of an order as XHTML for paper of A4, in Vietnamese. A map stands where an
 * {@code object} of the type {@value #MAP} is: {@code data} is the code of a team, or empty for
 * all.
 */
final class OrderHtml {
  static final String MAP = "borderwatch/map";

  /** Days side by side in the roster of all teams. */
  private static final int DAYS_ACROSS = 7;

  /** What a page holds besides headings, and a row of a table; millimetres. */
  private static final double PAGE_MM = 146;

  private static final double ROW_MM = 6.5;
  private static final int MOST_MAP_MM = 112;
  private static final int LEAST_MAP_MM = 50;

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

  private final StringBuilder out = new StringBuilder(32 * 1024);
  private final PatrolOrder order;
  private final Plan plan;
  private final PlannedAreas planned;
  private final Instant printed;

  private OrderHtml(PatrolOrder order, Instant printed) {
    this.order = order;
    this.plan = order.plan();
    this.planned = plan.areas();
    this.printed = printed;
  }

  /** The document. */
  static String of(PatrolOrder order, Instant printed) {
    OrderHtml html = new OrderHtml(order, printed);
    html.document();
    return html.out.toString();
  }

  private void document() {
    raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>");
    text(title());
    raw("</title><meta name=\"description\" content=\"");
    text(plan.synthetic() ? "Dữ liệu mô phỏng / synthetic data" : "Lệnh tuần tra");
    raw("\"/><style>").raw(STYLE).raw("</style>");
    bookmarks();
    raw("</head><body>");
    margins();
    if (order.whole()) {
      front();
    }
    for (TeamOrder team : order.teams()) {
      team(team);
    }
    raw("</body></html>");
  }

  private String title() {
    String of = order.whole() ? "" : ", " + order.teams().get(0).title();
    return "Lệnh tuần tra " + plan.name() + of;
  }

  private void bookmarks() {
    raw("<bookmarks>");
    if (order.whole()) {
      raw("<bookmark name=\"Lệnh tuần tra\" href=\"#front\"/>");
    }
    for (int i = 0; i < order.teams().size(); i++) {
      raw("<bookmark name=\"");
      text(order.teams().get(i).title());
      raw("\" href=\"#team" + i + "\"/>");
    }
    raw("</bookmarks>");
  }

  private void margins() {
    raw("<div class=\"head\"><table class=\"plain\"><tr><td>");
    text("Lệnh tuần tra · " + plan.name() + " · phiên bản " + plan.version());
    raw("</td><td class=\"right\">");
    if (!plan.approved()) {
      raw("<span class=\"mark\">BẢN NHÁP, CHƯA PHÊ DUYỆT</span> ");
    }
    if (plan.synthetic()) {
      raw("<span class=\"mark synthetic\">DỮ LIỆU MÔ PHỎNG</span>");
    }
    raw("</td></tr></table></div><div class=\"foot\"><table class=\"plain\"><tr><td>");
    text("In lúc " + VietnameseForm.dayAndTime(printed));
    text(". Đường biên, vị trí đồn và khu vực là gần đúng.");
    raw("</td><td class=\"right\">Trang <span class=\"page\"></span></td></tr></table></div>");
  }

  private void front() {
    raw("<div id=\"front\">");
    letterhead();
    raw("<h1>LỆNH TUẦN TRA</h1><p class=\"sub\">");
    text(plan.name() + ", từ " + VietnameseForm.day(planned.from()));
    text(" đến " + VietnameseForm.day(order.until()));
    raw("</p>");
    task();
    raw("<h2>Khu vực</h2>");
    areas();
    raw("<h2>Bản đồ chung</h2>");
    map("", mapMillimetres(order.areas().size() + 2));
    raw("<h2>Lịch của các tổ</h2>");
    roster();
    signatures("Người phê duyệt", "Người lập");
    raw("</div>");
  }

  private void letterhead() {
    raw("<table class=\"plain letterhead\"><tr><td>BỘ ĐỘI BIÊN PHÒNG<div class=\"line\"></div>");
    raw("<p class=\"date\">Số: ........../LTT</p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>");
    raw("Độc lập - Tự do - Hạnh phúc<div class=\"line\"></div><p class=\"date\">");
    Optional<LocalDate> day =
        plan.approved() ? plan.approvedAt().map(VietnameseForm::dayOf) : Optional.empty();
    text(
        day.map(
                at ->
                    "Ngày %02d tháng %02d năm %d"
                        .formatted(at.getDayOfMonth(), at.getMonthValue(), at.getYear()))
            .orElse("Ngày ...... tháng ...... năm ......"));
    raw("</p></td></tr></table>");
  }

  private void task() {
    DutyTerms terms = planned.terms();
    long duties = order.teams().stream().mapToLong(TeamOrder::duties).sum();
    long posts = order.teams().stream().map(team -> team.post().code()).distinct().count();
    raw("<h2>Nhiệm vụ</h2><p>");
    text(
        "%d tổ của %d đồn tuần tra %d ca. Mỗi ca %s giờ, kể cả đường đi và về; giữa hai ca nghỉ ít nhất %s giờ; mỗi tổ nhiều nhất %d ca trong bảy ngày."
            .formatted(
                order.teams().size(),
                posts,
                duties,
                trimmed(terms.hours()),
                trimmed(terms.restHours()),
                terms.dutiesPerWeek()));
    raw("</p><p>");
    text(
        "Dự kiến ngăn chặn %s lượt người (khoảng 90 %%: %s – %s), nếu không ai biết trước lịch."
            .formatted(
                VietnameseForm.persons(order.worth().expected()),
                VietnameseForm.persons(order.worth().low()),
                VietnameseForm.persons(order.worth().high())));
    raw("</p><p>");
    text("Lịch được rút ngẫu nhiên để không ai đoán trước; mỗi tổ chỉ nhận phần của mình.");
    raw("</p>");
    if (plan.approved() && plan.approvedBy().isPresent()) {
      raw("<p><b>");
      text(
          "Đã phê duyệt: tài khoản %s, %s."
              .formatted(
                  plan.approvedBy().get(),
                  VietnameseForm.dayAndTime(plan.approvedAt().orElse(plan.modifiedAt()))));
      raw("</b></p>");
    }
  }

  private static String trimmed(double number) {
    return VietnameseForm.number(number, number == Math.rint(number) ? 0 : 1);
  }

  private void areas() {
    raw(
        "<table><thead><tr><th>Tên</th><th>Đoạn</th><th>Biên giới</th><th class=\"n\">Dài, km</th>");
    raw("<th>Tổ đi</th><th class=\"n\">Số ca</th></tr></thead><tbody>");
    for (PatrolArea area : order.areas()) {
      List<TeamOrder> going =
          order.teams().stream().filter(team -> team.areas().contains(area)).toList();
      long duties = going.stream().mapToLong(team -> dutiesIn(team, area)).sum();
      raw("<tr><td class=\"w\"><b>");
      text(PatrolOrder.shortName(area));
      raw("</b></td><td class=\"w\">");
      text(VietnameseForm.stretch(area));
      raw("</td><td class=\"w\">");
      text(VietnameseForm.border(area.with()));
      raw("</td><td class=\"n\">");
      text(VietnameseForm.number(area.lengthMetres() / 1000, 1));
      raw("</td><td>");
      text(String.join("; ", going.stream().map(TeamOrder::title).toList()));
      raw("</td><td class=\"n\">").raw(duties).raw("</td></tr>");
    }
    raw("</tbody></table>");
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
      raw("<table style=\"margin-bottom:3mm\"><thead><tr><th>Tổ</th>");
      for (int day = first; day < end; day++) {
        LocalDate date = planned.from().plusDays(day);
        raw("<th class=\"c\">");
        text(VietnameseForm.shortWeekday(date) + " " + VietnameseForm.day(date).substring(0, 5));
        raw("</th>");
      }
      raw("</tr></thead><tbody>");
      for (TeamOrder team : order.teams()) {
        raw("<tr><td>");
        text(team.title());
        raw("</td>");
        for (int day = first; day < end; day++) {
          LocalDate date = planned.from().plusDays(day);
          cell(team.days().stream().filter(line -> line.day().equals(date)).toList());
        }
        raw("</tr>");
      }
      raw("</tbody></table>");
    }
  }

  private void cell(List<DutyLine> lines) {
    raw("<td class=\"c\">");
    for (DutyLine line : lines) {
      if (line.duty().isEmpty()) {
        raw("<span class=\"rest\">nghỉ</span>");
      } else {
        DutyLine.Duty duty = line.duty().get();
        raw("<b>");
        text(PatrolOrder.shortName(duty.area()));
        raw("</b><br/>");
        text(hours(duty.shift()));
      }
    }
    raw("</td>");
  }

  /** {@code 18:00–02:00}. */
  private String hours(int number) {
    Shift shift = planned.shifts().get(number - 1);
    return "%s–%s".formatted(shift.from().toString(), shift.until().toString());
  }

  private void team(TeamOrder team) {
    boolean breaks = order.whole();
    raw("<div id=\"team" + order.teams().indexOf(team) + "\"");
    raw(breaks ? " class=\"team-page\">" : ">");
    if (!breaks) {
      letterhead();
      raw("<h1>LỆNH TUẦN TRA</h1>");
    }
    raw("<h2 class=\"team\">");
    text(team.title());
    raw("</h2><p>");
    UtmZone.Metres at = UtmZone.VIET_NAM.metres(team.post().lon(), team.post().lat());
    text(
        "Mã tổ %s. Xuất phát từ %s (%s; UTM 48N %s)."
            .formatted(
                team.team().code(),
                team.post().nameVi(),
                VietnameseForm.position(team.post().lon(), team.post().lat()),
                utm(at)));
    raw("</p><p>");
    text(
        "Từ %s đến %s: %d ca, %d ngày nghỉ."
            .formatted(
                VietnameseForm.day(planned.from()),
                VietnameseForm.day(order.until()),
                team.duties(),
                team.days().stream().filter(day -> day.duty().isEmpty()).count()));
    raw("</p>");
    if (team.duties() == 0) {
      raw("<p><b>Tổ nghỉ trong cả thời gian này.</b></p></div>");
      return;
    }
    duties(team);
    raw("<h2>Bản đồ</h2>");
    map(team.team().code(), mapMillimetres(team.days().size() + team.waypoints().size()));
    raw("<p class=\"note\">");
    text(
        "Khung xanh: khu vực. Đường chấm: đường tới từ đồn. Tam giác: điểm mốc, nơi đường mòn ra đường biên. Lưới UTM 48N, WGS 84, tính bằng ki-lô-mét.");
    raw("</p>");
    waypoints(team);
    signatures("Người giao lệnh", "Tổ trưởng nhận lệnh");
    raw("</div>");
  }

  /** As high as the page has room beside its tables, or a page's width where it has none. */
  private static int mapMillimetres(int rows) {
    double left = PAGE_MM - rows * ROW_MM;
    return left < LEAST_MAP_MM ? MOST_MAP_MM : (int) Math.min(MOST_MAP_MM, left);
  }

  private void duties(TeamOrder team) {
    raw("<table><thead><tr><th>Ngày</th><th>Khu vực</th><th class=\"c\">Xuất phát</th>");
    raw("<th class=\"c\">Có mặt</th><th class=\"c\">Rời</th><th class=\"c\">Về tới đồn</th>");
    raw("</tr></thead><tbody>");
    for (DutyLine line : team.days()) {
      raw("<tr><td class=\"w\">");
      text(VietnameseForm.weekday(line.day()) + " " + VietnameseForm.day(line.day()));
      raw("</td>");
      if (line.duty().isEmpty()) {
        raw("<td colspan=\"5\" class=\"rest\">nghỉ</td></tr>");
        continue;
      }
      DutyLine.Duty duty = line.duty().get();
      raw("<td class=\"w\"><b>");
      text(PatrolOrder.shortName(duty.area()));
      raw("</b> ");
      text(VietnameseForm.stretch(duty.area()));
      raw("</td>");
      for (Instant at :
          List.of(duty.time().from(), duty.onSiteFrom(), duty.onSiteUntil(), duty.time().until())) {
        raw("<td class=\"c\">");
        text(clock(at, line.day()));
        raw("</td>");
      }
      raw("</tr>");
    }
    raw("</tbody></table>");
  }

  /** A time of a later day says so. */
  private static String clock(Instant at, LocalDate day) {
    LocalDate date = VietnameseForm.dayOf(at);
    String time = VietnameseForm.time(at);
    return date.equals(day) ? time : time + " (" + VietnameseForm.day(date).substring(0, 5) + ")";
  }

  private void waypoints(TeamOrder team) {
    raw("<div class=\"keep\"><h2>Điểm mốc</h2>");
    raw("<table><thead><tr><th>Điểm</th><th>Khu vực</th><th class=\"n\">Vĩ độ</th>");
    raw(
        "<th class=\"n\">Kinh độ</th><th class=\"n\">UTM 48N, Đ</th><th class=\"n\">UTM 48N, B</th>");
    raw("</tr></thead><tbody>");
    for (Waypoint waypoint : team.waypoints()) {
      UtmZone.Metres metres = waypoint.metres();
      raw("<tr><td><b>");
      text(waypoint.name());
      raw("</b></td><td>");
      text(PatrolOrder.shortName(waypoint.area()));
      for (String figure :
          List.of(
              VietnameseForm.number(waypoint.at().lat(), 5),
              VietnameseForm.number(waypoint.at().lon(), 5),
              VietnameseForm.number(metres.east(), 0),
              VietnameseForm.number(metres.north(), 0))) {
        raw("</td><td class=\"n\">");
        text(figure);
      }
      raw("</td></tr>");
    }
    raw("</tbody></table></div>");
  }

  private static String utm(UtmZone.Metres at) {
    return VietnameseForm.number(at.east(), 0)
        + " Đ, "
        + VietnameseForm.number(at.north(), 0)
        + " B";
  }

  private void map(String team, int heightMm) {
    raw("<object class=\"map\" type=\"" + MAP + "\" data=\"");
    text(team);
    raw("\" style=\"width:176mm;height:" + heightMm + "mm\"></object>");
  }

  private void signatures(String left, String right) {
    raw("<table class=\"plain signs\"><tr><td><b>");
    text(left);
    raw("</b><br/>(ký, ghi rõ cấp bậc)<div class=\"room\"></div></td><td><b>");
    text(right);
    raw("</b><br/>(ký, ghi rõ cấp bậc)<div class=\"room\"></div></td></tr></table>");
  }

  private OrderHtml raw(Object markup) {
    out.append(markup);
    return this;
  }

  /** What others wrote never becomes markup. */
  private void text(String words) {
    String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char letter = composed.charAt(i);
      switch (letter) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(letter);
      }
    }
  }
}
