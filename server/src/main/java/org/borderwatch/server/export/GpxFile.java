package org.borderwatch.server.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * GPX 1.1 for handhelds, always in degrees: a point is a waypoint, a line a track with a segment
 * for each part, an area a track of its rings. Attributes stand as extensions, each with a
 * namespace of its own accord and no prefix: GDAL makes a prefix part of the name. What has no
 * geometry can't be told and is counted in the description.
 *
 * <p>Waypoints have to stand before tracks: where there are both, the features are read twice.
 */
final class GpxFile implements ExportFile {
  private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";
  private static final String EXTENSIONS = "urn:borderwatch:attributes";

  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new Tracks(xml, layer).write(features);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the GPX can't be written", e);
    }
  }

  /** One document while it is written. */
  private static final class Tracks {
    private final XMLStreamWriter xml;
    private final ExportLayer layer;
    private final List<String> elements;
    private final String idElement;
    private final FeatureLabel label;
    private final int timeColumn;

    Tracks(XMLStreamWriter xml, ExportLayer layer) {
      this.xml = xml;
      this.layer = layer;
      ColumnNames columns = ColumnNames.of(layer);
      Set<String> taken = new HashSet<>();
      this.elements = new ArrayList<>();
      columns.attributes().forEach(name -> elements.add(element(name, taken)));
      this.idElement = layer.hasIds() ? element(columns.id(), taken) : "";
      this.label = new FeatureLabel(layer.attributes());
      List<Attribute.Type> types = layer.attributes().stream().map(Attribute::type).toList();
      this.timeColumn = types.indexOf(Attribute.Type.TIME);
    }

    /** A name as an element may have it. */
    private static String element(String name, Set<String> taken) {
      String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
      String legal = plain.matches("[A-Za-z_].*") ? plain : "_" + plain;
      String free = legal;
      for (int i = 2; !taken.add(free); i++) {
        free = legal + "_" + i;
      }
      return free;
    }

    void write(FeatureSpool features) throws XMLStreamException, IOException {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("gpx");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", "1.1");
      xml.writeAttribute("creator", "Borderwatch " + layer.provenance().software());
      metadata(features);
      if (layer.kind() != GeometryKind.LINE && layer.kind() != GeometryKind.LINES) {
        forEach(features, this::waypoints);
      }
      if (layer.kind() != GeometryKind.POINT) {
        forEach(features, this::track);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    }

    private interface Part {
      void write(ExportFeature feature) throws XMLStreamException;
    }

    private static void forEach(FeatureSpool features, Part part) throws IOException {
      features.forEach(
          feature -> {
            try {
              part.write(feature);
            } catch (XMLStreamException e) {
              throw new IOException("a feature can't be written", e);
            }
          });
    }

    private void metadata(FeatureSpool features) throws XMLStreamException {
      Provenance from = layer.provenance();
      xml.writeStartElement("metadata");
      text("name", from.titleVi() + " / " + from.title());
      long without = features.features() - features.located();
      text(
          "desc",
          from.note()
              + (without == 0
                  ? ""
                  : " " + without + " features have no geometry and are left out of this file."));
      xml.writeStartElement("copyright");
      xml.writeAttribute("author", from.licence().title());
      if (!from.licence().href().isEmpty()) {
        text("license", from.licence().href());
      }
      xml.writeEndElement();
      text("time", from.made().toString());
      if (!layer.bounds().isNull()) {
        xml.writeEmptyElement("bounds");
        xml.writeAttribute("minlat", Double.toString(layer.bounds().getMinY()));
        xml.writeAttribute("minlon", Double.toString(layer.bounds().getMinX()));
        xml.writeAttribute("maxlat", Double.toString(layer.bounds().getMaxY()));
        xml.writeAttribute("maxlon", Double.toString(layer.bounds().getMaxX()));
      }
      xml.writeEndElement();
    }

    private void waypoints(ExportFeature feature) throws XMLStreamException {
      for (Point point : points(feature.geometry())) {
        xml.writeStartElement("wpt");
        position(point.getX(), point.getY());
        if (timeColumn >= 0 && feature.values().get(timeColumn) != null) {
          text(
              "time",
              OffsetDateTime.parse(String.valueOf(feature.values().get(timeColumn)))
                  .toInstant()
                  .toString());
        }
        about(feature);
        xml.writeEndElement();
      }
    }

    private void track(ExportFeature feature) throws XMLStreamException {
      List<LineString> lines = lines(feature.geometry());
      if (lines.isEmpty()) {
        return;
      }
      xml.writeStartElement("trk");
      about(feature);
      for (LineString line : lines) {
        xml.writeStartElement("trkseg");
        CoordinateSequence sequence = line.getCoordinateSequence();
        for (int i = 0; i < sequence.size(); i++) {
          xml.writeEmptyElement("trkpt");
          position(sequence.getX(i), sequence.getY(i));
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }

    private static List<Point> points(@Nullable Geometry geometry) {
      List<Point> points = new ArrayList<>();
      if (geometry != null) {
        geometry.apply(
            (GeometryFilter)
                part -> {
                  if (part instanceof Point point) {
                    points.add(point);
                  }
                });
      }
      return points;
    }

    private static List<LineString> lines(@Nullable Geometry geometry) {
      List<LineString> lines = new ArrayList<>();
      if (geometry != null) {
        geometry.apply(
            (GeometryFilter)
                part -> {
                  if (part instanceof LineString line) {
                    lines.add(line);
                  } else if (part instanceof Polygon area) {
                    lines.add(area.getExteriorRing());
                    for (int i = 0; i < area.getNumInteriorRing(); i++) {
                      lines.add(area.getInteriorRingN(i));
                    }
                  }
                });
      }
      return lines;
    }

    private void position(double lon, double lat) throws XMLStreamException {
      xml.writeAttribute("lat", Double.toString(lat));
      xml.writeAttribute("lon", Double.toString(lon));
    }

    private void about(ExportFeature feature) throws XMLStreamException {
      String name = label.of(feature);
      if (!name.isEmpty()) {
        text("name", name);
      }
      if (layer.provenance().isSynthetic()) {
        text("desc", "SYNTHETIC / mô phỏng");
      }
      xml.writeStartElement("extensions");
      if (layer.hasIds()) {
        extension(idElement, feature.id());
      }
      for (int i = 0; i < elements.size(); i++) {
        @Nullable Object value = feature.values().get(i);
        boolean told = elements.get(i).equals(FeatureLabel.NAME) && name.equals(value);
        extension(elements.get(i), told ? null : value);
      }
      xml.writeEndElement();
    }

    private void extension(String element, @Nullable Object value) throws XMLStreamException {
      if (value != null) {
        xml.writeStartElement(element);
        xml.writeDefaultNamespace(EXTENSIONS);
        xml.writeCharacters(XmlText.legal(value.toString()));
        xml.writeEndElement();
      }
    }

    private void text(String element, String value) throws XMLStreamException {
      xml.writeStartElement(element);
      xml.writeCharacters(XmlText.legal(value));
      xml.writeEndElement();
    }
  }
}
