package org.borderwatch.server.ingest;

import java.nio.file.Path;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.ElevationImport;
import org.borderwatch.server.network.NetworkImport;
import org.borderwatch.server.process.JobsApi;

/** Imports as jobs. */
public final class ImportApi {
  private final ImportEndpoints imports;
  private final NetworkImportEndpoints network;

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
    ImportFolder folder = new ImportFolder(dataFolder);
    ImportJobs taken =
        new ImportJobs(jobs.repository(), jobs.imports(), jobs.endpoints(), folder, mostBytes);
    imports =
        new ImportEndpoints(
            new DetectionImport(database, border),
            new EffortImports(database, border),
            taken,
            jobs.endpoints(),
            folder,
            changed);
    network =
        new NetworkImportEndpoints(
            new NetworkImport(database, () -> border),
            new ElevationImport(database),
            taken,
            changed);
  }

  public void register(RouteTable routes) {
    imports.register(routes);
    network.register(routes);
  }
}
