package org.borderwatch.server.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.borderwatch.server.http.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on a few threads, in the order and within the memory of a {@link JobQueue}.
 *
 * <p>The end of a job is written down before anybody hears of it. Thread-safe. Closing stops what
 * runs.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final long STOP_SECONDS = 10;
  private static final int PLACES_LOGGED = 12;

  /** A stored document is read into memory whole, and PostgreSQL has no larger value than 1 GB. */
  private static final int LONGEST_RESULT = 256 << 20;

  private static final JobEnd STOPPED =
      new JobEnd.Failed(
          "Máy chủ đang dừng; có thể chạy lại. / The server stops; it can be started again.");
  private static final JobEnd NOT_WRITTEN =
      new JobEnd.Failed(
          "Không ghi được kết quả; có thể chạy lại."
              + " / The result could not be written down; it can be started again.");

  private final LiveJobs live;
  private final Bounds bounds;
  private final JobQueue queue;
  private final PatientStore store;
  private final List<Thread> threads;

  /**
   * What may go on here.
   *
   * @param atOnce how many jobs run at once
   * @param waiting how many wait at most
   * @param bytes what those that run may hold together
   */
  public record Bounds(int atOnce, int waiting, long bytes) {}

  /** Begins with nothing to do; {@code name} is that of its threads. */
  public JobRunner(JobRepository jobs, LiveJobs live, Bounds bounds, String name) {
    this.live = live;
    this.bounds = bounds;
    this.queue = new JobQueue(bounds);
    this.store = new PatientStore(jobs);
    this.threads =
        IntStream.range(0, bounds.atOnce()).mapToObj(i -> new Thread(this::work, name)).toList();
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** What a job does. */
  public interface Work {
    /** Does it. Run once. */
    ProcessResult run() throws Exception;

    /** How much of it is done, from 0 to 1; any thread may ask. */
    double fraction();

    /** What it is doing, in both languages, or nothing. */
    default String message() {
      return "";
    }

    /** Asks it to stop; {@link #run} then throws {@link CancellationException}. */
    void cancel();

    /** What it holds in memory at most. */
    default long mostBytes() {
      return 0;
    }

    /** Whether what it did stays done when it is cancelled after its end. */
    default boolean isLasting() {
      return false;
    }

    /** Gives back what it holds, whether it ran or not. */
    default void close() {}
  }

  /** A job ended without a result, for a reason that the requester can understand. */
  public static final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public JobFailedException(String message) {
      super(message);
    }
  }

  /**
   * Refuses work that could never start here.
   *
   * @throws ApiException.TooLarge with both numbers
   */
  public void requireFits(Work work) {
    if (work.mostBytes() > bounds.bytes()) {
      throw new ApiException.TooLarge(
          ("This needs up to %,d MB of memory, and all that runs here has %,d MB: take larger cells,"
                  + " a smaller area, a shorter period or fewer repetitions, or raise process.memory")
              .formatted(megabytes(work.mostBytes()), megabytes(bounds.bytes())));
    }
  }

  /**
   * Runs the job {@code id}, which the store has, when its turn comes.
   *
   * @return its end, once that is written down
   * @throws RejectedExecutionException when too many wait already
   */
  public CompletableFuture<JobEnd> submit(UUID id, Work work) {
    RunningJob job = new RunningJob(id, work, queue::before, this::drop);
    live.enter(id, job);
    try {
      queue.add(job);
    } catch (RejectedExecutionException full) {
      live.leave(id);
      throw full;
    }
    return job.end();
  }

  /** Tells {@code registry} from now on what goes on here. */
  public void measure(MeterRegistry registry) {
    Gauge.builder("borderwatch.jobs.waiting", queue, JobQueue::waiting)
        .description("Analyses that wait")
        .register(registry);
    Gauge.builder("borderwatch.jobs.running", queue, JobQueue::running)
        .description("Analyses that run")
        .register(registry);
    Gauge.builder("borderwatch.jobs.reserved.bytes", queue, JobQueue::reserved)
        .description("Memory that the analyses which run may take")
        .register(registry);
  }

  JobQueue queue() {
    return queue;
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  private void work() {
    for (RunningJob job = queue.next(); job != null; job = queue.next()) {
      try {
        end(job, outcome(job));
      } finally {
        queue.done(job);
      }
    }
  }

  private JobEnd outcome(RunningJob job) {
    try {
      job.begin();
      if (!store.start(job)) {
        return JobEnd.DISMISSED;
      }
      ProcessResult result = job.work().run();
      requireStorable(result);
      return job.isCancelled() && !job.work().isLasting() && !result.bestSoFar()
          ? JobEnd.DISMISSED
          : new JobEnd.Successful(result);
    } catch (CancellationException cancelled) {
      return JobEnd.DISMISSED;
    } catch (ApiException refused) {
      return new JobEnd.Refused(refused);
    } catch (JobFailedException failed) {
      return new JobEnd.Failed(String.valueOf(failed.getMessage()));
    } catch (Exception | Error failed) {
      return incident(job, failed);
    }
  }

  private static void requireStorable(ProcessResult result) {
    for (ProcessResult.Form form : result.forms()) {
      if (form.content().length > LONGEST_RESULT) {
        throw new ApiException.TooLarge(
            "Kết quả dài %1$,d MB, quá %2$,d MB: hãy lấy ô lớn hơn hoặc vùng nhỏ hơn. / The result has %1$,d MB, more than %2$,d MB: take larger cells or a smaller area."
                .formatted(megabytes(form.content().length), megabytes(LONGEST_RESULT)));
      }
    }
  }

  private static JobEnd incident(RunningJob job, Throwable failed) {
    UUID incident = UUID.randomUUID();
    // The class and the places alone: a message of the database may quote a row.
    LOG.error(
        "Job {} failed, incident {}: {} at {}",
        job.id(),
        incident,
        failed.getClass().getName(),
        Stream.of(failed.getStackTrace()).limit(PLACES_LOGGED).toList());
    return new JobEnd.Failed(
        "Lỗi máy chủ, không lưu gì; mã sự cố %1$s. / The server failed and stored nothing; incident %1$s."
            .formatted(incident));
  }

  /** Ends a job that still waits; one that runs is left. */
  private void drop(RunningJob job) {
    if (queue.remove(job)) {
      // Its end waits for the database, and whoever cancels doesn't.
      Thread thread = new Thread(() -> end(job, JobEnd.DISMISSED), "job-end");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Writes the end of a job down, then tells it. */
  private void end(RunningJob job, JobEnd end) {
    JobEnd told = STOPPED;
    try {
      if (!store.isClosed() || end instanceof JobEnd.Successful) {
        told = store.finish(job, end);
      }
    } catch (RuntimeException failed) {
      LOG.error("The end of job {} could not be written down", job.id(), failed);
      told = NOT_WRITTEN;
    }
    live.leave(job.id());
    try {
      job.work().close();
    } catch (RuntimeException failed) {
      LOG.warn("Job {} left something behind", job.id(), failed);
    }
    job.end().complete(told);
  }

  /** Jobs that don't end by themselves are left unfinished; {@link LiveJobs} says so. */
  @Override
  public void close() {
    store.close();
    JobQueue.Left left = queue.close();
    left.waiting().forEach(job -> end(job, JobEnd.DISMISSED));
    left.running().forEach(RunningJob::cancel);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
