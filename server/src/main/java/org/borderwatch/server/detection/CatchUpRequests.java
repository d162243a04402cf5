package org.borderwatch.server.detection;

import java.util.concurrent.TimeUnit;

/**
 * Where those who want the index to be current meet the thread that makes it so. A request is
 * served by a catch-up that began after it. Thread-safe.
 */
final class CatchUpRequests {
  private long asked;
  private long taken;
  private long served;
  private boolean away;
  private boolean closed;

  /** Asks for a catch-up; returns the number of the request. */
  synchronized long ask() {
    asked++;
    notifyAll();
    return asked;
  }

  /** Waits until request {@code number} is served; not while the database is away. */
  synchronized void awaitServed(long number, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (served < number && !away && !closed) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  /** Waits for a request at most so long; returns the number of the newest. */
  synchronized long take(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (asked == taken && left > 0 && !closed) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    taken = asked;
    return asked;
  }

  /** A catch-up that began after request {@code number} is done. */
  synchronized void served(long number) {
    served = number;
    away = false;
    notifyAll();
  }

  /** Nobody is served for now. */
  synchronized void away() {
    away = true;
    notifyAll();
  }

  /** Waits, whatever is asked. */
  synchronized void pause(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (left > 0 && !closed) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }

  /** Nobody waits any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean closed() {
    return closed;
  }
}
