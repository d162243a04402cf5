package org.borderwatch.server.outcome.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.outcome.OutcomeSection;
import org.borderwatch.server.outcome.lines.IssueChanges;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.outcome.lines.ReportPlaces;
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
  private static final int YEAR_DAYS = 366;

  private static final String STYLE = style();

  private final Xhtml out = new Xhtml();
  private final PeriodReport report;
  private final ReportLanguage say;
  private final ReferenceLayers layers;
  private final Instant made;
  private int sections;
  private int table;

  private static String style() {
    try (InputStream in = ReportPage.class.getResourceAsStream("sheet.css")) {
      if (in == null) {
        throw new IllegalStateException("the style of the sheet is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
    table += tables.lines(section, table + 1) ? 1 : 0;
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
    new PlacesText(out, say, layers).write(places);
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
                  .map(one -> say.name(one.unit()) + " (" + late(one) + ")")
                  .collect(Collectors.joining(", ")))
          .raw(".</p>");
    }
  }

  /** Counts of past years that are entered now are late, but by days that say nothing. */
  private String late(UnitState state) {
    if (state.daysLate() > YEAR_DAYS) {
      return say.say("nhập sau hơn 1 năm", "entered over a year after");
    }
    return state.daysLate() + say.say(" ngày", state.daysLate() == 1 ? " day" : " days");
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
