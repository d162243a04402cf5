package org.borderwatch.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Short questions to a database that may be away or hang. A question is asked in a thread apart and
 * nobody waits for it longer than 3 seconds. Once one failed for want of a database, none is asked
 * in the second after; then one at a time tries, and everybody else is told at once that the
 * database is away, until an answer comes. So threads that serve never queue for a database that
 * doesn't answer.
 *
 * <p>Questions give up by themselves in time, as those through {@link Database#promptJdbi} do: what
 * nobody waits for any more still holds its thread. Thread-safe.
 */
public final class Inquiry {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** More than serve, so that a question is never refused for want of a thread. */
  private static final int THREADS = 64;

  private final ThreadPoolExecutor askers =
      new ThreadPoolExecutor(
          0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Inquiry::thread);

  private boolean away;
  private boolean trying;
  private long nextTryNanos;

  Inquiry() {}

  /**
   * The answer.
   *
   * @throws SQLTransientConnectionException when the database is away
   * @throws SQLException when the question itself failed
   */
  public <T> T ask(Callable<T> question) throws SQLException {
    boolean trial = begin();
    try {
      Future<T> answer = askers.submit(() -> answer(question, trial));
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      lost();
      throw new SQLTransientConnectionException("no answer in " + PATIENCE.toSeconds() + " s", e);
    } catch (RejectedExecutionException e) {
      settle(true, trial);
      throw new SQLTransientConnectionException("too many questions wait for an answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted", e);
    }
  }

  /** Whether the last question failed for want of a database. */
  public synchronized boolean isAway() {
    return away;
  }

  private <T> T answer(Callable<T> question, boolean trial) throws Exception {
    try {
      T found = question.call();
      settle(false, trial);
      return found;
    } catch (Exception e) {
      settle(Outage.isCauseOf(e), trial);
      throw e;
    }
  }

  private synchronized boolean begin() throws SQLTransientConnectionException {
    if (!away) {
      return false;
    }
    if (trying || System.nanoTime() - nextTryNanos < 0) {
      throw new SQLTransientConnectionException("the database was away a moment ago");
    }
    trying = true;
    return true;
  }

  private synchronized void settle(boolean failed, boolean trial) {
    if (trial) {
      trying = false;
    }
    if (failed) {
      lost();
    } else {
      away = false;
    }
  }

  private synchronized void lost() {
    away = true;
    nextTryNanos = System.nanoTime() + PAUSE.toNanos();
  }

  private static SQLException failure(Throwable cause) {
    if (Outage.isCauseOf(cause)) {
      return new SQLTransientConnectionException("the database is away", cause);
    }
    if (cause instanceof SQLException sql) {
      return sql;
    }
    if (cause instanceof RuntimeException ours) {
      throw ours;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(cause);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "inquiry");
    thread.setDaemon(true);
    return thread;
  }
}
