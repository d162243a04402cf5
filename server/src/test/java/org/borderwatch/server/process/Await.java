package org.borderwatch.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what comes by itself. */
final class Await {
  private static final Duration MOST = Duration.ofSeconds(30);

  private Await() {}

  /** Looks every few milliseconds until the value is as wanted; fails when it isn't in time. */
  static <T> T value(String what, Supplier<T> look, Predicate<T> isSo) {
    long began = System.nanoTime();
    T value = look.get();
    while (!isSo.test(value)) {
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as(what + ", but is " + value)
          .isLessThan(MOST);
      LockSupport.parkNanos(5_000_000);
      value = look.get();
    }
    return value;
  }

  static void until(String what, Supplier<Boolean> isSo) {
    value(what, isSo, so -> so);
  }
}
