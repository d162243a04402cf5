package org.borderwatch.server.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one computation, shared by the threads that do them.
 *
 * <p>A helper that comes after the last part was taken finds nothing to do, so nobody waits for one
 * that hasn't come.
 */
final class Parts {
  private static final long LOOK_AGAIN_NANOS = 500_000;
  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private final int parts;
  private final Supplier<IntConsumer> workers;
  private final Progress progress;
  private final Courtesy courtesy;
  private final AtomicInteger next = new AtomicInteger();
  private int helping;
  private boolean over;
  private @Nullable Throwable failed;

  Parts(int parts, Supplier<IntConsumer> workers, Progress progress, Courtesy courtesy) {
    this.parts = parts;
    this.workers = workers;
    this.progress = progress;
    this.courtesy = courtesy;
  }

  /** Whether this thread is doing a part of some computation. */
  static boolean isInside() {
    return INSIDE.get();
  }

  /** Does parts in the caller's thread until none is left, then waits for those that help. */
  void lead() {
    work(false);
    Throwable thrown = end();
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  /** Does parts in a helper's thread. */
  void help() {
    synchronized (this) {
      if (over) {
        return;
      }
      helping++;
    }
    try {
      work(true);
    } finally {
      synchronized (this) {
        helping--;
        notifyAll();
      }
    }
  }

  private void work(boolean standsBack) {
    boolean outside = !INSIDE.get();
    INSIDE.set(true);
    try {
      if (standsBack) {
        standBack();
      }
      if (standsBack && next.get() >= parts) {
        return;
      }
      IntConsumer worker = workers.get();
      for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
        progress.check();
        worker.accept(part);
        if (standsBack) {
          standBack();
        }
      }
    } catch (RuntimeException | Error thrown) {
      fail(thrown);
    } finally {
      if (outside) {
        INSIDE.remove();
      }
    }
  }

  /** Leaves the core to others, until they are done or there is no part left. */
  private void standBack() {
    while (courtesy.isBusy() && next.get() < parts && !progress.cancelled()) {
      LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
    }
  }

  private synchronized void fail(Throwable thrown) {
    next.set(parts);
    if (failed == null) {
      failed = thrown;
    }
  }

  /** Waits for the helpers, whatever comes: they write to what the caller owns. */
  private @Nullable Throwable end() {
    boolean interrupted = false;
    synchronized (this) {
      over = true;
      while (helping > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return failed;
    }
  }
}
