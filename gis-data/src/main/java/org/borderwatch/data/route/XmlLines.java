package org.borderwatch.data.route;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.LimitedInputStream;
import org.borderwatch.data.detection.UnreadableFileException;

/**
 * An XML file of lines, read as a stream. Document types and entities of others are never read. Not
 * for several threads.
 */
final class XmlLines implements Closeable {
  private static final long LARGEST_BYTES = 256L << 20;
  private static final int LONGEST_TEXT = 2_000;

  private final InputStream in;
  private final XMLStreamReader xml;

  /** Reads {@code file} up to its root, which must be called {@code root}. */
  XmlLines(InputStream file, String root, FileProblem otherRoot) throws IOException {
    in = new LimitedInputStream(file, LARGEST_BYTES);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      xml = factory.createXMLStreamReader(in);
      while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
          throw new UnreadableFileException(FileProblem.DOCUMENT_TYPE);
        }
        xml.next();
      }
      if (!xml.getLocalName().equals(root)) {
        throw new UnreadableFileException(otherRoot, xml.getLocalName());
      }
    } catch (XMLStreamException e) {
      throw notXml(e);
    }
  }

  XMLStreamReader xml() {
    return xml;
  }

  /** The text of the simple element that begins here, cut; ends at its end. */
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (isText(event) && text.length() < LONGEST_TEXT) {
        text.append(xml.getText());
      }
    }
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text.toString();
  }

  /** Passes over the element that begins here. */
  void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  /** What to throw when the stream can't go on. */
  static UnreadableFileException notXml(XMLStreamException e) {
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

  String encoding() {
    String encoding = xml.getEncoding();
    return encoding == null ? "UTF-8" : encoding;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
