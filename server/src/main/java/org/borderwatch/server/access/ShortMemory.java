package org.borderwatch.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Remembers a limited number of things for a limited time; the least recently used goes first.
 * Thread-safe.
 */
final class ShortMemory<K, V> {
  private final Duration time;
  private final Clock clock;
  private final LinkedHashMap<K, Kept<V>> kept;

  ShortMemory(int most, Duration time, Clock clock) {
    this.time = time;
    this.clock = clock;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    Kept<V> found = kept.get(key);
    if (found == null) {
      return Optional.empty();
    }
    if (clock.instant().isAfter(found.until())) {
      kept.remove(key);
      return Optional.empty();
    }
    return Optional.of(found.value());
  }

  synchronized void put(K key, V value) {
    kept.put(key, new Kept<>(value, clock.instant().plus(time)));
  }

  synchronized void remove(K key) {
    kept.remove(key);
  }

  synchronized void removeIf(Predicate<V> meant) {
    kept.values().removeIf(entry -> meant.test(entry.value()));
  }

  synchronized int size() {
    return kept.size();
  }

  private record Kept<V>(V value, Instant until) {}
}
