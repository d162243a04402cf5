package org.borderwatch.data.detection;

import java.util.regex.Pattern;

/**
 * Numbers as clerks and spreadsheets write them: a decimal point, or one decimal comma.
 *
 * <p>A comma can only stand in a field that was quoted or in a file with another separator, so it
 * is never the separator itself.
 */
final class NumberText {
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final int EXACT_DIGITS = 15;
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]{1,20}([.,][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern SEVERAL_MARKS = Pattern.compile("[+-]?[0-9]+([., ][0-9]+){2,}");

  private static final Pattern MAYBE_THOUSANDS =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");

  private NumberText() {}

  /** The number, or NaN when {@code text} is none; infinity and hexadecimal are none. */
  static double parse(String text) {
    int length = text.length();
    int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    long digits = 0;
    int count = 0;
    int decimals = -1;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        if (++count > EXACT_DIGITS) {
          return parseSlowly(text);
        }
        decimals += decimals >= 0 ? 1 : 0;
      } else if ((c == '.' || c == ',') && decimals < 0 && count > 0) {
        decimals = 0;
      } else {
        return parseSlowly(text);
      }
    }
    if (count == 0 || decimals == 0) {
      return Double.NaN;
    }
    // Up to 15 digits and the power of ten are both exact doubles, so one division rounds rightly.
    double value = decimals > 0 ? digits / TENS[decimals] : digits;
    return text.charAt(0) == '-' ? -value : value;
  }

  /** Whether the text would be a number but for several points and commas. */
  static boolean hasSeveralMarks(String text) {
    return SEVERAL_MARKS.matcher(text).matches();
  }

  /** Whether a count may be meant in thousands: 1.000 is one here and a thousand there. */
  static boolean maybeThousands(String text) {
    return MAYBE_THOUSANDS.matcher(text).matches();
  }

  /** Whether the text is written as a number, though perhaps one that nobody can hold. */
  static boolean written(String text) {
    return SCIENTIFIC.matcher(text).matches();
  }

  private static double parseSlowly(String text) {
    if (!SCIENTIFIC.matcher(text).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text.replace(',', '.'));
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
