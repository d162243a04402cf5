package org.borderwatch.server.detection.column;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A number for each station that answers for a detection; 0 for none. Numbers are given once and
 * never taken back. Thread-safe; readers don't wait.
 */
public final class StationCodes {
  /** Nobody answers. */
  public static final char NONE = 0;

  private final Map<String, Character> codes = new ConcurrentHashMap<>();

  /**
   * The number of {@code station}, given to it now if it had none.
   *
   * @throws IllegalStateException beyond 65,535 stations
   */
  public char of(@Nullable String station) {
    if (station == null) {
      return NONE;
    }
    Character known = codes.get(station);
    return known != null ? known : give(station);
  }

  /** The number of {@code station} if a row was ever seen with it. */
  public Optional<Character> known(String station) {
    return Optional.ofNullable(codes.get(station));
  }

  /** All stations that a row was ever seen with, each with its number. */
  public Map<String, Character> all() {
    return Map.copyOf(codes);
  }

  private synchronized char give(String station) {
    Character known = codes.get(station);
    if (known != null) {
      return known;
    }
    if (codes.size() == Character.MAX_VALUE) {
      throw new IllegalStateException("more than 65535 stations");
    }
    char code = (char) (codes.size() + 1);
    codes.put(station, code);
    return code;
  }
}
