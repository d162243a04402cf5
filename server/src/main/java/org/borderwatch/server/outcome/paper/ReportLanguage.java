package org.borderwatch.server.outcome.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.borderwatch.data.Word;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.outcome.lines.ReportSection;
import org.borderwatch.server.outcome.lines.ReportingUnit;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountComparison.Reading;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.ReportWords;
import org.borderwatch.server.report.Tally;

/** The language of a report: its words, numbers and dates. */
enum ReportLanguage implements Word {
  VI,
  EN;

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZONE);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK).withZone(ZONE);

  /** One of two wordings. */
  String say(String vietnamese, String english) {
    return this == VI ? vietnamese : english;
  }

  String name(ReportLine line) {
    return say(line.subject().nameVi(), line.subject().nameEn());
  }

  String unit(ReportLine line) {
    return say(line.subject().unitVi(), line.subject().unitEn());
  }

  String name(ReportSection section) {
    return say(section.nameVi(), section.nameEn());
  }

  String name(ReportingUnit unit) {
    return say(unit.nameVi(), unit.nameEn());
  }

  String name(ReportPeriod period) {
    return say(period.vietnamese(), period.english());
  }

  String time(Instant at) {
    return (this == VI ? TIME : ENGLISH_TIME).format(at);
  }

  String count(long value) {
    return this == VI ? ReportWords.vietnamese(value) : ReportWords.english(value);
  }

  String count(Tally tally) {
    return (tally.atLeast() ? say("trên ", "over ") : "") + count(tally.value());
  }

  /** With a sign; the font of the paper has no true minus. */
  String difference(long value) {
    return (value > 0 ? "+" : value < 0 ? "-" : "") + plain(Math.abs(value));
  }

  /** Without a leading zero: not a count of the form. */
  String plain(long value) {
    String text = String.format(Locale.ROOT, "%,d", value);
    return this == VI ? text.replace(',', '.') : text;
  }

  String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return this == VI ? text.replace(',', ' ').replace('.', ',').replace(' ', '.') : text;
  }

  String signed(double value, int decimals) {
    return (value > 0 ? "+" : "") + number(value, decimals);
  }

  String probability(double p) {
    return p < 0.001
        ? "p\u00a0<\u00a0" + number(0.001, 3)
        : "p\u00a0=\u00a0" + number(p, p < 0.1 ? 3 : 2);
  }

  /** The change of a line in the words of the form. */
  String change(ReportLine line, Optional<String> samePeriodVietnamese) {
    CountComparison comparison = line.comparison();
    return this == VI
        ? ReportWords.vietnamese(comparison, line.subject().unitVi(), samePeriodVietnamese)
        : ReportWords.english(comparison, line.subject().unitEn());
  }

  String reading(Reading reading) {
    return switch (reading) {
      case NOT_REPORTED -> say("Chưa có số liệu", "Not reported");
      case NO_SAME_PERIOD -> say("Chưa có số cùng kỳ", "No figure for the same period");
      case SAME -> say("Không đổi", "The same");
      case NO_EVIDENCE -> say("Chưa đủ cơ sở kết luận có thay đổi", "No evidence of change");
      case LESS -> say("Giảm", "Fewer");
      case MORE -> say("Tăng", "More");
      case WORK_LESS -> say("Ít hơn (không kiểm định)", "Less (not tested)");
      case WORK_MORE -> say("Nhiều hơn (không kiểm định)", "More (not tested)");
    };
  }
}
