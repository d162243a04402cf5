package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes by itself, and says how long it took. */
final class Await {
  private Await() {}

  /** Looks every few milliseconds until {@code isSo}; fails when it isn't within {@code most}. */
  static Duration until(String what, Duration most, Callable<Boolean> isSo) throws Exception {
    long began = System.nanoTime();
    while (!isSo.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - began)).as(what).isLessThan(most);
      Thread.sleep(5);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
