package org.borderwatch.server.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.borderwatch.server.export.StyleRule.Area;
import org.borderwatch.server.export.StyleRule.Condition;
import org.borderwatch.server.export.StyleRule.Dot;
import org.borderwatch.server.export.StyleRule.From;
import org.borderwatch.server.export.StyleRule.Line;
import org.borderwatch.server.export.StyleRule.One;
import org.borderwatch.server.export.StyleRule.Symbol;

/**
 * A style in QML, the language of QGIS: rules with expressions. Properties of symbols stand both as
 * QGIS writes them since 3.26 ({@code Option}) and as older ones read them ({@code prop}).
 */
final class QgisStyle {
  private QgisStyle() {}

  static String qml(LayerStyle style) {
    return XmlText.of(xml -> write(style.rules(), xml));
  }

  private static void write(List<StyleRule> rules, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
    xml.writeStartElement("qgis");
    xml.writeAttribute("version", "3.22.0");
    xml.writeAttribute("styleCategories", "Symbology");
    xml.writeStartElement("renderer-v2");
    xml.writeAttribute("type", "RuleRenderer");
    xml.writeAttribute("symbollevels", "1");
    xml.writeAttribute("enableorderby", "0");
    xml.writeAttribute("forceraster", "0");
    xml.writeStartElement("rules");
    xml.writeAttribute("key", "{borderwatch}");
    for (int i = 0; i < rules.size(); i++) {
      xml.writeEmptyElement("rule");
      xml.writeAttribute("key", "{borderwatch-" + i + "}");
      xml.writeAttribute("symbol", Integer.toString(i));
      xml.writeAttribute("label", rules.get(i).label());
      xml.writeAttribute("filter", expression(rules.get(i).condition()));
    }
    xml.writeEndElement();
    xml.writeStartElement("symbols");
    for (int i = 0; i < rules.size(); i++) {
      symbol(i, rules.get(i).symbol(), xml);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String expression(Condition condition) {
    if (condition instanceof One one) {
      // As texts: a class of hotspots is a number, a status a word.
      return one.values().stream()
          .map(value -> "'" + value + "'")
          .collect(Collectors.joining(", ", "to_string(\"" + one.attribute() + "\") IN (", ")"));
    }
    if (condition instanceof From from) {
      String least = "\"" + from.attribute() + "\" >= " + from.least();
      return Double.isInfinite(from.below())
          ? least
          : least + " AND \"" + from.attribute() + "\" < " + from.below();
    }
    return "ELSE";
  }

  private static void symbol(int name, Symbol symbol, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("symbol");
    xml.writeAttribute("name", Integer.toString(name));
    xml.writeAttribute("alpha", "1");
    xml.writeAttribute("clip_to_extent", "1");
    xml.writeAttribute("force_rhr", "0");
    Map<String, String> properties = new LinkedHashMap<>();
    String layer;
    if (symbol instanceof Line line) {
      xml.writeAttribute("type", "line");
      layer = "SimpleLine";
      properties.put("line_color", rgba(line.colour()));
      properties.put("line_width", Double.toString(line.widthMm()));
      properties.put("line_width_unit", "MM");
      properties.put("line_style", line.dash().qgis());
      properties.put("capstyle", "round");
      properties.put("joinstyle", "round");
    } else if (symbol instanceof Area area) {
      xml.writeAttribute("type", "fill");
      layer = "SimpleFill";
      properties.put("color", area.fill().isEmpty() ? "0,0,0,0" : rgba(area.fill()));
      properties.put("style", area.fill().isEmpty() ? "no" : "solid");
      properties.put("outline_color", rgba(area.outline()));
      properties.put("outline_width", "0.1");
      properties.put("outline_width_unit", "MM");
      properties.put("outline_style", "solid");
    } else {
      Dot dot = (Dot) symbol;
      xml.writeAttribute("type", "marker");
      layer = "SimpleMarker";
      properties.put("name", "circle");
      properties.put("color", rgba(dot.fill()));
      properties.put("size", Double.toString(dot.diameterMm()));
      properties.put("size_unit", "MM");
      properties.put("outline_color", "255,255,255,255");
      properties.put("outline_width", "0.2");
      properties.put("outline_width_unit", "MM");
      properties.put("outline_style", "solid");
    }
    xml.writeStartElement("layer");
    xml.writeAttribute("class", layer);
    xml.writeAttribute("enabled", "1");
    xml.writeAttribute("locked", "0");
    xml.writeAttribute("pass", Integer.toString(name));
    properties(properties, xml);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void properties(Map<String, String> properties, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("Option");
    xml.writeAttribute("type", "Map");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      xml.writeEmptyElement("Option");
      xml.writeAttribute("type", "QString");
      xml.writeAttribute("name", property.getKey());
      xml.writeAttribute("value", property.getValue());
    }
    xml.writeEndElement();
    for (Map.Entry<String, String> property : properties.entrySet()) {
      xml.writeEmptyElement("prop");
      xml.writeAttribute("k", property.getKey());
      xml.writeAttribute("v", property.getValue());
    }
  }

  private static String rgba(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return "%d,%d,%d,255".formatted(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
  }
}
