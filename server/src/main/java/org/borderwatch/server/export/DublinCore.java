package org.borderwatch.server.export;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Where a file comes from, as Dublin Core in XML. */
record DublinCore(Provenance from) {
  static final String NAMESPACE = "http://purl.org/dc/elements/1.1/";

  String xml() {
    return XmlText.of(this::write);
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("metadata");
    xml.writeNamespace("dc", NAMESPACE);
    element(xml, "title", from.titleVi() + " / " + from.title());
    element(xml, "description", from.note());
    element(xml, "rights", from.attribution());
    element(xml, "publisher", "Borderwatch " + from.software());
    element(xml, "date", from.made().toString());
    element(xml, "type", from.isSynthetic() ? "Dataset (synthetic)" : "Dataset");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void element(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("dc:" + name);
    xml.writeCharacters(XmlText.legal(value));
    xml.writeEndElement();
  }
}
