package org.borderwatch.server.export;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a file of one format. Stateless. */
interface ExportFile {
  /**
   * Writes what {@code layer} describes and {@code features} hold into {@code file}, which isn't
   * there yet or is empty. One feature at a time is in memory.
   */
  void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException;
}
