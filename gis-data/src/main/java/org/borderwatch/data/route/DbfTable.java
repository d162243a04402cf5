package org.borderwatch.data.route;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;

/** The attributes of a Shapefile: a dBASE III table. Not for several threads. */
final class DbfTable {
  private static final int FIELD_BYTES = 32;

  private final ByteBuffer bytes;
  private final Charset charset;
  private final List<Column> columns = new ArrayList<>();
  private final int records;
  private final int firstRecord;
  private final int recordBytes;

  /**
   * A column.
   *
   * @param name in lower case; dBASE has at most ten letters
   * @param from first byte within a record
   */
  private record Column(String name, int from, int length) {}

  /**
   * Reads the table.
   *
   * @throws UnreadableFileException when it is none
   */
  DbfTable(byte[] file, Charset charset) {
    this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    this.charset = charset;
    if (file.length < FIELD_BYTES + 1) {
      throw broken();
    }
    records = bytes.getInt(4);
    firstRecord = bytes.getShort(8) & 0xffff;
    recordBytes = bytes.getShort(10) & 0xffff;
    if (records < 0
        || firstRecord > file.length
        || (long) records * recordBytes > file.length - firstRecord + 1L) {
      throw broken();
    }
    int from = 1;
    for (int at = FIELD_BYTES;
        at + FIELD_BYTES <= firstRecord && bytes.get(at) != 0x0d;
        at += FIELD_BYTES) {
      int length = bytes.get(at + 16) & 0xff;
      columns.add(new Column(name(at), from, length));
      from += length;
    }
    if (from > Math.max(1, recordBytes)) {
      throw broken();
    }
  }

  private static UnreadableFileException broken() {
    return new UnreadableFileException(FileProblem.NOT_A_SHAPEFILE, ".dbf");
  }

  private String name(int at) {
    int length = 0;
    while (length < 11 && bytes.get(at + length) != 0) {
      length++;
    }
    return text(at, length).strip().toLowerCase(Locale.ROOT);
  }

  int records() {
    return records;
  }

  /** Puts the fields of a record into a row. */
  void put(int record, RouteRow row) {
    int at = firstRecord + record * recordBytes;
    for (Column column : columns) {
      row.property(fullName(column.name()), text(at + column.from(), column.length()));
    }
  }

  /** Ten letters are all that a Shapefile keeps of a name. */
  private static String fullName(String name) {
    return name.equals("destinatio") ? "destination" : name;
  }

  private String text(int at, int length) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes.slice(at, length))
          .toString()
          .replace("\0", "")
          .strip();
    } catch (CharacterCodingException other) {
      throw new UnreadableFileException(FileProblem.NOT_UTF8);
    }
  }
}
