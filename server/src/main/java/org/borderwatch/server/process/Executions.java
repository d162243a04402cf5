package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.borderwatch.server.compute.Courtesy;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;

/** Makes a job of what somebody asks of a process. Thread-safe. */
public final class Executions {
  /** What JSON takes in memory once it is read, for each of its bytes, about. */
  private static final int READ_BYTES = 6;

  private static final long RETRY_SECONDS = 30;

  private final AnalysisProcesses processes;
  private final JobRepository jobs;
  private final JobRunner runner;
  private final Crew crew;

  /** Runs {@code processes} in {@code runner}, on all cores as far as {@code courtesy} allows. */
  public Executions(
      AnalysisProcesses processes, JobRepository jobs, JobRunner runner, Courtesy courtesy) {
    this.processes = processes;
    this.jobs = jobs;
    this.runner = runner;
    int cores = Runtime.getRuntime().availableProcessors();
    this.crew = Crew.of(cores, Progress.UNWATCHED).courteousTo(courtesy);
  }

  /**
   * A job that was accepted.
   *
   * @param end comes true once its end is written down
   */
  public record Started(UUID id, CompletableFuture<JobEnd> end) {}

  /**
   * Understands what is asked for, stores it as a job and lets it wait for its turn.
   *
   * @throws ApiException when it can't be understood, could never fit into memory, or too many wait
   */
  public Started start(JobOrder order) {
    AnalysisProcess process = processes.require(order.type());
    long bytes = (long) READ_BYTES * Json.bytes(order.inputs()).length;
    // What waits remembers the number alone: the inputs may be long.
    UUID id = order.id();
    AnalysisWork work = new AnalysisWork(process, order.inputs(), bytes, () -> stored(id), crew);
    runner.requireFits(work);
    jobs.add(order);
    try {
      return new Started(order.id(), runner.submit(order.id(), work));
    } catch (RejectedExecutionException full) {
      jobs.remove(order.id());
      throw new ApiException.TooManyAttempts(
          "Too many analyses are waiting; try again later", RETRY_SECONDS);
    }
  }

  private JsonNode stored(UUID id) {
    return jobs.inputs(id).orElseThrow(() -> new CancellationException("it was forgotten"));
  }
}
