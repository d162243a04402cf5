package org.borderwatch.data.network;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on every core whose results are taken in the order of the work, by the thread that asked. A
 * few pieces are under way at a time, so that memory stays bounded.
 */
final class InOrder implements AutoCloseable {
  private static final int AHEAD = 3;

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers;
  private final BooleanSupplier cancelled;

  /** Starts the workers; {@code cancelled} is asked before each piece. */
  InOrder(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    workers =
        Executors.newFixedThreadPool(
            cores,
            work -> {
              Thread thread = new Thread(work, "network-reader");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Gives the next piece of work, null at the end. */
  @FunctionalInterface
  interface Source<A> {
    @Nullable A next() throws IOException;
  }

  /** Does a piece of work. */
  @FunctionalInterface
  interface Step<A, B> {
    B apply(A work) throws IOException;
  }

  /** Takes a result. */
  @FunctionalInterface
  interface Sink<B> {
    void accept(B result) throws IOException;
  }

  /** Runs {@code step} on all of {@code source}; the first failure, in order, ends it. */
  <A, B> void run(Source<A> source, Step<A, B> step, Sink<B> sink) throws IOException {
    Deque<Future<B>> underWay = new ArrayDeque<>();
    boolean more = true;
    while (more || !underWay.isEmpty()) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("cancelled");
      }
      while (more && underWay.size() < AHEAD * cores) {
        A work = source.next();
        more = work != null;
        if (work != null) {
          underWay.add(workers.submit(() -> step.apply(work)));
        }
      }
      Future<B> first = underWay.poll();
      if (first != null) {
        sink.accept(result(first));
      }
    }
  }

  private static <B> B result(Future<B> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
