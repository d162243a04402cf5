package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on a few threads, tells the store how far they are, and stops them when asked.
 *
 * <p>Thread-safe. Closing cancels what runs.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 20;
  private static final long STOP_SECONDS = 10;

  private final JobRepository jobs;
  private final Map<UUID, Work> unfinished = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(this::thread);

  public JobRunner(JobRepository jobs) {
    this.jobs = jobs;
    int left = jobs.failLeft();
    if (left > 0) {
      LOG.warn("{} jobs were left unfinished when the server went; they are marked failed", left);
    }
    heart.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /** What a job does. */
  public interface Work {
    /** Does it; the result goes into the store. Run once. */
    JsonNode run() throws Exception;

    /** How much of it is done, from 0 to 1; any thread may ask. */
    double fraction();

    /** Asks it to stop; {@link #run} then throws {@link CancellationException}. */
    void cancel();

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
   * Runs the job {@code id}, which the store has, when a thread comes free.
   *
   * @throws RejectedExecutionException when too many wait already
   */
  public void submit(UUID id, Work work) {
    unfinished.put(id, work);
    try {
      threads.execute(() -> run(id, work));
    } catch (RejectedExecutionException full) {
      unfinished.remove(id);
      throw full;
    }
  }

  /** How far the job is, when it waits or runs here. */
  public Optional<Double> fraction(UUID id) {
    return Optional.ofNullable(unfinished.get(id)).map(Work::fraction);
  }

  /** Stops the job; false when it neither waits nor runs here. */
  public boolean cancel(UUID id) {
    Work work = unfinished.get(id);
    if (work != null) {
      work.cancel();
    }
    return work != null;
  }

  private void run(UUID id, Work work) {
    try {
      jobs.start(id);
      JsonNode result = work.run();
      jobs.finish(id, JobStatus.SUCCESSFUL, "", result);
    } catch (CancellationException cancelled) {
      end(id, JobStatus.DISMISSED, "Đã hủy, không lưu gì. / Cancelled; nothing was stored.");
    } catch (JobFailedException failed) {
      end(id, JobStatus.FAILED, String.valueOf(failed.getMessage()));
    } catch (Exception failed) {
      UUID incident = UUID.randomUUID();
      // The class alone: a message of the database may quote a row.
      LOG.error("Job {} failed, incident {}: {}", id, incident, failed.getClass().getName());
      end(
          id,
          JobStatus.FAILED,
          "Lỗi máy chủ, không lưu gì; mã sự cố %1$s. / The server failed and stored nothing; incident %1$s."
              .formatted(incident));
    } finally {
      unfinished.remove(id);
      work.close();
    }
  }

  private void end(UUID id, JobStatus status, String message) {
    try {
      jobs.finish(id, status, message, null);
    } catch (RuntimeException away) {
      LOG.warn("The end of job {} could not be written down; its heartbeat stops", id);
    }
  }

  private void beat() {
    unfinished.forEach(
        (id, work) -> {
          try {
            jobs.beat(id, (int) (100 * work.fraction()));
          } catch (RuntimeException away) {
            LOG.warn("No heartbeat for job {}: the database is away", id);
          }
        });
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "job");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    heart.shutdownNow();
    threads.shutdown();
    unfinished.values().forEach(Work::cancel);
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
