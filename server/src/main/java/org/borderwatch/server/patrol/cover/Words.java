package org.borderwatch.server.patrol.cover;

import java.util.Locale;

/** What a search says of itself while it goes on. */
final class Words {
  private Words() {}

  static String of(double value, double bound) {
    double percent = value > 0 ? 100 * Math.max(0, bound - value) / value : 100;
    return ("Tốt nhất đến nay %1$s, không thể quá %2$s (chênh %3$s %%)"
            + " / Best so far %4$s, never more than %5$s (gap %6$s%%)")
        .formatted(
            comma(value), comma(bound), comma(percent), point(value), point(bound), point(percent));
  }

  private static String point(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String comma(double number) {
    return point(number).replace('.', ',');
  }
}
