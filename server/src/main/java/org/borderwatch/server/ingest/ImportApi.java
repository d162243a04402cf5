package org.borderwatch.server.ingest;

import java.nio.file.Path;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.ElevationImport;
import org.borderwatch.server.network.NetworkImport;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.process.JobsApi;
import org.borderwatch.server.route.RouteMatching;

/** Imports as jobs. */
public final class ImportApi {
  private final ImportEndpoints imports;
  private final NetworkImportEndpoints roads;

  /**
   * Imports into {@code database}.
   *
   * @param jobs what they become
   * @param network to which routes are snapped
   * @param dataFolder where uploads and rejects are kept
   * @param mostBytes the largest body that is taken
   * @param changed called after each import, before its job ends
   */
  public ImportApi(
      Database database,
      BorderLocator border,
      JobsApi jobs,
      NetworkSource network,
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
            new RouteImports(database, border, new RouteMatching(network)),
            taken,
            jobs.endpoints(),
            folder,
            changed);
    roads =
        new NetworkImportEndpoints(
            new NetworkImport(database, () -> border),
            new ElevationImport(database),
            taken,
            changed);
  }

  public void register(RouteTable routes) {
    imports.register(routes);
    roads.register(routes);
  }
}
