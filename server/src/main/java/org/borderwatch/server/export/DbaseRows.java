package org.borderwatch.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.server.export.DbaseColumns.Column;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.jspecify.annotations.Nullable;

/** The rows of a dBASE III table while they are written. Not for several threads. */
final class DbaseRows implements AutoCloseable {
  private static final int BASE_III = 0x03;
  private static final int END_OF_COLUMNS = 0x0D;
  private static final int END_OF_FILE = 0x1A;
  private static final int AT_COUNT = 4;
  private static final int LONGEST_ROW = 65_535;

  private final OutputStream out;
  private final DbaseColumns columns;
  private final byte[] row;
  private int rows;
  private long length;
  private long cut;
  private boolean open = true;

  DbaseRows(OutputStream out, DbaseColumns columns) throws IOException {
    this.out = out;
    this.columns = columns;
    int width = 1 + columns.columns().stream().mapToInt(Column::width).sum();
    if (width > LONGEST_ROW) {
      out.close();
      throw new BadParameter(
          "format", "A row of a Shapefile holds 64 KB, these need more; choose gpkg");
    }
    this.row = new byte[width];
    writeHead();
  }

  private void writeHead() throws IOException {
    int bytes = 32 + 32 * columns.size() + 1;
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ByteBuffer head = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) BASE_III);
    head.put((byte) (today.getYear() - 1900));
    head.put((byte) today.getMonthValue()).put((byte) today.getDayOfMonth());
    head.putInt(0).putShort((short) bytes).putShort((short) row.length);
    head.position(32);
    for (Column column : columns.columns()) {
      int start = head.position();
      head.put(column.name().getBytes(StandardCharsets.US_ASCII));
      head.position(start + 11);
      head.put((byte) column.type());
      head.position(start + 16);
      head.put((byte) column.width()).put((byte) column.decimals());
      head.position(start + 32);
    }
    head.put((byte) END_OF_COLUMNS);
    out.write(head.array());
    length = bytes;
  }

  void add(ExportFeature feature) throws IOException {
    Arrays.fill(row, (byte) ' ');
    int at = 1;
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    if (columns.hasIds()) {
      values.add(feature.id());
    }
    values.addAll(feature.values());
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.columns().get(i);
      put(values.get(i), column, at);
      at += column.width();
    }
    out.write(row);
    rows++;
    length += row.length;
  }

  private void put(@Nullable Object value, Column column, int at) {
    if (value == null) {
      if (column.type() == 'L') {
        row[at] = '?';
      }
      return;
    }
    if (value instanceof Boolean truth) {
      row[at] = (byte) (truth ? 'T' : 'F');
      return;
    }
    byte[] text = text(value, column).getBytes(StandardCharsets.UTF_8);
    boolean number = column.type() == 'N';
    int length = number || text.length <= column.width() ? text.length : whole(text, column);
    cut += length < text.length ? 1 : 0;
    System.arraycopy(text, 0, row, number ? at + column.width() - length : at, length);
  }

  /** Bytes of the letters that fit whole. */
  private static int whole(byte[] text, Column column) {
    int length = column.width();
    while (length > 0 && (text[length] & 0xC0) == 0x80) {
      length--;
    }
    return length;
  }

  /** A number in the width of its column; one that is too long for it in powers of ten. */
  private static String text(Object value, Column column) {
    if (column.type() != 'N') {
      return value.toString();
    }
    double number = ((Number) value).doubleValue();
    if (!Double.isFinite(number)) {
      return "";
    }
    String plain =
        value instanceof Long whole
            ? Long.toString(whole)
            : BigDecimal.valueOf(number).toPlainString();
    String shorter = plain.length() <= column.width() ? plain : Double.toString(number);
    return shorter.length() <= column.width() ? shorter : "";
  }

  /** How many texts were too long. */
  long cut() {
    return cut;
  }

  /** Bytes so far. */
  long length() {
    return length;
  }

  /** Writes the number of rows into the head of the closed file. */
  void writeCount(RandomAccessFile file) throws IOException {
    ByteBuffer count = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(rows);
    file.seek(AT_COUNT);
    file.write(count.array());
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      out.write(END_OF_FILE);
      out.close();
    }
  }
}
