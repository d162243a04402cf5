package org.borderwatch.server.ingest;

import java.io.IOException;
import java.sql.SQLException;

/** Takes files of one collection in, each in one transaction. Thread-safe. */
@FunctionalInterface
public interface FileImport {
  /**
   * Imports what is asked for.
   *
   * @throws org.borderwatch.data.detection.UnreadableFileException when no row can be taken from
   *     the file
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled; nothing
   *     was stored
   * @throws SQLException when the database fails; nothing was stored
   */
  ImportReport run(ImportRequest request, ImportProgress progress)
      throws SQLException, IOException, InterruptedException;
}
