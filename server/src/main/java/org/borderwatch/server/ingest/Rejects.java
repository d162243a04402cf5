package org.borderwatch.server.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.borderwatch.data.SpreadsheetCell;
import org.borderwatch.data.detection.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is refused: the first refusals in memory, every refused row in a file {@code
 * line,field,reason,remedy} and then the row, in Vietnamese and English. Mended, the file can be
 * imported as it is.
 */
final class Rejects implements Closeable {
  private static final int KEPT = 1000;

  private final Path file;
  private final List<String> columns;
  private final List<Refusal> first = new ArrayList<>();
  private @Nullable CsvWriter csv;
  private long rows;

  Rejects(Path file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  void add(RejectedRow row) throws IOException {
    rows++;
    for (Refusal refusal : row.refusals()) {
      if (first.size() < KEPT) {
        first.add(refusal);
      }
    }
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(row.refusals().get(0).line()));
    cells.add(joined(row, Refusal::field));
    cells.add(joined(row, refusal -> refusal.reasonVi() + " / " + refusal.reason()));
    cells.add(joined(row, refusal -> refusal.remedyVi() + " / " + refusal.remedy()));
    cells.addAll(row.cells());
    writer().writeRecord(cells.stream().map(SpreadsheetCell::harmless).toList());
  }

  /** How many rows were refused. */
  long rows() {
    return rows;
  }

  /** The first refusals, in the order in which they came. */
  List<Refusal> first() {
    return first;
  }

  @Override
  public void close() throws IOException {
    if (csv != null) {
      csv.close();
    }
  }

  private CsvWriter writer() throws IOException {
    if (csv == null) {
      Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
      List<String> header = new ArrayList<>(List.of("line", "field", "reason", "remedy"));
      header.addAll(columns);
      csv.writeRecord(header);
    }
    return csv;
  }

  private static String joined(RejectedRow row, Function<Refusal, String> part) {
    return row.refusals().stream().map(part).distinct().collect(Collectors.joining("; "));
  }
}
