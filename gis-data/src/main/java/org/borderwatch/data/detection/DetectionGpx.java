package org.borderwatch.data.detection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads detections from the waypoints of a GPX file: position and time, nothing else. Names,
 * comments and symbols are passed over, since they may name people. A time without offset is UTC,
 * as GPX defines it. Document types and entities of others are never read.
 */
public final class DetectionGpx implements DetectionReader {
  private static final long LARGEST_BYTES = 256L << 20;
  private static final int LONGEST_TIME = 64;

  private final InputStream in;
  private final XMLStreamReader xml;
  private long number;

  DetectionGpx(InputStream file) throws IOException {
    in = new LimitedInputStream(file, LARGEST_BYTES);
    try {
      xml = factory().createXMLStreamReader(in);
      toRoot();
    } catch (XMLStreamException e) {
      throw notXml(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }

  private void toRoot() throws XMLStreamException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new UnreadableFileException(FileProblem.DOCUMENT_TYPE);
      }
      xml.next();
    }
    if (!xml.getLocalName().equals("gpx")) {
      throw new UnreadableFileException(FileProblem.NOT_GPX, xml.getLocalName());
    }
  }

  @Override
  public @Nullable DetectionRow next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("wpt")) {
          number++;
          return waypoint();
        }
      }
    } catch (XMLStreamException e) {
      throw notXml(e);
    }
    if (number == 0) {
      throw new UnreadableFileException(FileProblem.NO_WAYPOINTS);
    }
    return null;
  }

  private DetectionRow waypoint() throws XMLStreamException {
    @Nullable String[] texts = new String[DetectionField.values().length];
    texts[DetectionField.LON.ordinal()] = cleanAttribute("lon");
    texts[DetectionField.LAT.ordinal()] = cleanAttribute("lat");
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean time = depth == 1 && xml.getLocalName().equals("time");
        if (time) {
          texts[DetectionField.OBSERVED_AT.ordinal()] = inUtc(CleanText.clean(text()));
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return DetectionRow.of(number, texts);
  }

  private @Nullable String cleanAttribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? null : CleanText.clean(CleanText.shown(value, LONGEST_TIME));
  }

  /** The text of a simple element, cut at {@link #LONGEST_TIME}; ends at its end tag. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.CHARACTERS && text.length() < LONGEST_TIME) {
        text.append(CleanText.shown(xml.getText(), LONGEST_TIME));
      }
    }
    return text.toString();
  }

  private static @Nullable String inUtc(@Nullable String time) {
    boolean bare =
        time != null
            && TimeText.parse(time) instanceof TimeText.Refused refused
            && refused.why() == RefusalReason.NO_OFFSET;
    return bare ? time + "Z" : time;
  }

  private static UnreadableFileException notXml(XMLStreamException e) {
    if (e.getNestedException() instanceof LimitedInputStream.TooLargeException) {
      return new UnreadableFileException(
          FileProblem.TOO_LARGE, String.valueOf(LARGEST_BYTES >> 20));
    }
    List<String> where = new ArrayList<>();
    if (e.getLocation() != null) {
      where.add("line " + e.getLocation().getLineNumber());
      where.add("column " + e.getLocation().getColumnNumber());
    }
    return new UnreadableFileException(FileProblem.NOT_XML, String.join(", ", where));
  }

  @Override
  public String encoding() {
    String encoding = xml.getEncoding();
    return encoding == null ? "UTF-8" : encoding;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
