package org.borderwatch.server.doctor;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param what was found, in one sentence
 * @param remedy what to do about it; empty when it is well
 */
public record Finding(Level level, String what, String remedy) {
  /** How much it matters. */
  public enum Level {
    OK,
    WARN,
    BAD
  }

  static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  static Finding warn(String what, String remedy) {
    return new Finding(Level.WARN, what, remedy);
  }

  static Finding bad(String what, String remedy) {
    return new Finding(Level.BAD, what, remedy);
  }

  /** As one line, or two with a remedy. */
  public String line() {
    String first = "%-5s%s".formatted(level.name().toLowerCase(Locale.ROOT), what);
    return remedy.isEmpty() ? first : first + "\n       -> " + remedy;
  }
}
