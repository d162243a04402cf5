package org.borderwatch.server.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them, in units of 1024: {@code 4096}, {@code 500 MB}, {@code 1GB}. */
final class ByteSize {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15})\\s*([KMGT]?)I?B?");

  private ByteSize() {}

  /** Bytes; refuses anything else with an {@link IllegalArgumentException}. */
  static long parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    int power = " KMGT".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << (10 * power));
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException(text, tooLarge);
    }
  }
}
