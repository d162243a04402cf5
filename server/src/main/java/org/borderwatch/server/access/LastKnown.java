package org.borderwatch.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.borderwatch.server.http.ApiException;

/**
 * What the database said of somebody. For a short time it counts without asking again. After that
 * the database is asked; while it is away, what it said last goes on to count for reading, until
 * half an hour after it was said. What it doesn't know is never remembered. Thread-safe.
 */
final class LastKnown<V> {
  /** Long enough for a restart or a broken cable, short enough for who is no longer welcome. */
  static final Duration WHILE_AWAY = Duration.ofMinutes(30);

  private final Duration fresh;
  private final Clock clock;
  private final ShortMemory<String, Said<V>> said;
  private long forgotten;

  private record Said<V>(V value, Instant at) {}

  LastKnown(int most, Duration fresh, Clock clock) {
    this.fresh = fresh;
    this.clock = clock;
    this.said = new ShortMemory<>(most, WHILE_AWAY, clock);
  }

  /** What was said so lately that it needs no asking. */
  Optional<V> fresh(String key) {
    Instant oldest = clock.instant().minus(fresh);
    return said.get(key).filter(one -> !one.at().isBefore(oldest)).map(Said::value);
  }

  /**
   * What is known of {@code key}.
   *
   * @param reading whether nothing will be changed on the strength of it
   * @param database asked when nothing fresh is known
   * @throws ApiException.DatabaseAway when that can't answer, and what it said last doesn't count
   */
  Optional<V> find(String key, boolean reading, Supplier<Optional<V>> database) {
    Optional<V> known = fresh(key);
    if (known.isPresent()) {
      return known;
    }
    long before = forgotten();
    try {
      Optional<V> now = database.get();
      remember(key, now, before);
      return now;
    } catch (ApiException.DatabaseAway away) {
      return Optional.of(
          said.get(key).filter(one -> reading).map(Said::value).orElseThrow(() -> away));
    }
  }

  /** Drops what {@code meant} holds for; answers that are on their way aren't kept either. */
  synchronized void forget(Predicate<V> meant) {
    forgotten++;
    said.removeIf(one -> meant.test(one.value()));
  }

  private synchronized long forgotten() {
    return forgotten;
  }

  private synchronized void remember(String key, Optional<V> now, long before) {
    if (now.isEmpty()) {
      said.remove(key);
    } else if (forgotten == before) {
      said.put(key, new Said<>(now.get(), clock.instant()));
    }
  }
}
