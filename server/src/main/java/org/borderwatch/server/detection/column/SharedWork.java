package org.borderwatch.server.detection.column;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in parts that the caller does, helped by other cores when they are idle. The caller takes
 * part after part itself, so nothing waits for a thread that is busy with another request.
 */
final class SharedWork {
  /** Less than this is done before another thread has woken up. */
  private static final int LEAST_ROWS_TO_SHARE = 1 << 17;

  private static final int PARTS_PER_CORE = 8;

  private SharedWork() {}

  /** One thread's way of doing items {@code from} to before {@code until}. */
  interface Worker {
    void work(int from, int until);
  }

  /** In how many parts to cut so many items of so many rows. */
  static int partsOf(int items, int rowsPerItem) {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean worthIt = cores > 1 && (long) items * rowsPerItem >= LEAST_ROWS_TO_SHARE;
    return worthIt ? Math.min(items, cores * PARTS_PER_CORE) : 1;
  }

  /** Does all {@code items}; returns when they are done. Each thread that works makes a worker. */
  static void run(int items, int parts, Supplier<Worker> workers) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          Worker worker = workers.get();
          for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
            worker.work(
                (int) ((long) items * part / parts), (int) ((long) items * (part + 1) / parts));
          }
        };
    if (parts == 1) {
      work.run();
      return;
    }
    Helper[] helpers = new Helper[Runtime.getRuntime().availableProcessors() - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(work);
      ForkJoinPool.commonPool().execute(helpers[i]);
    }
    try {
      work.run();
    } finally {
      for (Helper helper : helpers) {
        helper.end();
      }
    }
    for (Helper helper : helpers) {
      helper.rethrow();
    }
  }

  /** A thread that helps if it gets to begin before the caller has done everything. */
  private static final class Helper implements Runnable {
    private final Runnable work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;

    Helper(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      if (!taken.compareAndSet(false, true)) {
        return;
      }
      try {
        work.run();
      } catch (RuntimeException failed) {
        failure = failed;
      } finally {
        done.countDown();
      }
    }

    /** Keeps it from beginning, or waits for its end. */
    void end() {
      if (taken.compareAndSet(false, true)) {
        return;
      }
      boolean interrupted = false;
      while (true) {
        try {
          done.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void rethrow() {
      RuntimeException failed = failure;
      if (failed != null) {
        throw failed;
      }
    }
  }
}
