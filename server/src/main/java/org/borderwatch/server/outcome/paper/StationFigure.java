package org.borderwatch.server.outcome.paper;

import org.borderwatch.server.outcome.lines.StationComparison;
import org.borderwatch.server.paper.Svg;
import org.borderwatch.server.paper.Tint;
import org.borderwatch.server.report.Funnel;

/**
 * The rate of a station in each period beside that of all, on an axis on which each step doubles;
 * this period below and dark, with its 95 % interval, the others above it.
 */
final class StationFigure {
  private static final double WIDTH = 112;
  private static final double ROW = 6;
  private static final double STEP = 17;
  private static final double MOST_STEPS = 3;

  private StationFigure() {}

  static String of(
      StationComparison all, StationComparison.Station station, ReportLanguage language) {
    int periods = station.past().size();
    double height = ROW * periods + 6;
    Svg svg =
        new Svg(
            WIDTH,
            height,
            language.say("Suất so với mức chung qua các kỳ", "Rate beside that of all by period"));
    svg.dotted(WIDTH / 2, 0, WIDTH / 2, height, Tint.MUTED);
    for (int i = 0; i < periods; i++) {
      Funnel.Place place = station.past().get(i);
      double common = all.rates()[i];
      if (!(place.hours() > 0) || !(common > 0)) {
        continue;
      }
      boolean now = i == periods - 1;
      double y = 4 + ROW * i + (now ? 2 : 0);
      Tint tint = now ? Tint.INK : Tint.PALE;
      svg.line(x(place.low() / common), y, x(place.high() / common), y, tint, now ? 1.6 : 1);
      boolean apart =
          place.standing() == Funnel.Standing.ABOVE || place.standing() == Funnel.Standing.BELOW;
      svg.circle(
          x(place.rate() / common),
          y,
          now ? 3.4 : 2,
          now && !apart ? Tint.PAPER : tint,
          now ? Tint.INK : Tint.MUTED);
    }
    return svg.finish();
  }

  private static double x(double ratio) {
    double steps = ratio > 0 ? Math.log(ratio) / Math.log(2) : -MOST_STEPS;
    return WIDTH / 2 + STEP * Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps));
  }
}
