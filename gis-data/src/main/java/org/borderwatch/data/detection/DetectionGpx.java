package org.borderwatch.data.detection;

import java.io.IOException;
import java.io.InputStream;
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
  private final GpxFile gpx;
  private final XMLStreamReader xml;
  private long number;

  DetectionGpx(InputStream file) throws IOException {
    gpx = new GpxFile(file);
    xml = gpx.xml();
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
      throw GpxFile.notXml(e);
    }
    if (number == 0) {
      throw new UnreadableFileException(FileProblem.NO_WAYPOINTS);
    }
    return null;
  }

  private DetectionRow waypoint() throws XMLStreamException {
    @Nullable String[] texts = new String[DetectionField.values().length];
    texts[DetectionField.LON.ordinal()] = gpx.attribute("lon");
    texts[DetectionField.LAT.ordinal()] = gpx.attribute("lat");
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean time = depth == 1 && xml.getLocalName().equals("time");
        if (time) {
          texts[DetectionField.OBSERVED_AT.ordinal()] = gpx.time();
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return DetectionRow.of(number, texts);
  }

  @Override
  public String encoding() {
    return gpx.encoding();
  }

  @Override
  public void close() throws IOException {
    gpx.close();
  }
}
