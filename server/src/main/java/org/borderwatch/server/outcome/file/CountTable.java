package org.borderwatch.server.outcome.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.borderwatch.data.detection.TextDecoding;
import org.borderwatch.data.detection.UnreadableFileException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The cells of a file, whatever it is: CSV with comma, semicolon or tab, or the first sheet of a
 * workbook (XLSX). Texts are trimmed; numbers of a workbook are written out.
 *
 * @param rows each with its number in the file, from 1; the header is the first
 */
record CountTable(List<Line> rows) {
  /** What is read at most. */
  static final int MOST_ROWS = 50_000;

  private static final int MOST_COLUMNS = 60;

  CountTable {
    rows = List.copyOf(rows);
  }

  /** A row of cells. */
  record Line(long number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean isEmpty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Why a file can't be read at all. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String vietnamese;

    Unreadable(String english, String vietnamese) {
      super(english);
      this.vietnamese = vietnamese;
    }

    String vietnamese() {
      return vietnamese;
    }
  }

  static CountTable read(byte[] file) throws Unreadable {
    boolean isWorkbook =
        file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    return isWorkbook ? workbook(file) : text(file);
  }

  private static CountTable text(byte[] file) throws Unreadable {
    try {
      String text = decoded(file);
      char separator = separator(text);
      List<Line> lines = new ArrayList<>();
      try (CsvReader<CsvRecord> csv =
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(text)) {
        for (CsvRecord record : csv) {
          add(
              lines,
              record.getStartingLineNumber(),
              record.getFields().stream().map(String::strip).toList());
        }
      }
      return new CountTable(lines);
    } catch (UnreadableFileException problem) {
      throw new Unreadable(
          problem.reason() + ". " + problem.remedy() + ".",
          problem.reasonVi() + ". " + problem.remedyVi() + ".");
    } catch (CsvParseException | IOException | UncheckedIOException broken) {
      throw new Unreadable(
          "The file is no table that can be read; check quotes and separators, or save it as CSV UTF-8 again",
          "Tệp không đọc được thành bảng; kiểm tra dấu nháy, dấu phân cách, hoặc lưu lại dạng CSV UTF-8");
    }
  }

  private static String decoded(byte[] file) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader reader = TextDecoding.open(new ByteArrayInputStream(file), null).text()) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  /** Whichever of semicolon, tab and comma the header has most of. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    long most = header.chars().filter(one -> one == ',').count();
    for (char each : new char[] {';', '\t'}) {
      long found = header.chars().filter(one -> one == each).count();
      if (found > most) {
        best = each;
        most = found;
      }
    }
    return best;
  }

  private static CountTable workbook(byte[] file) throws Unreadable {
    List<Line> lines = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
          cells.add(row.getOptionalCell(i).map(CountTable::words).orElse(""));
        }
        Line line = new Line(row.getRowNum(), cells);
        if (!line.isEmpty()) {
          add(lines, line.number(), line.cells());
        }
      }
      return new CountTable(lines);
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable(
          "The file is no workbook (XLSX) that can be read; save it again, or as CSV UTF-8",
          "Tệp không phải sổ tính XLSX đọc được; hãy lưu lại, hoặc lưu dạng CSV UTF-8");
    }
  }

  private static String words(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = Optional.ofNullable(cell.asNumber()).orElse(BigDecimal.ZERO);
      return number.stripTrailingZeros().toPlainString();
    }
    return Optional.ofNullable(cell.getText()).orElse("").strip();
  }

  private static void add(List<Line> lines, long number, List<String> cells) throws Unreadable {
    if (lines.size() > MOST_ROWS) {
      throw new Unreadable(
          "The file has more than " + MOST_ROWS + " rows; take it apart",
          "Tệp có hơn " + MOST_ROWS + " dòng; hãy chia nhỏ");
    }
    lines.add(new Line(number, cells.subList(0, Math.min(cells.size(), MOST_COLUMNS))));
  }
}
