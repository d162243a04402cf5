package org.borderwatch.server.process;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.borderwatch.server.compute.Courtesy;
import org.borderwatch.server.config.ProcessLimits;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.JobRunner.Bounds;

/**
 * The jobs of one server: their store, their heartbeat, a runner for analyses and one for imports,
 * so that neither waits for the other, and what is served of them. Closing stops what runs.
 */
public final class JobsApi implements AutoCloseable {
  private static final Bounds IMPORTS = new Bounds(2, 20, Long.MAX_VALUE);

  private final JobRepository repository;
  private final LiveJobs live;
  private final JobUpkeep upkeep;
  private final JobRunner imports;
  private final JobRunner analyses;
  private final Executions executions;
  private final JobEndpoints jobs;
  private final ProcessEndpoints endpoints;

  /**
   * Runs jobs from now on.
   *
   * @param courtesy whether somebody waits for the map
   * @param server the number of this server
   * @param software its version
   */
  public JobsApi(
      Database database,
      PublicUrl publicUrl,
      AnalysisProcesses processes,
      ProcessLimits limits,
      Courtesy courtesy,
      UUID server,
      String software) {
    repository = new JobRepository(database.jdbi(), database.promptJdbi(), server, software);
    live = new LiveJobs(repository);
    upkeep =
        new JobUpkeep(
            database.promptJdbi(), JobUpkeep.SILENCE, limits.keep(), limits.resultBytes());
    imports = new JobRunner(repository, live, IMPORTS, "import");
    // Each runs with helpers on every core; more at once would only take memory and the map's time.
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    analyses =
        new JobRunner(
            repository, live, new Bounds(atOnce, limits.waiting(), limits.memoryBytes()), "job");
    executions = new Executions(processes, repository, analyses, courtesy);
    JobDocuments documents = new JobDocuments(publicUrl, processes, live);
    jobs =
        new JobEndpoints(
            repository,
            new JobListRepository(database.jdbi()),
            new ResultRepository(database.jdbi()),
            processes,
            live,
            executions,
            documents,
            publicUrl);
    endpoints =
        new ProcessEndpoints(
            processes,
            new ProcessDocuments(publicUrl, software),
            executions,
            jobs,
            documents,
            publicUrl,
            limits.bodyBytes(),
            limits.syncLimit());
  }

  public void register(RouteTable routes) {
    endpoints.register(routes);
    jobs.register(routes);
  }

  /** Tells {@code registry} from now on how many analyses wait and run. */
  public void measure(MeterRegistry registry) {
    analyses.measure(registry);
  }

  /** The store of jobs. */
  public JobRepository repository() {
    return repository;
  }

  /** The runner of imports. */
  public JobRunner imports() {
    return imports;
  }

  /** What is served of jobs. */
  public JobEndpoints endpoints() {
    return jobs;
  }

  /** Jobs that wait or run here. */
  public LiveJobs live() {
    return live;
  }

  /** The runner of analyses. */
  JobRunner analyses() {
    return analyses;
  }

  /** Starts analyses. */
  public Executions executions() {
    return executions;
  }

  @Override
  public void close() {
    upkeep.close();
    imports.close();
    analyses.close();
    live.close();
  }
}
