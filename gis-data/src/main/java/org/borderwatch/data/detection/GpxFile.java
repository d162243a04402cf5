package org.borderwatch.data.detection;

import java.io.Closeable;
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
 * A GPX file, read as a stream of elements. Document types and entities of others are never read.
 * Not for several threads.
 */
public final class GpxFile implements Closeable {
  private static final long LARGEST_BYTES = 256L << 20;
  private static final int LONGEST_TEXT = 64;

  private final InputStream in;
  private final XMLStreamReader xml;

  /**
   * Reads {@code file}, and closes it.
   *
   * @throws UnreadableFileException when it is no GPX
   */
  public GpxFile(InputStream file) throws IOException {
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

  /** The stream of elements, after the begin of the root. */
  public XMLStreamReader xml() {
    return xml;
  }

  /** An attribute of the element that begins here, fit to be read; null when it is blank. */
  public @Nullable String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? null : CleanText.clean(CleanText.shown(value, LONGEST_TEXT));
  }

  /** The text of the simple element that begins here as a time, UTC unless it says otherwise. */
  public @Nullable String time() throws XMLStreamException {
    return inUtc(CleanText.clean(text()));
  }

  /** The text of a simple element, cut at {@link #LONGEST_TEXT}; ends at its end tag. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.CHARACTERS && text.length() < LONGEST_TEXT) {
        text.append(CleanText.shown(xml.getText(), LONGEST_TEXT));
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

  /** What to throw when the stream can't go on. */
  public static UnreadableFileException notXml(XMLStreamException e) {
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

  /** How the text is encoded. */
  public String encoding() {
    String encoding = xml.getEncoding();
    return encoding == null ? "UTF-8" : encoding;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
