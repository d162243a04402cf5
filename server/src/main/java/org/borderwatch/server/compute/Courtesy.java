package org.borderwatch.server.compute;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether somebody waits for an answer right now, so that long computations leave cores free: a
 * request is in flight, or the last one ended half a second ago. Who moves a map asks for dozens of
 * tiles, looks, and moves on; between two of them is no time worth taking. Thread-safe.
 */
public final class Courtesy {
  /** Never busy. */
  static final Courtesy NOBODY = new Courtesy();

  private static final long MOMENT_NANOS = 500_000_000;

  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile long quietSince = System.nanoTime() - MOMENT_NANOS;

  /** A request came in. */
  public void enter() {
    inFlight.incrementAndGet();
  }

  /** It is answered. */
  public void leave() {
    quietSince = System.nanoTime();
    inFlight.decrementAndGet();
  }

  /** Whether a request is being answered, or was a moment ago. */
  public boolean isBusy() {
    return inFlight.get() > 0 || System.nanoTime() - quietSince < MOMENT_NANOS;
  }
}
