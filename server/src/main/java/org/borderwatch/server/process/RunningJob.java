package org.borderwatch.server.process;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.borderwatch.server.process.JobRunner.Work;

/** A job in the hands of a runner: what it does, whether it still waits, its end. Thread-safe. */
final class RunningJob implements LiveJobs.LiveJob {
  /** A job that is done sooner says nothing of its progress: it would only flicker. */
  private static final long QUIET_NANOS = 300_000_000;

  private final UUID id;
  private final Work work;
  private final ToIntFunction<RunningJob> before;
  private final Consumer<RunningJob> drop;
  private final CompletableFuture<JobEnd> end = new CompletableFuture<>();
  private volatile boolean cancelled;
  private volatile boolean begun;
  private volatile long begunAt;

  /**
   * @param before how many jobs start before it; negative when it doesn't wait
   * @param drop ends it when it still waits
   */
  RunningJob(UUID id, Work work, ToIntFunction<RunningJob> before, Consumer<RunningJob> drop) {
    this.id = id;
    this.work = work;
    this.before = before;
    this.drop = drop;
  }

  UUID id() {
    return id;
  }

  Work work() {
    return work;
  }

  CompletableFuture<JobEnd> end() {
    return end;
  }

  void begin() {
    begunAt = System.nanoTime();
    begun = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void cancel() {
    cancelled = true;
    work.cancel();
    drop.accept(this);
  }

  @Override
  public double fraction() {
    return isQuiet() ? 0 : Math.min(1, Math.max(0, work.fraction()));
  }

  @Override
  public String message() {
    if (cancelled) {
      return "Đang dừng. / Stopping.";
    }
    int others = before.applyAsInt(this);
    if (others >= 0) {
      return others == 0
          ? ""
          : "Đang chờ, trước đó còn %1$d việc. / Waiting, %1$d before it.".formatted(others);
    }
    return isQuiet() ? "" : work.message();
  }

  private boolean isQuiet() {
    return !begun || System.nanoTime() - begunAt < QUIET_NANOS;
  }
}
