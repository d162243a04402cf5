package org.borderwatch.data.effort;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.GpxFile;
import org.borderwatch.data.detection.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Reads patrol tracks from GPX: of each {@code trk} the positions and times of its segments,
 * nothing else. Names, comments, descriptions and extensions are passed over, since they may name
 * people: team and station are told with the import. Each segment is a leg of its own. A time
 * without offset is UTC, as GPX defines it.
 */
public final class TrackGpx implements EffortReader {
  private final GpxFile gpx;
  private final XMLStreamReader xml;
  private long number;

  /** Reads {@code file}, and closes it. */
  public TrackGpx(InputStream file) throws IOException {
    gpx = new GpxFile(file);
    xml = gpx.xml();
  }

  @Override
  public @Nullable EffortRow next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("trk")) {
          number++;
          return track();
        }
      }
    } catch (XMLStreamException e) {
      throw GpxFile.notXml(e);
    }
    if (number == 0) {
      throw new UnreadableFileException(FileProblem.NO_TRACKS);
    }
    return null;
  }

  private EffortRow track() throws XMLStreamException {
    EffortRow row = new EffortRow(number);
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 1 && xml.getLocalName().equals("trkseg")) {
          row.beginLine();
          segment(row);
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return row;
  }

  /** From the begin of a segment to its end. */
  private void segment(EffortRow row) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 1 && xml.getLocalName().equals("trkpt")) {
          row.position(degrees("lon"), degrees("lat"));
          row.time(time());
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private double degrees(String name) {
    String text = gpx.attribute(name);
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The time of the point that began; ends at its end. */
  private @Nullable String time() throws XMLStreamException {
    String time = null;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 1 && xml.getLocalName().equals("time")) {
          time = gpx.time();
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return time;
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
