package org.borderwatch.server.ingest;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, and the way to stop it from another thread.
 *
 * <p>Thread-safe.
 */
public final class ImportProgress {
  /** Part of the whole that reading and checking takes; storing takes the rest. */
  private static final double READING_SHARE = 0.4;

  private volatile double fraction;
  private volatile long rows;
  private volatile boolean cancelled;
  private @Nullable Runnable interruption;

  /** Done so far, from 0 to 1; never goes back. */
  public double fraction() {
    return fraction;
  }

  /** Rows that were read so far. */
  public long rows() {
    return rows;
  }

  /** Asks the import to stop; nothing of it will be stored. */
  public synchronized void cancel() {
    cancelled = true;
    if (interruption != null) {
      interruption.run();
    }
  }

  public boolean cancelled() {
    return cancelled;
  }

  /** What breaks off a statement that is running when {@link #cancel} comes; null for nothing. */
  synchronized void interruptWith(@Nullable Runnable breakOff) {
    interruption = breakOff;
  }

  void read(double share, long rowsRead) {
    rows = rowsRead;
    advance(READING_SHARE * share);
  }

  void stored(double share) {
    advance(READING_SHARE + (1 - READING_SHARE) * share);
  }

  private void advance(double to) {
    fraction = Math.max(fraction, Math.min(1, to));
    check();
  }

  void check() {
    if (cancelled) {
      throw new CancellationException("the import was cancelled");
    }
  }
}
