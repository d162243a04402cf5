package org.borderwatch.server.outcome.paper;

import java.util.List;
import org.borderwatch.server.outcome.lines.MonthCount;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.paper.Svg;
import org.borderwatch.server.paper.Svg.Anchor;
import org.borderwatch.server.paper.Tint;
import org.borderwatch.server.report.ReportPeriod;

/** Bars of months, and of periods of the same length. Every axis begins at nothing. */
final class TrendFigures {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 150;
  private static final double FOOT = 30;
  private static final double HEAD = 14;
  private static final int MOST_LABELS = 26;

  private TrendFigures() {}

  /** Detections month by month: full bars in the period, edged ones in the same period. */
  static String months(List<MonthCount> months, ReportPeriod period, ReportLanguage language) {
    Svg svg =
        new Svg(
            WIDTH, HEIGHT, language.say("Số vụ phát hiện từng tháng", "Detections month by month"));
    long most = Math.max(1, months.stream().mapToLong(MonthCount::detections).max().orElse(1));
    double step = WIDTH / months.size();
    double bar = Math.min(34, step * 0.72);
    for (int i = 0; i < months.size(); i++) {
      MonthCount month = months.get(i);
      double middle = (i + 0.5) * step;
      double high = (HEIGHT - FOOT - HEAD) * month.detections() / most;
      double top = HEIGHT - FOOT - high;
      boolean now = isIn(month, period);
      boolean then = period.samePeriod().map(same -> isIn(month, same)).orElse(false);
      svg.box(
          middle - bar / 2,
          top,
          bar,
          high,
          now ? Tint.ACCENT : then ? Tint.PAPER : Tint.PALE,
          now ? Tint.ACCENT : then ? Tint.ACCENT : Tint.NONE);
      if (months.size() <= MOST_LABELS) {
        svg.words(
            middle, top - 3, language.plain(month.detections()), 8.5, now, Anchor.MIDDLE, Tint.INK);
        svg.words(
            middle,
            HEIGHT - FOOT + 11,
            language.say("T", "") + month.month().getMonthValue(),
            8.5,
            false,
            Anchor.MIDDLE,
            Tint.MUTED);
      }
      if (month.month().getMonthValue() == 1 || i == 0) {
        svg.words(
            middle - bar / 2,
            HEIGHT - 6,
            Integer.toString(month.month().getYear()),
            9,
            true,
            Anchor.START,
            Tint.INK);
      }
    }
    svg.line(0, HEIGHT - FOOT, WIDTH, HEIGHT - FOOT, Tint.MUTED, 1);
    return svg.finish();
  }

  private static boolean isIn(MonthCount month, ReportPeriod period) {
    return !month.month().isBefore(period.first()) && !month.month().isAfter(period.last());
  }

  /** A line's periods of the same length; a gap where nobody reported. */
  static String history(ReportLine line, ReportLanguage language) {
    double width = 150;
    double high = 56;
    Svg svg = new Svg(width, high, language.name(line));
    long most =
        Math.max(
            1, line.history().stream().mapToLong(past -> past.value().orElse(0L)).max().orElse(1));
    int periods = line.history().size();
    double step = width / periods;
    for (int i = 0; i < periods; i++) {
      ReportLine.Past past = line.history().get(i);
      boolean last = i == periods - 1;
      double middle = (i + 0.5) * step;
      if (past.value().isEmpty()) {
        svg.words(middle, high - 16, "–", 9, false, Anchor.MIDDLE, Tint.MUTED);
      } else {
        double bar = (high - 26) * past.value().get() / most;
        svg.box(
            middle - step * 0.32,
            high - 13 - bar,
            step * 0.64,
            bar,
            last ? Tint.ACCENT : Tint.PALE,
            Tint.NONE);
        if (last || periods - 3 == i) {
          svg.words(
              middle,
              high - 15 - bar,
              language.plain(past.value().get()),
              8,
              last,
              Anchor.MIDDLE,
              Tint.INK);
        }
      }
      svg.words(middle, high - 3, shortName(past.period()), 7, last, Anchor.MIDDLE, Tint.MUTED);
    }
    svg.line(0, high - 13, width, high - 13, Tint.MUTED, 0.8);
    return svg.finish();
  }

  /** {@code H1/24} of {@code 2024-H1}. */
  private static String shortName(String period) {
    if (period.length() == 4) {
      return period;
    }
    return period.indexOf('/') >= 0
        ? period.substring(2, 7)
        : period.substring(5) + "/" + period.substring(2, 4);
  }
}
