package org.borderwatch.server.patrol.order;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.borderwatch.server.patrol.area.PatrolArea;

/**
 * An order as KML 2.2: a folder for each team with its areas, ways, waypoints and duties; a duty
 * has its time, so that a map with a time line shows who is where when.
 */
final class OrderKml {
  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

  private final XMLStreamWriter xml;

  private OrderKml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(PatrolOrder order, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new OrderKml(xml).document(order);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the KML can't be written", e);
    }
  }

  private void document(PatrolOrder order) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("Document");
    text("name", OrderNames.title(order));
    text("description", OrderNames.note(order));
    style("area", "ff4d6b0b", "333f8f4d", 2.4);
    style("way", "ff4d6b0b", "00ffffff", 2);
    for (TeamOrder team : order.teams()) {
      folder(team);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /** Colours as KML has them: opacity, blue, green, red. */
  private void style(String id, String line, String fill, double width) throws XMLStreamException {
    xml.writeStartElement("Style");
    xml.writeAttribute("id", id);
    xml.writeStartElement("LineStyle");
    text("color", line);
    text("width", Double.toString(width));
    xml.writeEndElement();
    xml.writeStartElement("PolyStyle");
    text("color", fill);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void folder(TeamOrder team) throws XMLStreamException {
    xml.writeStartElement("Folder");
    text("name", team.title());
    begin(team.post().nameVi(), "");
    point(team.post().lon(), team.post().lat());
    xml.writeEndElement();
    for (PatrolArea area : team.areas()) {
      area(area);
      way(team, area);
    }
    for (Waypoint waypoint : team.waypoints()) {
      begin(waypoint.name(), OrderNames.area(waypoint.area()));
      point(waypoint.at().lon(), waypoint.at().lat());
      xml.writeEndElement();
    }
    xml.writeStartElement("Folder");
    text("name", "Các ca");
    for (DutyLine line : team.days()) {
      if (line.duty().isPresent()) {
        duty(line.duty().get());
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void area(PatrolArea area) throws XMLStreamException {
    begin(PatrolOrder.shortName(area), OrderNames.area(area));
    text("styleUrl", "#area");
    xml.writeStartElement("Polygon");
    xml.writeStartElement("outerBoundaryIs");
    xml.writeStartElement("LinearRing");
    StringBuilder ring = new StringBuilder();
    for (var at : area.shape().getCoordinates()) {
      position(ring, at.x, at.y);
    }
    text("coordinates", ring.toString().strip());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void way(TeamOrder team, PatrolArea area) throws XMLStreamException {
    double[] way = area.ways().get(team.post().code());
    if (way == null || way.length < 4) {
      return;
    }
    begin(OrderNames.way(team, area), OrderNames.area(area));
    text("styleUrl", "#way");
    xml.writeStartElement("LineString");
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < way.length; i += 2) {
      position(line, way[i], way[i + 1]);
    }
    text("coordinates", line.toString().strip());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** In the middle of its area, from when it is there until it leaves. */
  private void duty(DutyLine.Duty duty) throws XMLStreamException {
    String name = PatrolOrder.shortName(duty.area());
    begin(
        name + ", " + VietnameseForm.dayAndTime(duty.onSiteFrom()),
        "Xuất phát %s, về tới đồn %s."
            .formatted(
                VietnameseForm.dayAndTime(duty.time().from()),
                VietnameseForm.dayAndTime(duty.time().until())));
    xml.writeStartElement("TimeSpan");
    text("begin", duty.onSiteFrom().toString());
    text("end", duty.onSiteUntil().toString());
    xml.writeEndElement();
    var middle = duty.area().shape().getInteriorPoint().getCoordinate();
    point(middle.x, middle.y);
    xml.writeEndElement();
  }

  private void begin(String name, String description) throws XMLStreamException {
    xml.writeStartElement("Placemark");
    text("name", name);
    if (!description.isEmpty()) {
      text("description", description);
    }
  }

  private void point(double lon, double lat) throws XMLStreamException {
    StringBuilder at = new StringBuilder();
    position(at, lon, lat);
    xml.writeStartElement("Point");
    text("coordinates", at.toString().strip());
    xml.writeEndElement();
  }

  private static void position(StringBuilder out, double lon, double lat) {
    out.append(OrderNames.degrees(lon)).append(',').append(OrderNames.degrees(lat)).append(' ');
  }

  private void text(String element, String words) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }
}
