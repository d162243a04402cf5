package org.borderwatch.server.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.borderwatch.server.export.StyleRule.Area;
import org.borderwatch.server.export.StyleRule.Dash;
import org.borderwatch.server.export.StyleRule.Dot;
import org.borderwatch.server.export.StyleRule.From;
import org.borderwatch.server.export.StyleRule.Line;
import org.borderwatch.server.export.StyleRule.One;
import org.borderwatch.server.export.StyleRule.Otherwise;

/**
 * How the layers are drawn that an analyst works with: the colours of the page on a light ground.
 *
 * @param says in words what is drawn how
 * @param rules the first that fits counts; later ones are drawn above
 */
record LayerStyle(String says, List<StyleRule> rules) {
  private static final String ROUTE = "#3d2f9e";
  private static final String ROAD = "#8b8f86";
  private static final String TRAIL = "#9c9585";
  private static final String EDGE = "#dedcd2";
  private static final String FORCE = "#0b6b4d";
  private static final List<String> LOADS = List.of("#b0a6ed", "#8277dd", "#5745cd", "#3116a1");

  private static final Map<String, Function<ExportLayer, LayerStyle>> BY_LAYER =
      Map.of(
          "routes", layer -> routes(),
          "network", layer -> network(),
          "key-segments", LayerStyle::keySegments,
          "hotspots", layer -> hotspots(),
          "patrol-areas", layer -> patrolAreas(),
          "detections", layer -> detections());

  LayerStyle {
    rules = List.copyOf(rules);
  }

  /** The style of a layer that has one. */
  static Optional<LayerStyle> of(ExportLayer layer) {
    return Optional.ofNullable(BY_LAYER.get(layer.name())).map(make -> make.apply(layer));
  }

  private static LayerStyle routes() {
    return new LayerStyle(
        "Registered routes by status: confirmed solid, suspected dashed, dormant dotted",
        List.of(
            rule("Tạm lắng / dormant", "status", "dormant", new Line(ROUTE, 0.8, Dash.DOTTED)),
            rule("Nghi vấn / suspected", "status", "suspected", new Line(ROUTE, 0.8, Dash.DASHED)),
            rule(
                "Đã xác minh / confirmed", "status", "confirmed", new Line(ROUTE, 0.9, Dash.SOLID)),
            new StyleRule("Khác / other", new Otherwise(), new Line(ROUTE, 0.4, Dash.SOLID))));
  }

  private static LayerStyle network() {
    return new LayerStyle(
        "Roads and trails by class: the wider the more important, trails dashed",
        List.of(
            new StyleRule(
                "Đường mòn / path",
                new One(
                    "class",
                    List.of("path", "footway", "bridleway", "steps", "cycleway", "pedestrian")),
                new Line(TRAIL, 0.3, Dash.DASHED)),
            new StyleRule(
                "Đường rừng, đường đất / track",
                new One("class", List.of("track")),
                new Line(TRAIL, 0.4, Dash.SOLID)),
            new StyleRule(
                "Đường nhỏ / minor road",
                new One(
                    "class",
                    List.of("unclassified", "residential", "living_street", "service", "road")),
                new Line(ROAD, 0.4, Dash.SOLID)),
            new StyleRule(
                "Đường huyện / tertiary",
                new One("class", List.of("tertiary", "tertiary_link")),
                new Line(ROAD, 0.6, Dash.SOLID)),
            new StyleRule(
                "Đường tỉnh / secondary",
                new One("class", List.of("secondary", "secondary_link")),
                new Line(ROAD, 0.8, Dash.SOLID)),
            new StyleRule(
                "Quốc lộ / primary and above",
                new One(
                    "class",
                    List.of(
                        "motorway",
                        "motorway_link",
                        "trunk",
                        "trunk_link",
                        "primary",
                        "primary_link")),
                new Line("#4a514c", 1.1, Dash.SOLID)),
            new StyleRule("Khác / other", new Otherwise(), new Line(TRAIL, 0.3, Dash.SOLID))));
  }

  /** Width and tone rise together; each class begins at twice the load of the one before. */
  private static LayerStyle keySegments(ExportLayer layer) {
    double most =
        layer.attributes().stream()
            .filter(one -> one.name().equals("load") && one.largest() > 0)
            .mapToDouble(Attribute::largest)
            .findFirst()
            .orElse(1);
    List<StyleRule> rules = new ArrayList<>();
    for (int i = 0; i < LOADS.size(); i++) {
      double least = i == 0 ? 0 : most / (1 << (LOADS.size() - i));
      double below =
          i == LOADS.size() - 1 ? Double.POSITIVE_INFINITY : most / (1 << (LOADS.size() - 1 - i));
      String label =
          i == LOADS.size() - 1
              ? String.format(Locale.ROOT, "≥ %.4g", least)
              : String.format(Locale.ROOT, "%.4g – %.4g", least, below);
      rules.add(
          new StyleRule(
              label,
              new From("load", least, below),
              new Line(LOADS.get(i), 0.4 + 0.6 * i, Dash.SOLID)));
    }
    return new LayerStyle("Load in four classes, each from twice the one before", rules);
  }

  private static LayerStyle hotspots() {
    return new LayerStyle(
        "Getis-Ord Gi* by class at 99, 95 and 90 %, uncorrected; class_bh holds the corrected one",
        List.of(
            rule("Lạnh 99 % / cold", "class", "-3", new Area("#0269a0", EDGE)),
            rule("Lạnh 95 % / cold", "class", "-2", new Area("#4ea5d6", EDGE)),
            rule("Lạnh 90 % / cold", "class", "-1", new Area("#a0d3ee", EDGE)),
            rule("Nóng 90 % / hot", "class", "1", new Area("#f5be87", EDGE)),
            rule("Nóng 95 % / hot", "class", "2", new Area("#eb762f", EDGE)),
            rule("Nóng 99 % / hot", "class", "3", new Area("#b12a0e", EDGE)),
            new StyleRule("Không rõ rệt / not significant", new Otherwise(), new Area("", EDGE))));
  }

  private static LayerStyle patrolAreas() {
    return new LayerStyle(
        "Patrol areas in outline, so that what lies below stays readable",
        List.of(
            new StyleRule("Khu vực tuần tra / patrol area", new Otherwise(), new Area("", FORCE))));
  }

  private static LayerStyle detections() {
    return new LayerStyle(
        "Detections: the larger the more persons",
        List.of(
            new StyleRule("1 – 4", new From("persons", 0, 5), new Dot("#cd6000", 1.6)),
            new StyleRule("5 – 9", new From("persons", 5, 10), new Dot("#b33000", 2.4)),
            new StyleRule(
                "≥ 10",
                new From("persons", 10, Double.POSITIVE_INFINITY),
                new Dot("#890e15", 3.4))));
  }

  private static StyleRule rule(
      String label, String attribute, String value, StyleRule.Symbol symbol) {
    return new StyleRule(label, new One(attribute, List.of(value)), symbol);
  }
}
