package org.borderwatch.server.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of jobs true and small: says of jobs whose server gave no sign for a minute that
 * they failed, and forgets what is old or takes too much room.
 *
 * <p>A database that was away silences every server at once. So nobody is called lost before this
 * server itself has reached the database for a whole minute: the others had the same time to be
 * heard. Thread-safe.
 */
final class JobUpkeep implements AutoCloseable {
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(JobUpkeep.class);
  private static final String FAIL_LOST = JobRepository.sql("fail_lost_jobs.sql");
  private static final String FORGET_OLD = JobRepository.sql("forget_old_jobs.sql");
  private static final String FORGET_LARGE = JobRepository.sql("forget_large_results.sql");

  private final Jdbi jdbi;
  private final Duration silence;
  private final Duration keep;
  private final long resultBytes;
  private final ScheduledExecutorService clock;
  private long reachedSince = System.nanoTime();

  /**
   * Begins at once.
   *
   * @param jdbi never waits long for a database that hangs
   * @param silence after which a job is lost
   * @param keep how long a job that ended is kept
   * @param resultBytes what all results may take
   */
  JobUpkeep(Jdbi jdbi, Duration silence, Duration keep, long resultBytes) {
    this.jdbi = jdbi;
    this.silence = silence;
    this.keep = keep;
    this.resultBytes = resultBytes;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "job-upkeep");
              thread.setDaemon(true);
              return thread;
            });
    long every = silence.toMillis() / 6;
    clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    clock.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
  }

  private void look() {
    try {
      if (System.nanoTime() - reachedSince < silence.toNanos()) {
        jdbi.useHandle(handle -> handle.execute("SELECT 1"));
        return;
      }
      int lost =
          jdbi.withHandle(
              handle ->
                  handle
                      .createUpdate(FAIL_LOST)
                      .bind("silence", silence.toMillis() / 1000.0)
                      .execute());
      if (lost > 0) {
        LOG.warn("{} jobs gave no sign for {}; they are marked failed", lost, silence);
      }
    } catch (RuntimeException away) {
      reachedSince = System.nanoTime();
    }
  }

  /** Forgets what is old or takes too much room. */
  void tidy() {
    try {
      jdbi.useHandle(
          handle -> {
            handle.createUpdate(FORGET_OLD).bind("days", keep.toDays()).execute();
            handle.createUpdate(FORGET_LARGE).bind("bytes", resultBytes).execute();
          });
    } catch (RuntimeException away) {
      LOG.info("Old jobs stay for another hour: {}", away.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
