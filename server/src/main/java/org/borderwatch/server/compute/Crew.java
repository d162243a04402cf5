package org.borderwatch.server.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The threads that do one computation: the caller's own and helpers. Between parts it looks whether
 * it was cancelled, so a part should take some milliseconds at most.
 *
 * <p>Which thread does which part is left to chance; a computation whose result must not depend on
 * it writes by part and combines in order. Calls from inside a part run on that thread alone.
 */
public final class Crew {
  private static final ExecutorService HELPERS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "crew");
            thread.setDaemon(true);
            return thread;
          });

  private final int threads;
  private final Progress progress;

  private Crew(int threads, Progress progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; at least 1");
    }
    this.threads = threads;
    this.progress = progress;
  }

  /** The caller's thread alone. */
  public static Crew alone() {
    return new Crew(1, Progress.UNWATCHED);
  }

  /** So many threads, the caller's among them; {@code progress} may cancel them. */
  public static Crew of(int threads, Progress progress) {
    return new Crew(threads, progress);
  }

  /** The same threads, watched by {@code other}. */
  public Crew watchedBy(Progress other) {
    return new Crew(threads, other);
  }

  /** How many threads work at once at most. */
  public int threads() {
    return threads;
  }

  /** Who watches. */
  public Progress progress() {
    return progress;
  }

  /**
   * Does parts 0 to {@code parts - 1}; returns when all are done.
   *
   * @throws java.util.concurrent.CancellationException when it was cancelled before the last part
   */
  public void each(int parts, IntConsumer work) {
    each(parts, () -> work);
  }

  /**
   * The same where each thread has a worker of its own, such as one with buffers.
   *
   * @return the workers that were made, at least one
   */
  public <W extends IntConsumer> List<W> each(int parts, Supplier<W> workers) {
    List<W> made = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    Runnable shift =
        () -> {
          W worker = workers.get();
          synchronized (made) {
            made.add(worker);
          }
          for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
            progress.check();
            worker.accept(part);
          }
        };
    List<CompletableFuture<Void>> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, parts); i++) {
      helpers.add(CompletableFuture.runAsync(shift, HELPERS));
    }
    RuntimeException failed = null;
    try {
      shift.run();
    } catch (RuntimeException e) {
      failed = e;
      next.set(parts);
    }
    for (CompletableFuture<Void> helper : helpers) {
      try {
        helper.join();
      } catch (CompletionException e) {
        failed = failed == null && e.getCause() instanceof RuntimeException cause ? cause : failed;
        if (failed == null) {
          failed = e;
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
    return made;
  }
}
