package org.borderwatch.server.outcome.paper;

import org.borderwatch.server.paper.Svg;
import org.borderwatch.server.paper.Svg.Anchor;
import org.borderwatch.server.paper.Tint;
import org.borderwatch.server.report.RateRatio;

/**
 * A ratio with its 95 % interval on an axis on which each step doubles, from an eighth to eight. A
 * filled dot is a change beyond chance.
 */
final class RatioFigure {
  private static final double WIDTH = 112;
  private static final double HEIGHT = 18;
  private static final double STEP = 17;
  private static final double MOST_STEPS = 3;
  private static final double EVIDENCE = 0.05;

  private RatioFigure() {}

  /** The marks of the axis, for the head of a table. */
  static String axis(ReportLanguage language) {
    Svg svg =
        new Svg(
            WIDTH,
            12,
            language.say("Thang chia đều theo lần gấp đôi", "Each step of the axis doubles"));
    String[] marks = {"1/8", "1/4", "1/2", "1", "2", "4", "8"};
    for (int i = 0; i < marks.length; i++) {
      svg.words(
          WIDTH / 2 + (i - MOST_STEPS) * STEP, 9, marks[i], 8, i == 3, Anchor.MIDDLE, Tint.MUTED);
    }
    return svg.finish();
  }

  static String of(RateRatio ratio, ReportLanguage language) {
    Svg svg = new Svg(WIDTH, HEIGHT, words(ratio, language));
    double middle = HEIGHT / 2;
    svg.dotted(WIDTH / 2, 1, WIDTH / 2, HEIGHT - 1, Tint.MUTED);
    if (!Double.isFinite(ratio.low())) {
      return svg.finish();
    }
    boolean sure = ratio.p() < EVIDENCE;
    double low = x(ratio.low());
    double high = x(ratio.high());
    svg.line(low, middle, high, middle, sure ? Tint.INK : Tint.MUTED, 1.6);
    arrow(svg, ratio.low(), low, middle, sure);
    arrow(svg, ratio.high(), high, middle, sure);
    svg.circle(
        x(ratio.value()), middle, 3.6, sure ? Tint.INK : Tint.PAPER, sure ? Tint.INK : Tint.MUTED);
    return svg.finish();
  }

  /** An interval that reaches beyond the axis says so. */
  private static void arrow(Svg svg, double ratio, double x, double y, boolean sure) {
    double steps = Math.log(ratio) / Math.log(2);
    if (Math.abs(steps) > MOST_STEPS) {
      double back = steps > 0 ? -4 : 4;
      svg.path(
          "M %s %s L %s %s L %s %s"
              .formatted(
                  Svg.number(x + back),
                  Svg.number(y - 3),
                  Svg.number(x),
                  Svg.number(y),
                  Svg.number(x + back),
                  Svg.number(y + 3)),
          Tint.NONE,
          sure ? Tint.INK : Tint.MUTED,
          1.4,
          "");
    }
  }

  private static double x(double ratio) {
    double steps = Math.log(ratio) / Math.log(2);
    return WIDTH / 2 + STEP * Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps));
  }

  private static String words(RateRatio ratio, ReportLanguage language) {
    return Double.isFinite(ratio.low())
        ? language.say("Tỷ số ", "Ratio ")
            + language.number(ratio.value(), 2)
            + language.say(", khoảng 95 % từ ", ", 95 % interval ")
            + language.number(ratio.low(), 2)
            + language.say(" đến ", " to ")
            + language.number(ratio.high(), 2)
        : language.say("Không có tỷ số", "No ratio");
  }
}
