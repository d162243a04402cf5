package org.borderwatch.server.database;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must still be stopped when the process is told to end (Ctrl-C, SIGTERM): last in, first out,
 * one after the other, so that the database goes after those who use it. Thread-safe.
 */
public final class AtExit {
  private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);
  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "at-exit"));
  }

  private AtExit() {}

  /**
   * Closes it when the process ends before somebody {@link #forget}s it. Closing twice must do no
   * harm.
   */
  public static synchronized void close(AutoCloseable open) {
    OPEN.push(open);
  }

  /** It was closed in the ordinary way. */
  public static synchronized void forget(AutoCloseable closed) {
    OPEN.removeIf(one -> one == closed);
  }

  private static void closeAll() {
    while (true) {
      AutoCloseable next = next();
      if (next == null) {
        return;
      }
      try {
        next.close();
      } catch (Exception failed) {
        LOG.warn("Not everything stopped cleanly: {}", failed.getMessage());
      }
    }
  }

  private static synchronized @Nullable AutoCloseable next() {
    return OPEN.poll();
  }
}
