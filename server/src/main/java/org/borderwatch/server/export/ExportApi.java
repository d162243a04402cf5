package org.borderwatch.server.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.ogc.FeatureSource;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.JobEndpoints;
import org.borderwatch.server.process.StoredResults;

/** What can be taken away as files, over HTTP. */
public final class ExportApi {
  private final ExportEndpoints endpoints;

  /**
   * Serves files of {@code sources} and of results.
   *
   * @param dataFolder where files are made
   * @param software version, for the files
   */
  public ExportApi(
      Database database,
      List<FeatureSource> sources,
      AnalysisProcesses processes,
      JobEndpoints jobs,
      Path dataFolder,
      String software) {
    try {
      endpoints =
          new ExportEndpoints(
              Exports.in(dataFolder, software),
              new ExportContents(database, processes, new StoredResults(database)),
              sources,
              jobs);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder of exports in " + dataFolder, e);
    }
  }

  /** Results of analyses as collections. */
  public static List<? extends FeatureSource> collections(Database database) {
    return ResultCollection.all(new StoredResults(database));
  }

  public void register(RouteTable routes) {
    endpoints.register(routes);
  }
}
