package org.borderwatch.data.network;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;

/** The file formats in which networks come; text may be packed with gzip. */
public enum NetworkFormat {
  /** OpenStreetMap's protocol buffers, version 0.6. */
  PBF("application/vnd.openstreetmap.data+pbf", "application/x-protobuf", "application/x-pbf"),
  /** OpenStreetMap's XML, version 0.6; also as JOSM saves it. */
  OSM_XML("application/vnd.openstreetmap.data+xml", "application/xml", "text/xml"),
  /** A FeatureCollection of lines, RFC 7946. */
  GEOJSON("application/geo+json", "application/json");

  private static final int LOOKED_AT = 64;

  private final List<String> mediaTypes;

  NetworkFormat(String... mediaTypes) {
    this.mediaTypes = List.of(mediaTypes);
  }

  /** Every media type under which it is taken. */
  public List<String> mediaTypes() {
    return mediaTypes;
  }

  /**
   * The format of a file by what stands at its beginning; its name doesn't matter.
   *
   * @throws UnreadableFileException when it is none of these
   */
  public static NetworkFormat of(Path file) throws IOException {
    byte[] begin;
    try (InputStream in = Files.newInputStream(file)) {
      begin = unpacked(in).readNBytes(LOOKED_AT);
    } catch (EOFException | ZipException e) {
      throw new UnreadableFileException(FileProblem.BROKEN_PACKING);
    }
    if (begin.length == 0) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    String text = new String(begin, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\u0003\u0004")
        || text.startsWith("BZh")
        || text.startsWith("\u00fd7z")) {
      throw new UnreadableFileException(FileProblem.COMPRESSED);
    }
    if (begin.length > 14 && text.startsWith("\n\u0009OSMHeader", 4)) {
      return PBF;
    }
    String first =
        (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
    if (first.startsWith("<")) {
      return OSM_XML;
    }
    if (first.startsWith("{")) {
      return GEOJSON;
    }
    throw new UnreadableFileException(FileProblem.NO_NETWORK_FORMAT);
  }

  /** The bytes of a stream, unpacked when they are packed with gzip. */
  static InputStream unpacked(InputStream bytes) throws IOException {
    InputStream in = new BufferedInputStream(bytes, 1 << 16);
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    try {
      return packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    } catch (EOFException | ZipException e) {
      throw new UnreadableFileException(FileProblem.BROKEN_PACKING);
    }
  }
}
