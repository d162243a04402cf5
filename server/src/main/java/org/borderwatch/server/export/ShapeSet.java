package org.borderwatch.server.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequences;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The .shp, .shx and .dbf of one kind of geometry while they are written, beside the file that they
 * will be packed into. {@link #add} all, {@link #finish}, then take {@link #files}; closing removes
 * them. Not for several threads.
 */
final class ShapeSet implements AutoCloseable {
  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;

  /** Lengths are signed numbers in many programs that read Shapefiles. */
  private static final long LONGEST_BYTES = Integer.MAX_VALUE;

  private final ShapeKind kind;
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final OutputStream shapes;
  private final OutputStream index;
  private final DbaseRows rows;
  private final Envelope bounds = new Envelope();
  private long length = HEADER_BYTES;
  private int records;

  ShapeSet(Path beside, ShapeKind kind, DbaseColumns columns) throws IOException {
    this.kind = kind;
    for (String extension : List.of("shp", "shx", "dbf")) {
      files.put(
          extension, beside.resolveSibling(beside.getFileName() + kind.suffix() + "." + extension));
    }
    shapes = open("shp");
    index = open("shx");
    shapes.write(new byte[HEADER_BYTES]);
    index.write(new byte[HEADER_BYTES]);
    rows = new DbaseRows(open("dbf"), columns);
  }

  private Path file(String extension) {
    return java.util.Objects.requireNonNull(files.get(extension));
  }

  private OutputStream open(String extension) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file(extension)), 1 << 16);
  }

  ShapeKind kind() {
    return kind;
  }

  Map<String, Path> files() {
    return files;
  }

  /** How many texts were too long. */
  long cut() {
    return rows.cut();
  }

  void add(ExportFeature feature) throws IOException {
    byte[] content = content(feature.geometry());
    ByteBuffer head = ByteBuffer.allocate(8);
    head.putInt(++records).putInt(content.length / 2);
    ByteBuffer entry = ByteBuffer.allocate(8);
    entry.putInt((int) (length / 2)).putInt(content.length / 2);
    shapes.write(head.array());
    shapes.write(content);
    index.write(entry.array());
    length += head.capacity() + content.length;
    rows.add(feature);
    if (length > LONGEST_BYTES || rows.length() > LONGEST_BYTES) {
      throw new ApiException.TooLarge(
          "A Shapefile ends at 2 GB; choose gpkg or fgb, a shorter period or a smaller box");
    }
    if (feature.geometry() != null) {
      bounds.expandToInclude(feature.geometry().getEnvelopeInternal());
    }
  }

  private byte[] content(@Nullable Geometry geometry) {
    if (geometry == null || kind == ShapeKind.NONE) {
      return new byte[4];
    }
    if (kind == ShapeKind.POINT) {
      Point point = (Point) geometry;
      ByteBuffer bytes = little(20).putInt(kind.code());
      return bytes.putDouble(point.getX()).putDouble(point.getY()).array();
    }
    List<CoordinateSequence> parts = parts(geometry);
    int points = parts.stream().mapToInt(CoordinateSequence::size).sum();
    boolean parted = kind != ShapeKind.POINTS;
    ByteBuffer bytes = little(40 + (parted ? 4 + 4 * parts.size() : 0) + 16 * points);
    bytes.putInt(kind.code());
    putBox(bytes, geometry.getEnvelopeInternal());
    if (parted) {
      bytes.putInt(parts.size());
    }
    bytes.putInt(points);
    if (parted) {
      int first = 0;
      for (CoordinateSequence part : parts) {
        bytes.putInt(first);
        first += part.size();
      }
    }
    for (CoordinateSequence part : parts) {
      for (int i = 0; i < part.size(); i++) {
        bytes.putDouble(part.getX(i)).putDouble(part.getY(i));
      }
    }
    return bytes.array();
  }

  private static List<CoordinateSequence> parts(Geometry geometry) {
    List<CoordinateSequence> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon area) {
        // Outer rings run clockwise, holes the other way round.
        parts.add(turned(area.getExteriorRing(), false));
        for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
          parts.add(turned(area.getInteriorRingN(hole), true));
        }
      } else if (part instanceof LineString line) {
        parts.add(line.getCoordinateSequence());
      } else {
        parts.add(((Point) part).getCoordinateSequence());
      }
    }
    return parts;
  }

  private static CoordinateSequence turned(LineString ring, boolean counterClockwise) {
    CoordinateSequence sequence = ring.getCoordinateSequence().copy();
    if (Orientation.isCCW(sequence) != counterClockwise) {
      CoordinateSequences.reverse(sequence);
    }
    return sequence;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void putBox(ByteBuffer bytes, Envelope box) {
    boolean none = box.isNull();
    bytes.putDouble(none ? 0 : box.getMinX()).putDouble(none ? 0 : box.getMinY());
    bytes.putDouble(none ? 0 : box.getMaxX()).putDouble(none ? 0 : box.getMaxY());
  }

  /** Writes what only is known at the end into the heads. */
  void finish() throws IOException {
    shapes.close();
    index.close();
    rows.close();
    writeHeader("shp", length);
    writeHeader("shx", HEADER_BYTES + 8L * records);
    try (RandomAccessFile file = new RandomAccessFile(file("dbf").toFile(), "rw")) {
      rows.writeCount(file);
    }
  }

  private void writeHeader(String extension, long bytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(FILE_CODE).position(24);
    header.putInt((int) (bytes / 2));
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).putInt(kind.code());
    putBox(header, bounds);
    try (RandomAccessFile file = new RandomAccessFile(file(extension).toFile(), "rw")) {
      file.write(header.array());
    }
  }

  @Override
  public void close() throws IOException {
    shapes.close();
    index.close();
    rows.close();
    for (Path file : files.values()) {
      Files.deleteIfExists(file);
    }
  }
}
