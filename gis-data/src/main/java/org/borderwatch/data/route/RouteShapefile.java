package org.borderwatch.data.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.detection.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Reads routes from one layer of lines as a zipped Shapefile (ESRI 1998): {@code .shp}, {@code
 * .dbf} and {@code .prj}, and {@code .cpg} where it says another encoding than UTF-8. Points and
 * areas are refused. Unpacked it may have {@value #LARGEST_MEGABYTES} MB, all of which is held in
 * memory.
 */
final class RouteShapefile implements RouteReader {
  private static final int LARGEST_MEGABYTES = 128;
  private static final int FILE_CODE = 9_994;
  private static final int HEADER_BYTES = 100;
  private static final int NULL_SHAPE = 0;

  /** Poly-line, and the same with heights and with measures, which follow the positions. */
  private static final int LINE = 3;

  private static final int LINE_Z = 13;
  private static final int LINE_M = 23;

  private final ByteBuffer shapes;
  private final DbfTable table;
  private final int epsg;
  private final String encoding;
  private int at = HEADER_BYTES;
  private int record;

  private RouteShapefile(byte[] shp, DbfTable table, int epsg, String encoding) {
    this.shapes = ByteBuffer.wrap(shp);
    this.table = table;
    this.epsg = epsg;
    this.encoding = encoding;
  }

  /** Unpacks {@code in}, and closes it. */
  static RouteShapefile read(InputStream in) throws IOException {
    Map<String, byte[]> parts = unpack(in);
    byte[] shp = part(parts, "shp");
    if (shp.length < HEADER_BYTES || ByteBuffer.wrap(shp).getInt() != FILE_CODE) {
      throw new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, ".shp");
    }
    String prj = new String(part(parts, "prj"), StandardCharsets.UTF_8);
    int epsg =
        PrjFile.epsg(prj)
            .orElseThrow(
                () -> new UnreadableFileException(FileProblem.UNKNOWN_PROJECTION, prj.strip()));
    byte[] cpg = parts.get("cpg");
    Charset charset = charset(cpg == null ? "" : new String(cpg, StandardCharsets.US_ASCII));
    return new RouteShapefile(shp, new DbfTable(part(parts, "dbf"), charset), epsg, charset.name());
  }

  private static byte[] part(Map<String, byte[]> parts, String ending) {
    byte[] part = parts.get(ending);
    if (part == null) {
      throw new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, "." + ending);
    }
    return part;
  }

  private static Map<String, byte[]> unpack(InputStream in) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    long left = (long) LARGEST_MEGABYTES << 20;
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (entry.isDirectory() || !ending.matches("shp|dbf|prj|cpg")) {
          continue;
        }
        byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        left -= bytes.length;
        if (left < 0) {
          throw new UnreadableFileException(
              FileProblem.TOO_LARGE, String.valueOf(LARGEST_MEGABYTES));
        }
        if (parts.put(ending, bytes) != null) {
          throw new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, "2 × ." + ending);
        }
      }
    } catch (ZipException broken) {
      throw new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, "ZIP");
    }
    return parts;
  }

  private static Charset charset(String name) {
    String plain = name.strip();
    String full =
        plain.isEmpty() || plain.equals("65001")
            ? "UTF-8"
            : plain.matches("[0-9]{3,4}") ? "windows-" + plain : plain;
    try {
      return Charset.forName(full);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new UnreadableFileException(FileProblem.UNKNOWN_ENCODING, plain);
    }
  }

  @Override
  public @Nullable RouteRow next() {
    if (at + 8 > shapes.limit()) {
      if (record == 0) {
        throw new UnreadableFileException(FileProblem.NO_ROUTES);
      }
      return null;
    }
    int bytes = 2 * shapes.order(ByteOrder.BIG_ENDIAN).getInt(at + 4);
    int from = at + 8;
    if (bytes < 4 || bytes > shapes.limit() - from || record >= table.records()) {
      throw new UnreadableFileException(
          FileProblem.NOT_A_SHAPEFILE, record >= table.records() ? ".dbf" : ".shp");
    }
    RouteRow row = new RouteRow(record + 1);
    table.put(record, row);
    lines(shapes.slice(from, bytes).order(ByteOrder.LITTLE_ENDIAN), row);
    at = from + bytes;
    record++;
    return row;
  }

  private static void lines(ByteBuffer shape, RouteRow row) {
    int type = shape.getInt(0);
    if (type == NULL_SHAPE) {
      return;
    }
    if (type != LINE && type != LINE_Z && type != LINE_M) {
      row.refuse("geometry", RefusalReason.NOT_A_ROUTE);
      return;
    }
    int parts = shape.limit() < 44 ? -1 : shape.getInt(36);
    int points = shape.limit() < 44 ? -1 : shape.getInt(40);
    if (parts < 0 || points < 0 || 44L + 4L * parts + 16L * points > shape.limit()) {
      throw new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, ".shp");
    }
    int positions = 44 + 4 * parts;
    for (int part = 0; part < parts; part++) {
      int first = shape.getInt(44 + 4 * part);
      int after = part + 1 < parts ? shape.getInt(48 + 4 * part) : points;
      if (first < 0 || after < first || after > points) {
        throw new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, ".shp");
      }
      row.beginLine();
      for (int i = first; i < after; i++) {
        row.position(shape.getDouble(positions + 16 * i), shape.getDouble(positions + 16 * i + 8));
      }
    }
  }

  @Override
  public int epsg() {
    return epsg;
  }

  @Override
  public String encoding() {
    return encoding;
  }

  @Override
  public void close() {
    // Everything is in memory.
  }
}
