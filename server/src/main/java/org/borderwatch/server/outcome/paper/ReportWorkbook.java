package org.borderwatch.server.outcome.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.server.outcome.lines.IssueChanges;
import org.borderwatch.server.outcome.lines.MonthCount;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.outcome.lines.ReportSection;
import org.borderwatch.server.outcome.lines.Reporting;
import org.borderwatch.server.outcome.lines.StationComparison;
import org.borderwatch.server.report.Funnel;
import org.borderwatch.server.report.RateRatio;
import org.borderwatch.server.report.Tally;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as a workbook (XLSX): lines, months, stations and who has reported, each on a sheet of
 * its own, numbers as numbers. Says on every sheet when something is simulated.
 */
final class ReportWorkbook {
  private static final int HEAD = 3;

  private final PeriodReport report;
  private final ReportLanguage say;
  private final Instant made;

  private ReportWorkbook(PeriodReport report, ReportLanguage language, Instant made) {
    this.report = report;
    this.say = language;
    this.made = made;
  }

  static byte[] of(PeriodReport report, ReportLanguage language, Instant made) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Borderwatch", null)) {
      ReportWorkbook writer = new ReportWorkbook(report, language, made);
      writer.lines(book);
      writer.months(book);
      writer.stations(book);
      writer.reporting(book);
    }
    return out.toByteArray();
  }

  private Worksheet sheet(Workbook book, String name, String... columns) {
    Worksheet sheet = book.newWorksheet(name);
    String simulated =
        report.synthetic() ? say.say(" · DỮ LIỆU MÔ PHỎNG", " · SYNTHETIC DATA") : "";
    sheet.value(
        0,
        0,
        say.say("Báo cáo ", "Report ")
            + say.name(report.period())
            + " · "
            + say.name(report.unit())
            + simulated);
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.value(
        1,
        0,
        say.say("Bản ", "Version ")
            + (report.changes().map(IssueChanges::number).orElse(0) + 1)
            + say.say(", lập lúc ", ", made ")
            + say.time(made)
            + say.say("; dữ liệu ", "; data ")
            + report.dataVersion());
    for (int i = 0; i < columns.length; i++) {
      sheet.value(HEAD, i, columns[i]);
      sheet.style(HEAD, i).bold().wrapText(true).fillColor("E3EFE9").set();
      sheet.width(i, i == 0 ? 18 : 15);
    }
    sheet.freezePane(0, HEAD + 1);
    return sheet;
  }

  private void lines(Workbook book) {
    Worksheet sheet =
        sheet(
            book,
            say.say("Báo cáo", "Report"),
            say.say("Mã", "Code"),
            say.say("Mục", "Section"),
            say.say("Chỉ tiêu", "Line"),
            say.say("Đơn vị tính", "Unit"),
            say.say("Kỳ này", "Now"),
            say.say("Ghi “trên”", "“Over”"),
            say.say("Cùng kỳ", "Same period"),
            say.say("Tăng, giảm", "Difference"),
            "%",
            say.say("Tỷ số", "Ratio"),
            say.say("95 % từ", "95 % from"),
            say.say("đến", "to"),
            "p",
            say.say("Kết luận", "Reading"),
            say.say("Tạm tính", "Provisional"));
    sheet.width(1, 28);
    sheet.width(2, 52);
    sheet.width(13, 36);
    int row = HEAD + 1;
    for (ReportSection section : report.sections()) {
      for (ReportLine line : section.lines()) {
        line(sheet, row++, section, line);
      }
    }
  }

  private void line(Worksheet sheet, int row, ReportSection section, ReportLine line) {
    sheet.value(row, 0, line.code());
    sheet.value(row, 1, say.name(section));
    sheet.value(row, 2, "    ".repeat(line.depth()) + say.name(line));
    sheet.value(row, 3, say.unit(line));
    if (line.rate().isPresent()) {
      decimal(sheet, row, 4, line.rate().get().current(), "0.0");
      decimal(sheet, row, 6, line.rate().get().previous(), "0.0");
    } else {
      whole(sheet, row, 4, line.comparison().current().map(Tally::value));
      whole(sheet, row, 6, line.comparison().previous().map(Tally::value));
      whole(sheet, row, 7, line.comparison().difference());
    }
    if (line.comparison().current().map(Tally::atLeast).orElse(false)) {
      sheet.value(row, 5, say.say("trên", "over"));
    }
    decimal(sheet, row, 8, line.percent(), "0.0");
    Optional<RateRatio> ratio = line.ratio();
    decimal(sheet, row, 9, finite(ratio.map(RateRatio::value)), "0.00");
    decimal(sheet, row, 10, finite(ratio.map(RateRatio::low)), "0.00");
    decimal(sheet, row, 11, finite(ratio.map(RateRatio::high)), "0.00");
    decimal(sheet, row, 12, finite(ratio.map(RateRatio::p)), "0.0000");
    sheet.value(row, 13, say.reading(line.reading()));
    if (line.provisional()) {
      sheet.value(row, 14, say.say("tạm tính", "provisional"));
    }
  }

  private static OptionalDouble finite(Optional<Double> value) {
    return value.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static void whole(Worksheet sheet, int row, int column, Optional<Long> value) {
    value.ifPresent(
        number -> {
          sheet.value(row, column, number);
          sheet.style(row, column).format("#,##0").set();
        });
  }

  private static void decimal(
      Worksheet sheet, int row, int column, OptionalDouble value, String format) {
    if (value.isPresent()) {
      sheet.value(row, column, value.getAsDouble());
      sheet.style(row, column).format(format).set();
    }
  }

  private void months(Workbook book) {
    Worksheet sheet =
        sheet(
            book,
            say.say("Từng tháng", "Months"),
            say.say("Tháng", "Month"),
            say.say("Vụ phát hiện", "Detections"),
            say.say("Lượt người", "Persons"));
    int row = HEAD + 1;
    for (MonthCount month : report.months()) {
      sheet.value(row, 0, month.month().toString());
      whole(sheet, row, 1, Optional.of(month.detections()));
      whole(sheet, row, 2, Optional.of(month.persons()));
      row++;
    }
  }

  private void stations(Workbook book) {
    if (report.stations().isEmpty()) {
      return;
    }
    StationComparison all = report.stations().get();
    Worksheet sheet =
        sheet(
            book,
            say.say("Các đồn", "Stations"),
            say.say("Mã", "Code"),
            say.say("Đồn", "Station"),
            say.say("Kỳ", "Period"),
            say.say("Giờ tuần tra", "Patrol hours"),
            say.say("Vụ do tuần tra", "Cases by patrols"),
            say.say("Vụ/1.000 giờ", "Cases/1,000 h"),
            say.say("95 % từ", "95 % from"),
            say.say("đến", "to"),
            say.say("Đã làm trơn (EB)", "Smoothed (EB)"),
            "z",
            say.say("Nhận xét", "Standing"));
    sheet.width(1, 34);
    int row = HEAD + 1;
    for (StationComparison.Station station : all.stations()) {
      for (int i = 0; i < all.periods().size(); i++) {
        Funnel.Place place = station.past().get(i);
        sheet.value(row, 0, station.unit().code());
        sheet.value(row, 1, say.name(station.unit()));
        sheet.value(row, 2, all.periods().get(i));
        decimal(sheet, row, 3, OptionalDouble.of(place.hours()), "#,##0.0");
        whole(sheet, row, 4, Optional.of(place.events()));
        decimal(sheet, row, 5, thousand(place.rate()), "0.0");
        decimal(sheet, row, 6, thousand(place.low()), "0.0");
        decimal(sheet, row, 7, thousand(place.high()), "0.0");
        decimal(sheet, row, 8, thousand(place.smoothed()), "0.0");
        decimal(sheet, row, 9, finite(Optional.of(place.z())), "0.00");
        sheet.value(row, 10, place.standing().code());
        row++;
      }
    }
  }

  private static OptionalDouble thousand(double rate) {
    return Double.isFinite(rate) ? OptionalDouble.of(1000 * rate) : OptionalDouble.empty();
  }

  private void reporting(Workbook book) {
    Worksheet sheet =
        sheet(
            book,
            say.say("Nộp số liệu", "Reporting"),
            say.say("Mã", "Code"),
            say.say("Đơn vị", "Unit"),
            say.say("Tình trạng", "State"),
            say.say("Số đầu tiên nộp lúc", "First count"),
            say.say("Ngày muộn", "Days late"),
            say.say("Số tạm tính", "Provisional counts"));
    sheet.width(1, 34);
    sheet.width(3, 20);
    int row = HEAD + 1;
    for (Reporting.UnitState state : report.reporting().units()) {
      sheet.value(row, 0, state.unit().code());
      sheet.value(row, 1, say.name(state.unit()));
      sheet.value(row, 2, state(state.state()));
      sheet.value(row, 3, state.first().map(say::time).orElse(""));
      whole(sheet, row, 4, Optional.of(state.daysLate()));
      whole(sheet, row, 5, Optional.of((long) state.provisional()));
      row++;
    }
  }

  private String state(Reporting.State state) {
    return switch (state) {
      case MISSING -> say.say("chưa nộp", "missing");
      case LATE -> say.say("nộp muộn", "late");
      case IN_TIME -> say.say("đúng hạn", "in time");
    };
  }
}
