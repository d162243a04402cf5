package org.borderwatch.server.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is asked for again when it isn't fresh any more, by one thread. Thread-safe. */
final class FreshValue<T> {
  private final long freshNanos;
  private final Supplier<T> source;
  private @Nullable T value;
  private long readNanos;

  FreshValue(Duration fresh, Supplier<T> source) {
    this.freshNanos = fresh.toNanos();
    this.source = source;
  }

  synchronized T get() {
    T known = value;
    if (known == null || System.nanoTime() - readNanos > freshNanos) {
      known = source.get();
      value = known;
      readNanos = System.nanoTime();
    }
    return known;
  }
}
