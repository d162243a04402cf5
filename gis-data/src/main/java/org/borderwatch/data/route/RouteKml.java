package org.borderwatch.data.route;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.detection.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Reads routes from KML: each {@code Placemark} with a {@code LineString}, alone or in a {@code
 * MultiGeometry}, is one; placemarks without a line, such as points, are passed over. Its fields
 * come from {@code ExtendedData}; the {@code name} is taken as the name of the way, and as its code
 * before, when it begins with one. Descriptions are passed over and counted.
 */
final class RouteKml implements RouteReader {
  private final XmlLines file;
  private final XMLStreamReader xml;
  private long number;
  private boolean anyLine;

  RouteKml(InputStream in) throws IOException {
    file = new XmlLines(in, "kml", FileProblem.NOT_KML);
    xml = file.xml();
  }

  @Override
  public @Nullable RouteRow next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Placemark")) {
          RouteRow row = placemark(new RouteRow(number + 1));
          if (!row.lines().isEmpty()) {
            anyLine = true;
            number++;
            return row;
          }
        }
      }
    } catch (XMLStreamException e) {
      throw XmlLines.notXml(e);
    }
    if (!anyLine) {
      throw new UnreadableFileException(FileProblem.NO_ROUTES);
    }
    return null;
  }

  private RouteRow placemark(RouteRow row) throws XMLStreamException {
    String field = null;
    String name = null;
    int depth = 1;
    int lineAt = 0;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        lineAt = depth < lineAt ? 0 : lineAt;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "name" -> name = file.text();
          case "description", "Snippet" -> {
            row.leaveOut();
            file.skip();
          }
          case "Data" -> {
            field = xml.getAttributeValue(null, "name");
            depth++;
          }
          case "SimpleData" -> property(row, xml.getAttributeValue(null, "name"), file.text());
          case "value" -> property(row, field, file.text());
          case "LineString" -> {
            row.beginLine();
            depth++;
            lineAt = depth;
          }
          case "coordinates" -> {
            if (lineAt > 0) {
              coordinates(row);
            } else {
              file.skip();
            }
          }
          case "Style", "StyleMap", "Region", "LookAt", "Camera", "TimeSpan", "TimeStamp" ->
              file.skip();
          default -> depth++;
        }
      }
    }
    if (name != null && row.text(RouteField.NAME) == null && !CodedName.put(row, name)) {
      row.put(RouteField.NAME, name);
    }
    return row;
  }

  private static void property(RouteRow row, @Nullable String name, String text) {
    if (name != null) {
      row.property(name, text);
    }
  }

  /** Tuples of longitude, latitude and perhaps height, parted by blanks; read as they stream. */
  private void coordinates(RouteRow row) throws XMLStreamException {
    StringBuilder tuple = new StringBuilder();
    int event = xml.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (XmlLines.isText(event)) {
        String text = xml.getText();
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          if (!Character.isWhitespace(c)) {
            tuple.append(c);
          } else {
            position(row, tuple);
          }
        }
      }
      event = xml.next();
    }
    position(row, tuple);
  }

  private static void position(RouteRow row, StringBuilder tuple) {
    if (tuple.isEmpty()) {
      return;
    }
    String[] numbers = tuple.toString().split(",", -1);
    tuple.setLength(0);
    try {
      row.position(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
      row.refuse("geometry", RefusalReason.NOT_A_ROUTE);
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
