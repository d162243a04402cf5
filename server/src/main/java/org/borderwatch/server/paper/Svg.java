package org.borderwatch.server.paper;

import java.util.Locale;

/**
 * A picture of few kinds of parts, as SVG: lines, boxes, circles, paths of straight lines, words.
 * {@link SvgOnPaper} prints these and no others. Sizes are CSS pixels, y downwards.
 */
public final class Svg {
  private final Xhtml out = new Xhtml();

  /**
   * An empty picture.
   *
   * @param description what it shows, for those who can't see it
   */
  public Svg(double width, double height, String description) {
    out.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\""
            .formatted(number(width), number(height), number(width), number(height)));
    out.text(description).raw("\">");
  }

  /** Where words stand to their point. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  public Svg line(double x1, double y1, double x2, double y2, Tint tint, double width) {
    out.raw(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>"
            .formatted(
                number(x1), number(y1), number(x2), number(y2), paint(Tint.NONE, tint, width, "")));
    return this;
  }

  /** A line of dots. */
  public Svg dotted(double x1, double y1, double x2, double y2, Tint tint) {
    out.raw(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>"
            .formatted(
                number(x1), number(y1), number(x2), number(y2), paint(Tint.NONE, tint, 1, "1 2")));
    return this;
  }

  public Svg box(double x, double y, double width, double height, Tint fill, Tint edge) {
    out.raw(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
            .formatted(
                number(x), number(y), number(width), number(height), paint(fill, edge, 1, "")));
    return this;
  }

  public Svg circle(double x, double y, double radius, Tint fill, Tint edge) {
    out.raw(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>"
            .formatted(number(x), number(y), number(radius), paint(fill, edge, 1.4, "")));
    return this;
  }

  /** A path of {@code M} and {@code L} with points, and {@code Z}. */
  public Svg path(String path, Tint fill, Tint edge, double width, String dashes) {
    out.raw("<path d=\"%s\"%s/>".formatted(path, paint(fill, edge, width, dashes)));
    return this;
  }

  public Svg words(
      double x,
      double baseline,
      String words,
      double size,
      boolean bold,
      Anchor anchor,
      Tint tint) {
    out.raw(
            "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\"%s>"
                .formatted(
                    number(x),
                    number(baseline),
                    number(size),
                    bold ? " font-weight=\"700\"" : "",
                    anchor.name().toLowerCase(Locale.ROOT),
                    paint(tint, Tint.NONE, 0, "")))
        .text(words)
        .raw("</text>");
    return this;
  }

  /** The markup. */
  public String finish() {
    return out + "</svg>";
  }

  /** A coordinate of a path. */
  public static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Colours for paper, and classes by which a screen gives them its own. */
  private static String paint(Tint fill, Tint edge, double width, String dashes) {
    StringBuilder paint = new StringBuilder(" class=\"");
    paint.append(fill == Tint.NONE ? "" : "f-" + fill.code());
    paint.append(fill == Tint.NONE || edge == Tint.NONE ? "" : " ");
    paint.append(edge == Tint.NONE ? "" : "e-" + edge.code()).append("\"");
    paint.append(" fill=\"").append(fill.colour()).append('"');
    if (edge != Tint.NONE) {
      paint.append(" stroke=\"%s\" stroke-width=\"%s\"".formatted(edge.colour(), number(width)));
      paint.append(dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }
    return paint.toString();
  }
}
