package org.borderwatch.server.patrol.order;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.borderwatch.server.patrol.area.PatrolArea;

/**
 * An order as GPX 1.1 for handhelds: waypoints, then a route for each way from a post to an area,
 * then a track for the outline of each area. What two teams share stands once.
 */
final class OrderGpx {
  private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";

  private final XMLStreamWriter xml;

  private OrderGpx(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(PatrolOrder order, Instant made, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new OrderGpx(xml).document(order, made);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the GPX can't be written", e);
    }
  }

  private void document(PatrolOrder order, Instant made) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("gpx");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "1.1");
    xml.writeAttribute("creator", "Borderwatch");
    xml.writeStartElement("metadata");
    text("name", OrderNames.title(order));
    text("desc", OrderNames.note(order));
    text("time", made.toString());
    xml.writeEndElement();
    waypoints(order);
    routes(order);
    outlines(order);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void waypoints(PatrolOrder order) throws XMLStreamException {
    Set<String> told = new HashSet<>();
    for (TeamOrder team : order.teams()) {
      if (told.add(team.post().code())) {
        point("wpt", team.post().lon(), team.post().lat());
        text("name", team.post().nameVi());
        text("sym", "Flag, Green");
        xml.writeEndElement();
      }
      for (Waypoint waypoint : team.waypoints()) {
        if (told.add(waypoint.name())) {
          point("wpt", waypoint.at().lon(), waypoint.at().lat());
          text("name", waypoint.name());
          text("desc", OrderNames.area(waypoint.area()));
          text("sym", "Trail Head");
          xml.writeEndElement();
        }
      }
    }
  }

  private void routes(PatrolOrder order) throws XMLStreamException {
    Set<String> told = new HashSet<>();
    for (TeamOrder team : order.teams()) {
      for (PatrolArea area : team.areas()) {
        double[] way = area.ways().get(team.post().code());
        if (way != null && way.length >= 4 && told.add(team.post().code() + " " + area.id())) {
          xml.writeStartElement("rte");
          text("name", OrderNames.way(team, area));
          text("desc", OrderNames.area(area));
          for (int i = 0; i < way.length; i += 2) {
            point("rtept", way[i], way[i + 1]);
            xml.writeEndElement();
          }
          xml.writeEndElement();
        }
      }
    }
  }

  private void outlines(PatrolOrder order) throws XMLStreamException {
    for (PatrolArea area : order.areas()) {
      xml.writeStartElement("trk");
      text("name", PatrolOrder.shortName(area));
      text("desc", OrderNames.area(area));
      xml.writeStartElement("trkseg");
      for (var at : area.shape().getCoordinates()) {
        point("trkpt", at.x, at.y);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private void point(String element, double lon, double lat) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("lat", OrderNames.degrees(lat));
    xml.writeAttribute("lon", OrderNames.degrees(lon));
  }

  private void text(String element, String words) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }
}
