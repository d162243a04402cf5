package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One analysis as a job. Long inputs are forgotten while it waits and read from the store again
 * when its turn comes, so that a hundred that wait take no memory.
 */
final class AnalysisWork implements JobRunner.Work {
  /** Of inputs up to this many bytes, what was understood is kept while the job waits. */
  private static final int SHORT_BYTES = 64 * 1024;

  private final AnalysisProcess process;
  private final Supplier<JsonNode> stored;
  private final Crew crew;
  private final long mostBytes;
  private final JobProgress progress = new JobProgress();
  private @Nullable Analysis prepared;

  /**
   * Understands what is asked for.
   *
   * @param inputs what was asked for
   * @param inputBytes about how long they are
   * @param stored reads the inputs from the store
   * @param crew threads that it may use
   */
  AnalysisWork(
      AnalysisProcess process,
      JsonNode inputs,
      long inputBytes,
      Supplier<JsonNode> stored,
      Crew crew) {
    this.process = process;
    this.stored = stored;
    this.crew = crew;
    Analysis analysis = prepare(process, inputs);
    this.mostBytes = analysis.mostBytes() + inputBytes;
    this.prepared = inputBytes <= SHORT_BYTES ? analysis : null;
  }

  private static Analysis prepare(AnalysisProcess process, JsonNode inputs) {
    return process.prepare(new ProcessInputs(inputs, process.description().inputNames()));
  }

  @Override
  public ProcessResult run() throws Exception {
    Analysis analysis = prepared == null ? prepare(process, stored.get()) : prepared;
    prepared = null;
    progress.check();
    return analysis.run(crew.watchedBy(progress));
  }

  @Override
  public double fraction() {
    return progress.fraction();
  }

  @Override
  public String message() {
    return progress.message();
  }

  @Override
  public void cancel() {
    progress.cancel();
  }

  @Override
  public long mostBytes() {
    return mostBytes;
  }

  /** How far it is; goes forward only. */
  private static final class JobProgress implements Progress {
    private double fraction;
    private String message = "";
    private volatile boolean cancelled;

    @Override
    public synchronized void report(double now, String saying) {
      if (now >= fraction) {
        fraction = Math.min(1, now);
        message = saying;
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public void check() {
      if (cancelled) {
        throw new CancellationException("the job was cancelled");
      }
    }

    synchronized double fraction() {
      return fraction;
    }

    synchronized String message() {
      return message;
    }

    void cancel() {
      cancelled = true;
    }
  }
}
