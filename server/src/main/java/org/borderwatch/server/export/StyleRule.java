package org.borderwatch.server.export;

import java.util.List;

/**
 * Which features are drawn how. Colours as {@code #rrggbb}, sizes in millimetres.
 *
 * @param label for the legend
 * @param condition which features
 * @param symbol how
 */
record StyleRule(String label, Condition condition, Symbol symbol) {

  /** Which features a rule means. */
  sealed interface Condition permits One, From, Otherwise {}

  /** The attribute has one of these values. */
  record One(String attribute, List<String> values) implements Condition {}

  /** The attribute is at least so large; the first rule that fits counts. */
  record From(String attribute, double least, double below) implements Condition {}

  /** No other rule means it. */
  record Otherwise() implements Condition {}

  /** How a feature is drawn. */
  sealed interface Symbol permits Line, Area, Dot {}

  /** How the pieces of a line follow each other. */
  enum Dash {
    SOLID("solid", ""),
    DASHED("dash", "8 4"),
    DOTTED("dot", "1 3");

    private final String qgis;
    private final String pattern;

    Dash(String qgis, String pattern) {
      this.qgis = qgis;
      this.pattern = pattern;
    }

    /** As QGIS calls it. */
    String qgis() {
      return qgis;
    }

    /** Lengths of pieces and gaps in widths of the line; empty for none. */
    String pattern() {
      return pattern;
    }
  }

  record Line(String colour, double widthMm, Dash dash) implements Symbol {}

  /** {@code fill} is empty for an outline alone. */
  record Area(String fill, String outline) implements Symbol {}

  record Dot(String fill, double diameterMm) implements Symbol {}
}
