package org.borderwatch.data.effort;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes tracks or watches out of a file one by one. What is wrong with one of them comes with it;
 * what makes the whole file unreadable is an {@link
 * org.borderwatch.data.detection.UnreadableFileException}. Not for several threads.
 */
public interface EffortReader extends Closeable {
  /** The next one, or null at the end. */
  @Nullable EffortRow next() throws IOException;

  /** How the text is encoded, for the report. */
  String encoding();
}
