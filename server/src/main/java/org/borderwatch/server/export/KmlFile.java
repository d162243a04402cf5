package org.borderwatch.server.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.borderwatch.server.export.StyleRule.Area;
import org.borderwatch.server.export.StyleRule.Dot;
import org.borderwatch.server.export.StyleRule.Line;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * KML 2.2, always in degrees: a style for each rule of the layer, attributes typed by a schema,
 * where it comes from in the description. An attribute {@code name} is the name of the placemark,
 * as programs don't tell the two apart. KML has no times among types: they stand as texts, and the
 * first of a feature as its time stamp.
 */
final class KmlFile implements ExportFile {
  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";
  private static final String SCHEMA = "attributes";

  /** What GDAL calls the elements of a placemark. */
  private static final String[] ELEMENTS = {
    "description",
    "timestamp",
    "begin",
    "end",
    "altitudemode",
    "tessellate",
    "extrude",
    "visibility",
    "draworder",
    "icon"
  };

  private static final double PIXELS_A_MM = 3.5;

  /** A feature that is larger than its symbol in Google Earth is hidden by it. */
  private static final double ICON_MM = 6;

  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new Document(xml, layer).write(features);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the KML can't be written", e);
    }
  }

  /** One document while it is written. */
  private static final class Document {
    private final XMLStreamWriter xml;
    private final ExportLayer layer;
    private final ColumnNames columns;
    private final List<StyleRule> rules;
    private final FeatureLabel label;
    private final int timeColumn;

    Document(XMLStreamWriter xml, ExportLayer layer) {
      this.xml = xml;
      this.layer = layer;
      this.columns = ColumnNames.of(layer, ELEMENTS);
      this.rules = LayerStyle.of(layer).map(LayerStyle::rules).orElse(List.of());
      this.label = new FeatureLabel(layer.attributes());
      List<Attribute.Type> types = layer.attributes().stream().map(Attribute::type).toList();
      this.timeColumn = types.indexOf(Attribute.Type.TIME);
    }

    void write(FeatureSpool features) throws XMLStreamException, IOException {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("kml");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeStartElement("Document");
      text("name", layer.name());
      text("description", layer.provenance().attribution() + ". " + layer.provenance().note());
      for (int i = 0; i < rules.size(); i++) {
        style(i, rules.get(i).symbol());
      }
      schema();
      features.forEach(
          feature -> {
            try {
              placemark(feature);
            } catch (XMLStreamException e) {
              throw new IOException("a feature can't be written", e);
            }
          });
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
    }

    private void style(int number, StyleRule.Symbol symbol) throws XMLStreamException {
      xml.writeStartElement("Style");
      xml.writeAttribute("id", "style" + number);
      if (symbol instanceof Line line) {
        xml.writeStartElement("LineStyle");
        text("color", colour(line.colour()));
        text("width", Double.toString(line.widthMm() * PIXELS_A_MM));
        xml.writeEndElement();
      } else if (symbol instanceof Area area) {
        xml.writeStartElement("LineStyle");
        text("color", colour(area.outline()));
        xml.writeEndElement();
        xml.writeStartElement("PolyStyle");
        text("color", area.fill().isEmpty() ? "00ffffff" : colour(area.fill()));
        xml.writeEndElement();
      } else if (symbol instanceof Dot dot) {
        xml.writeStartElement("IconStyle");
        text("color", colour(dot.fill()));
        text("scale", Double.toString(dot.diameterMm() / ICON_MM));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }

    private void schema() throws XMLStreamException {
      xml.writeStartElement("Schema");
      xml.writeAttribute("name", layer.name());
      xml.writeAttribute("id", SCHEMA);
      if (layer.hasIds()) {
        field(columns.id(), "string");
      }
      for (int i = 0; i < layer.attributes().size(); i++) {
        if (!isName(i)) {
          field(columns.attributes().get(i), type(layer.attributes().get(i)));
        }
      }
      xml.writeEndElement();
    }

    private boolean isName(int attribute) {
      return layer.attributes().get(attribute).name().equals(FeatureLabel.NAME);
    }

    private void field(String name, String type) throws XMLStreamException {
      xml.writeEmptyElement("SimpleField");
      xml.writeAttribute("name", XmlText.legal(name));
      xml.writeAttribute("type", type);
    }

    private static String type(Attribute attribute) {
      return switch (attribute.type()) {
        case INTEGER -> attribute.largest() > Integer.MAX_VALUE ? "double" : "int";
        case NUMBER -> "double";
        case BOOLEAN -> "bool";
        case TEXT, DATE, TIME -> "string";
      };
    }

    private void placemark(ExportFeature feature) throws XMLStreamException {
      xml.writeStartElement("Placemark");
      String name = label.of(feature);
      if (!name.isEmpty()) {
        text("name", name);
      }
      if (timeColumn >= 0 && feature.values().get(timeColumn) != null) {
        xml.writeStartElement("TimeStamp");
        text("when", String.valueOf(feature.values().get(timeColumn)));
        xml.writeEndElement();
      }
      Optional<Integer> rule = StyleRule.first(rules, layer.attributes(), feature);
      if (rule.isPresent()) {
        text("styleUrl", "#style" + rule.get());
      }
      xml.writeStartElement("ExtendedData");
      xml.writeStartElement("SchemaData");
      xml.writeAttribute("schemaUrl", "#" + SCHEMA);
      if (layer.hasIds()) {
        value(columns.id(), feature.id());
      }
      for (int i = 0; i < layer.attributes().size(); i++) {
        if (!isName(i)) {
          value(columns.attributes().get(i), feature.values().get(i));
        }
      }
      xml.writeEndElement();
      xml.writeEndElement();
      if (feature.geometry() != null) {
        geometry(feature.geometry());
      }
      xml.writeEndElement();
    }

    private void value(String name, @Nullable Object value) throws XMLStreamException {
      if (value == null) {
        return;
      }
      xml.writeStartElement("SimpleData");
      xml.writeAttribute("name", XmlText.legal(name));
      boolean truth = Boolean.TRUE.equals(value);
      xml.writeCharacters(
          value instanceof Boolean ? (truth ? "1" : "0") : XmlText.legal(value.toString()));
      xml.writeEndElement();
    }

    private void geometry(Geometry geometry) throws XMLStreamException {
      if (geometry instanceof Point point) {
        xml.writeStartElement("Point");
        coordinates(point.getCoordinateSequence());
        xml.writeEndElement();
      } else if (geometry instanceof LineString line) {
        xml.writeStartElement("LineString");
        text("tessellate", "1");
        coordinates(line.getCoordinateSequence());
        xml.writeEndElement();
      } else if (geometry instanceof Polygon area) {
        xml.writeStartElement("Polygon");
        ring("outerBoundaryIs", area.getExteriorRing());
        for (int i = 0; i < area.getNumInteriorRing(); i++) {
          ring("innerBoundaryIs", area.getInteriorRingN(i));
        }
        xml.writeEndElement();
      } else {
        xml.writeStartElement("MultiGeometry");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
          geometry(geometry.getGeometryN(i));
        }
        xml.writeEndElement();
      }
    }

    private void ring(String element, LineString ring) throws XMLStreamException {
      xml.writeStartElement(element);
      xml.writeStartElement("LinearRing");
      coordinates(ring.getCoordinateSequence());
      xml.writeEndElement();
      xml.writeEndElement();
    }

    private void coordinates(CoordinateSequence sequence) throws XMLStreamException {
      StringBuilder tuples = new StringBuilder();
      for (int i = 0; i < sequence.size(); i++) {
        tuples.append(i == 0 ? "" : " ");
        tuples.append(sequence.getX(i)).append(',').append(sequence.getY(i));
      }
      text("coordinates", tuples.toString());
    }

    private void text(String element, String value) throws XMLStreamException {
      xml.writeStartElement(element);
      xml.writeCharacters(XmlText.legal(value));
      xml.writeEndElement();
    }

    /** KML counts alpha, blue, green, red. */
    private static String colour(String rgb) {
      return "ff" + rgb.substring(5, 7) + rgb.substring(3, 5) + rgb.substring(1, 3);
    }
  }
}
