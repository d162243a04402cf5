package org.borderwatch.data.detection;

import java.io.Closeable;
import java.io.IOException;
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

  /** The separator of the columns, or empty where the format has none. */
  default String delimiter() {
    return "";
  }
}
