package org.borderwatch.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller takes, as a header Accept says it (RFC 9110, section 12.5.1). */
public final class AcceptHeader {
  private AcceptHeader() {}

  /**
   * The best of {@code offered} for {@code header}; among equals the first. Without a header, the
   * first.
   *
   * @return empty when the caller takes none of them
   */
  public static Optional<String> best(@Nullable String header, List<String> offered) {
    if (header == null || header.isBlank()) {
      return offered.stream().findFirst();
    }
    String best = null;
    double most = 0;
    for (String type : offered) {
      double quality = quality(header, type);
      if (quality > most) {
        most = quality;
        best = type;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether two media types are the same, whatever their parameters. */
  public static boolean isSame(String one, String other) {
    return bare(one).equals(bare(other));
  }

  /** From 0 to 1, as the most specific range says that matches {@code type}. */
  private static double quality(String header, String type) {
    double quality = 0;
    int mostSpecific = -1;
    for (String range : header.split(",")) {
      int specific = specific(bare(range), bare(type));
      if (specific > mostSpecific) {
        mostSpecific = specific;
        quality = weight(range);
      }
    }
    return quality;
  }

  private static int specific(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    if (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1))) {
      return 1;
    }
    return range.equals("*/*") || range.equals("*") ? 0 : -1;
  }

  private static double weight(String range) {
    for (String parameter : range.split(";")) {
      String[] pair = parameter.strip().toLowerCase(Locale.ROOT).split("=", 2);
      if (pair.length == 2 && pair[0].strip().equals("q")) {
        try {
          return Math.min(1, Math.max(0, Double.parseDouble(pair[1].strip())));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  private static String bare(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
