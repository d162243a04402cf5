package org.borderwatch.server.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The threads that do one computation: the caller's own and helpers. Between parts it looks whether
 * it was cancelled, so a part should take some milliseconds at most.
 *
 * <p>Which thread does which part is left to chance; a computation whose result must not depend on
 * it writes by part and combines in order. Calls from inside a part run on that thread alone.
 *
 * <p>All crews draw their helpers from one set of as many daemon threads as there are cores: a crew
 * that finds none free does its parts alone, and never waits for one. Helpers also stand back
 * between parts while its {@link Courtesy} asks for it; the caller's own thread goes on. Immutable,
 * hence thread-safe.
 */
public final class Crew {
  private static final ExecutorService HELPERS =
      helpers(Runtime.getRuntime().availableProcessors());

  private final int threads;
  private final Progress progress;
  private final Courtesy courtesy;

  private Crew(int threads, Progress progress, Courtesy courtesy) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; at least 1");
    }
    this.threads = threads;
    this.progress = progress;
    this.courtesy = courtesy;
  }

  /** The caller's thread alone. */
  public static Crew alone() {
    return of(1, Progress.UNWATCHED);
  }

  /** So many threads, the caller's among them; {@code progress} may cancel them. */
  public static Crew of(int threads, Progress progress) {
    return new Crew(threads, progress, Courtesy.NOBODY);
  }

  /** The same threads, watched by {@code other}. */
  public Crew watchedBy(Progress other) {
    return new Crew(threads, other, courtesy);
  }

  /** The same, whose helpers stand back while {@code interactive} is busy. */
  public Crew courteousTo(Courtesy interactive) {
    return new Crew(threads, progress, interactive);
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
   * Does parts 0 to {@code parts - 1}; returns when all are done. What the first part that fails
   * throws is thrown here, once no other part is being done; those not yet begun are left.
   *
   * @throws java.util.concurrent.CancellationException when it was cancelled before the last part
   */
  public void each(int parts, IntConsumer work) {
    each(parts, () -> work);
  }

  /**
   * The same where each thread has a worker of its own, such as one with buffers.
   *
   * @return the workers that were made, at least one, in no order
   */
  public <W extends IntConsumer> List<W> each(int parts, Supplier<W> workers) {
    List<W> made = new ArrayList<>();
    Supplier<IntConsumer> remembered =
        () -> {
          W worker = workers.get();
          synchronized (made) {
            made.add(worker);
          }
          return worker;
        };
    Parts shared = new Parts(parts, remembered, progress, courtesy);
    int helpers = Parts.isInside() ? 0 : Math.min(threads, parts) - 1;
    for (int i = 0; i < helpers; i++) {
      HELPERS.execute(shared::help);
    }
    shared.lead();
    return made;
  }

  private static ExecutorService helpers(int most) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "crew");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
