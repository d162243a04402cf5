package org.borderwatch.data.detection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads detections from CSV: a header with the codes of {@link DetectionField} in any order, comma,
 * semicolon or tab between columns, UTF-8 or UTF-16, decimal point or comma.
 *
 * <p>Streams; memory is one line. About a million rows a second.
 */
public final class DetectionCsv implements DetectionReader {
  private static final int FIELDS = DetectionField.values().length;

  private final TextDecoding decoded;
  private final CsvLines lines;
  private final char delimiter;
  private final CsvHeader header;
  private final List<String> cells = new ArrayList<>();

  DetectionCsv(InputStream in, @Nullable String charset) throws IOException {
    decoded = TextDecoding.open(in, charset);
    lines = new CsvLines(decoded.text());
    do {
      if (!lines.advance()) {
        throw new UnreadableFileException(FileProblem.EMPTY);
      }
    } while (lines.blank(','));
    Character declared = declaredDelimiter();
    if (declared != null) {
      lines.advance();
    }
    String line = lines.text();
    delimiter = declared == null ? CsvHeader.delimiter(line) : declared;
    lines.cut(delimiter, cells);
    header = new CsvHeader(cells, line);
  }

  /** Excel may put {@code sep=;} before the header. */
  private @Nullable Character declaredDelimiter() {
    String line = lines.text();
    boolean declares = line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4);
    return declares ? line.charAt(4) : null;
  }

  @Override
  public @Nullable DetectionRow next() throws IOException {
    while (lines.advance()) {
      if (lines.tooLong() || !lines.blank(delimiter)) {
        return row();
      }
    }
    return null;
  }

  private DetectionRow row() {
    if (lines.tooLong()) {
      return broken(RefusalReason.ROW_TOO_LONG, String.valueOf(CsvLines.LONGEST_LINE));
    }
    if (lines.hasUndecoded()) {
      return broken(RefusalReason.NOT_UTF8);
    }
    if (lines.hasControl()) {
      return broken(RefusalReason.CONTROL_CHARACTER);
    }
    return switch (lines.cut(delimiter, cells)) {
      case QUOTE_NOT_CLOSED -> broken(RefusalReason.QUOTE_NOT_CLOSED);
      case TEXT_AFTER_QUOTE -> broken(RefusalReason.TEXT_AFTER_QUOTE);
      case WHOLE -> wholeRow();
    };
  }

  private DetectionRow wholeRow() {
    int size = header.size();
    if (cells.size() != size) {
      boolean more = cells.size() > size;
      return broken(
          more ? RefusalReason.TOO_MANY_COLUMNS : RefusalReason.TOO_FEW_COLUMNS,
          String.valueOf(cells.size()),
          String.valueOf(size));
    }
    @Nullable String[] texts = new String[FIELDS];
    for (int i = 0; i < size; i++) {
      DetectionField field = header.field(i);
      if (field != null) {
        texts[field.ordinal()] = CleanText.clean(cells.get(i));
      }
    }
    return DetectionRow.of(lines.number(), texts);
  }

  private DetectionRow broken(RefusalReason why, String... arguments) {
    Refusal refusal = Refusal.of(lines.number(), "", lines.text(), why, arguments);
    return DetectionRow.broken(refusal, lines.asItStood(delimiter));
  }

  @Override
  public List<String> columns() {
    return header.fields().stream().map(DetectionField::code).toList();
  }

  @Override
  public List<String> cells(DetectionRow row) {
    if (row.broken() != null) {
      List<String> cells = row.asWritten();
      return cells.subList(Math.min(header.reportColumns(), cells.size()), cells.size());
    }
    return header.fields().stream().map(row::text).map(t -> t == null ? "" : t).toList();
  }

  @Override
  public String encoding() {
    return decoded.encoding();
  }

  @Override
  public String delimiter() {
    return String.valueOf(delimiter);
  }

  @Override
  public void close() throws IOException {
    decoded.text().close();
  }
}
