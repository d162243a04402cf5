package org.borderwatch.server.detection;

import java.time.Instant;
import java.util.Optional;

/**
 * How current the index is.
 *
 * @param state what can be expected of it
 * @param since when the database was lost, while {@link State#STALE}
 * @param loaded rows read so far, while {@link State#LOADING}
 * @param total about how many there are to read
 */
public record Freshness(State state, Optional<Instant> since, long loaded, long total) {
  /**
   * Loading: nothing can be answered yet. Current: within a second. Stale: the database is away.
   */
  public enum State {
    LOADING,
    CURRENT,
    STALE
  }

  static final Freshness CURRENT = new Freshness(State.CURRENT, Optional.empty(), 0, 0);

  static Freshness loading(long loaded, long total) {
    return new Freshness(State.LOADING, Optional.empty(), loaded, total);
  }

  static Freshness stale(Instant since) {
    return new Freshness(State.STALE, Optional.of(since), 0, 0);
  }
}
