package org.borderwatch.server.outcome.paper;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.outcome.OutcomeSection;
import org.borderwatch.server.outcome.lines.IssueChanges;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.outcome.lines.ReportPlaces;
import org.borderwatch.server.outcome.lines.ReportPlaces.HotPlace;
import org.borderwatch.server.outcome.lines.ReportSection;
import org.borderwatch.server.outcome.lines.Reporting;
import org.borderwatch.server.outcome.lines.Reporting.UnitState;
import org.borderwatch.server.outcome.lines.StationComparison;
import org.borderwatch.server.paper.Xhtml;
import org.borderwatch.server.report.CountKind;

/**
 * A report as a page that can be read and printed, in the form of the provincial reports:
 * letterhead, sections, sentences, for each line the counts, the change and how sure it is. The
 * same markup is the sheet on the screen, the file and the paper; {@code article} holds it all.
 */
final class ReportPage {
  private static final String[] ROMAN = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"
  };
  private static final int MOST_HISTORIES = 8;
  private static final int MOST_HOT = 8;

  /** Hot cells so near along the border are told as one place. */
  private static final double TOGETHER_KM = 5;

  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 14mm 17mm 15mm;
        @top-center { content: element(head); } @bottom-center { content: element(foot); } }
      body { font-family: 'Noto Sans', sans-serif; font-size: 8.5pt; line-height: 1.4; color: #1b201d; max-width: 820px; margin: 0 auto; }
      .head { position: running(head); font-size: 8pt; color: #4a514c; border-bottom: 0.5pt solid #8b8f86; padding-bottom: 1mm; }
      .foot { position: running(foot); font-size: 7.5pt; color: #4a514c; border-top: 0.5pt solid #8b8f86; padding-top: 1mm; }
      .page:after { content: counter(page) '/' counter(pages); }
      @media screen { body { padding: 16px; } .head, .foot { display: none; } }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
      .lines, .stations { table-layout: fixed; }
      caption { text-align: left; color: #4a514c; font-size: 8pt; padding: 1mm 0; }
      tr { page-break-inside: avoid; }
      th, td { border-bottom: 0.4pt solid #c9cdc6; padding: 0.9mm 1mm; text-align: left; vertical-align: top; }
      thead th { border-bottom: 0.8pt solid #1b201d; font-size: 7.5pt; font-weight: normal; color: #4a514c; vertical-align: bottom; }
      tbody th { font-weight: normal; }
      .lines thead th { width: 10%; }
      .lines thead th:first-child { width: 24%; }
      .lines thead th:nth-child(5) { width: 8%; }
      .lines thead th.w { width: 19%; }
      .lines thead th.r { width: 20%; padding-left: 3mm; } .lines td.r, .stations td.r, .stations th.r { padding-left: 3mm; }
      .stations thead th { width: 9%; }
      .stations thead th:first-child { width: 23%; }
      .stations thead th:nth-child(4) { width: 19%; }
      .stations thead th.w, .stations thead th.r { width: 20%; }
      .n { text-align: right; }
      .now { font-weight: bold; }
      .u, .m, .none { color: #4a514c; font-weight: normal; font-size: 7.5pt; }
      .letterhead td { border: 0; text-align: center; font-weight: bold; width: 50%; }
      .rule { border-bottom: 0.6pt solid #1b201d; width: 34mm; margin: 0.6mm auto; height: 0; }
      h1 { font-size: 15pt; text-align: center; margin: 6mm 0 1mm 0; }
      h2 { font-size: 10.5pt; margin: 5mm 0 1mm 0; page-break-after: avoid; -fs-page-break-min-height: 42mm; }
      .sub { text-align: center; margin: 0 0 3mm 0; }
      .d1 { padding-left: 5mm; } .d2 { padding-left: 10mm; }
      .mark { font-weight: bold; color: #7a5200; border: 0.8pt solid #7a5200; padding: 0.2mm 2mm; }
      .pictures { margin: 1mm 0; } .small { display: inline-block; width: 42mm; margin: 0 2mm 2mm 0; vertical-align: top; font-size: 7.5pt; page-break-inside: avoid; }
      .places td { border: 0; } .places td.picture { width: 92mm; }
      """;

  private final Xhtml out = new Xhtml();
  private final PeriodReport report;
  private final ReportLanguage say;
  private final ReferenceLayers layers;
  private final Instant made;
  private int sections;
  private int table;

  private ReportPage(
      PeriodReport report, ReportLanguage language, ReferenceLayers layers, Instant made) {
    this.report = report;
    this.say = language;
    this.layers = layers;
    this.made = made;
  }

  static String of(
      PeriodReport report, ReportLanguage language, ReferenceLayers layers, Instant made) {
    ReportPage page = new ReportPage(report, language, layers, made);
    page.document();
    return page.out.toString();
  }

  private void document() {
    String title = say.say("Báo cáo ", "Report ") + say.name(report.period());
    String name = say.name(report.unit());
    out.raw("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + say.code())
        .raw("\"><head><meta charset=\"utf-8\"/><title>")
        .text(title + ", " + name)
        .raw("</title><style>")
        .raw(STYLE)
        .raw("</style></head><body><div class=\"head\">")
        .text(name + " · " + say.name(report.period()));
    synthetic(" <span class=\"mark\">", "</span>");
    out.raw("</div><div class=\"foot\">")
        .text(name + say.say(". Trang ", ". Page "))
        .raw("<span class=\"page\"></span></div><article class=\"report\">");
    letterhead(name);
    out.raw("<h1>")
        .text(say.say("BÁO CÁO", "REPORT"))
        .raw("</h1><p class=\"sub\"><b>")
        .text(
            say.say(
                    "Kết quả phòng, chống mua bán người ",
                    "Results of the prevention of human trafficking, ")
                + say.name(report.period()))
        .raw("</b></p>");
    synthetic("<p class=\"sub\"><span class=\"mark\">", "</span></p>");
    if (report.sections().isEmpty()) {
      out.raw("<p class=\"empty\">")
          .text(
              say.say(
                  "Chưa có số liệu nào của kỳ này. Nhập số liệu theo biểu mẫu của đơn vị, hoặc nạp tệp CSV, XLSX.",
                  "There are no figures of this period yet. Enter them in the form of a unit, or import a CSV or XLSX file."))
          .raw("</p>");
    }
    report.sections().forEach(this::section);
    trends();
    report.places().ifPresent(this::places);
    report.stations().ifPresent(this::stations);
    reporting();
    method();
    out.raw("</article></body></html>");
  }

  private void synthetic(String before, String after) {
    if (report.synthetic()) {
      out.raw(before).text(say.say("DỮ LIỆU MÔ PHỎNG", "SYNTHETIC DATA")).raw(after);
    }
  }

  private void letterhead(String name) {
    out.raw("<table class=\"letterhead\" role=\"presentation\"><tbody><tr><td>")
        .text(name.toUpperCase(Locale.forLanguageTag(say.code())))
        .raw("<div class=\"rule\"></div></td><td>")
        .text(say.say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"))
        .raw("<br/>")
        .text(say.say("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"))
        .raw("<div class=\"rule\"></div></td></tr></tbody></table>");
  }

  private void heading(String code, String words) {
    out.raw("<h2 id=\"s-")
        .text(code)
        .raw("\">")
        .text(ROMAN[Math.min(sections, ROMAN.length - 1)] + ". " + words)
        .raw("</h2>");
    sections++;
  }

  private void section(ReportSection section) {
    heading(section.code(), say.name(section));
    ReportTables tables = new ReportTables(out, say, report.period());
    boolean counted = false;
    for (OutcomeSection one : OutcomeSection.values()) {
      counted |= one.code().equals(section.code());
    }
    if (counted || section.code().equals("detections")) {
      tables.sentences(section);
    }
    table++;
    tables.lines(section, table);
  }

  private void trends() {
    List<ReportLine> histories =
        report.lines().stream()
            .filter(line -> line.depth() == 0 && line.comparison().kind() != CountKind.WORK)
            .filter(
                line -> line.history().stream().filter(one -> one.value().isPresent()).count() >= 3)
            .limit(MOST_HISTORIES)
            .toList();
    if (report.months().size() < 2 && histories.isEmpty()) {
      return;
    }
    heading("trends", say.say("Xu thế", "Trends"));
    if (report.months().size() >= 2) {
      out.raw("<div class=\"pictures\">")
          .raw(TrendFigures.months(report.months(), report.period(), say))
          .raw("<p class=\"m\">")
          .text(
              say.say(
                  "Số vụ phát hiện từng tháng. Cột đặc: kỳ này; cột viền: cùng kỳ năm trước; cột nhạt: các tháng ở giữa.",
                  "Detections month by month. Full bars: this period; edged: the same period a year earlier; pale: months between."))
          .raw("</p></div>");
    }
    if (!histories.isEmpty()) {
      out.raw("<div class=\"pictures\">");
      for (ReportLine line : histories) {
        out.raw("<div class=\"small\"><span>")
            .text(say.name(line) + " (" + say.unit(line) + ")")
            .raw("</span><br/>")
            .raw(TrendFigures.history(line, say))
            .raw("</div>");
      }
      out.raw("</div>");
    }
  }

  private void places(ReportPlaces places) {
    heading("places", say.say("Điểm nóng, tuyến trọng điểm", "Hotspots and key routes"));
    out.raw("<table class=\"places\" role=\"presentation\"><tbody><tr><td class=\"picture\">")
        .raw(PlacesFigure.of(places, layers, say))
        .raw("</td><td>");
    out.raw("<p><b>")
        .text(say.say("Điểm nóng", "Hotspots"))
        .raw("</b>. ")
        .text(
            places.hot().isEmpty()
                ? say.say(
                    "Không nơi nào nóng hơn mức ngẫu nhiên.", "No place is hot beyond chance.")
                : say.say(
                    "%d ô cách nhau %s km nóng hơn mức ngẫu nhiên so với toàn tuyến (Gi*, 95 %% sau hiệu chỉnh Benjamini-Hochberg). Nóng nhất:"
                        .formatted(places.hot().size(), say.number(places.cellMetres() / 1000, 0)),
                    "%d cells of %s km are hot beyond chance against the whole border (Gi*, 95 %% after Benjamini-Hochberg). The hottest:"
                        .formatted(places.hot().size(), say.number(places.cellMetres() / 1000, 0))))
        .raw("</p>");
    if (!places.hot().isEmpty()) {
      out.raw("<ul>");
      places.hotPlaces(TOGETHER_KM).stream()
          .filter(place -> place.detections() > 0)
          .limit(MOST_HOT)
          .forEach(this::hotPlace);
      out.raw("</ul>");
    }
    routes(places);
    out.raw("<p class=\"m\">")
        .text(
            say.say(
                "Đỏ: ô nóng. Xanh liền: tuyến đã xác minh; đứt: nghi vấn; chấm: tạm ngưng. Nét đen đứt: đường biên (gần đúng).",
                "Red: hot cells. Green line: confirmed route; dashed: suspected; dotted: dormant. Black dashes: the border (approximate)."))
        .raw("</p></td></tr></tbody></table>");
  }

  private void hotPlace(HotPlace place) {
    long from = Math.round(place.fromKm());
    long to = Math.round(place.toKm());
    out.raw("<li><span class=\"fig\" data-km=\"")
        .text("%s/%d/%d".formatted(place.with().code(), from, to))
        .raw("\">")
        .text("Km " + from + (to > from ? "–" + to : ""))
        .raw("</span> ")
        .text(
            say.say("tuyến ", "with ")
                + country(place.with())
                + say.say(
                    ": %d ô, %s vụ, z cao nhất %s"
                        .formatted(
                            place.cells(), say.plain(place.detections()), say.number(place.z(), 1)),
                    ": %d cells, %s cases, highest z %s"
                        .formatted(
                            place.cells(),
                            say.plain(place.detections()),
                            say.number(place.z(), 1))))
        .raw("</li>");
  }

  private String country(Neighbour neighbour) {
    return switch (neighbour) {
      case CN -> say.say("Trung Quốc", "China");
      case LA -> say.say("Lào", "Laos");
      case KH -> say.say("Cam-pu-chia", "Cambodia");
    };
  }

  private void routes(ReportPlaces places) {
    long confirmed = count(places, RouteStatus.CONFIRMED);
    long suspected = count(places, RouteStatus.SUSPECTED);
    long dormant = count(places, RouteStatus.DORMANT);
    String added =
        places.routes().stream()
            .filter(ReportPlaces.KeyRoute::added)
            .map(ReportPlaces.KeyRoute::code)
            .collect(Collectors.joining(", "));
    out.raw("<p><b>")
        .text(say.say("Tuyến trọng điểm", "Key routes"))
        .raw("</b>. ")
        .text(
            say.say(
                "Toàn sổ: %d đã xác minh, %d nghi vấn, %d tạm ngưng."
                    .formatted(confirmed, suspected, dormant),
                "On the register: %d confirmed, %d suspected, %d dormant."
                    .formatted(confirmed, suspected, dormant)))
        .text(
            added.isEmpty()
                ? say.say(" Không tuyến nào đăng ký trong kỳ.", " None registered in this period.")
                : say.say(" Đăng ký trong kỳ: ", " Registered in this period: ") + added + ".")
        .raw("</p>");
  }

  private static long count(ReportPlaces places, RouteStatus status) {
    return places.routes().stream().filter(route -> route.status() == status).count();
  }

  private void stations(StationComparison stations) {
    heading("stations", say.say("So sánh giữa các đồn", "Stations compared"));
    double common = stations.rates()[stations.rates().length - 1];
    out.raw("<p class=\"prose\">")
        .text(
            say.say(
                "Mức chung: %s vụ trên 1.000 giờ tuần tra. Vòng tròn rỗng: trong mức ngẫu nhiên, đã tính cả khác biệt địa bàn (suất thật giữa các đồn chênh khoảng ±%s %%). Chỉ vòng đặc, ngoài 99,8 %%, mới gọi là khác hẳn; đó là lý do để hỏi, không phải để xếp hạng. Kỳ từ trên xuống: %s."
                    .formatted(
                        say.number(1000 * common, 1),
                        say.number(100 * stations.spread(), 0),
                        String.join(", ", stations.periods())),
                "All together: %s cases for each 1,000 patrol hours. A hollow circle is within chance, differences of the ground included (true rates differ by about ±%s %%). Only a full one, beyond 99.8 %%, is called different; it is a reason to ask, not to rank. Periods from the top: %s."
                    .formatted(
                        say.number(1000 * common, 1),
                        say.number(100 * stations.spread(), 0),
                        String.join(", ", stations.periods()))))
        .raw("</p>");
    new ReportTables(out, say, report.period()).stations(stations);
  }

  private void reporting() {
    Reporting reporting = report.reporting();
    List<UnitState> missing = reporting.in(Reporting.State.MISSING);
    List<UnitState> late = reporting.in(Reporting.State.LATE);
    if (reporting.units().isEmpty()) {
      return;
    }
    heading("reporting", say.say("Đơn vị nộp số liệu", "Who has reported"));
    out.raw("<p>")
        .text(
            say.say(
                "%d trên %d đơn vị đã nộp; hạn %s."
                    .formatted(
                        reporting.units().size() - missing.size(),
                        reporting.units().size(),
                        day(reporting)),
                "%d of %d units have reported; due %s."
                    .formatted(
                        reporting.units().size() - missing.size(),
                        reporting.units().size(),
                        day(reporting))))
        .raw("</p>");
    if (!missing.isEmpty()) {
      out.raw("<p><b>")
          .text(say.say("Chưa nộp", "Missing"))
          .raw("</b>: ")
          .text(missing.stream().map(one -> say.name(one.unit())).collect(Collectors.joining(", ")))
          .raw(".</p>");
    }
    if (!late.isEmpty()) {
      out.raw("<p><b>")
          .text(say.say("Nộp muộn", "Late"))
          .raw("</b>: ")
          .text(
              late.stream()
                  .map(
                      one ->
                          say.name(one.unit())
                              + " ("
                              + one.daysLate()
                              + say.say(" ngày)", one.daysLate() == 1 ? " day)" : " days)"))
                  .collect(Collectors.joining(", ")))
          .raw(".</p>");
    }
  }

  private String day(Reporting reporting) {
    return say.say(
        "%02d/%02d/%d"
            .formatted(
                reporting.due().getDayOfMonth(),
                reporting.due().getMonthValue(),
                reporting.due().getYear()),
        reporting.due().toString());
  }

  private void method() {
    out.raw("<h2 id=\"s-method\">")
        .text(say.say("Phụ lục: cách tính", "Appendix: how it is computed"))
        .raw("</h2><p class=\"m\">")
        .text(
            say.say(
                "Chấm là tỷ số kỳ này trên cùng kỳ; vạch là khoảng 95 %, thang chia đều theo lần gấp đôi; chấm đặc: p dưới 0,05. Vụ việc: kiểm định chính xác có điều kiện. Lượt người: phương sai theo cỡ nhóm khi biết, nếu không thì đếm như độc lập. Công việc đã làm: không kiểm định. Suất trên giờ tuần tra: kiểm định chính xác với số giờ của mỗi kỳ.",
                "The dot is this period divided by the same period, the line its 95 % interval on an axis that doubles; a full dot: p below 0.05. Cases: exact conditional test. Persons: variance from the sizes of groups where they are known, else taken as independent. Work done: not tested. Rates for patrol hours: exact test with the hours of each period."))
        .raw("</p><p class=\"m\">")
        .text(
            say.say("Bản ", "Version ")
                + (report.changes().map(IssueChanges::number).orElse(0) + 1)
                + say.say(", lập lúc ", ", made ")
                + say.time(made)
                + say.say("; dữ liệu ", "; data ")
                + report.dataVersion()
                + ".")
        .raw("</p>");
  }
}
