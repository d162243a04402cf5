package org.borderwatch.server.ingest;

import java.nio.file.Path;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.JobsApi;

/** Imports as jobs. */
public final class ImportApi {
  private final ImportEndpoints imports;

  /**
   * Imports into {@code database}.
   *
   * @param jobs what they become
   * @param dataFolder where uploads and rejects are kept
   * @param mostBytes the largest body that is taken
   * @param changed called after each import, before its job ends
   */
  public ImportApi(
      Database database,
      BorderLocator border,
      JobsApi jobs,
      Path dataFolder,
      long mostBytes,
      Runnable changed) {
    imports =
        new ImportEndpoints(
            new DetectionImport(database, border),
            new EffortImports(database, border),
            jobs.repository(),
            jobs.imports(),
            jobs.endpoints(),
            dataFolder,
            mostBytes,
            changed);
  }

  public void register(RouteTable routes) {
    imports.register(routes);
  }
}
