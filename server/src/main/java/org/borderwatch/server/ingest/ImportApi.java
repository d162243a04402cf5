package org.borderwatch.server.ingest;

import java.nio.file.Path;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.JobEndpoints;
import org.borderwatch.server.process.JobRepository;
import org.borderwatch.server.process.JobRunner;
import org.borderwatch.server.process.ServerId;

/** Jobs, and the imports among them. Closing cancels what runs. */
public final class ImportApi implements AutoCloseable {
  private final JobRunner runner;
  private final JobEndpoints jobs;
  private final ImportEndpoints imports;

  /**
   * Imports into {@code database}.
   *
   * @param dataFolder where uploads and rejects are kept, and which server this is
   * @param mostBytes the largest body that is taken
   * @param changed called after each import, before its job ends
   */
  public ImportApi(
      Database database,
      BorderLocator border,
      PublicUrl publicUrl,
      Path dataFolder,
      long mostBytes,
      Runnable changed) {
    JobRepository repository = new JobRepository(database.jdbi(), ServerId.of(dataFolder));
    runner = new JobRunner(repository);
    jobs = new JobEndpoints(repository, runner, publicUrl);
    imports =
        new ImportEndpoints(
            new DetectionImport(database, border),
            new EffortImports(database, border),
            repository,
            runner,
            jobs,
            dataFolder,
            mostBytes,
            changed);
  }

  public void register(RouteTable routes) {
    jobs.register(routes);
    imports.register(routes);
  }

  @Override
  public void close() {
    runner.close();
  }
}
