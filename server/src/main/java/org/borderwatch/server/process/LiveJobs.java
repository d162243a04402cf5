package org.borderwatch.server.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.process.JobRepository.Beat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that wait or run on this server, and their heartbeat: once a second it tells the store
 * that they are alive and how far, and learns which ones were cancelled at another server.
 *
 * <p>Thread-safe. What this server left unfinished when it went is said to have failed, when this
 * starts and when it closes.
 */
public final class LiveJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveJobs.class);

  private final JobRepository jobs;
  private final Map<UUID, LiveJob> live = new ConcurrentHashMap<>();
  private final ScheduledExecutorService heart;
  private boolean isAway;

  public LiveJobs(JobRepository jobs) {
    this.jobs = jobs;
    int left = jobs.failLeft();
    if (left > 0) {
      LOG.warn("{} jobs were left unfinished when the server went; they are marked failed", left);
    }
    heart =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "job-heart");
              thread.setDaemon(true);
              return thread;
            });
    heart.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /** A job that waits or runs here. Implementations are thread-safe. */
  public interface LiveJob {
    /** From 0 to 1; never goes back. */
    double fraction();

    /** What it does or waits for, in both languages; may be empty. */
    String message();

    /** Asks it to stop. */
    void cancel();
  }

  void enter(UUID id, LiveJob job) {
    live.put(id, job);
  }

  void leave(UUID id) {
    live.remove(id);
  }

  /** The job, when it waits or runs here. */
  public Optional<LiveJob> find(UUID id) {
    return Optional.ofNullable(live.get(id));
  }

  private void beat() {
    List<Beat> beats =
        live.entrySet().stream()
            .map(
                job ->
                    new Beat(
                        job.getKey(),
                        (int) (100 * job.getValue().fraction()),
                        job.getValue().message()))
            .toList();
    if (beats.isEmpty()) {
      return;
    }
    try {
      jobs.beat(beats).forEach(id -> find(id).ifPresent(LiveJob::cancel));
      isAway = false;
    } catch (RuntimeException away) {
      if (!isAway) {
        LOG.warn("No heartbeat for {} jobs: {}", beats.size(), away.getClass().getSimpleName());
      }
      isAway = true;
    }
  }

  @Override
  public void close() {
    heart.shutdownNow();
    try {
      jobs.failLeft();
    } catch (RuntimeException away) {
      LOG.info("The database is away; the next start says which jobs were left");
    }
  }
}
