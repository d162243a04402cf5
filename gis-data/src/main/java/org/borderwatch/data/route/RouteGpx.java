package org.borderwatch.data.route;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Reads routes from GPX: each {@code rte} and {@code trk} is one. Handhelds put names of people
 * into a name, so it is taken only when it begins with the code of a route; descriptions and
 * comments are passed over and counted.
 */
final class RouteGpx implements RouteReader {
  private final XmlLines file;
  private final XMLStreamReader xml;
  private long number;

  RouteGpx(InputStream in) throws IOException {
    file = new XmlLines(in, "gpx", FileProblem.NOT_GPX);
    xml = file.xml();
  }

  @Override
  public @Nullable RouteRow next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          String element = xml.getLocalName();
          if (element.equals("trk") || element.equals("rte")) {
            number++;
            return route(new RouteRow(number));
          }
        }
      }
    } catch (XMLStreamException e) {
      throw XmlLines.notXml(e);
    }
    if (number == 0) {
      throw new UnreadableFileException(FileProblem.NO_ROUTES);
    }
    return null;
  }

  private RouteRow route(RouteRow row) throws XMLStreamException {
    boolean isRoute = xml.getLocalName().equals("rte");
    if (isRoute) {
      row.beginLine();
    }
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "name" -> name(row);
          case "desc", "cmt" -> {
            row.leaveOut();
            file.skip();
          }
          case "trkseg" -> {
            row.beginLine();
            depth++;
          }
          case "trkpt", "rtept" -> {
            row.position(degrees("lon"), degrees("lat"));
            file.skip();
          }
          default -> file.skip();
        }
      }
    }
    return row;
  }

  private void name(RouteRow row) throws XMLStreamException {
    if (!CodedName.put(row, file.text())) {
      row.leaveOut();
    }
  }

  private double degrees(String name) {
    String text = xml.getAttributeValue(null, name);
    try {
      return text == null ? Double.NaN : Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  @Override
  public String encoding() {
    return file.encoding();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
