package org.borderwatch.server.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.borderwatch.server.database.FullDisk;
import org.borderwatch.server.database.Outage;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs in the order in which they came, a few at once, within a budget of memory: the first
 * that waits starts when a thread and as many bytes as it asks for are free.
 *
 * <p>The end of a job is written down before anybody hears of it. While the database is away or its
 * disk full, that is tried again for ten minutes. Thread-safe. Closing stops what runs.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final long STOP_SECONDS = 10;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final long TRY_AGAIN_MILLIS = 500;
  private static final String NO_ROOM =
      "Đĩa của cơ sở dữ liệu đã đầy, chưa lưu gì; hãy báo quản trị viên rồi chạy lại."
          + " / The disk of the database is full and nothing was stored; tell the administrator, then start it again.";

  private static final String NOT_WRITTEN =
      "Không ghi được kết quả; có thể chạy lại."
          + " / The result could not be written down; it can be started again.";
  private static final JobEnd STOPPED =
      new JobEnd.Failed(
          "Máy chủ đang dừng; có thể chạy lại. / The server stops; it can be started again.");
  private static final int PLACES = 12;

  /** A stored document is read into memory whole, and PostgreSQL has no larger value than 1 GB. */
  private static final int LONGEST_RESULT = 256 << 20;

  private final JobRepository jobs;
  private final LiveJobs live;
  private final Bounds bounds;
  private final Deque<RunningJob> waiting = new ArrayDeque<>();
  private final List<RunningJob> running = new ArrayList<>();
  private final List<Thread> threads;
  private long reserved;
  private boolean closed;

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
    this.jobs = jobs;
    this.live = live;
    this.bounds = bounds;
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
          "This needs up to %,d MB of memory, and all that runs here has %,d MB: take larger cells, a smaller area, a shorter period or fewer repetitions, or raise process.memory"
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
    RunningJob job = new RunningJob(id, work, this::before, this::drop);
    synchronized (this) {
      if (closed || waiting.size() >= bounds.waiting()) {
        throw new RejectedExecutionException("as many jobs wait as may: " + bounds.waiting());
      }
      live.enter(id, job);
      waiting.add(job);
      notifyAll();
    }
    return job.end();
  }

  /** Tells {@code registry} from now on what goes on here. */
  public void measure(MeterRegistry registry) {
    Gauge.builder("borderwatch.jobs.waiting", this, JobRunner::waitingJobs)
        .description("Analyses that wait")
        .register(registry);
    Gauge.builder("borderwatch.jobs.running", this, JobRunner::runningJobs)
        .description("Analyses that run")
        .register(registry);
    Gauge.builder("borderwatch.jobs.reserved.bytes", this, JobRunner::reservedBytes)
        .description("Memory that the analyses which run may take")
        .register(registry);
  }

  synchronized int waitingJobs() {
    return waiting.size();
  }

  synchronized int runningJobs() {
    return running.size();
  }

  synchronized long reservedBytes() {
    return reserved;
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  private void work() {
    for (RunningJob job = next(); job != null; job = next()) {
      try {
        run(job);
      } finally {
        done(job);
      }
    }
  }

  /** The next whose turn it is, once it fits; null when this is closed. */
  private synchronized @Nullable RunningJob next() {
    while (!closed) {
      RunningJob first = waiting.peek();
      if (first != null && reserved + first.work().mostBytes() <= bounds.bytes()) {
        waiting.remove();
        running.add(first);
        reserved += first.work().mostBytes();
        return first;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        return null;
      }
    }
    return null;
  }

  private synchronized void done(RunningJob job) {
    running.remove(job);
    reserved -= job.work().mostBytes();
    notifyAll();
  }

  /** How many jobs start before {@code job} does; -1 when it doesn't wait. */
  private synchronized int before(RunningJob job) {
    int before = 0;
    for (RunningJob other : waiting) {
      if (other == job) {
        return before + running.size();
      }
      before++;
    }
    return -1;
  }

  /** Ends a job that still waits; one that runs is left. */
  private void drop(RunningJob job) {
    boolean waited;
    synchronized (this) {
      waited = waiting.remove(job);
    }
    if (waited) {
      // Its end waits for the database, and whoever cancels doesn't.
      Thread thread = new Thread(() -> end(job, JobEnd.DISMISSED), "job-end");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run(RunningJob job) {
    end(job, outcome(job));
  }

  private JobEnd outcome(RunningJob job) {
    try {
      if (!started(job)) {
        return JobEnd.DISMISSED;
      }
      ProcessResult result = job.work().run();
      requireStorable(result);
      return job.isCancelled() && !job.work().isLasting()
          ? JobEnd.DISMISSED
          : new JobEnd.Successful(result);
    } catch (CancellationException cancelled) {
      return JobEnd.DISMISSED;
    } catch (ApiException refused) {
      return new JobEnd.Refused(refused);
    } catch (JobFailedException failed) {
      return new JobEnd.Failed(String.valueOf(failed.getMessage()));
    } catch (Exception | OutOfMemoryError | StackOverflowError failed) {
      UUID incident = UUID.randomUUID();
      // The class and the place alone: a message of the database may quote a row.
      LOG.error(
          "Job {} failed, incident {}: {} at {}",
          job.id(),
          incident,
          failed.getClass().getName(),
          List.of(failed.getStackTrace()).stream().limit(PLACES).toList());
      return new JobEnd.Failed(
          "Lỗi máy chủ, không lưu gì; mã sự cố %1$s. / The server failed and stored nothing; incident %1$s."
              .formatted(incident));
    }
  }

  private static void requireStorable(ProcessResult result) {
    for (ProcessResult.Form form : result.forms()) {
      if (form.content().length > LONGEST_RESULT) {
        throw new ApiException.TooLarge(
            "Kết quả dài %1$,d MB, quá %2$,d MB. / The result has %1$,d MB, more than %2$,d MB: take larger cells or a smaller area"
                .formatted(megabytes(form.content().length), megabytes(LONGEST_RESULT)));
      }
    }
  }

  private boolean started(RunningJob job) throws InterruptedException {
    job.begin();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      if (job.isCancelled()) {
        return false;
      }
      try {
        return jobs.start(job.id());
      } catch (RuntimeException failed) {
        if (!mayPass(failed, deadline)) {
          throw failed;
        }
        pause();
      }
    }
  }

  /** Writes the end of a job down, as soon as that can be done, then tells it. */
  private void end(RunningJob job, JobEnd end) {
    JobEnd stored = STOPPED;
    try {
      if (!isClosed() || end instanceof JobEnd.Successful) {
        stored = written(job, end);
      }
    } catch (RuntimeException failed) {
      LOG.error(
          "The end of job {} could not be written down; its heartbeat stops", job.id(), failed);
      stored = new JobEnd.Failed(NOT_WRITTEN);
    } finally {
      live.leave(job.id());
      job.work().close();
      job.end().complete(stored);
    }
  }

  private JobEnd written(RunningJob job, JobEnd end) {
    JobEnd stored = end;
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return jobs.finish(job.id(), stored, job.work().isLasting());
      } catch (RuntimeException failed) {
        if (!mayPass(failed, deadline)) {
          throw failed;
        }
        if (FullDisk.isCauseOf(failed) && stored instanceof JobEnd.Successful) {
          stored = new JobEnd.Failed(NO_ROOM);
        } else {
          pause();
        }
      }
    }
  }

  private boolean mayPass(RuntimeException failed, long deadline) {
    boolean passing = Outage.isCauseOf(failed) || FullDisk.isCauseOf(failed);
    return passing && !isClosed() && System.nanoTime() < deadline;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void pause() {
    try {
      if (!closed) {
        wait(TRY_AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Jobs that don't end by themselves are left unfinished; {@link LiveJobs} says so. */
  @Override
  public void close() {
    List<RunningJob> unbegun;
    List<RunningJob> begun;
    synchronized (this) {
      closed = true;
      unbegun = List.copyOf(waiting);
      begun = List.copyOf(running);
      waiting.clear();
      notifyAll();
    }
    unbegun.forEach(job -> end(job, JobEnd.DISMISSED));
    begun.forEach(RunningJob::cancel);
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
