package org.borderwatch.data.detection;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows out of a file one by one, in bounded memory. Not for several threads.
 *
 * <p>What is wrong with one row comes with that row; what makes the whole file unreadable is an
 * {@link UnreadableFileException}.
 */
public interface DetectionReader extends Closeable {
  /** The next row, or null at the end. */
  @Nullable DetectionRow next() throws IOException;

  /** How the text is encoded, for the report. */
  String encoding();

  /** The names of the columns in the order in which {@link #cells} gives them. */
  default List<String> columns() {
    return DetectionCsvWriter.header();
  }

  /** A row as it stood in the file, to be given back when it is refused. */
  default List<String> cells(DetectionRow row) {
    return row.asWritten();
  }

  /** The separator of the columns, or empty where the format has none. */
  default String delimiter() {
    return "";
  }
}
