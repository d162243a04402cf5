package org.borderwatch.server.outcome.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.outcome.lines.ReportSection;
import org.borderwatch.server.outcome.lines.StationComparison;
import org.borderwatch.server.paper.Xhtml;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.CountComparison.Reading;
import org.borderwatch.server.report.Funnel;
import org.borderwatch.server.report.RateComparison;
import org.borderwatch.server.report.RateRatio;
import org.borderwatch.server.report.ReportPeriod;

/** The tables of a report, each number with the code of the line that it belongs to. */
final class ReportTables {
  private static final int MOST_SENTENCES = 8;

  private final Xhtml out;
  private final ReportLanguage say;
  private final ReportPeriod period;

  ReportTables(Xhtml out, ReportLanguage language, ReportPeriod period) {
    this.out = out;
    this.say = language;
    this.period = period;
  }

  /** The main lines of a section in sentences, as the form has them. */
  void sentences(ReportSection section) {
    List<ReportLine> main =
        section.lines().stream()
            .filter(line -> line.depth() == 0 && line.rate().isEmpty())
            .filter(line -> line.comparison().current().isPresent())
            .limit(MOST_SENTENCES)
            .toList();
    if (main.isEmpty()) {
      return;
    }
    out.raw("<p class=\"prose\">");
    out.text(main.stream().map(this::sentence).collect(Collectors.joining("; "))).raw(".</p>");
  }

  private String sentence(ReportLine line) {
    CountComparison it = line.comparison();
    StringBuilder words = new StringBuilder();
    words.append(say.name(line)).append(": ");
    words.append(say.count(it.current().orElseThrow())).append(' ').append(say.unit(line));
    if (it.previous().isPresent()) {
      words.append(", ").append(say.change(line, period.samePeriodVietnamese()));
    }
    return words.toString();
  }

  /**
   * The lines of a section; those known from longer periods alone are only named.
   *
   * @return whether there was anything for a table
   */
  boolean lines(ReportSection section, int number) {
    String same =
        period.samePeriod().map(before -> Integer.toString(before.first().getYear())).orElse("");
    List<ReportLine> shown =
        section.lines().stream().filter(line -> !isOnlyInLonger(line)).toList();
    List<ReportLine> longer =
        section.lines().stream().filter(ReportTables::isOnlyInLonger).toList();
    if (!shown.isEmpty()) {
      table(section, number, shown, same);
    }
    if (!longer.isEmpty()) {
      out.raw("<p class=\"m\">")
          .text(
              say.say(
                      "Chỉ có trong số của kỳ dài hơn, không tách được cho kỳ này: ",
                      "Known from longer periods alone, not to be shared out: ")
                  + longer.stream().map(say::name).collect(Collectors.joining("; "))
                  + ".")
          .raw("</p>");
    }
    return !shown.isEmpty();
  }

  private static boolean isOnlyInLonger(ReportLine line) {
    return line.incomplete()
        && line.comparison().current().isEmpty()
        && line.comparison().previous().isEmpty();
  }

  private void table(ReportSection section, int number, List<ReportLine> shown, String same) {
    out.raw("<table class=\"lines\"><caption>")
        .text(
            say.say("Biểu ", "Table ")
                + number
                + ". "
                + say.name(section)
                + ", "
                + say.name(period))
        .raw("</caption>");
    out.raw("<thead><tr>");
    head("", say.say("Chỉ tiêu", "Line"));
    head("n", say.say("Kỳ này", "Now"));
    head("n", say.say("Cùng kỳ ", "Same period ") + same);
    head("n", say.say("Tăng, giảm", "Difference"));
    head("n", "%");
    out.raw("<th scope=\"col\" class=\"w\">")
        .text(say.say("Tỷ số và khoảng 95 %", "Ratio and 95 % interval"))
        .raw(RatioFigure.axis(say))
        .raw("</th>");
    head("r", say.say("Kết luận", "Reading"));
    out.raw("</tr></thead><tbody>");
    shown.forEach(this::line);
    out.raw("</tbody></table>");
  }

  private void head(String kind, String words) {
    out.raw("<th scope=\"col\"" + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">")
        .text(words)
        .raw("</th>");
  }

  private void line(ReportLine line) {
    CountComparison it = line.comparison();
    out.raw("<tr><th scope=\"row\" class=\"d" + Math.min(2, line.depth()) + "\">")
        .text(say.name(line))
        .raw(" <span class=\"u\">(")
        .text(say.unit(line))
        .raw(")</span></th>");
    out.raw("<td class=\"n now\">");
    figure(line.code(), period, current(line));
    if (line.provisional()) {
      out.raw("<div class=\"m\">").text(say.say("tạm tính", "provisional")).raw("</div>");
    }
    out.raw("</td>");
    Optional<String> previous = previous(line);
    if (previous.isEmpty()) {
      out.raw("<td class=\"n\">–</td><td class=\"none\" colspan=\"4\">")
          .text(say.reading(line.reading()));
    } else {
      out.raw("<td class=\"n\">");
      figure(line.code(), period.samePeriod().orElse(period), previous.get());
      out.raw("</td>");
      cell("n", difference(line));
      cell(
          "n",
          line.percent().isPresent()
              ? say.signed(line.percent().getAsDouble(), 1) + "\u00a0%"
              : "–");
      out.raw("<td class=\"w\">")
          .raw(line.ratio().map(ratio -> RatioFigure.of(ratio, say)).orElse(""))
          .raw("</td><td class=\"r\">");
      reading(line);
    }
    notes(line, it);
    out.raw("</td></tr>");
  }

