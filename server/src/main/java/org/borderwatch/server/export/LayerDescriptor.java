package org.borderwatch.server.export;

import java.util.List;
import java.util.Locale;
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
 * A style as an OGC Styled Layer Descriptor 1.1 with Symbology Encoding, for GeoServer and others.
 * Sizes are pixels of 0.28 mm, as that standard has it.
 */
final class LayerDescriptor {
  private static final String SLD = "http://www.opengis.net/sld";
  private static final String SE = "http://www.opengis.net/se";
  private static final String OGC = "http://www.opengis.net/ogc";
  private static final double MM_A_PIXEL = 0.28;

  private final XMLStreamWriter xml;

  private LayerDescriptor(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String sld(String layer, LayerStyle style) {
    return XmlText.of(xml -> new LayerDescriptor(xml).write(layer, style.rules()));
  }

  private void write(String layer, List<StyleRule> rules) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("StyledLayerDescriptor");
    xml.writeDefaultNamespace(SLD);
    xml.writeNamespace("se", SE);
    xml.writeNamespace("ogc", OGC);
    xml.writeAttribute("version", "1.1.0");
    xml.writeStartElement("NamedLayer");
    text("se:Name", layer);
    xml.writeStartElement("UserStyle");
    text("se:Name", layer);
    xml.writeStartElement("se:FeatureTypeStyle");
    for (StyleRule rule : rules) {
      xml.writeStartElement("se:Rule");
      text("se:Name", rule.label());
      filter(rule.condition());
      symbol(rule.symbol());
      xml.writeEndElement();
    }
    for (int open = 0; open < 4; open++) {
      xml.writeEndElement();
    }
    xml.writeEndDocument();
  }

  private void filter(Condition condition) throws XMLStreamException {
    if (condition instanceof One one) {
      xml.writeStartElement("ogc:Filter");
      boolean several = one.values().size() > 1;
      if (several) {
        xml.writeStartElement("ogc:Or");
      }
      for (String value : one.values()) {
        compare("ogc:PropertyIsEqualTo", one.attribute(), value);
      }
      if (several) {
        xml.writeEndElement();
      }
      xml.writeEndElement();
    } else if (condition instanceof From from) {
      xml.writeStartElement("ogc:Filter");
      boolean open = Double.isInfinite(from.below());
      if (!open) {
        xml.writeStartElement("ogc:And");
      }
      compare(
          "ogc:PropertyIsGreaterThanOrEqualTo", from.attribute(), Double.toString(from.least()));
      if (!open) {
        compare("ogc:PropertyIsLessThan", from.attribute(), Double.toString(from.below()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    } else {
      xml.writeEmptyElement("se:ElseFilter");
    }
  }

  private void compare(String operator, String attribute, String value) throws XMLStreamException {
    xml.writeStartElement(operator);
    text("ogc:PropertyName", attribute);
    text("ogc:Literal", value);
    xml.writeEndElement();
  }

  private void symbol(Symbol symbol) throws XMLStreamException {
    if (symbol instanceof Line line) {
      xml.writeStartElement("se:LineSymbolizer");
      xml.writeStartElement("se:Stroke");
      parameter("stroke", line.colour());
      parameter("stroke-width", pixels(line.widthMm()));
      parameter("stroke-linecap", "round");
      if (!line.dash().pattern().isEmpty()) {
        parameter("stroke-dasharray", line.dash().pattern());
      }
      xml.writeEndElement();
      xml.writeEndElement();
    } else if (symbol instanceof Area area) {
      xml.writeStartElement("se:PolygonSymbolizer");
      if (!area.fill().isEmpty()) {
        xml.writeStartElement("se:Fill");
        parameter("fill", area.fill());
        xml.writeEndElement();
      }
      xml.writeStartElement("se:Stroke");
      parameter("stroke", area.outline());
      parameter("stroke-width", "0.4");
      xml.writeEndElement();
      xml.writeEndElement();
    } else {
      Dot dot = (Dot) symbol;
      xml.writeStartElement("se:PointSymbolizer");
      xml.writeStartElement("se:Graphic");
      xml.writeStartElement("se:Mark");
      text("se:WellKnownName", "circle");
      xml.writeStartElement("se:Fill");
      parameter("fill", dot.fill());
      xml.writeEndElement();
      xml.writeEndElement();
      text("se:Size", pixels(dot.diameterMm()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private void parameter(String name, String value) throws XMLStreamException {
    xml.writeStartElement("se:SvgParameter");
    xml.writeAttribute("name", name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void text(String element, String value) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private static String pixels(double mm) {
    return String.format(Locale.ROOT, "%.1f", mm / MM_A_PIXEL);
  }
}
