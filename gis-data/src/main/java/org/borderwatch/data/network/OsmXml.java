package org.borderwatch.data.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.network.LeftOut.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenStreetMap's XML part by part. What the file says is deleted ({@code visible="false"},
 * JOSM's {@code action="delete"}) is left out. Document types and entities of others are never
 * read. One thread.
 */
final class OsmXml implements Closeable {
  private static final int ELEMENTS_IN_A_PART = 20_000;

  private final InputStream in;
  private final XMLStreamReader xml;
  private final Tags tags = new Tags();
  private Elements elements = new Elements();
  private long[] refs = new long[256];
  private int refCount;

  /** Reads {@code in}, and closes it. */
  OsmXml(InputStream in) throws IOException {
    this.in = in;
    try {
      xml = factory().createXMLStreamReader(in);
      toRoot();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private void toRoot() throws XMLStreamException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new UnreadableFileException(FileProblem.NOT_OSM, "!DOCTYPE");
      }
      xml.next();
    }
    if (!xml.getLocalName().equals("osm")) {
      throw new UnreadableFileException(FileProblem.NOT_OSM, xml.getLocalName());
    }
  }

  /** The next some thousand elements, null at the end. */
  @Nullable Elements next() throws IOException {
    elements = new Elements();
    int count = 0;
    try {
      while (count < ELEMENTS_IN_A_PART && xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          element(xml.getLocalName());
          count++;
        }
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
    return count == 0 ? null : elements;
  }

  private void element(String name) throws XMLStreamException {
    switch (name) {
      case "node" -> node();
      case "way" -> way();
      case "relation" -> {
        elements.tally().foundRelation();
        body();
      }
      default -> body();
    }
  }

  private void node() throws XMLStreamException {
    String id = attribute("id");
    boolean deleted = isDeleted();
    long lon = degreesE7(attribute("lon"));
    long lat = degreesE7(attribute("lat"));
    body();
    elements.tally().foundNodes(1);
    if (deleted) {
      elements.tally().leftOut(Reason.DELETED, "node", "node/" + id);
      return;
    }
    long number = number(id);
    if (elements.node(number, lon, lat) && tags.any()) {
      elements.nodeTags(number, tags);
    }
  }

  private void way() throws XMLStreamException {
    String id = attribute("id");
    boolean deleted = isDeleted();
    body();
    elements.tally().foundWay();
    if (!ElementMeaning.concernsLines(tags)) {
      return;
    }
    if (deleted) {
      elements.tally().leftOut(Reason.DELETED, "way", "way/" + id);
      return;
    }
    elements.way(number(id), Arrays.copyOf(refs, refCount), tags);
  }

  /** Reads tags and refs up to the end of the element that begins here. */
  private void body() throws XMLStreamException {
    tags.clear();
    refCount = 0;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 1) {
          child(xml.getLocalName());
        }
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private void child(String name) throws XMLStreamException {
    if (name.equals("tag")) {
      TagKey key = TagKey.of(attribute("k"));
      if (key != null) {
        tags.put(key, attribute("v"));
      }
    } else if (name.equals("nd")) {
      if (refCount == refs.length) {
        refs = Arrays.copyOf(refs, 2 * refCount);
      }
      refs[refCount++] = number(attribute("ref"));
    }
  }

  private boolean isDeleted() {
    return "false".equals(xml.getAttributeValue(null, "visible"))
        || "delete".equals(xml.getAttributeValue(null, "action"));
  }

  /** Empty when there is none. */
  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private long number(String text) throws XMLStreamException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new XMLStreamException("not a number", xml.getLocation(), e);
    }
  }

  /** Far outside when it is no number. */
  private static long degreesE7(String text) {
    try {
      double degrees = Double.parseDouble(text);
      return Math.abs(degrees) <= 180 ? Math.round(degrees * 1e7) : Long.MAX_VALUE;
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static UnreadableFileException broken(XMLStreamException e) {
    return new UnreadableFileException(
        FileProblem.BROKEN_OSM,
        e.getLocation() == null
            ? "?"
            : "line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
