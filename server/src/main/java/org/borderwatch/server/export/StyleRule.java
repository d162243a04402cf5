package org.borderwatch.server.export;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which features are drawn how. Colours as {@code #rrggbb}, sizes in millimetres.
 *
 * @param label for the legend
 * @param condition which features
 * @param symbol how
 */
record StyleRule(String label, Condition condition, Symbol symbol) {

  /** The number of the first rule that means a feature. */
  static Optional<Integer> first(
      List<StyleRule> rules, List<Attribute> attributes, ExportFeature feature) {
    for (int i = 0; i < rules.size(); i++) {
      Condition condition = rules.get(i).condition();
      @Nullable Object value = null;
      for (int column = 0; column < attributes.size(); column++) {
        if (attributes.get(column).name().equals(condition.attribute())) {
          value = feature.values().get(column);
        }
      }
      if (condition.means(value)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Which features a rule means. */
  sealed interface Condition permits One, From, Otherwise {
    /** The attribute that it looks at; empty for none. */
    String attribute();

    /** Whether it means features with this value of the attribute. */
    boolean means(@Nullable Object value);
  }

  /** The attribute has one of these values. */
  record One(String attribute, List<String> values) implements Condition {
    @Override
    public boolean means(@Nullable Object value) {
      return value != null && values.contains(value.toString());
    }
  }

  /** The attribute is a number from {@code least} to before {@code below}. */
  record From(String attribute, double least, double below) implements Condition {
    @Override
    public boolean means(@Nullable Object value) {
      return value instanceof Number number
          && number.doubleValue() >= least
          && number.doubleValue() < below;
    }
  }

  /** No other rule means it. */
  record Otherwise() implements Condition {
    @Override
    public String attribute() {
      return "";
    }

    @Override
    public boolean means(@Nullable Object value) {
      return true;
    }
  }

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
