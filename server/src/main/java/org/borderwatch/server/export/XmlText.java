package org.borderwatch.server.export;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Short XML, made in memory. */
final class XmlText {
  private XmlText() {}

  /** Writes the elements. */
  @FunctionalInterface
  interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static String of(Body body) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      body.write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing into memory doesn't fail", e);
    }
    return text.toString();
  }

  /**
   * {@code text} without the control characters that XML 1.0 has no way to write; elsewhere they
   * are texts of others, and one of them must not spoil a file.
   */
  static String legal(String text) {
    StringBuilder legal = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fine =
          c >= ' '
              ? c < '\uFFFE' && !isLonelySurrogate(text, i)
              : c == '\t' || c == '\n' || c == '\r';
      if (!fine && legal == null) {
        legal = new StringBuilder(text.substring(0, i));
      }
      if (legal != null) {
        legal.append(fine ? c : '\uFFFD');
      }
    }
    return legal == null ? text : legal.toString();
  }

  private static boolean isLonelySurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
