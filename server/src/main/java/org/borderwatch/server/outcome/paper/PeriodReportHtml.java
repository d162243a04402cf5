package org.borderwatch.server.outcome.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.borderwatch.server.paper.Xhtml;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountComparison.Reading;
import org.borderwatch.server.report.RateRatio;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.ReportWords;

/**
 * A report as a page that can be read and printed, in the form of the provincial reports, in
 * Vietnamese: letterhead, sections, for each line the counts, the change in words, and how sure it
 * is.
 */
final class PeriodReportHtml {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final String[] ROMAN = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"
  };

  private static final String STYLE =
      """
      @page { size: A4; margin: 24mm 15mm 18mm 17mm;
        @top-center { content: element(head); } @bottom-center { content: element(foot); } }
      body { font-family: 'Noto Sans', sans-serif; font-size: 9pt; line-height: 1.4; color: #1b201d; max-width: 880px; margin: 0 auto; }
      .head { position: running(head); font-size: 8pt; color: #4a514c; border-bottom: 0.5pt solid #8b8f86; padding-bottom: 1mm; }
      .foot { position: running(foot); font-size: 7.5pt; color: #4a514c; border-top: 0.5pt solid #8b8f86; padding-top: 1mm; }
      .page:after { content: counter(page) '/' counter(pages); }
      @media screen { body { padding: 16px; } .head, .foot { display: none; } }
      .right { text-align: right; }
      table { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; }
      tr { page-break-inside: avoid; }
      th, td { border-bottom: 0.4pt solid #b9b9ae; padding: 0.9mm 1.4mm; text-align: left; vertical-align: top; }
      thead th { background: #eef1ed; font-size: 8pt; }
      tbody th { font-weight: normal; }
      .n { text-align: right; white-space: nowrap; }
      .plain td { border: 0; text-align: center; font-weight: bold; }
      .line { border-bottom: 0.6pt solid #1b201d; width: 34mm; margin: 0.6mm auto; height: 0; }
      h1 { font-size: 15pt; text-align: center; margin: 6mm 0 1mm 0; }
      h2 { font-size: 10.5pt; margin: 5mm 0 1mm 0; page-break-after: avoid; }
      .sub { text-align: center; margin: 0 0 3mm 0; }
      .d1 { padding-left: 5mm; } .d2 { padding-left: 10mm; }
      .sure { font-weight: bold; }
      .muted { color: #4a514c; font-size: 8pt; font-weight: normal; }
      .mark { font-weight: bold; color: #7a5200; border: 0.8pt solid #7a5200; padding: 0.2mm 2mm; }
      """;

  private final Xhtml out = new Xhtml();
  private final PeriodReport report;
  private final Instant made;

  private PeriodReportHtml(PeriodReport report, Instant made) {
    this.report = report;
    this.made = made;
  }

  static String of(PeriodReport report, Instant made) {
    PeriodReportHtml html = new PeriodReportHtml(report, made);
    html.document();
    return html.out.toString();
  }

  private void document() {
    ReportPeriod period = report.period();
    out.raw("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head>");
    out.raw("<meta charset=\"utf-8\"/><title>")
        .text("Báo cáo " + period.vietnamese() + ", " + report.unitVi())
        .raw("</title><style>")
        .raw(STYLE)
        .raw("</style></head><body>");
    out.raw("<div class=\"head\">").text(report.unitVi() + " · " + period.vietnamese());
    if (report.synthetic()) {
      out.raw(" <span class=\"mark\">DỮ LIỆU MÔ PHỎNG</span>");
    }
    out.raw("</div><div class=\"foot\">")
        .text(report.unitVi() + ". Trang ")
        .raw("<span class=\"page\"></span></div>");
    letterhead();
    out.raw("<h1>BÁO CÁO</h1><p class=\"sub\"><b>")
        .text("Kết quả phòng, chống mua bán người " + period.vietnamese())
        .raw("</b></p>");
    if (report.synthetic()) {
      out.raw("<p class=\"sub\"><span class=\"mark\">DỮ LIỆU MÔ PHỎNG</span></p>");
    }
    if (report.sections().isEmpty()) {
      out.raw("<p>").text("Chưa có số liệu nào của kỳ này.").raw("</p>");
    }
    for (int i = 0; i < report.sections().size(); i++) {
      section(i, report.sections().get(i));
    }
    notes();
    out.raw("</body></html>");
  }

  private void letterhead() {
    out.raw("<table class=\"plain\"><tr><td>")
        .text(report.unitVi().toUpperCase(Locale.forLanguageTag("vi")))
        .raw("<div class=\"line\"></div></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>")
        .raw("Độc lập - Tự do - Hạnh phúc<div class=\"line\"></div></td></tr></table>");
  }

  private void section(int number, ReportSection section) {
    out.raw("<h2>").text(ROMAN[number] + ". " + section.nameVi()).raw("</h2>");
    out.raw(
        "<table><thead><tr><th scope=\"col\" style=\"width:24%\">Nội dung</th><th scope=\"col\" class=\"n\" style=\"width:10%\">Kỳ này</th>");
    out.raw(
        "<th scope=\"col\" class=\"n\" style=\"width:10%\">Cùng kỳ</th><th scope=\"col\" class=\"n\" style=\"width:7%\">%</th>");
    out.raw(
        "<th scope=\"col\" class=\"n\" style=\"width:14%\">Tỷ số (95 %)</th><th scope=\"col\" class=\"n\" style=\"width:7%\">p</th>");
    out.raw("<th scope=\"col\" style=\"width:28%\">Đọc</th></tr></thead><tbody>");
    for (ReportLine line : section.lines()) {
      line(line);
    }
    out.raw("</tbody></table>");
  }

  private void line(ReportLine line) {
    CountComparison it = line.comparison();
    out.raw("<tr><th scope=\"row\" class=\"d" + Math.min(2, line.depth()) + "\">")
        .text(line.nameVi() + " (" + line.unitVi() + ")")
        .raw("</th><td class=\"n\">");
    out.text(
        it.current()
            .map(now -> (now.atLeast() ? "trên " : "") + ReportWords.vietnamese(now.value()))
            .orElse("chưa có"));
    if (line.provisional()) {
      out.raw("<br/><span class=\"muted\">tạm tính</span>");
    }
    out.raw("</td><td class=\"n\">")
        .text(
            it.previous()
                .map(then -> (then.atLeast() ? "trên " : "") + ReportWords.vietnamese(then.value()))
                .orElse("chưa có"))
        .raw("</td><td class=\"n\">")
        .text(it.percent().isPresent() ? signed(it.percent().getAsDouble(), 1) : "")
        .raw("</td><td class=\"n\">")
        .text(it.ratio().map(PeriodReportHtml::ratio).orElse(""))
        .raw("</td><td class=\"n\">")
        .text(it.ratio().map(ratio -> p(ratio.p())).orElse(""));
    boolean sure = it.reading() == Reading.LESS || it.reading() == Reading.MORE;
    out.raw("</td><td" + (sure ? " class=\"sure\"" : "") + ">")
        .text(ReportWords.vietnamese(it, line.unitVi(), report.period().samePeriodVietnamese()));
    if (it.personsTakenAsIndependent()) {
      out.raw("<br/><span class=\"muted\">người đếm như độc lập; khoảng thật rộng hơn</span>");
    }
    if (line.incomplete()) {
      out.raw(
          "<br/><span class=\"muted\">một phần nằm trong số của kỳ dài hơn, không tách được</span>");
    }
    out.raw("</td></tr>");
  }

  private void notes() {
    if (!report.missing().isEmpty()) {
      out.raw("<h2>Đơn vị chưa có số liệu</h2><p>")
          .text(String.join(", ", report.missing().stream().map(one -> one.nameVi()).toList()))
          .raw(".</p>");
    }
    out.raw("<p class=\"muted\">")
        .text(
            "Vụ việc: kiểm định chính xác có điều kiện, khoảng tin cậy của tỷ số theo logarit. Lượt người: theo cỡ nhóm khi biết. Công việc đã làm: không kiểm định. Dòng đậm: p dưới 0,05. Lập lúc "
                + TIME.format(made)
                + "; dữ liệu "
                + report.dataVersion()
                + ".")
        .raw("</p>");
  }

  private static String ratio(RateRatio ratio) {
    if (!Double.isFinite(ratio.low())) {
      return "";
    }
    return "%s (%s–%s)"
        .formatted(number(ratio.value(), 2), number(ratio.low(), 2), number(ratio.high(), 2));
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0,001" : number(p, 3);
  }

  private static String signed(double value, int decimals) {
    return (value > 0 ? "+" : "") + number(value, decimals);
  }

  private static String number(double value, int decimals) {
    // The font has no true minus.
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('.', ',');
  }
}