  /** A number that says of which line and period it is. */
  private void figure(String line, ReportPeriod of, String words) {
    out.raw("<span class=\"fig\" data-line=\"")
        .text(line)
        .raw("\" data-period=\"")
        .text(of.name())
        .raw("\">")
        .text(words)
        .raw("</span>");
  }

  private void cell(String kind, String words) {
    out.raw("<td class=\"" + kind + "\">").text(words).raw("</td>");
  }

  private String current(ReportLine line) {
    if (line.rate().isPresent()) {
      RateComparison rate = line.rate().get();
      return rate.current().isPresent() ? say.number(rate.current().getAsDouble(), 1) : "–";
    }
    return line.comparison().current().map(say::count).orElse(say.say("chưa có", "none yet"));
  }

  private Optional<String> previous(ReportLine line) {
    if (line.rate().isPresent()) {
      RateComparison rate = line.rate().get();
      return rate.previous().isPresent()
          ? Optional.of(say.number(rate.previous().getAsDouble(), 1))
          : Optional.empty();
    }
    return line.comparison().previous().map(say::count);
  }

  private String difference(ReportLine line) {
    if (line.rate().isPresent()) {
      RateComparison rate = line.rate().get();
      return rate.current().isPresent() && rate.previous().isPresent()
          ? say.signed(rate.current().getAsDouble() - rate.previous().getAsDouble(), 1)
          : "–";
    }
    return line.comparison().difference().map(say::difference).orElse("–");
  }

  private void reading(ReportLine line) {
    boolean sure = line.reading() == Reading.LESS || line.reading() == Reading.MORE;
    out.raw(sure ? "<b>" : "<span>")
        .text(say.reading(line.reading()))
        .raw(sure ? "</b>" : "</span>");
    line.ratio().ifPresent(ratio -> out.raw("<div class=\"m\">").text(ratio(ratio)).raw("</div>"));
  }

  private String ratio(RateRatio ratio) {
    String interval =
        Double.isFinite(ratio.low())
            ? "%s (%s–%s); "
                .formatted(
                    say.number(ratio.value(), 2),
                    say.number(ratio.low(), 2),
                    say.number(ratio.high(), 2))
            : "";
    return interval + say.probability(ratio.p());
  }

  private void notes(ReportLine line, CountComparison it) {
    if (it.personsTakenAsIndependent()) {
      note(
          say.say(
              "người đếm như độc lập; khoảng thật rộng hơn",
              "persons taken as independent; the true interval is wider"));
    }
    if (it.isApproximate()) {
      note(say.say("số gốc ghi “trên”: chỉ biết cận dưới", "known from below alone (“over”)"));
    }
    if (line.incomplete()) {
      note(
          say.say(
              "một phần nằm trong số của kỳ dài hơn, không tách được",
              "part of it lies in counts of longer periods"));
    }
  }

  private void note(String words) {
    out.raw("<div class=\"m\">").text(words).raw("</div>");
  }

  void stations(StationComparison all) {
    out.raw("<table class=\"stations\"><caption>")
        .text(
            say.say(
                "Vụ do tuần tra phát hiện trên 1.000 giờ tuần tra, từng đồn",
                "Detected by patrols for each 1,000 patrol hours, by station"))
        .raw("</caption><thead><tr>");
    head("", say.say("Đồn", "Station"));
    head("n", say.say("Giờ tuần tra", "Patrol hours"));
    head("n", say.say("Vụ", "Cases"));
    head("n", say.say("Trên 1.000 giờ (95 %)", "For each 1,000 h (95 %)"));
    head("w", say.say("So với mức chung, 4 kỳ", "Beside that of all, 4 periods"));
    head("r", say.say("Kết luận", "Reading"));
    out.raw("</tr></thead><tbody>");
    for (StationComparison.Station station : all.stations()) {
      Funnel.Place now = station.now();
      out.raw("<tr><th scope=\"row\">").text(say.name(station.unit())).raw("</th>");
      cell("n", say.plain(Math.round(now.hours())));
      out.raw("<td class=\"n\">");
      figure("unit_" + station.unit().code(), period, say.plain(now.events()));
      out.raw("</td>");
      cell(
          "n",
          "%s (%s–%s)"
              .formatted(
                  say.number(1000 * now.rate(), 1),
                  say.number(1000 * now.low(), 1),
                  say.number(1000 * now.high(), 1)));
      out.raw("<td class=\"w\">")
          .raw(StationFigure.of(all, station, say))
          .raw("</td><td class=\"r\">")
          .raw(apart(now) ? "<b>" : "<span>")
          .text(standing(now.standing()))
          .raw(apart(now) ? "</b>" : "</span>")
          .raw("</td></tr>");
    }
    out.raw("</tbody></table>");
  }

  private static boolean apart(Funnel.Place place) {
    return place.standing() == Funnel.Standing.ABOVE || place.standing() == Funnel.Standing.BELOW;
  }

  private String standing(Funnel.Standing standing) {
    return switch (standing) {
      case TOO_LITTLE -> say.say("Quá ít giờ để nhận xét", "Too few hours to say");
      case WITHIN -> say.say("Trong mức ngẫu nhiên", "Within chance");
      case BELOW -> say.say("Thấp hơn hẳn mức chung", "Clearly below all");
      case ABOVE -> say.say("Cao hơn hẳn mức chung", "Clearly above all");
    };
  }
}
